import { useT } from '../../i18n/language-provider.tsx'
import { labels } from '../../layout/labels.ts'
import { Page } from '../../layout/page.tsx'

export function RotateAccessKey() {
  const t = useT()
  return <Page title={t(labels.rotateAccessKey)}>{t(labels.comingSoon)}</Page>
}
