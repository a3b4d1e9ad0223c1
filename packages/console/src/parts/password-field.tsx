import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'

export interface PasswordFieldProps {
  readonly label: string
  /** `current` is what somebody knows, `new` what is being chosen, for oneself or, by an administrator, for another. */
  readonly kind: 'current' | 'new'
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** In plain sight. Put it back before the form is submitted: browsers remember what stood in a text field. */
  readonly shown?: boolean
  readonly errorText?: string | undefined
  readonly autoFocus?: boolean
}

/** A field for a password, as password managers know one. */
export function PasswordField({
  label,
  kind,
  value,
  onChange,
  shown = false,
  errorText,
  ...props
}: PasswordFieldProps) {
  return (
    <FormField label={label} errorText={errorText} stretch>
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        autoComplete={`${kind}-password`}
        disableBrowserAutocorrect
        spellcheck={false}
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  )
}
