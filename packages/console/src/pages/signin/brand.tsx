import './brand.css'
import { useT } from '../../i18n/language-provider.tsx'
import logo from '../../layout/logo.svg'
import { labels } from './labels.ts'

/** The name of the house, above the card. */
export function Brand() {
  const t = useT()
  return (
    <header className="kw-signin-brand">
      <img src={logo} alt="" width="40" height="40" />
      <div>
        <div className="kw-signin-name">Keyward</div>
        <div>{t(labels.tagline)}</div>
      </div>
    </header>
  )
}
