import { useT } from '../i18n/language-provider.tsx'
import { denialOf } from './denial.ts'
import type { DeniedProps } from './denied.tsx'
import { labels } from './labels.ts'
import { Why } from './why/why.tsx'

/** What the caller may not do, in one line: where five panels in a column would say less. */
export function DeniedLine({ error, action, resource }: DeniedProps) {
  const t = useT()
  const denial = denialOf(error, action, resource)
  return (
    <div className="kw-denied-line">
      {denial.action === undefined || denial.resource === undefined
        ? t(labels.deniedSomething)
        : t(labels.deniedText, { action: denial.action, resource: denial.resource })}{' '}
      <Why error={error} small />
    </div>
  )
}
