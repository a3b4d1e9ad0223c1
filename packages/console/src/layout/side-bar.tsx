import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { useLocation } from 'react-router'
import { useT } from '../i18n/language-provider.tsx'
import { useFollow } from '../parts/link.tsx'
import { labels } from './labels.ts'

/** The navigation pane. It names the screens there are, and no others. */
export function SideBar() {
  const t = useT()
  const follow = useFollow()
  const { pathname } = useLocation()
  const link = (text: string, href: string): SideNavigationProps.Link => ({ type: 'link', text, href })
  const items: SideNavigationProps.Item[] = [
    link(t(labels.dashboard), '/iam/home'),
    {
      type: 'section',
      text: t(labels.accessManagement),
      items: [
        link(t(labels.userGroups), '/iam/groups'),
        link(t(labels.users), '/iam/users'),
        link(t(labels.policies), '/iam/policies'),
        link(t(labels.accountSettings), '/iam/account_settings'),
      ],
    },
    {
      type: 'section',
      text: t(labels.whoMayWhat),
      items: [
        link(t(labels.policySimulator), '/iam/policy_simulator'),
        link(t(labels.authorizationMessage), '/iam/authorization_message'),
      ],
    },
    {
      type: 'section',
      text: t(labels.accessReports),
      items: [
        link(t(labels.credentialReport), '/iam/credential_report'),
        link(t(labels.accessKeyLookup), '/iam/access_key_lookup'),
      ],
    },
  ]
  const all = items.flatMap((item) => ('items' in item ? item.items : [item]))
  const here = all.find((item) => 'href' in item && pathname.startsWith(item.href))
  return (
    <SideNavigation
      header={{ href: '/iam/home', text: t(labels.iam) }}
      items={items}
      activeHref={here && 'href' in here ? here.href : ''}
      onFollow={follow}
    />
  )
}
