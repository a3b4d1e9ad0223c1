import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Copy } from '../../parts/copy.tsx'
import { Form } from '../../parts/form.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { PasswordRuleList } from '../../parts/password-rule-list.tsx'
import { passwordViolation } from '../../parts/password-violation.ts'
import { judgePassword, type PasswordRules } from '../../parts/password-rules.ts'
import { labels } from './labels.ts'
import { changePassword, type Step, type Who } from './sign-in-call.ts'
import { StepError } from './step-error.tsx'

/** What a right password led to that may not be used any more. */
export interface ForcedChange {
  readonly attempt: string
  readonly reason: Step['Reason']
  readonly rules: PasswordRules
  readonly who: Who
}

export interface ChangeStepProps {
  readonly change: ForcedChange
  readonly onNext: (step: Step, who: Who) => void
  /** The attempt is over: signing in begins again. */
  readonly onRestart: () => void
}

/** Reads the change that a step asks for; undefined where it asks for none. */
export function forcedChange({ Attempt, Reason, PasswordPolicy }: Step, who: Who): ForcedChange | undefined {
  if (Attempt === undefined || !PasswordPolicy) return undefined
  return { attempt: Attempt, reason: Reason, rules: PasswordPolicy, who }
}

/** The form for a password that must be changed before anything else. */
export function ChangeStep({ change, onNext, onRestart }: ChangeStepProps) {
  const t = useT()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError>()

  const missing = (value: string) => (tried && value === '' ? t(labels.required) : undefined)
  const unmet = judgePassword(next, change.rules).some(([, met]) => !met)

  const submit = async () => {
    flushSync(() => {
      setShown(false)
      setTried(true)
    })
    if (old === '' || unmet || again !== next) return
    setPending(true)
    setError(undefined)
    const outcome = await changePassword({ Attempt: change.attempt, OldPassword: old, NewPassword: next })
    setPending(false)
    if (outcome.step) onNext(outcome.step, change.who)
    else setError(outcome.error)
  }

  if (error?.isDenied) return <NotAllowed who={change.who} onRestart={onRestart} />
  if (error?.code === 'AttemptEnded') {
    return (
      <>
        <StepError error={error} />
        <Button variant="primary" fullWidth onClick={onRestart}>
          {t(labels.startAgain)}
        </Button>
      </>
    )
  }
  return (
    <Form onSubmit={submit}>
      {/* Not seen: a password manager learns here whose password it is. */}
      <input
        hidden
        readOnly
        name="username"
        autoComplete="username"
        value={change.who.PrincipalType === 'User' ? change.who.UserName : change.who.Email}
      />
      <StepError
        error={error}
        text={
          error?.code === 'AuthenticationFailed'
            ? t(labels.wrongOld)
            : error?.code === 'PasswordPolicyViolation'
              ? passwordViolation(t, error)
              : undefined
        }
      />
      <SpaceBetween size="m">
        {error === undefined && (
          <Alert type="info">{t(change.reason === 'Expired' ? labels.reasonExpired : labels.reasonReset)}</Alert>
        )}
        <PasswordField
          label={t(labels.oldPassword)}
          kind="current"
          name="old-password"
          value={old}
          onChange={setOld}
          shown={shown}
          autoFocus
          errorText={missing(old)}
        />
        <PasswordField
          label={t(labels.newPassword)}
          kind="new"
          name="new-password"
          value={next}
          onChange={setNext}
          shown={shown}
          errorText={missing(next) ?? (tried && unmet ? t(labels.unmet) : undefined)}
        />
        <PasswordRuleList rules={change.rules} password={next} forced />
        <PasswordField
          label={t(labels.retypePassword)}
          kind="new"
          name="new-password-again"
          value={again}
          onChange={setAgain}
          shown={shown}
          errorText={tried && again !== next ? t(labels.mismatch) : undefined}
        />
        <Checkbox checked={shown} onChange={({ detail }) => setShown(detail.checked)}>
          {t(labels.showPassword)}
        </Checkbox>
        <Button variant="primary" formAction="submit" fullWidth loading={pending}>
          {t(labels.confirmChange)}
        </Button>
      </SpaceBetween>
    </Form>
  )
}

/** A dead end: only an administrator can open it, so it says what to ask for. */
function NotAllowed({ who, onRestart }: { readonly who: Who; readonly onRestart: () => void }) {
  const t = useT()
  const request = t(labels.askFor, { who: who.PrincipalType === 'User' ? who.UserName : who.Email })
  return (
    <SpaceBetween size="m">
      <div role="alert">
        <Alert type="error">
          <SpaceBetween size="s">
            <div>{t(labels.notAllowed)}</div>
            <div>{request}</div>
            <Copy text={request}>{t(labels.copyForAdministrator)}</Copy>
          </SpaceBetween>
        </Alert>
      </div>
      <Button fullWidth onClick={onRestart}>
        {t(labels.startAgain)}
      </Button>
    </SpaceBetween>
  )
}
