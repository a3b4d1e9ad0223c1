import type { AccountId } from '../../../domain/ids.ts'
import { inSlices } from '../../../domain/slices.ts'
import { ServiceError } from '../../../errors.ts'
import type { View } from '../../../directory/view.ts'
import type { KeyRing } from '../../../secrets/key-ring.ts'
import type { SimulateCustomPolicyRequest, SimulatePolicyResponse } from '../../../protocol/types/iam.ts'
import { page, shortDigest } from '../../paging.ts'
import { givenIn, type GivenPolicy } from './given-policies.ts'
import { checkResourceHandling } from './resource-handling.ts'
import { resultOf, type Pair, type Simulation } from './simulation.ts'

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
  const pairAt = (index: number): Numbered => ({
    index,
    action: actions[Math.floor(index / resources.length)] ?? '',
    resource: resources[index % resources.length] ?? '',
  })
  const end = actions.length * resources.length
  const { rows, rest } = page<Numbered>(
    // A marker goes on with the same questions alone.
    { ...list, filters: [shortDigest(JSON.stringify({ ...list.input, Marker: undefined, MaxItems: undefined }))] },
    {
      read: ([after] = ['-1'], limit) => {
        const from = Number(after) + 1
        return Array.from({ length: Math.max(0, Math.min(limit, end - from)) }, (_, at) => pairAt(from + at))
      },
      positionOf: ({ index }) => [String(index)],
    },
  )
  return {
    async answer(simulation) {
      const results = await inSlices(rows, (pair) => ({ action: pair.action, ...simulation.decide(pair) }))
      const byAction = Map.groupBy(results, ({ action }) => action)
      return {
        EvaluationResults: [...byAction].map(([action, ofAction]) => resultOf(action, ofAction, onResources)),
        ...rest,
      }
    },
  }
}

interface Numbered extends Pair {
  readonly index: number
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
