import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useT } from '../../i18n/language-provider.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { labels } from './labels.ts'
import { normalAccount } from './sign-in-call.ts'

export interface AccountFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Says what is wrong, if anything is. */
  readonly judged: boolean
  readonly autoFocus?: boolean
}

/** The account, by id or alias. Browsers are not to fill it in: they take it for the user's name. */
export function AccountField({ value, onChange, judged, autoFocus = false }: AccountFieldProps) {
  const t = useT()
  return (
    <FormField
      label={t(labels.accountIdOrAlias)}
      description={t(labels.askAdministrator)}
      errorText={judged ? faultText(t, 'signin:SignIn', 'Account', normalAccount(value)) : undefined}
      stretch
    >
      <Input
        name="account"
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        autoComplete={false}
        disableBrowserAutocorrect
        spellcheck={false}
        autoFocus={autoFocus}
      />
    </FormField>
  )
}
