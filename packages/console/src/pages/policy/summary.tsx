import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { Time } from '../../parts/time.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'
import type { KnownPolicy, ManagedPolicy } from './use-policy.ts'

/** What one wants to know of a policy before anything else. */
export function Summary({ known }: { readonly known: KnownPolicy }) {
  const t = useT()
  const { arn, isAws, policy, pending } = known
  const of = (value: (policy: ManagedPolicy) => ReactNode) =>
    policy ? value(policy) : pending ? <Waiting /> : <Hidden action="iam:GetPolicy" />
  const time = (at: number | undefined) => (at === undefined ? t(labels.none) : <Time at={at} />)
  return (
    <Container header={<Header variant="h2">{t(labels.summary)}</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={230}
        items={[
          { label: t(labels.arn), value: <Copyable text={arn} /> },
          { label: t(labels.type), value: t(isAws ? labels.awsManaged : labels.customerManaged) },
          { label: t(labels.usedAs), value: of((found) => <Uses policy={found} />) },
          { label: t(labels.created), value: of(({ CreateDate }) => time(CreateDate)) },
          { label: t(labels.edited), value: of(({ UpdateDate }) => time(UpdateDate)) },
          { label: t(labels.defaultVersion), value: of(({ DefaultVersionId }) => DefaultVersionId) },
          ...(policy?.Description ? [{ label: t(labels.description), value: policy.Description }] : []),
        ]}
      />
    </Container>
  )
}

function Uses({ policy }: { readonly policy: ManagedPolicy }) {
  const t = useT()
  const { AttachmentCount: permissions = 0, PermissionsBoundaryUsageCount: boundary = 0 } = policy
  if (permissions + boundary === 0) return t(labels.unused)
  return (
    <>
      {permissions > 0 && <div>{t(labels.asPermissions, { count: permissions })}</div>}
      {boundary > 0 && <div>{t(labels.asBoundary, { count: boundary })}</div>}
    </>
  )
}
