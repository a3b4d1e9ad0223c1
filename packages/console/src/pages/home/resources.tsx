import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Link } from '../../parts/link.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'

/** How much there is of what, with the account's quotas. */
export function Resources() {
  const t = useT()
  const summary = useRead('iam', 'GetAccountSummary', {})
  const { Users = 0, UsersQuota = 0 } = summary.data?.SummaryMap ?? {}
  return (
    <Container header={<Header variant="h2">{t(labels.resources)}</Header>}>
      {summary.error ? (
        <Denied error={summary.error} action="iam:GetAccountSummary" resource="*" />
      ) : summary.pending ? (
        <Waiting />
      ) : (
        <KeyValuePairs
          items={[
            {
              label: t(labels.users),
              value: (
                <>
                  <Link href="/iam/users" fontSize="heading-l">
                    {Users.toLocaleString()}
                  </Link>
                  <div className="kw-quiet">{t(labels.usersQuota, { count: UsersQuota })}</div>
                </>
              ),
            },
          ]}
        />
      )}
    </Container>
  )
}
