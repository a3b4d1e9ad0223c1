import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'

/** What somebody does who has lost the password. Nothing here is sent anywhere. */
export function Forgot({ children }: { readonly children: ReactNode }) {
  const t = useT()
  return (
    <div className="kw-signin-forgot">
      <ExpandableSection variant="inline" headerText={t(labels.forgot)}>
        {children}
      </ExpandableSection>
    </div>
  )
}
