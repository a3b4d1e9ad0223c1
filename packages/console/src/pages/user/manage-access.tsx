import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef, useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useSecret } from '../../api/use-secret.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Failure } from '../../parts/failure.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { FormModal } from '../../parts/form-modal.tsx'
import { passwordViolation } from '../../parts/password-violation.ts'
import { labels } from './labels.ts'
import { PasswordFields, passwordOf } from './password-fields.tsx'
import { RetrievedPassword } from './retrieved-password.tsx'
import { setPassword, type SetPassword } from './set-password.ts'
import { usePasswordChoice } from './use-password-choice.ts'
import { usePasswordTerms } from './use-password-terms.ts'

export interface ManageAccessProps {
  readonly name: string
  readonly arn: string
  /** The user has a password. */
  readonly isSet: boolean
  readonly onClose: () => void
}

/** Gives a user a password, another one, or none any more. */
export function ManageAccess({ name, arn, isSet, onClose }: ManageAccessProps) {
  const t = useT()
  const { rules, usersMayChange } = usePasswordTerms()
  const [wanted, setWanted] = useState<'password' | 'none'>('password')
  const [choice, setChoice] = usePasswordChoice()
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [result, setResult] = useState<SetPassword>()
  const [password, keepPassword] = useSecret<string>()
  const remove = useChange('iam', 'DeleteLoginProfile')
  const running = useRef(false)
  const allowChange = choice.resetRequired && usersMayChange === false

  const disable = async () => {
    const { error } = await remove.run({ UserName: name })
    if (error && error.code !== 'NoSuchEntity') return
    flash({ name: 'user', type: 'success', content: t(labels.accessDisabled, { user: name }) })
    onClose()
  }
  const enable = async () => {
    setTried(true)
    if (choice.kind === 'custom' && faultText(t, 'iam:CreateLoginProfile', 'Password', choice.typed)) return
    if (running.current) return
    running.current = true
    setPending(true)
    const made = passwordOf(choice, rules)
    try {
      const next = await setPassword({ userName: name, password: made, ...choice, isSet, allowChange })
      setResult(next)
      if (next.kind !== 'refused') keepPassword(made)
    } finally {
      running.current = false
      setPending(false)
    }
  }

  if (password !== undefined) {
    return (
      <Modal
        visible
        size="large"
        header={t(labels.retrievePassword)}
        // A click beside it is no decision to part with the password.
        onDismiss={({ detail }) => (detail.reason === 'overlay' ? undefined : onClose())}
        footer={
          <Box float="right">
            <Button variant="primary" onClick={onClose}>
              {t(labels.done)}
            </Button>
          </Box>
        }
      >
        <SpaceBetween size="m">
          {result?.kind === 'notAttached' && (
            <Alert type="warning" header={t(labels.notAttachedTitle)}>
              {t(labels.notAttachedText)}
              <Failure error={result.error} action="iam:AttachUserPolicy" resource={arn} />
            </Alert>
          )}
          <RetrievedPassword userName={name} password={password} />
        </SpaceBetween>
      </Modal>
    )
  }
  const refused = result?.kind === 'refused' ? result.error : undefined
  const ofPassword = wanted === 'password' && refused?.code === 'PasswordPolicyViolation' ? refused : undefined
  const typedFault =
    tried && choice.kind === 'custom' ? faultText(t, 'iam:CreateLoginProfile', 'Password', choice.typed) : undefined
  const disabling = wanted === 'none'
  return (
    <FormModal
      title={t(isSet ? labels.manageAccess : labels.enableAccess)}
      save={t(disabling ? labels.disable : isSet ? labels.apply : labels.enable)}
      pending={pending || remove.pending}
      onSave={disabling ? disable : enable}
      onCancel={onClose}
    >
      {isSet ? (
        <FormField label={t(labels.consoleAccess)}>
          <RadioGroup
            value={wanted}
            items={[
              { value: 'password', label: t(labels.newPassword), description: t(labels.newPasswordText) },
              { value: 'none', label: t(labels.disableAccess), description: t(labels.disableText) },
            ]}
            onChange={({ detail }) => setWanted(detail.value === 'none' ? 'none' : 'password')}
          />
        </FormField>
      ) : (
        <Box>{t(labels.accessText, { user: name })}</Box>
      )}
      {!disabling && (
        <PasswordFields
          choice={choice}
          rules={rules}
          onChange={setChoice}
          errorText={ofPassword ? passwordViolation(t, ofPassword) : typedFault}
        />
      )}
      {!disabling && allowChange && <Alert type="info">{t(labels.changePolicyNote)}</Alert>}
      <Failure error={ofPassword ? undefined : disabling ? remove.error : refused} resource={arn} />
    </FormModal>
  )
}
