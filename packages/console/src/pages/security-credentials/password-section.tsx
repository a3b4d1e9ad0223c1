import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Time } from '../../parts/time.tsx'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'
import { PasswordForm, type PasswordChange } from './password-form.tsx'
import { builtInRules, rulesOf } from './policy-rules.ts'

/** The password on one's own page: a user's by IAM, root's by the operation that only a console session of root may call. */
export function PasswordSection() {
  const t = useT()
  const { UserName, PasswordExpiresAt } = useSession()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const done = () => {
    setOpen(false)
    flash({ name: 'password', type: 'success', content: t(labels.passwordChanged) })
  }
  const action = open ? undefined : <Button onClick={() => setOpen(true)}>{t(labels.changePassword)}</Button>
  return (
    <Container
      header={
        <Header variant="h2" description={t(labels.passwordText)} actions={action}>
          {t(labels.password)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {PasswordExpiresAt !== undefined && (
          <Box variant="p">
            {t(labels.passwordExpires)} <Time at={PasswordExpiresAt} />
          </Box>
        )}
        {!open && (
          <Box color="text-body-secondary">
            {t(UserName === undefined ? labels.rootPasswordHint : labels.passwordHint)}
          </Box>
        )}
        {open && UserName !== undefined && <UserPassword userName={UserName} onCancel={close} onDone={done} />}
        {open && UserName === undefined && <RootPassword onCancel={close} onDone={done} />}
      </SpaceBetween>
    </Container>
  )
}

interface Ways {
  readonly onCancel: () => void
  readonly onDone: () => void
}

function UserPassword({ userName, ...ways }: Ways & { readonly userName: string }) {
  const { Arn } = useSession()
  // Whoever may not read the policy may still change the password: then the server alone judges.
  const policy = useRead('iam', 'GetAccountPasswordPolicy', {}, { expects: ['NoSuchEntity'] })
  const rules =
    policy.error?.code === 'NoSuchEntity' ? builtInRules : policy.data && rulesOf(policy.data.PasswordPolicy)
  const change: PasswordChange = async (input) => void (await call('iam', 'ChangePassword', input))
  return (
    <PasswordForm
      {...ways}
      of={userName}
      rules={rules}
      hiddenRules={policy.error?.isDenied === true}
      action="iam:ChangePassword"
      resource={Arn}
      change={change}
    />
  )
}

function RootPassword(ways: Ways) {
  const { Arn, Email } = useSession()
  const change: PasswordChange = async (input) => void (await call('keyward', 'ChangeRootPassword', input))
  return (
    <PasswordForm
      {...ways}
      of={Email ?? ''}
      // An account's own policy does not hold root.
      rules={builtInRules}
      hiddenRules={false}
      action="keyward:ChangeRootPassword"
      resource={Arn}
      change={change}
    />
  )
}
