import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { labels } from './labels.ts'

/** At the address of a policy that is not there. */
export function NoPolicy({ name }: { readonly name: string }) {
  const t = useT()
  return (
    <Page
      title={t(labels.notFoundTitle, { name })}
      crumbs={[{ text: t(labels.policies), href: '/iam/policies' }]}
      description={t(labels.notFoundText)}
    >
      <LinkButton href="/iam/policies">{t(labels.toPolicies)}</LinkButton>
    </Page>
  )
}
