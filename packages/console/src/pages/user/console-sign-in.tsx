import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useNow } from '../../i18n/clock.ts'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { when } from '../../i18n/when.ts'
import { Copyable } from '../../parts/copy.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { useSession } from '../../session/session-state.ts'
import type { Owner } from '../access-keys/owner.ts'
import { labels } from './labels.ts'
import { ManageAccess } from './manage-access.tsx'
import { signInAddress } from './sign-in-address.ts'
import type { LoginProfile } from './use-login-profile.ts'

export interface ConsoleSignInProps {
  readonly owner: Owner
  readonly name: string
  readonly profile: LoginProfile
}

/** Where and whether a user signs in to the console. */
export function ConsoleSignIn({ owner, name, profile }: ConsoleSignInProps) {
  const t = useT()
  const address = signInAddress(useSession())
  const [managing, setManaging] = useState(false)
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button disabled={profile.state === 'waiting'} onClick={() => setManaging(true)}>
              {t(profile.state === 'none' ? labels.enableAccess : labels.manageAccess)}
            </Button>
          }
        >
          {t(labels.consoleTitle)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {profile.state === 'denied' && (
          <Denied error={profile.error} action="iam:GetLoginProfile" resource={owner.arn} />
        )}
        <KeyValuePairs
          columns={2}
          minColumnWidth={230}
          items={[
            { label: t(labels.signInLink), value: <Copyable text={address} /> },
            ...(profile.state === 'denied'
              ? []
              : [{ label: t(labels.password), value: <PasswordState profile={profile} /> }]),
          ]}
        />
      </SpaceBetween>
      {managing && (
        <ManageAccess name={name} arn={owner.arn} isSet={profile.state !== 'none'} onClose={() => setManaging(false)} />
      )}
    </Container>
  )
}

function PasswordState({ profile }: { readonly profile: LoginProfile }) {
  const t = useT()
  const { language } = useLanguage()
  const now = useNow()
  if (profile.state === 'waiting') return <Waiting />
  if (profile.state !== 'set') return <StatusIndicator type="stopped">{t(labels.passwordNone)}</StatusIndicator>
  return (
    <SpaceBetween size="xxs">
      <StatusIndicator type="success">
        {t(labels.passwordSet, { when: when(profile.at, now, language) })}
      </StatusIndicator>
      {profile.resetRequired && <StatusIndicator type="info">{t(labels.passwordReset)}</StatusIndicator>}
    </SpaceBetween>
  )
}
