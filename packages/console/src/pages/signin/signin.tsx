import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { faultText } from '../../parts/field-fault.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Form } from '../../parts/form.tsx'
import { Link } from '../../parts/link.tsx'
import { accountAddress } from '../../session/account-address.ts'
import { AccountField } from './account-field.tsx'
import { Heading } from './heading.tsx'
import { labels } from './labels.ts'
import { normalAccount } from './sign-in-call.ts'

/** The main page: which account, or root. It asks the server nothing, so it tells nobody which accounts there are. */
export function SignInPage() {
  const t = useT()
  const navigate = useNavigate()
  const { search } = useLocation()
  const [account, setAccount] = useState('')
  const [tried, setTried] = useState(false)
  const fault = faultText(t, 'signin:SignIn', 'Account', normalAccount(account))
  const submit = () => {
    setTried(true)
    if (fault === undefined) void navigate(accountAddress(normalAccount(account), search))
  }
  return (
    <>
      <Heading>{t(labels.title)}</Heading>
      <Form onSubmit={submit}>
        <SpaceBetween size="m">
          <AccountField value={account} onChange={setAccount} judged={tried} autoFocus />
          <Button variant="primary" formAction="submit" fullWidth>
            {t(labels.next)}
          </Button>
        </SpaceBetween>
      </Form>
      <nav className="kw-signin-links">
        <Link href={`/signin/root${search}`}>{t(labels.useRoot)}</Link>
      </nav>
    </>
  )
}
