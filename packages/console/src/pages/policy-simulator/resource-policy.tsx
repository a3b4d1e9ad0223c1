import FormField from '@cloudscape-design/components/form-field'
import { lazy, Suspense, useMemo } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { useJudged } from '../../parts/policy/judged.ts'
import type { Mark } from '../../parts/policy/marks.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'

const Editor = lazy(() => import('../../parts/policy/editor.tsx'))

export interface ResourcePolicyProps {
  readonly value: string
  readonly onChange: (text: string) => void
}

/** The policy of a resource, to be tried beside those of the caller. */
export function ResourcePolicy({ value, onChange }: ResourcePolicyProps) {
  const t = useT()
  const { AccountId } = useSession()
  const judged = useJudged(value)
  const fault = useMemo(() => (judged.trim() === '' ? undefined : findPolicyFault(judged, 'resource')), [judged])
  const marked = useMemo(() => {
    const marks: readonly Mark[] = fault ? [{ ...fault, severity: 'error' }] : []
    return { text: judged, marks }
  }, [fault, judged])
  return (
    <FormField
      label={t(labels.resourcePolicy)}
      description={t(labels.resourcePolicyText)}
      errorText={fault?.message}
      stretch
    >
      <Suspense fallback={<Waiting />}>
        <Editor
          value={value}
          label={t(labels.resourcePolicy)}
          generation={0}
          marked={marked}
          goTo={undefined}
          accountId={AccountId}
          onChange={onChange}
        />
      </Suspense>
    </FormField>
  )
}
