import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import { createContext, useContext, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export interface Crumb {
  readonly text: string
  readonly href: string
}

/** What a page says to the shell around it. */
export interface Surroundings {
  readonly crumbs: readonly Crumb[]
  readonly help: ReactNode
  readonly kind: PageProps['kind']
}

export const SurroundingsContext = createContext<(surroundings: Surroundings) => void>(() => undefined)

export interface PageProps {
  /** The page's only h1, and the first words of the tab's title. */
  readonly title: string
  /** Above the page, without the console's own name before it and the title after it. */
  readonly crumbs?: readonly Crumb[]
  readonly description?: ReactNode
  /** Beside the title, at its right. */
  readonly actions?: ReactNode
  /** The help panel: a <Help>. */
  readonly help?: ReactNode
  readonly kind?: 'default' | 'form' | 'wizard' | 'table'
  /** Where the content has a heading of its own: a wizard, a full-page table. Then `title` is only the tab's. */
  readonly headed?: boolean
  readonly children: ReactNode
}

const noCrumbs: readonly Crumb[] = []

/** The frame of every screen: title, breadcrumbs, help and the content below. */
export function Page(props: PageProps) {
  const { title, crumbs = noCrumbs, description, actions, help, kind = 'default', headed = false, children } = props
  useTitle(title)
  const surround = useContext(SurroundingsContext)
  const path = location.pathname
  const trail = JSON.stringify([...crumbs, { text: title, href: path }])
  useLayoutEffect(() => {
    surround({ crumbs: JSON.parse(trail) as Crumb[], help, kind })
    // The help is made anew at every render of a screen; its language and page decide what it says.
    // The trail is a string for the same reason.
  }, [surround, trail, kind, title])
  if (headed) return children
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={description} actions={actions}>
          {title}
        </Header>
      }
    >
      {children}
    </ContentLayout>
  )
}

/** The title of the tab: the page first, so that ten tabs can be told apart. */
export function useTitle(title: string): void {
  const t = useT()
  const product = t(labels.product)
  useEffect(() => {
    const before = document.title
    document.title = `${title} – ${product}`
    // For what stands in front of a page for a while: the page's own title comes back.
    return () => {
      document.title = before
    }
  }, [title, product])
}
