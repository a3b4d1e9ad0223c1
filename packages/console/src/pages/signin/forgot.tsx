import type { ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'

/** What somebody does who has lost the password. Nothing here is sent anywhere. */
export function Forgot({ children }: { readonly children: ReactNode }) {
  const t = useT()
  return (
    <details className="kw-signin-forgot">
      <summary>{t(labels.forgot)}</summary>
      <div>{children}</div>
    </details>
  )
}
