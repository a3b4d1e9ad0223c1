import AppLayout from '@cloudscape-design/components/app-layout-toolbar'
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import { useEffect, useRef, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useT } from '../i18n/language-provider.tsx'
import { CopyListener } from '../parts/copy.tsx'
import { useFollow } from '../parts/link.tsx'
import { SessionKeeper } from '../session/session-keeper.tsx'
import { FlashStack } from './flashes.tsx'
import { labels } from './labels.ts'
import { SurroundingsContext, type Surroundings } from './page.tsx'
import { SideBar } from './side-bar.tsx'
import { TopBar } from './top-bar.tsx'

/** Everything around a screen. Rendered only for somebody who is signed in. */
export function Shell() {
  return (
    <SessionKeeper>
      <Frame />
      <CopyListener />
    </SessionKeeper>
  )
}

function Frame() {
  const t = useT()
  const follow = useFollow()
  const { pathname } = useLocation()
  const [surroundings, setSurroundings] = useState<Surroundings>({ crumbs: [], help: undefined, kind: 'default' })
  const [navigationOpen, setNavigationOpen] = useState(() => matchMedia('(min-width: 1100px)').matches)
  const [helpOpen, setHelpOpen] = useState(false)
  const { crumbs, help, kind } = surroundings
  const shown = useRef(pathname)

  // As with a page that the browser loads: a new screen begins at its top, and the help is that of the last one no more.
  useEffect(() => {
    scrollTo(0, 0)
    setHelpOpen(false)
    // Who followed a link that is gone with its screen stands nowhere: then the new screen is where reading goes on.
    if (shown.current !== pathname && document.activeElement === document.body) {
      document.getElementById('content')?.focus()
    }
    shown.current = pathname
  }, [pathname])

  return (
    <>
      <a className="kw-skip" href="#content">
        {t(labels.skip)}
      </a>
      <TopBar />
      <AppLayout
        headerSelector="#top-bar"
        contentType={kind ?? 'default'}
        navigation={<SideBar />}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        breadcrumbs={
          <BreadcrumbGroup
            ariaLabel={t(labels.breadcrumbs)}
            items={[{ text: t(labels.iam), href: '/iam/home' }, ...crumbs]}
            onFollow={follow}
          />
        }
        notifications={<FlashStack />}
        stickyNotifications
        tools={help}
        toolsHide={help === undefined}
        toolsOpen={helpOpen}
        onToolsChange={({ detail }) => setHelpOpen(detail.open)}
        content={
          <div id="content" tabIndex={-1}>
            <SurroundingsContext value={setSurroundings}>
              <Outlet />
            </SurroundingsContext>
          </div>
        }
        ariaLabels={{
          navigation: t(labels.navigation),
          navigationToggle: t(labels.openNavigation),
          navigationClose: t(labels.closeNavigation),
          notifications: t(labels.notifications),
          tools: t(labels.help),
          toolsToggle: t(labels.openHelp),
          toolsClose: t(labels.closeHelp),
        }}
      />
    </>
  )
}
