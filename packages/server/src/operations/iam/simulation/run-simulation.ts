import type { AccountId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { inSlices } from '../../../domain/slices.ts'
import { ServiceError } from '../../../errors.ts'
import type { View } from '../../../directory/view.ts'
import type { KeyRing } from '../../../secrets/key-ring.ts'
import type { SimulateCustomPolicyRequest, SimulatePolicyResponse } from '../../../protocol/types/iam.ts'
import { openPage, shortDigest } from '../../paging.ts'
import { givenIn, type GivenPolicy } from './given-policies.ts'
import { checkResourceHandling } from './resource-handling.ts'
import { charactersOf, resultOf, type Pair, type Simulation } from './simulation.ts'

/** What the two simulations ask alike. */
export type Asked = Omit<SimulateCustomPolicyRequest, 'PolicyInputList' | 'OrderedOrganizationPolicyInputList'>

/** What a page of a simulation is of, taken from the view that judged the call. */
export interface PageOf {
  readonly operation: string
  readonly account: AccountId
  readonly input: Asked
  readonly view: View
  readonly means: { readonly keyRing: KeyRing }
}

/** One page of pairs, and how it is answered once there is a simulation. Throws InvalidInput and ValidationError. */
export function pairsOf(list: PageOf): { answer(simulation: Simulation): Promise<SimulatePolicyResponse> } {
  const { ActionNames: actions, ResourceArns: given = [], ResourceHandlingOption: option } = list.input
  actions.forEach(checkAction)
  given.forEach(checkResource)
  checkResourceHandling(option, given)
  const resources = given.length === 0 ? ['*'] : given
  const onResources = resources.some((resource) => resource !== '*')
  const pairAt = (index: number): Pair => ({
    action: actions[Math.floor(index / resources.length)] ?? '',
    resource: resources[index % resources.length] ?? '',
  })
  const end = actions.length * resources.length
  // A marker goes on with the same questions alone.
  const filters = [shortDigest(JSON.stringify({ ...list.input, Marker: undefined, MaxItems: undefined }))]
  const { after: [after] = ['-1'], markerAfter } = openPage({ ...list, filters })
  const first = Number(after) + 1
  const behind = Math.min(first + (list.input.MaxItems ?? limits.pageItemsDefault), end)
  return {
    async answer(simulation) {
      const until = performance.now() + limits.simulationPageTimeMax
      let characters = 0
      // As on AWS a page may hold fewer than was asked for: what many pairs cost together depends on policies that anybody may write.
      function* page() {
        for (let index = first; index < behind; index++) {
          yield pairAt(index)
          if (characters >= limits.simulationPageCharactersMax || performance.now() >= until) return
        }
      }
      const results = await inSlices(page(), (pair) => {
        const result = { action: pair.action, ...simulation.decide(pair) }
        characters += charactersOf(result)
        return result
      })
      const next = first + results.length
      const byAction = Map.groupBy(results, ({ action }) => action)
      return {
        EvaluationResults: [...byAction].map(([action, ofAction]) => resultOf(action, ofAction, onResources)),
        ...(next < end ? { IsTruncated: true, Marker: markerAfter([String(next - 1)]) } : { IsTruncated: false }),
      }
    },
  }
}

function checkAction(action: string): void {
  if (/^[A-Za-z0-9.-]+:[A-Za-z0-9]+$/.test(action)) return
  throw new ServiceError('InvalidInput', `Invalid action name: ${action}`)
}

function checkResource(resource: string): void {
  if (resource === '*' || /^arn:(?:[^:]*:){4}./s.test(resource)) return
  throw new ServiceError('InvalidInput', `Invalid resource ARN: ${resource}`)
}

/** The permissions boundary that a call gives: one policy at most, as an entity has. Throws InvalidInput. */
export function boundaryGiven({
  PermissionsBoundaryPolicyInputList: texts,
}: Asked): readonly GivenPolicy[] | undefined {
  if (texts === undefined || texts.length === 0) return undefined
  if (texts.length > 1) {
    throw new ServiceError('InvalidInput', 'PermissionsBoundaryPolicyInputList takes one policy at most.')
  }
  return givenIn('PermissionsBoundaryPolicyInputList', texts, 'identity-inline')
}
