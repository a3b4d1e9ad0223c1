import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { apiServer, useSession } from '../../session/session-state.ts'
import { ChangeAlias, DeleteAlias } from './alias-modals.tsx'
import { labels } from './labels.ts'
import { accountAddress } from '../../session/account-address.ts'

/** The account's number and name, and the addresses that people and programs reach it at. */
export function Account() {
  const t = useT()
  const { AccountId } = useSession()
  const aliases = useRead('iam', 'ListAccountAliases', {})
  const alias = aliases.data?.AccountAliases[0]
  const [open, setOpen] = useState<'change' | 'delete'>()
  const close = () => setOpen(undefined)
  const signIn = `${location.origin}${accountAddress(alias ?? AccountId)}`
  const { ApiUrl } = apiServer()

  const aliasValue = aliases.error ? (
    <Denied error={aliases.error} action="iam:ListAccountAliases" resource="*" />
  ) : aliases.pending ? (
    <Waiting />
  ) : (
    <SpaceBetween size="xxs">
      {alias === undefined ? t(labels.noAlias) : <Copyable text={alias} />}
      <SpaceBetween direction="horizontal" size="s">
        <Button variant="inline-link" onClick={() => setOpen('change')}>
          {t(alias === undefined ? labels.createAlias : labels.changeAlias)}
        </Button>
        {alias !== undefined && (
          <Button variant="inline-link" onClick={() => setOpen('delete')}>
            {t(labels.deleteAlias)}
          </Button>
        )}
      </SpaceBetween>
    </SpaceBetween>
  )

  return (
    <Container header={<Header variant="h2">{t(labels.account)}</Header>}>
      <KeyValuePairs
        columns={2}
        minColumnWidth={260}
        items={[
          { label: t(labels.accountId), value: <Copyable text={AccountId} /> },
          { label: t(labels.alias), value: aliasValue },
          { label: t(labels.signInAddress), value: <Copyable text={signIn} /> },
          { label: t(labels.apiAddress), value: <Copyable text={ApiUrl} /> },
        ]}
      />
      {open === 'change' && <ChangeAlias alias={alias} onClose={close} />}
      {open === 'delete' && alias !== undefined && <DeleteAlias alias={alias} onClose={close} />}
    </Container>
  )
}
