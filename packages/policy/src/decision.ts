import { type CompiledPolicy } from './compile.ts'
import { type RequestPrincipal } from './principals/request-principal.ts'
import { type ContextValues } from './variables.ts'

/** What is to be done to what, and by whom: `iam:CreateUser`, and an ARN or `*`. */
export interface AuthorizationRequest {
  readonly action: string
  readonly resource: string
  readonly context: ContextValues
  /** Absent: a user of the resource's account, whom no resource policy names. */
  readonly principal?: RequestPrincipal
  /** The account of the resource; absent, the principal's. */
  readonly resourceAccount?: string
  /** The resource's policy must allow, also within its account: trust policies of roles, policies of KMS keys. */
  readonly resourcePolicyDecides?: boolean
}

/** The policies that apply to a request, by the part they play. A set that is absent limits nothing; an empty one allows nothing. */
export interface PolicySets {
  readonly identity: readonly CompiledPolicy[]
  readonly boundary?: readonly CompiledPolicy[]
  readonly session?: readonly CompiledPolicy[]
  readonly resource?: readonly CompiledPolicy[]
  /** By level, the root of the organization first: each must allow. */
  readonly serviceControl?: readonly (readonly CompiledPolicy[])[]
  readonly resourceControl?: readonly (readonly CompiledPolicy[])[]
}

export type PolicySetName = keyof PolicySets

/** A statement by its set, its policy's place in the set (levels one behind the other) and its own place in the document. */
export interface StatementName {
  readonly set: PolicySetName
  readonly policy: number
  readonly statement: number
}

export interface Decision {
  readonly effect: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'
  /** The set that denied, the first that had to allow and did not, or the one that allowed. Absent: root in its own account. */
  readonly set?: PolicySetName
  /** Every statement of that set that decided. */
  readonly statements: readonly StatementName[]
}

/** The order in which AWS asks the sets, and so in which it names the one that refused. */
export const setOrder = [
  'resourceControl',
  'serviceControl',
  'resource',
  'identity',
  'boundary',
  'session',
] as const satisfies readonly PolicySetName[]

/** A set as levels, each of which must allow: most sets are one. */
export function levelsOf(set: PolicySetName, sets: PolicySets): readonly (readonly CompiledPolicy[])[] | undefined {
  if (set === 'serviceControl' || set === 'resourceControl') return sets[set]
  const policies = sets[set]
  return policies && [policies]
}
