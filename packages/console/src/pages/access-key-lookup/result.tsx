import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import type { KeyOwner } from '../../parts/key-owner/key-owner.ts'
import { OwnerNotice } from '../../parts/key-owner/owner-notice.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { useSession } from '../../session/session-state.ts'
import { usersAddress } from '../users/users-address.ts'
import { labels } from './labels.ts'

interface Props {
  readonly asked: { readonly id: string; readonly owner: KeyOwner | undefined } | undefined
}

/** What was found of a key id, and where to go on. */
export function Result({ asked }: Props) {
  const t = useT()
  if (asked === undefined) {
    return (
      <Box textAlign="center" color="text-body-secondary" padding="l">
        {t(labels.empty)}
      </Box>
    )
  }
  const { id, owner } = asked
  return (
    <Container header={<Header variant="h2">{t(labels.result)}</Header>}>
      <SpaceBetween size="m">
        <OwnerNotice id={id} owner={owner} />
        {owner !== undefined && owner.kind !== 'unknown' && owner.kind !== 'hidden' && <Facts id={id} owner={owner} />}
      </SpaceBetween>
    </Container>
  )
}

function Facts({ id, owner }: { readonly id: string; readonly owner: KeyOwner }) {
  const t = useT()
  const { AccountId, PrincipalType } = useSession()
  const account = 'account' in owner ? owner.account : AccountId
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: t(labels.account),
            value: account === AccountId ? t(labels.thisAccount, { account }) : <code translate="no">{account}</code>,
          },
          { label: t(labels.kind), value: t(owner.kind === 'temporary' ? labels.temporary : labels.longTerm) },
        ]}
      />
      <Box color="text-body-secondary">{t(labels.statusNote)}</Box>
      <SpaceBetween direction="horizontal" size="xs">
        {owner.kind === 'user' && <LinkButton href={usersAddress({ search: id })}>{t(labels.openUser)}</LinkButton>}
        {owner.kind === 'root' && PrincipalType === 'Root' && (
          <LinkButton href="/iam/security_credentials">{t(labels.openRoot)}</LinkButton>
        )}
        {account === AccountId && owner.kind !== 'temporary' && (
          <LinkButton href="/iam/credential_report">{t(labels.openReport)}</LinkButton>
        )}
      </SpaceBetween>
    </SpaceBetween>
  )
}
