import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { call } from '../../api/call.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { Link, TextButton } from '../../parts/link.tsx'
import { accountIn } from '../../session/account-address.ts'
import { forgetRemembered, useSessionState } from '../../session/session-state.ts'
import { AccountField } from './account-field.tsx'
import { Forgot } from './forgot.tsx'
import { Heading } from './heading.tsx'
import { labels } from './labels.ts'
import { PasswordStep } from './password-step.tsx'
import { normalAccount } from './sign-in-call.ts'
import { useSignIn } from './signin-context.ts'

/** The page of one account, whether or not there is such an account: a user's name and password. */
export function AccountPage() {
  const t = useT()
  const { search } = useLocation()
  const address = accountIn(useParams()['account'] ?? '')
  const { remembered } = useSessionState()
  const { go } = useSignIn()
  const known = remembered && normalAccount(remembered.Account) === normalAccount(address) ? remembered : undefined
  const [account, setAccount] = useState(address)
  const [userName, setUserName] = useState(known?.UserName ?? '')

  const accountFault = faultText(t, 'signin:SignIn', 'Account', normalAccount(account))
  const nameFault = faultText(t, 'signin:SignIn', 'UserName', userName.trim())
  const complete = accountFault === undefined && nameFault === undefined

  const forget = async () => {
    await call('signin', 'ForgetAccount', {}).catch(() => undefined)
    forgetRemembered()
    setUserName('')
  }

  return (
    <>
      <Heading>{t(labels.userTitle)}</Heading>
      <PasswordStep
        who={
          complete ? { PrincipalType: 'User', Account: normalAccount(account), UserName: userName.trim() } : undefined
        }
        focusPassword={userName !== ''}
        onNext={go}
        fields={(tried) => (
          <SpaceBetween size="m">
            <AccountField value={account} onChange={setAccount} judged={tried} />
            <FormField label={t(labels.iamUserName)} errorText={tried ? nameFault : undefined} stretch>
              <Input
                name="username"
                value={userName}
                onChange={({ detail }) => setUserName(detail.value)}
                autoComplete="username"
                disableBrowserAutocorrect
                spellcheck={false}
                autoFocus={userName === ''}
              />
            </FormField>
          </SpaceBetween>
        )}
      />
      <Forgot>{t(labels.forgotUser)}</Forgot>
      <nav className="kw-signin-links">
        <Link href={`/signin/root${search}`}>{t(labels.useRoot)}</Link>
        <Link href={`/signin${search}`}>{t(labels.differentAccount)}</Link>
        {known && <TextButton onPress={() => void forget()}>{t(labels.forget)}</TextButton>}
      </nav>
    </>
  )
}
