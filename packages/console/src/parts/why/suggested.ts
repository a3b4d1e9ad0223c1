import { resourceToAllow } from '../denial.ts'
import type { SuggestedStatement } from '../policy/add-statement.ts'
import { simulatorAddress } from '../simulator/simulation-query.ts'
import type { DecodedReason } from './decoded-reason.ts'

/** The smallest statement that would allow what was refused; undefined where another than an Allow must change. */
export function suggestedFor({ reason, now, onEveryResource, leftOut }: DecodedReason): SuggestedStatement | undefined {
  const { effect, set } = now ?? reason
  // A resource that was cut short would be another one.
  if (effect !== 'ImplicitDeny' || set !== 'identity' || leftOut.resource) return undefined
  return { action: reason.action, resource: onEveryResource ? `${reason.resource}*` : resourceToAllow(reason.resource) }
}

/** The simulator with the same question, and the values that statements nearly matched by. */
export function simulationOf({ reason, principal, now, leftOut }: DecodedReason): string | undefined {
  if (principal.arn === undefined || leftOut.resource) return undefined
  const unmet = (now ?? reason).near.flatMap((one) => one.unmet)
  const found = new Map(
    unmet.flatMap((one) =>
      one.part === 'Condition' && one.found !== undefined ? [[one.key, [one.found].flat()] as const] : [],
    ),
  )
  return simulatorAddress({
    principal: principal.arn,
    actions: [reason.action],
    resources: [reason.resource],
    context: [...found].map(([key, values]) => ({ key, values })),
  })
}
