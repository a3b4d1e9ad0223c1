import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Pagination from '@cloudscape-design/components/pagination'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { TableProps } from '@cloudscape-design/components/table'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePolicies, type Policy } from '../../api/lists.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Help } from '../../parts/help.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { isOfAws } from '../../parts/permissions/identity.ts'
import { PolicyLink } from '../../parts/permissions/policy-link.tsx'
import { ListHeader } from '../../parts/list-header.tsx'
import { pageOf } from '../../parts/searched.ts'
import { Table } from '../../parts/table.tsx'
import { TypedSearch } from '../../parts/typed-search.tsx'
import { DeletePolicy } from '../policy/delete-policy.tsx'
import { DescriptionCell } from './description-cell.tsx'
import { labels } from './labels.ts'
import {
  readPoliciesQuery,
  select,
  sorts,
  types,
  uses,
  writePoliciesQuery,
  type PoliciesQuery,
} from './policies-address.ts'

/** A description is asked for each row. */
const pageSize = 20

const nothing: readonly Policy[] = []

const typeLabels = {
  all: labels.allTypes,
  customer: labels.customerManaged,
  aws: labels.awsManaged,
  'job-function': labels.jobFunction,
}
const useLabels = {
  any: labels.allUses,
  permissions: labels.asPermissions,
  boundary: labels.asBoundary,
  none: labels.unused,
}

/** Every managed policy there is: AWS's, and the account's own. Searched, filtered and sorted over all of them. */
export function Policies() {
  const t = useT()
  const [parameters, setParameters] = useSearchParams()
  const query = readPoliciesQuery(parameters)
  const list = usePolicies()
  const policies = useDeferredValue(list.data ?? nothing)
  const found = useMemo(() => select(policies, readPoliciesQuery(parameters)), [policies, parameters])
  const { items, page, pages } = pageOf(found, query.page, pageSize)
  const [chosen, setChosen] = useState<Policy>()
  const [deleting, setDeleting] = useState<Policy>()
  const columns = useMemo(() => columnsOf(t), [t])
  const change = useCallback(
    (changed: Partial<PoliciesQuery>) =>
      setParameters((before) => writePoliciesQuery({ ...readPoliciesQuery(before), page: 1, ...changed }), {
        replace: true,
      }),
    [setParameters],
  )
  if (list.error) {
    return (
      <Page title={t(labels.title)}>
        <Denied error={list.error} action="iam:ListPolicies" resource="*" />
      </Page>
    )
  }
  const isAws = isOfAws(chosen?.Arn ?? '')
  return (
    <Page title={t(labels.title)} kind="table" headed help={<PoliciesHelp />}>
      <Table<Policy>
        variant="full-page"
        label={t(labels.title)}
        nameOf={({ PolicyName = '' }) => PolicyName}
        trackBy="Arn"
        items={items}
        loading={list.pending || (items.length === 0 && policies !== (list.data ?? nothing))}
        skeleton={{ totalRows: 8 }}
        wrapLines
        columnDefinitions={columns}
        sortingColumn={{ sortingField: query.sort }}
        sortingDescending={query.descending}
        onSortingChange={({ detail }) => {
          const sort = sorts.find((one) => one === detail.sortingColumn.sortingField)
          if (sort) change({ sort, descending: detail.isDescending ?? false })
        }}
        selectionType="single"
        selectedItems={chosen ? [chosen] : []}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems[0])}
        stickyColumns={{ first: 1 }}
        header={
          <ListHeader
            title={list.data ? t(labels.counted, { count: found.length }) : t(labels.title)}
            description={t(labels.description)}
            read={list}
            undeletable={chosen && !isAws ? undefined : t(isAws ? labels.notYours : labels.selectFirst)}
            onDelete={() => chosen && setDeleting(chosen)}
            create={{ href: '/iam/policies/create', text: t(labels.createPolicy) }}
          />
        }
        filter={
          <div className="kw-tools">
            <div className="kw-search">
              <TypedSearch
                label={t(labels.search)}
                placeholder={t(labels.searchPlaceholder)}
                search={query.search}
                count={list.pending ? undefined : found.length}
                onSearch={(search) => change({ search })}
              />
            </div>
            <Narrow
              label={t(labels.type)}
              values={types}
              value={query.type}
              textOf={(value) => t(typeLabels[value])}
              onChange={(type) => change({ type })}
            />
            <Narrow
              label={t(labels.use)}
              values={uses}
              value={query.use}
              textOf={(value) => t(useLabels[value])}
              onChange={(use) => change({ use })}
            />
          </div>
        }
        pagination={
          pages > 1 && (
            <Pagination
              currentPageIndex={page}
              pagesCount={pages}
              onChange={({ detail }) => setParameters(writePoliciesQuery({ ...query, page: detail.currentPageIndex }))}
            />
          )
        }
        empty={<NoRows query={query} onClear={() => setParameters({}, { replace: true })} />}
      />
      {deleting?.Arn !== undefined && (
        <DeletePolicy
          arn={deleting.Arn}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined)
            setChosen(undefined)
          }}
        />
      )}
    </Page>
  )
}

