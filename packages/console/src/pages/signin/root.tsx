import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { Form } from '../../parts/form.tsx'
import { Link, TextButton } from '../../parts/link.tsx'
import { Forgot } from './forgot.tsx'
import { Heading } from './heading.tsx'
import { labels } from './labels.ts'
import { PasswordStep } from './password-step.tsx'
import { useSignIn } from './signin-context.ts'

/** The root user: the e-mail address, then the password. The first step asks the server nothing. */
export function RootPage() {
  const t = useT()
  const { search } = useLocation()
  const { go } = useSignIn()
  const [email, setEmail] = useState('')
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState(false)
  const fault = faultText(t, 'signin:SignIn', 'Email', email.trim())

  const field = (
    <FormField label={t(labels.email)} errorText={tried && !given ? fault : undefined} stretch>
      <Input
        name="username"
        type="email"
        value={email}
        onChange={({ detail }) => setEmail(detail.value)}
        autoComplete="username"
        spellcheck={false}
        readOnly={given}
        autoFocus={!given}
      />
    </FormField>
  )
  return (
    <>
      <Heading>{t(labels.rootTitle)}</Heading>
      {given ? (
        <PasswordStep
          who={{ PrincipalType: 'Root', Email: email.trim() }}
          focusPassword
          onNext={go}
          fields={() => field}
        />
      ) : (
        <Form
          onSubmit={() => {
            setTried(true)
            setGiven(fault === undefined)
          }}
        >
          <SpaceBetween size="m">
            {field}
            <Button variant="primary" formAction="submit" fullWidth>
              {t(labels.next)}
            </Button>
          </SpaceBetween>
        </Form>
      )}
      <Forgot>
        <SpaceBetween size="xs">
          <div>{t(labels.forgotRoot)}</div>
          <Copyable text="keyward root reset-password" />
        </SpaceBetween>
      </Forgot>
      <nav className="kw-signin-links">
        {given && <TextButton onPress={() => setGiven(false)}>{t(labels.otherEmail)}</TextButton>}
        <Link href={`/signin${search}`}>{t(labels.userTitle)}</Link>
      </nav>
    </>
  )
}
