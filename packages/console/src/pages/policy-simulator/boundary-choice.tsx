import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { usePolicies } from '../../api/lists.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { policyName } from '../../parts/permissions/identity.ts'
import { labels } from './labels.ts'

export interface BoundaryChoiceProps {
  readonly boundary: string
  /** What stands for none chosen: a principal may have one of its own. */
  readonly isPrincipal: boolean
  readonly onChange: (arn: string) => void
}

/** A managed policy to stand in place of the permissions boundary. */
export function BoundaryChoice({ boundary, isPrincipal, onChange }: BoundaryChoiceProps) {
  const t = useT()
  const policies = usePolicies()
  const asItIs = { value: '', label: t(isPrincipal ? labels.boundaryOwn : labels.boundaryNone) }
  const options = (policies.data ?? []).map(({ Arn = '', PolicyName }) => ({
    value: Arn,
    label: PolicyName ?? policyName(Arn),
  }))
  return (
    <FormField label={t(labels.boundary)} stretch>
      <Select
        selectedOption={
          [asItIs, ...options].find(({ value }) => value === boundary) ?? {
            value: boundary,
            label: policyName(boundary),
          }
        }
        options={[asItIs, ...options]}
        filteringType="auto"
        filteringAriaLabel={t(labels.searchPolicies)}
        statusType={policies.pending ? 'loading' : 'finished'}
        empty={t(labels.noneFound)}
        virtualScroll
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
      {policies.error && <DeniedLine error={policies.error} action="iam:ListPolicies" />}
    </FormField>
  )
}
