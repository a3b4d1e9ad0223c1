import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Form } from '../../parts/form.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { labels } from './labels.ts'
import { signIn, type Step, type Who } from './sign-in-call.ts'
import { StepError } from './step-error.tsx'

export interface PasswordStepProps {
  /** Undefined while something of it is missing. */
  readonly who: Who | undefined
  /** The fields that say who; `tried` is true once somebody has tried to go on. */
  readonly fields: (tried: boolean) => ReactNode
  readonly focusPassword: boolean
  readonly onNext: (step: Step, who: Who) => void
}

/** The form with the password. */
export function PasswordStep({ who, fields, focusPassword, onNext }: PasswordStepProps) {
  const t = useT()
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError>()

  const submit = async () => {
    // Now, not at the next render: browsers look at the field when the form is submitted.
    flushSync(() => {
      setShown(false)
      setTried(true)
    })
    if (!who || password === '') return
    setPending(true)
    setError(undefined)
    const outcome = await signIn(who, password)
    setPending(false)
    if (outcome.step) return onNext(outcome.step, who)
    setError(outcome.error)
    if (outcome.error.code === 'AuthenticationFailed') {
      setPassword('')
      setTried(false)
    }
  }

  return (
    <Form onSubmit={submit}>
      <StepError error={error} />
      <SpaceBetween size="m">
        {fields(tried)}
        <PasswordField
          label={t(labels.password)}
          kind="current"
          name="password"
          value={password}
          onChange={setPassword}
          shown={shown}
          autoFocus={focusPassword}
          errorText={tried && password === '' ? t(labels.required) : undefined}
        />
        <Checkbox checked={shown} onChange={({ detail }) => setShown(detail.checked)}>
          {t(labels.showPassword)}
        </Checkbox>
        <Button variant="primary" formAction="submit" fullWidth loading={pending}>
          {t(labels.signIn)}
        </Button>
      </SpaceBetween>
    </Form>
  )
}
