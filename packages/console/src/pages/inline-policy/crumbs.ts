import type { Translate } from '../../i18n/language-provider.tsx'
import type { Crumb } from '../../layout/page.tsx'
import type { Identity } from '../../parts/permissions/identity.ts'
import { labels } from './labels.ts'

/** The way to an inline policy: the list of those who have some, and the one who has this. */
export function crumbsOf(t: Translate, { kind, name, base }: Identity): readonly Crumb[] {
  return [
    kind === 'user' ? { text: t(labels.users), href: '/iam/users' } : { text: t(labels.groups), href: '/iam/groups' },
    { text: name, href: `${base}?section=permissions` },
  ]
}