function columnsOf(t: Translate): readonly TableProps.ColumnDefinition<Policy>[] {
  return [
    {
      id: 'name',
      header: t(labels.name),
      isRowHeader: true,
      sortingField: 'name',
      minWidth: 240,
      cell: ({ Arn = '' }) => (
        <span className="kw-breaks">
          <PolicyLink arn={Arn} />
        </span>
      ),
    },
    {
      id: 'type',
      header: t(labels.type),
      sortingField: 'type',
      minWidth: 150,
      cell: ({ Arn = '', Path = '/' }) => {
        if (!isOfAws(Arn)) return t(labels.customerManaged)
        return t(Path.startsWith('/job-function/') ? labels.jobFunction : labels.awsManaged)
      },
    },
    {
      id: 'use',
      header: t(labels.use),
      sortingField: 'use',
      minWidth: 170,
      cell: ({ AttachmentCount = 0, PermissionsBoundaryUsageCount = 0 }) => {
        const lines = [
          ...(AttachmentCount > 0 ? [t(labels.permissionsCount, { count: AttachmentCount })] : []),
          ...(PermissionsBoundaryUsageCount > 0
            ? [t(labels.boundaryCount, { count: PermissionsBoundaryUsageCount })]
            : []),
        ]
        return lines.length === 0 ? t(labels.unused) : lines.map((line) => <div key={line}>{line}</div>)
      },
    },
    {
      id: 'description',
      header: t(labels.descriptionColumn),
      minWidth: 240,
      cell: ({ Arn = '' }) => <DescriptionCell arn={Arn} />,
    },
  ]
}

interface NarrowProps<V extends string> {
  readonly label: string
  readonly values: readonly V[]
  readonly value: V
  readonly textOf: (value: V) => string
  readonly onChange: (value: V) => void
}

function Narrow<V extends string>({ label, values, value, textOf, onChange }: NarrowProps<V>) {
  const options = values.map((one) => ({ value: one, label: textOf(one) }))
  return (
    <Select
      ariaLabel={label}
      options={options}
      selectedOption={options.find((one) => one.value === value) ?? null}
      onChange={({ detail }) => {
        const chosen = values.find((one) => one === detail.selectedOption.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}

function NoRows({ query, onClear }: { readonly query: PoliciesQuery; readonly onClear: () => void }) {
  const t = useT()
  const isOwn = query.type === 'customer' && query.search === '' && query.use === 'any'
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <Box variant="strong">{t(isOwn ? labels.noOwn : labels.noMatches)}</Box>
        <Box color="text-body-secondary">{t(isOwn ? labels.noOwnText : labels.noMatchesText)}</Box>
        {isOwn ? (
          <LinkButton href="/iam/policies/create">{t(labels.createPolicy)}</LinkButton>
        ) : (
          <Button onClick={onClear}>{t(labels.clearAll)}</Button>
        )}
      </SpaceBetween>
    </Box>
  )
}

function PoliciesHelp() {
  const t = useT()
  return (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.helpOwn)}</p>
      <p>{t(labels.helpAws)}</p>
      <p>{t(labels.helpUnused)}</p>
    </Help>
  )
}
