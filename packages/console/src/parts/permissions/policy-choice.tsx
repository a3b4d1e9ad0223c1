import Box from '@cloudscape-design/components/box'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { usePolicies, type Policy } from '../../api/lists.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { ChoiceTable, type Choosing } from '../choice-table.tsx'
import { Denied } from '../denied.tsx'
import { isOfAws, policyName } from './identity.ts'
import { labels } from './labels.ts'

export interface PolicyChoiceProps extends Choosing {
  /** Those that are attached already. */
  readonly without?: readonly string[]
  readonly single?: boolean
}

const types = {
  all: { label: labels.allTypes, has: () => true },
  aws: { label: labels.awsManaged, has: isOfAws },
  own: { label: labels.customerManaged, has: (arn: string) => !isOfAws(arn) },
} as const
type Type = keyof typeof types
const typeNames = Object.keys(types) as Type[]

const none: readonly string[] = []
const arnOf = ({ Arn = '' }: Policy) => Arn
const nameOf = ({ PolicyName = '' }: Policy) => PolicyName

/** Every managed policy, AWS's and the account's own, to be chosen from by ARN. */
export function PolicyChoice({ chosen, without = none, single = false, onChange }: PolicyChoiceProps) {
  const t = useT()
  const [type, setType] = useState<Type>('all')
  const list = usePolicies()
  if (list.error) return <Denied error={list.error} action="iam:ListPolicies" resource="*" />
  const policies = (list.data ?? []).filter(({ Arn = '' }) => types[type].has(Arn) && !without.includes(Arn))
  const options = typeNames.map((value) => ({ value, label: t(types[value].label) }))
  return (
    <ChoiceTable<Policy>
      label={t(labels.attachedTitle)}
      single={single}
      items={policies}
      loading={list.pending}
      idOf={arnOf}
      nameOf={nameOf}
      nameOfId={policyName}
      searchLabel={t(labels.searchPolicies)}
      textOf={arnOf}
      chosen={chosen}
      onChange={onChange}
      narrowing={
        <Select
          ariaLabel={t(labels.filterType)}
          options={options}
          selectedOption={options.find(({ value }) => value === type) ?? null}
          onChange={({ detail }) => setType(typeNames.find((one) => one === detail.selectedOption.value) ?? 'all')}
        />
      }
      columns={[
        { id: 'name', header: t(labels.policyName), isRowHeader: true, cell: nameOf },
        {
          id: 'type',
          header: t(labels.policyType),
          cell: ({ Arn = '' }) => t(isOfAws(Arn) ? labels.awsManaged : labels.customerManaged),
        },
        { id: 'used', header: t(labels.usedBy), cell: ({ AttachmentCount = 0 }) => AttachmentCount.toLocaleString() },
      ]}
      empty={<Box textAlign="center">{t(labels.noMatches)}</Box>}
    />
  )
}
