import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'

export function GoodPractices() {
  const t = useT()
  return (
    <ul className="kw-list">
      <li>{t(labels.neverInCode)}</li>
      <li>{t(labels.disableUnneeded)}</li>
      <li>{t(labels.leastPrivilege)}</li>
      <li>{t(labels.rotateRegularly)}</li>
    </ul>
  )
}
