import { useT } from '../../i18n/language-provider.tsx'
import { labels } from '../../layout/labels.ts'
import { Page } from '../../layout/page.tsx'

export function Home() {
  const t = useT()
  return <Page title={t(labels.dashboard)}>{t(labels.comingSoon)}</Page>
}
