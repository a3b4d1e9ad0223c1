import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'

export interface PolicyChoiceProps {
  readonly chosen: readonly string[]
  /** Those that are attached already. */
  readonly without: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** The managed policies there are, to be chosen from by ARN. This server has two, so that one page holds them. */
export function PolicyChoice({ chosen, without, onChange }: PolicyChoiceProps) {
  const t = useT()
  const list = useRead('iam', 'ListPolicies', {})
  if (list.error) return <Denied error={list.error} action="iam:ListPolicies" resource="*" />
  if (list.pending) return <Waiting />
  const policies = (list.data?.Policies ?? []).filter(({ Arn = '' }) => !without.includes(Arn))
  if (policies.length === 0) return <Box>{t(labels.allAttached)}</Box>
  return (
    <div role="group" aria-label={t(labels.attachedTitle)}>
      <SpaceBetween size="xs">
        {policies.map(({ Arn = '', PolicyName }) => (
          <Checkbox
            key={Arn}
            checked={chosen.includes(Arn)}
            description={Arn}
            onChange={({ detail }) => onChange(detail.checked ? [...chosen, Arn] : chosen.filter((one) => one !== Arn))}
          >
            {PolicyName}
          </Checkbox>
        ))}
      </SpaceBetween>
    </div>
  )
}
