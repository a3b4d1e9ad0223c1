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
  const { Users = 0, UsersQuota, Groups = 0, GroupsQuota, Policies = 0, PoliciesQuota } = summary.data?.SummaryMap ?? {}
  return (
    <Container header={<Header variant="h2">{t(labels.resources)}</Header>}>
      {summary.error ? (
        <Denied error={summary.error} action="iam:GetAccountSummary" resource="*" />
      ) : summary.pending ? (
        <Waiting />
      ) : (
        <KeyValuePairs
          columns={3}
          minColumnWidth={90}
          items={[
            { label: t(labels.users), value: <Count href="/iam/users" count={Users} quota={UsersQuota} /> },
            { label: t(labels.groups), value: <Count href="/iam/groups" count={Groups} quota={GroupsQuota} /> },
            { label: t(labels.policies), value: <Count href="/iam/policies" count={Policies} quota={PoliciesQuota} /> },
          ]}
        />
      )}
    </Container>
  )
}

interface CountProps {
  readonly href: string
  readonly count: number
  readonly quota: number | undefined
}

function Count({ href, count, quota }: CountProps) {
  const t = useT()
  return (
    <>
      <Link href={href} fontSize="heading-l">
        {count.toLocaleString()}
      </Link>
      {quota !== undefined && <div className="kw-quiet">{t(labels.quota, { count: quota })}</div>}
    </>
  )
}
