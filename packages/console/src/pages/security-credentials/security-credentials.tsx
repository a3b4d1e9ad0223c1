import { useT } from '../../i18n/language-provider.tsx'
import { labels } from '../../layout/labels.ts'
import { Page } from '../../layout/page.tsx'

export function SecurityCredentials() {
  const t = useT()
  return <Page title={t(labels.securityCredentials)}>{t(labels.comingSoon)}</Page>
}
