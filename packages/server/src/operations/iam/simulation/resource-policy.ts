import { ServiceError } from '../../../errors.ts'
import type { Asked } from './run-simulation.ts'
import type { SimulatedCaller } from './simulated-caller.ts'
import type { GivenPolicy } from './given-policies.ts'

/** The resource's policy that a call gives, if any. Without a caller its Principal could mean nobody. Throws InvalidInput. */
export function givenResourcePolicy(
  { ResourcePolicy: text }: Asked,
  caller: SimulatedCaller | undefined,
): readonly GivenPolicy[] | undefined {
  if (text === undefined) return undefined
  if (caller === undefined) {
    throw new ServiceError('InvalidInput', 'CallerArn must be provided when a ResourcePolicy is specified.')
  }
  return [{ member: 'ResourcePolicy', text, kind: 'resource', sourceType: 'resource' }]
}

/** The account that owns resources whose ARNs name none: given as an id or as the ARN of its root, else the caller's. Throws InvalidInput. */
export function resourceOwnerOf(
  { ResourceOwner: owner }: Asked,
  caller: SimulatedCaller | undefined,
): string | undefined {
  if (owner === undefined) return caller && 'account' in caller.principal ? caller.principal.account : undefined
  const account = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(owner)?.[1]
  if (account === undefined) {
    throw new ServiceError(
      'InvalidInput',
      `Invalid ResourceOwner: ${owner} is not the ID of an account or the ARN of its root.`,
    )
  }
  return account
}
