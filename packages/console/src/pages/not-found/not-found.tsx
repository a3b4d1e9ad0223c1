import { useT } from '../../i18n/language-provider.tsx'
import { labels } from '../../layout/labels.ts'
import { Page } from '../../layout/page.tsx'
import { LinkButton } from '../../parts/link.tsx'

export function NotFound() {
  const t = useT()
  return (
    <Page title={t(labels.notFoundTitle)} description={t(labels.notFoundText)}>
      <LinkButton variant="primary" href="/iam/home">
        {t(labels.toDashboard)}
      </LinkButton>
    </Page>
  )
}
