import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import type { Output } from '../../api/types.ts'
import { useNow } from '../../i18n/clock.ts'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { daysSince, when } from '../../i18n/when.ts'
import { Copyable } from '../../parts/copy.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { Link } from '../../parts/link.tsx'
import { Time } from '../../parts/time.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { KeyStatus } from '../access-keys/key-facts.tsx'
import type { Key } from '../access-keys/key.ts'
import type { Owner } from '../access-keys/owner.ts'
import { useKeys } from '../access-keys/use-keys.ts'
import { labels } from './labels.ts'
import type { LoginProfile } from './use-login-profile.ts'

export interface SummaryProps {
  readonly owner: Owner
  readonly user: Output<'iam', 'GetUser'>['User'] | undefined
  readonly profile: LoginProfile
  /** The user is still being read. */
  readonly pending: boolean
}

/** What one wants to know of a user before anything else. */
export function Summary({ owner, user, profile, pending: reading }: SummaryProps) {
  const t = useT()
  const { keys, pending } = useKeys(owner)
  const ofUser = (value: (known: NonNullable<typeof user>) => ReactNode) =>
    user ? value(user) : reading ? <Waiting /> : <Hidden action="iam:GetUser" />
  const keyValue = (at: number) => {
    if (pending) return <Waiting />
    if (!keys) return <Hidden action="iam:ListAccessKeys" />
    const key = keys[at]
    if (key) return <KeyFacts of={key} />
    // The second is offered once there is a first.
    return at > keys.length ? (
      t(labels.none)
    ) : (
      <Link href={`${owner.base}/create-access-key`}>{t(labels.createAccessKey)}</Link>
    )
  }
  return (
    <Container header={<Header variant="h2">{t(labels.summary)}</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={230}
        items={[
          { label: t(labels.arn), value: ofUser(({ Arn }) => <Copyable text={Arn} />) },
          { label: t(labels.consoleAccess), value: <Access profile={profile} /> },
          { label: t(labels.accessKeyNumber, { number: 1 }), value: keyValue(0) },
          { label: t(labels.created), value: ofUser(({ CreateDate }) => <Time at={CreateDate} />) },
          {
            label: t(labels.lastSignIn),
            value: ofUser((known) => <SignIn at={known.PasswordLastUsed} profile={profile} />),
          },
          { label: t(labels.accessKeyNumber, { number: 2 }), value: keyValue(1) },
        ]}
      />
    </Container>
  )
}

function Access({ profile }: { readonly profile: LoginProfile }) {
  const t = useT()
  switch (profile.state) {
    case 'waiting':
      return <Waiting />
    case 'denied':
      return <Hidden action="iam:GetLoginProfile" />
    case 'none':
      return <StatusIndicator type="stopped">{t(labels.disabled)}</StatusIndicator>
    case 'set':
      return <StatusIndicator type="success">{t(labels.enabled)}</StatusIndicator>
    default:
      return profile satisfies never
  }
}

function SignIn({ at, profile }: { readonly at: number | undefined; readonly profile: LoginProfile }) {
  const t = useT()
  if (at !== undefined) return <Time at={at} />
  if (profile.state === 'denied') return <Hidden action="iam:GetLoginProfile" />
  return t(profile.state === 'set' ? labels.never : labels.none)
}

function KeyFacts({ of: key }: { readonly of: Key }) {
  const t = useT()
  const { language } = useLanguage()
  const now = useNow()
  const { use } = key
  return (
    <>
      <Copyable text={key.id} />
      <div>
        <KeyStatus of={key} />
      </div>
      <div className="kw-quiet">
        {t(labels.keyAge, { count: daysSince(key.createdAt, now) })}
        {use && ' – '}
        {use &&
          (use.at === undefined ? t(labels.keyNeverUsed) : t(labels.keyUsed, { when: when(use.at, now, language) }))}
      </div>
    </>
  )
}
