import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useT } from '../../i18n/language-provider.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { Form } from '../../parts/form.tsx'
import { labels as keyLabels } from '../access-keys/labels.ts'
import { labels } from './labels.ts'

export interface DescriptionStepProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSubmit: () => unknown
}

export function DescriptionStep({ value, onChange, onSubmit }: DescriptionStepProps) {
  const t = useT()
  return (
    <Container>
      <Form onSubmit={onSubmit}>
        <FormField
          label={t(keyLabels.tagValue)}
          description={t(labels.tagHint)}
          constraintText={t(keyLabels.tagConstraint)}
          errorText={faultText(t, 'iam:TagUser', 'Tags.Value', value)}
          stretch
        >
          <Input value={value} onChange={({ detail }) => onChange(detail.value)} autoComplete={false} />
        </FormField>
      </Form>
    </Container>
  )
}
