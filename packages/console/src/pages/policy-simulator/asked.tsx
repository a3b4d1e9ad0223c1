import { useEffect, useRef } from 'react'
import Box from '@cloudscape-design/components/box'
import { keyOf, useReadBy } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Copy } from '../../parts/copy.tsx'
import { Failure } from '../../parts/failure.tsx'
import { simulatorAddress, readSimulationQuery, type SimulationQuery } from '../../parts/simulator/simulation-query.ts'
import { Waiting } from '../../parts/waiting.tsx'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { principalOf } from './arn.ts'
import { labels } from './labels.ts'
import { Results } from './results.tsx'
import { simulate } from './simulate.ts'

const expects = ['InvalidInput', 'NoSuchEntity', 'PolicyEvaluation', 'ValidationError'] as const

export interface AskedProps {
  readonly query: SimulationQuery
  /** Somebody has just pressed the button above: the answer is brought into view. */
  readonly isFresh: boolean
}

/** A question that was asked, and its answer. */
export function Asked({ query, isFresh }: AskedProps) {
  const t = useT()
  const isWhole = query.actions.length > 0 && (query.of === 'principal' ? query.principal : query.policy.trim()) !== ''
  const names = {
    policy: t(labels.policy),
    resourcePolicy: t(labels.resourcePolicy),
    who: t(labels.aboutThese),
  }
  const name = query.of === 'principal' ? 'iam:SimulatePrincipalPolicy' : 'iam:SimulateCustomPolicy'
  const read = useReadBy(
    { queryKey: keyOf(name, { query, names }), queryFn: () => simulate(query, names) },
    { enabled: isWhole, expects },
  )
  const place = useRef<HTMLDivElement>(null)
  const { data } = read
  useEffect(() => {
    if (isFresh && data !== undefined) place.current?.scrollIntoView({ block: 'start' })
  }, [isFresh, data])
  if (!isWhole) {
    return (
      <Box textAlign="center" color="text-body-secondary" padding="l">
        {t(labels.noResults)}
      </Box>
    )
  }
  if (read.error) {
    return <Failure error={read.error} action={name} resource={query.of === 'principal' ? query.principal : '*'} />
  }
  if (!data) return <Waiting />
  const principal = query.of === 'principal' ? principalOf(query.principal) : undefined
  const address = simulatorAddress(query)
  const linked = readSimulationQuery(new URLSearchParams(address.split('?')[1] ?? ''))
  const isLinkWhole =
    (query.from !== '' || linked.policy === query.policy) && linked.resourcePolicy === query.resourcePolicy
  return (
    <div ref={place} className="kw-results">
      <SpaceBetween size="s">
        <Results answer={data} userName={principal?.kind === 'user' ? principal.name : undefined} />
        <div>
          <Copy text={location.origin + address}>{t(labels.copyLink)}</Copy>
          {!isLinkWhole && <Box color="text-body-secondary">{t(labels.linkWithoutTexts)}</Box>}
        </div>
      </SpaceBetween>
    </div>
  )
}
