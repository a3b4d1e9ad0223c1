import type { Translate } from '../../i18n/language-provider.tsx'
import { seed } from '../../i18n/seed-labels.ts'
import type { Crumb } from '../../layout/page.tsx'
import type { Owner } from './owner.ts'

/** The way from the console's beginning to the page with an owner's keys. */
export function crumbsOf(t: Translate, { userName, home, base }: Owner): readonly Crumb[] {
  if (userName === undefined || home === base) return [{ text: t(seed.securityCredentials), href: home }]
  return [
    { text: t(seed.users), href: '/iam/users' },
    { text: userName, href: home },
  ]
}
