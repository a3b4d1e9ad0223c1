import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import type { PasswordRules } from '../../parts/password-rules.ts'
import { PasswordFields, type PasswordChoice } from '../user/password-fields.tsx'
import type { Draft } from './draft.ts'
import { labels } from './labels.ts'

export interface DetailsStepProps {
  readonly draft: Draft
  readonly choice: PasswordChoice
  readonly rules: PasswordRules
  /** What was done already and is not to be changed here any more. */
  readonly created: boolean
  readonly passwordSet: boolean
  readonly errors: {
    readonly name: string | undefined
    readonly path: string | undefined
    readonly password: string | undefined
  }
  readonly onChange: (change: Partial<Draft>) => void
  readonly onChoice: (choice: PasswordChoice) => void
}

/** Who the user is, and whether she may sign in. */
export function DetailsStep({
  draft,
  choice,
  rules,
  created,
  passwordSet,
  errors,
  onChange,
  onChoice,
}: DetailsStepProps) {
  const t = useT()
  return (
    <Container header={<Header variant="h2">{t(labels.userDetails)}</Header>}>
      <SpaceBetween size="l">
        {created && <Alert type="info">{t(labels.nameKept)}</Alert>}
        <FormField label={t(labels.userName)} constraintText={t(labels.userNameText)} errorText={errors.name}>
          <Input
            value={draft.name}
            readOnly={created}
            autoFocus
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => onChange({ name: detail.value })}
          />
        </FormField>
        <FormField label={t(labels.path)} constraintText={t(labels.pathText)} errorText={errors.path}>
          <Input
            value={draft.path}
            readOnly={created}
            placeholder="/"
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => onChange({ path: detail.value })}
          />
        </FormField>
        {draft.path.length > 1 && <Alert type="info">{t(labels.pathWarning)}</Alert>}
        <Checkbox
          checked={draft.console}
          disabled={passwordSet}
          description={t(labels.provideAccessText)}
          onChange={({ detail }) => onChange({ console: detail.checked })}
        >
          {t(labels.provideAccess)}
        </Checkbox>
        {draft.console && passwordSet && <Alert type="info">{t(labels.passwordKept)}</Alert>}
        {draft.console && !passwordSet && (
          <PasswordFields choice={choice} rules={rules} onChange={onChoice} errorText={errors.password} />
        )}
      </SpaceBetween>
    </Container>
  )
}
