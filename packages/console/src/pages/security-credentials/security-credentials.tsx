import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { useSession } from '../../session/session-state.ts'
import { AccessKeysSection } from '../access-keys/access-keys-section.tsx'
import { KeysHelp } from '../access-keys/keys-help.tsx'
import { oneself } from '../access-keys/owner.ts'
import { AccountDetails } from './account-details.tsx'
import { labels } from './labels.ts'
import { PasswordSection } from './password-section.tsx'

/** One's own credentials: needs no permission on anybody else, and no list of users. */
export function SecurityCredentials() {
  const t = useT()
  const session = useSession()
  const owner = useMemo(() => oneself(session), [session])
  const isRoot = owner.userName === undefined
  const [warned, setWarned] = useState(() => warnedSession === session.Handle)

  const goOn = () => {
    warnedSession = session.Handle
    setWarned(true)
  }

  return (
    <Page
      title={t(labels.title)}
      help={<KeysHelp about={isRoot ? 'root' : 'manage'} />}
      {...(!isRoot && { description: t(labels.about) })}
    >
      {isRoot && !warned ? (
        <RootWarning onContinue={goOn} />
      ) : (
        <SpaceBetween size="l">
          <AccountDetails />
          <PasswordSection />
          <AccessKeysSection owner={owner} />
        </SpaceBetween>
      )}
    </Page>
  )
}

/** Root was warned in this session: not again on the way back from the wizard. */
let warnedSession: string | undefined

function RootWarning({ onContinue }: { readonly onContinue: () => void }) {
  const t = useT()
  return (
    <Alert
      type="warning"
      header={t(labels.rootTitle)}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <LinkButton href="/iam/users">{t(labels.toUsers)}</LinkButton>
          <Button onClick={onContinue}>{t(labels.continue)}</Button>
        </SpaceBetween>
      }
    >
      {t(labels.rootText)}
    </Alert>
  )
}
