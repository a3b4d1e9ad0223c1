import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import { useT } from '../../i18n/language-provider.tsx'
import { Table } from '../../parts/table.tsx'
import type { DecodedReason } from '../../parts/why/decoded-reason.ts'
import { labels } from './labels.ts'

interface Row {
  readonly key: string
  readonly value: string
  readonly isAbsent: boolean
}

/** The condition keys of the call, and those that it did not have. */
export function CallContext({ decoded: { context, missingKeys } }: { readonly decoded: DecodedReason }) {
  const t = useT()
  const known = new Set(context.map(({ key }) => key.toLowerCase()))
  const rows: readonly Row[] = [
    ...missingKeys
      .filter((key) => !known.has(key.toLowerCase()))
      .map((key) => ({ key, value: t(labels.missingKey), isAbsent: true })),
    ...context.map(({ key, values }) => ({ key, value: values.join('\n'), isAbsent: false })),
  ]
  return (
    <Table<Row>
      variant="container"
      label={t(labels.context)}
      nameOf={({ key }) => key}
      trackBy={({ key }) => key}
      items={rows}
      wrapLines
      header={
        <Header variant="h2" description={t(labels.contextText)}>
          {t(labels.context)}
        </Header>
      }
      columnDefinitions={[
        { id: 'key', header: t(labels.key), isRowHeader: true, cell: ({ key }) => <code translate="no">{key}</code> },
        {
          id: 'value',
          header: t(labels.value),
          minWidth: 240,
          cell: ({ value, isAbsent }) =>
            isAbsent ? (
              <Box color="text-body-secondary">{value}</Box>
            ) : (
              <code className="kw-lines" translate="no">
                {value}
              </code>
            ),
        },
      ]}
      empty={<Box textAlign="center">{t(labels.noContext)}</Box>}
    />
  )
}
