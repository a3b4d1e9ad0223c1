import { useT } from '../../i18n/language-provider.tsx'
import type { SimulationQuery } from '../../parts/simulator/simulation-query.ts'
import { principalOf } from './arn.ts'
import { labels } from './labels.ts'
import { pairsMax } from './simulate.ts'

export interface QueryFaults {
  readonly principal?: string
  readonly policy?: string
  readonly actions?: string
  readonly caller?: string
}

/** What a question lacks, in words for its fields. */
export function useFaults(query: SimulationQuery): QueryFaults {
  const t = useT()
  const { of, principal, policy, actions, resources, resourcePolicy, caller } = query
  const needsCaller =
    resourcePolicy.trim() !== '' && caller === '' && (of === 'policy' || principalOf(principal)?.kind !== 'user')
  const isTooMuch = actions.length * Math.max(1, resources.length) > pairsMax
  return {
    ...(of === 'principal' && principal === '' && { principal: t(labels.needPrincipal) }),
    ...(of === 'policy' && policy.trim() === '' && { policy: t(labels.needPolicy) }),
    ...(actions.length === 0 && { actions: t(labels.needAction) }),
    ...(isTooMuch && { actions: t(labels.tooMany, { max: pairsMax }) }),
    ...(needsCaller && { caller: t(labels.needCaller) }),
  }
}
