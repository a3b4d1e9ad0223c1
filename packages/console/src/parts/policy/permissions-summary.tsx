import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import { useQueries } from '@tanstack/react-query'
import type { AccessLevel, ServiceEntry } from '@keyward/policy/catalogue'
import { useMemo, useState } from 'react'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { pageOf } from '../searched.ts'
import { Table } from '../table.tsx'
import { accessLevels, labels } from './labels.ts'
import { reachOf, summarise, type SummaryRow } from './summary.ts'

/** As many resources or keys as a cell names. */
const namedMax = 3

/** A policy for reading everything speaks of hundreds of services: each is a file, read for the rows on screen. */
const rowsMax = 15
const noRows: readonly SummaryRow[] = []

type Row = SummaryRow & { readonly id: string; readonly known: ServiceEntry | undefined }

/** What a document allows and denies, a row for each service of each statement. Nothing where it is no policy. */
export function PermissionsSummary({ document }: { readonly document: string }) {
  const t = useT()
  const [asked, setAsked] = useState(1)
  const rows = useMemo(() => summarise(document), [document])
  const { items: shown, page, pages } = pageOf(rows ?? noRows, asked, rowsMax)
  const services = useServices(shown)
  if (!rows) return null
  const items = shown.map((row, at): Row => ({
    ...row,
    id: String(at),
    known: row.service === undefined ? undefined : services.get(row.service),
  }))
  return (
    <Table<Row>
      variant="container"
      label={t(labels.permissionsTitle)}
      nameOf={({ service }) => service ?? t(labels.allServices)}
      trackBy="id"
      items={items}
      wrapLines
      header={
        <Header variant="h2" description={t(labels.permissionsText)}>
          {t(labels.permissionsTitle)}
        </Header>
      }
      pagination={
        pages > 1 && (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setAsked(detail.currentPageIndex)}
          />
        )
      }
      columnDefinitions={[
        {
          id: 'service',
          header: t(labels.service),
          isRowHeader: true,
          minWidth: 150,
          cell: (row) => <Service row={row} />,
        },
        {
          id: 'effect',
          header: t(labels.effect),
          minWidth: 80,
          cell: ({ effect }) => (
            <Badge color={effect === 'Allow' ? 'green' : 'red'}>
              {t(effect === 'Allow' ? labels.allow : labels.deny)}
            </Badge>
          ),
        },
        { id: 'access', header: t(labels.accessLevel), minWidth: 130, cell: (row) => <Access row={row} /> },
        { id: 'resource', header: t(labels.resource), minWidth: 130, cell: (row) => <Resources of={row.resources} /> },
        {
          id: 'condition',
          header: t(labels.condition),
          minWidth: 140,
          cell: ({ conditions }) => <Names values={conditions} none={t(labels.noCondition)} />,
        },
      ]}
      empty={<Box>{t(labels.noCondition)}</Box>}
    />
  )
}

/** The services that rows speak of, from the catalogue, as they arrive. */
function useServices(rows: readonly SummaryRow[]): ReadonlyMap<string, ServiceEntry> {
  const prefixes = [...new Set(rows.flatMap(({ service }) => (service === undefined ? [] : [service])))]
  const found = useQueries({
    queries: prefixes.map((prefix) => ({
      queryKey: ['catalogue', prefix],
      // Nothing known is an answer; react-query takes no undefined for one.
      queryFn: async () => (await (await import('@keyward/policy/catalogue')).loadService(prefix)) ?? null,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  return new Map(found.flatMap(({ data }) => (data ? [[data.prefix, data] as const] : [])))
}

function Service({ row: { service, known, except, statement, sid } }: { readonly row: Row }) {
  const t = useT()
  return (
    <>
      <div>
        {service === undefined
          ? t(except.length > 0 ? labels.allServicesBut : labels.allServices)
          : (known?.name ?? service)}
      </div>
      <div className="kw-quiet" translate={sid === undefined ? 'yes' : 'no'}>
        {sid ?? t(labels.statement, { number: statement })}
      </div>
    </>
  )
}

function Access({ row: { service, known, except, actions } }: { readonly row: Row }) {
  const t = useT()
  if (except.length > 0) return <Names values={except} none="" />
  if (service === undefined || actions.includes('*')) return t(labels.fullAccess)
  if (!known) return <Names values={actions} none="" />
  const { whole, full, limited } = reachOf(actions, known)
  if (whole) return t(labels.fullAccess)
  const parts = [
    ...(full.length > 0 ? [t(labels.full, { levels: levelNames(t, full) })] : []),
    ...(limited.length > 0 ? [t(labels.limited, { levels: levelNames(t, limited) })] : []),
  ]
  if (parts.length === 0) return t(labels.noKnownAction)
  return parts.map((part) => <div key={part}>{part}</div>)
}

function levelNames(t: Translate, levels: readonly AccessLevel[]): string {
  return levels
    .map((level) => t(level === 'Permissions management' ? accessLevels.Permissions : accessLevels[level]))
    .join(t(labels.comma))
}

function Resources({ of: { negated, values } }: { readonly of: SummaryRow['resources'] }) {
  const t = useT()
  if (!negated && values.includes('*')) return t(labels.allResources)
  return (
    <>
      {negated && <div>{t(labels.allResourcesBut)}</div>}
      <Names values={values} none={t(labels.noCondition)} />
    </>
  )
}

function Names({ values, none }: { readonly values: readonly string[]; readonly none: string }) {
  const t = useT()
  if (values.length === 0) return none
  return (
    <>
      {values.slice(0, namedMax).map((value) => (
        <div key={value} translate="no" className="kw-breaks">
          {value}
        </div>
      ))}
      {values.length > namedMax && <div>{t(labels.andMore, { count: values.length - namedMax })}</div>}
    </>
  )
}
