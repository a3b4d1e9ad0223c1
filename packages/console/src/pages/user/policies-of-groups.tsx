import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueries } from '@tanstack/react-query'
import { ApiError } from '../../api/api-error.ts'
import { readOptions } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { Link } from '../../parts/link.tsx'
import { isOfAws } from '../../parts/permissions/identity.ts'
import { labels as permissionLabels } from '../../parts/permissions/labels.ts'
import { PolicyLink } from '../../parts/permissions/policy-link.tsx'
import { Table } from '../../parts/table.tsx'
import { groupAddress } from '../groups/group-address.ts'
import { collect, type Inherited } from './inherited.ts'
import { labels } from './labels.ts'

/** The policies that a user has by her groups, and by which. */
export function PoliciesOfGroups({ groups }: { readonly groups: readonly string[] }) {
  const t = useT()
  const attached = useQueries({
    queries: groups.map((GroupName) => readOptions('iam', 'ListAttachedGroupPolicies', { GroupName })),
  })
  const inline = useQueries({
    queries: groups.map((GroupName) => readOptions('iam', 'ListGroupPolicies', { GroupName })),
  })
  const policies = collect(
    groups.map((group, at) => ({
      group,
      attached: attached[at]?.data?.AttachedPolicies ?? [],
      inline: inline[at]?.data?.PolicyNames ?? [],
    })),
  )
  const refused = [...attached, ...inline].flatMap(({ error }) =>
    error instanceof ApiError && error.isDenied ? [error] : [],
  )
  return (
    <SpaceBetween size="s">
      <Table<Inherited>
        variant="container"
        label={t(labels.inheritedTitle)}
        nameOf={({ name }) => name}
        trackBy="key"
        items={policies}
        loading={[...attached, ...inline].some(({ isPending }) => isPending)}
        wrapLines
        header={
          <Header variant="h2" counter={`(${policies.length})`} description={t(labels.inheritedText)}>
            {t(labels.inheritedTitle)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'name',
            header: t(permissionLabels.policyName),
            isRowHeader: true,
            cell: ({ name, arn, groups: [group = ''] }) =>
              arn === undefined ? (
                <Link href={`${groupAddress(group)}/edit-policy?policy=${encodeURIComponent(name)}`}>{name}</Link>
              ) : (
                <PolicyLink arn={arn} />
              ),
          },
          { id: 'type', header: t(permissionLabels.policyType), cell: ({ arn }) => t(typeOf(arn)) },
          {
            id: 'groups',
            header: t(labels.byGroups),
            cell: (policy) =>
              policy.groups.map((group) => (
                <div key={group}>
                  <Link href={groupAddress(group, 'permissions')}>{group}</Link>
                </div>
              )),
          },
        ]}
        empty={<Box textAlign="center">{t(groups.length === 0 ? labels.noGroups : labels.noInherited)}</Box>}
      />
      {refused.map((error) => (
        <DeniedLine key={error.requestId} error={error} />
      ))}
    </SpaceBetween>
  )
}

const typeOf = (arn: string | undefined) =>
  arn === undefined
    ? permissionLabels.inline
    : isOfAws(arn)
      ? permissionLabels.awsManaged
      : permissionLabels.customerManaged
