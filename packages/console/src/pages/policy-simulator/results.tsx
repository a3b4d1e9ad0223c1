import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMemo, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { resourceToAllow } from '../../parts/denial.ts'
import { pageOf } from '../../parts/searched.ts'
import { Table } from '../../parts/table.tsx'
import { AddStatement } from '../../parts/why/add-statement.tsx'
import { labels as whyLabels } from '../../parts/why/labels.ts'
import { NearStatements } from '../../parts/why/near-statements.tsx'
import { policyKey } from '../../parts/why/reason.ts'
import { reasonSentence } from '../../parts/why/sentence.ts'
import { StatementDocuments } from '../../parts/why/statement-documents.tsx'
import { labels } from './labels.ts'
import type { SimulatedResult, SimulationAnswer } from './simulate.ts'

export interface ResultsProps {
  readonly answer: SimulationAnswer
  /** Of whom the policies are, where statements can be added. */
  readonly userName: string | undefined
}

const rows = 20

const idOf = ({ reason: { action, resource } }: SimulatedResult) => `${action} ${resource}`

/** The decisions in a table, and below it why the chosen one is what it is. */
export function Results({ answer, userName }: ResultsProps) {
  const t = useT()
  const { results, applied } = answer
  const [asked, setAsked] = useState(1)
  const [chosenId, setChosenId] = useState<string>()
  const { items, page, pages } = pageOf(results, asked, rows)
  // At first the one that somebody came for: what is refused.
  const chosen =
    results.find((one) => idOf(one) === chosenId) ??
    results.find(({ reason }) => reason.effect !== 'Allow') ??
    results[0]
  const allowed = results.filter(({ reason }) => reason.effect === 'Allow').length
  const texts = useMemo(() => new Map(applied.policies.map(({ policy, text }) => [policyKey(policy), text])), [applied])
  const nameOf = ({ reason: { action, resource } }: SimulatedResult) => t(labels.resultNamed, { action, resource })
  const counts = t(labels.counts, { allowed, denied: results.length - allowed })
  return (
    <SpaceBetween size="l">
      <div role="status" className="kw-aside">
        {counts}
      </div>
      <Table<SimulatedResult>
        variant="container"
        label={t(labels.results)}
        nameOf={nameOf}
        trackBy={idOf}
        items={items}
        wrapLines
        selectionType="single"
        selectedItems={chosen ? [chosen] : []}
        onSelectionChange={({ detail }) => setChosenId(detail.selectedItems[0] && idOf(detail.selectedItems[0]))}
        onRowClick={({ detail }) => setChosenId(idOf(detail.item))}
        header={
          <Header variant="h2" counter={`(${results.length})`} description={counts}>
            {t(labels.results)}
          </Header>
        }
        columnDefinitions={[
          {
            id: 'action',
            header: t(labels.action),
            isRowHeader: true,
            minWidth: 130,
            cell: ({ reason }) => (
              <code className="kw-breaks" translate="no">
                {reason.action}
              </code>
            ),
          },
          {
            id: 'decision',
            header: t(labels.decision),
            minWidth: 120,
            cell: ({ reason }) => (
              <StatusIndicator type={signs[reason.effect].type}>{t(signs[reason.effect].label)}</StatusIndicator>
            ),
          },
          {
            id: 'resource',
            header: t(labels.resource),
            minWidth: 180,
            cell: ({ reason }) => (
              <code className="kw-breaks" translate="no">
                {reason.resource}
              </code>
            ),
          },
        ]}
        pagination={
          pages > 1 && (
            <Pagination
              currentPageIndex={page}
              pagesCount={pages}
              onChange={({ detail }) => setAsked(detail.currentPageIndex)}
            />
          )
        }
      />
      {chosen && <Because key={idOf(chosen)} result={chosen} texts={texts} userName={userName} />}
      {applied.hidden.length > 0 && (
        <Alert type="info">{t(labels.hiddenPolicies, { actions: applied.hidden.join(t(labels.comma)) })}</Alert>
      )}
    </SpaceBetween>
  )
}

const signs = {
  Allow: { type: 'success', label: labels.allowed },
  ExplicitDeny: { type: 'error', label: labels.explicitDeny },
  ImplicitDeny: { type: 'stopped', label: labels.implicitDeny },
} as const

interface BecauseProps {
  readonly result: SimulatedResult
  readonly texts: ReadonlyMap<string, string>
  readonly userName: string | undefined
}

function Because({ result: { reason, missingKeys }, texts, userName }: BecauseProps) {
  const t = useT()
  const { action, resource, effect, set, deciding, near } = reason
  const canAdd = userName !== undefined && effect === 'ImplicitDeny' && set === 'identity'
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <span className="kw-breaks" translate="no">
              {t(labels.resultNamed, { action, resource })}
            </span>
          }
          actions={
            canAdd && <AddStatement userName={userName} suggested={{ action, resource: resourceToAllow(resource) }} />
          }
        >
          {t(labels.because)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p" fontSize="heading-s">
          <span className="kw-breaks">{reasonSentence(t, reason)}</span>
        </Box>
        {missingKeys.length > 0 && (
          <StatusIndicator type="info">
            <span className="kw-sentence">{t(labels.missingKeys, { keys: missingKeys.join(t(labels.comma)) })}</span>
          </StatusIndicator>
        )}
        {deciding.length > 0 && (
          <>
            <Box variant="h3">{t(whyLabels.deciding)}</Box>
            <StatementDocuments statements={deciding} texts={texts} />
          </>
        )}
        {near.length > 0 && (
          <>
            <Box variant="h3">{t(whyLabels.near)}</Box>
            <NearStatements statements={near} texts={texts} />
          </>
        )}
      </SpaceBetween>
    </Container>
  )
}
