import { policiesOfGroup, policiesOfUser, type AppliedPolicies, type PolicySource } from '../../../authz/policies.ts'
import { policyText } from '../../../authz/policy-text.ts'
import type { View } from '../../../directory/view.ts'
import type { PolicyIdentifier } from '../../../protocol/types/iam.ts'
import { operation } from '../../operation.ts'
import { readContextEntries } from './context-entries.ts'
import { givenIn, readGiven, type SimulatedPolicy } from './given-policies.ts'
import { onPolicySource, type PolicySourceEntity } from './policy-source.ts'
import { isExcluded } from './exclusions.ts'
import { givenResourcePolicy, resourceOwnerOf } from './resource-policy.ts'
import { boundaryGiven, pairsOf } from './run-simulation.ts'
import { callerFromArn, callerFromUser } from './simulated-caller.ts'
import { Simulation } from './simulation.ts'
import { checkWork } from './work.ts'
import { sourceTypeOf } from './matched-statements.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export const SimulatePrincipalPolicy = operation('iam', 'SimulatePrincipalPolicy', {
  access: 'Read',
  missing: 'roles come with roles',
  requires: ({ input, caller, view }) =>
    onPolicySource('iam:SimulatePrincipalPolicy', input.PolicySourceArn, caller, view),

  compute({ input, target, caller: asking, facts, view, means }) {
    const { account } = asking.principal
    const caller = simulatedCaller(input.CallerArn)
    const { identity, boundary: stored } = storedPolicies(target, view, input.PolicyExclusionList ?? [])
    const entries = readContextEntries(input.ContextEntries)
    const boundary = boundaryGiven(input)
    const resource = givenResourcePolicy(input, caller)
    const resourceOwner = resourceOwnerOf(input, caller)
    const pairs = pairsOf({ operation: 'SimulatePrincipalPolicy', account, input, view, means })
    const given = givenIn('PolicyInputList', input.PolicyInputList, 'identity-inline')
    const texts = [...identity, ...(stored ?? [])].map(({ source }) => source)
    checkWork([...texts, ...given, ...(boundary ?? []), ...(resource ?? [])], input)
    return async () => {
      const simulation = new Simulation(
        {
          identity: [...identity, ...(await readGiven(given))],
          // A boundary that is given stands in place of the one that is stored.
          boundary: boundary === undefined ? stored : await readGiven(boundary),
          resource: resource && (await readGiven(resource)),
          serviceControl: undefined,
        },
        {
          principal: caller?.principal,
          context: new Map([...(caller?.context ?? []), ...entries]),
          resourceOwner,
        },
      )
      return pairs.answer(simulation)
    }

    function simulatedCaller(arn: string | undefined) {
      if (arn !== undefined) return callerFromArn(arn, { caller: asking, facts, view })
      return target.type === 'User' ? callerFromUser(target.user, view) : undefined
    }
  },
})

/** The policies that a simulation begins with, those left out that the call excludes. */
function storedPolicies(target: PolicySourceEntity, view: View, exclusions: readonly PolicyIdentifier[]) {
  const applied =
    target.type === 'User' ? view.derive(policiesOfUser, target.user.id) : view.derive(policiesOfGroup, target.group.id)
  const kept = (asBoundary: boolean) => (policy: { from: PolicySource }) =>
    !isExcluded(policy.from, asBoundary, exclusions)
  const boundary = simulatedIn(applied, 'boundary', view)
  return {
    identity: simulatedIn(applied, 'identity', view)?.filter(kept(false)) ?? [],
    // With its policy left out there is no boundary; one whose policy is gone allows nothing, as in earnest.
    boundary: boundary?.length === 0 || boundary?.some(kept(true)) ? boundary : undefined,
  }
}

function simulatedIn(
  { sets, sources }: AppliedPolicies,
  set: 'identity' | 'boundary',
  view: View,
): readonly (SimulatedPolicy & { from: PolicySource })[] | undefined {
  return sets[set]?.flatMap((compiled, at) => {
    const from = sources[set]?.[at]
    if (from === undefined) return []
    const source = { id: from.name, type: sourceTypeOf(from), text: policyText(from, view) }
    return [{ compiled, from, source }]
  })
}
