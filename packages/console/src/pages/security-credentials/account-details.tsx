import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'

/** Who one is, as the session says it: it needs no permission. */
export function AccountDetails() {
  const t = useT()
  const { AccountId, UserName, Arn, Email } = useSession()
  const accountId = { label: t(labels.accountId), value: <Copyable text={AccountId} /> }
  return (
    <Container header={<Header variant="h2">{t(labels.account)}</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={220}
        items={
          UserName === undefined
            ? [accountId, { label: t(labels.rootEmail), value: <Copyable text={Email ?? ''} /> }]
            : [
                accountId,
                { label: t(labels.userName), value: UserName },
                { label: t(labels.userArn), value: <Copyable text={Arn} /> },
              ]
        }
      />
    </Container>
  )
}
