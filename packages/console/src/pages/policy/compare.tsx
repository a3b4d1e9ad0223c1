import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import type { PolicyVersion } from './use-policy.ts'
import { VersionDifference } from './version-difference.tsx'

export interface CompareProps {
  readonly arn: string
  /** The newest first. */
  readonly versions: readonly PolicyVersion[]
}

/** Two versions to choose, in the address, and what differs. At first: the default one against the one before it. */
export function Compare({ arn, versions }: CompareProps) {
  const t = useT()
  const [parameters, setParameters] = useSearchParams()
  const ids = versions.flatMap(({ VersionId }) => (VersionId === undefined ? [] : [VersionId]))
  const chosen = (name: string) => ids.find((id) => id === parameters.get(name))
  const current = versions.findIndex(({ IsDefaultVersion }) => IsDefaultVersion === true)
  const to = chosen('to') ?? ids[Math.max(current, 0)]
  const from = chosen('from') ?? ids[current + 1] ?? ids[current - 1]
  const choose = (name: string, id: string | undefined) =>
    id !== undefined &&
    setParameters({ section: 'versions', ...(from && { from }), ...(to && { to }), [name]: id }, { replace: true })
  const options = ids.map((id) => ({
    value: id,
    label: versions.some((one) => one.VersionId === id && one.IsDefaultVersion === true)
      ? `${id} (${t(labels.isDefault)})`
      : id,
  }))
  const field = (name: 'from' | 'to', value: string | undefined) => (
    <FormField label={t(labels[name])}>
      <Select
        options={options}
        selectedOption={options.find((one) => one.value === value) ?? null}
        onChange={({ detail }) => choose(name, detail.selectedOption.value)}
      />
    </FormField>
  )
  return (
    <Container header={<Header variant="h2">{t(labels.compare)}</Header>}>
      {from === undefined || to === undefined ? (
        <Box color="text-body-secondary">{t(labels.oneVersion)}</Box>
      ) : (
        <SpaceBetween size="l">
          <ColumnLayout columns={2}>
            {field('from', from)}
            {field('to', to)}
          </ColumnLayout>
          {from === to ? (
            <Alert type="info">{t(labels.equal)}</Alert>
          ) : (
            <VersionDifference arn={arn} from={from} to={to} />
          )}
        </SpaceBetween>
      )}
    </Container>
  )
}
