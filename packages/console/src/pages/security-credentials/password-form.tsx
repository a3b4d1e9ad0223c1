import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import type { OperationName } from '../../api/types.ts'
import { useSecret } from '../../api/use-secret.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Form } from '../../parts/form.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { PasswordRuleList } from '../../parts/password-rule-list.tsx'
import { judgePassword, type PasswordRules } from '../../parts/password-rules.ts'
import { labels } from './labels.ts'

/** Changes the password by `call`: no cache and no log sees it. Throws ApiError. */
export type PasswordChange = (input: { readonly OldPassword: string; readonly NewPassword: string }) => Promise<void>

export interface PasswordFormProps {
  /** Whose password it is, for the password manager. */
  readonly of: string
  /** Undefined while they are not known. */
  readonly rules: PasswordRules | undefined
  /** They may not be read. */
  readonly hiddenRules: boolean
  readonly action: OperationName
  readonly resource: string
  readonly change: PasswordChange
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** The old password, and the new one twice. */
export function PasswordForm(props: PasswordFormProps) {
  const { of, rules, hiddenRules, action, resource, change, onCancel, onDone } = props
  const t = useT()
  // Dropped with the session, like every secret of the page.
  const [old = '', setOld] = useSecret<string>()
  const [next = '', setNext] = useSecret<string>()
  const [again = '', setAgain] = useSecret<string>()
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError>()

  const unmet = rules !== undefined && judgePassword(next, rules).some(([, met]) => !met)
  const missing = (value: string) => (tried && value === '' ? t(labels.required) : undefined)
  const wrongOld = error !== undefined && isWrongPassword(error)
  const violation = error?.code === 'PasswordPolicyViolation' ? error.message : undefined

  const submit = async () => {
    setTried(true)
    if (old === '' || next === '' || unmet || again !== next) return
    setPending(true)
    setError(undefined)
    try {
      await change({ OldPassword: old, NewPassword: next })
      onDone()
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      setError(thrown)
    } finally {
      setPending(false)
    }
  }

  return (
    <Form onSubmit={submit}>
      {/* Not seen: a password manager learns here whose password it is. */}
      <input hidden readOnly name="username" autoComplete="username" value={of} />
      <SpaceBetween size="m">
        {error && !wrongOld && violation === undefined && <Failure error={error} action={action} resource={resource} />}
        <PasswordField
          label={t(labels.currentPassword)}
          kind="current"
          name="current-password"
          value={old}
          onChange={setOld}
          autoFocus
          errorText={missing(old) ?? (wrongOld ? t(labels.wrongPassword) : undefined)}
        />
        <PasswordField
          label={t(labels.newPassword)}
          kind="new"
          name="new-password"
          value={next}
          onChange={setNext}
          errorText={missing(next) ?? violation ?? (tried && unmet ? t(labels.unmet) : undefined)}
        />
        {rules && <PasswordRuleList rules={rules} password={next} />}
        {hiddenRules && <Box color="text-body-secondary">{t(labels.hiddenRules)}</Box>}
        <PasswordField
          label={t(labels.confirmPassword)}
          kind="new"
          name="new-password-again"
          value={again}
          onChange={setAgain}
          errorText={tried && again !== next ? t(labels.mismatch) : undefined}
        />
        <Box color="text-body-secondary">{t(labels.othersEnd)}</Box>
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={onCancel}>
              {t(labels.cancel)}
            </Button>
            <Button variant="primary" formAction="submit" loading={pending}>
              {t(labels.changePassword)}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </Form>
  )
}

/** AWS has one code for "you may not" and for "that is not your password"; only the first names who may not do what. */
function isWrongPassword(error: ApiError): boolean {
  return error.isDenied && !error.message.startsWith('User: ')
}
