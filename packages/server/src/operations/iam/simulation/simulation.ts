import {
  contextKeysOf,
  evaluate,
  explain,
  type AuthorizationRequest,
  type CompiledPolicy,
  type ContextValues,
  type Decision,
  type PolicySetName,
  type PolicySets,
  type RequestPrincipal,
} from '@keyward/policy'
import type {
  EvaluationResult,
  PolicyEvaluationDecisionType,
  ResourceSpecificResult,
} from '../../../protocol/types/iam.ts'
import { limits } from '../../../domain/limits.ts'
import type { SimulatedPolicy } from './given-policies.ts'
import { describeStatement, type StatementSource } from './matched-statements.ts'

/** The policies of a simulation by the part they play; service control by level. A set that is absent limits nothing. */
export interface SimulatedSets {
  readonly identity: readonly SimulatedPolicy[]
  readonly boundary: readonly SimulatedPolicy[] | undefined
  readonly resource: readonly SimulatedPolicy[] | undefined
  readonly serviceControl: readonly (readonly SimulatedPolicy[])[] | undefined
}

/** Who calls in a simulation, and what the calls bring. */
export interface SimulatedCall {
  readonly principal: RequestPrincipal | undefined
  /** By keys in lower case. */
  readonly context: ReadonlyMap<string, string | readonly string[]>
  /** The account of a resource whose ARN names none: that of a bucket. */
  readonly resourceOwner: string | undefined
}

/** One action on one resource: an ARN, or `*`. */
export interface Pair {
  readonly action: string
  readonly resource: string
}

/** Policies and a caller, ready to be asked about any number of pairs by the engine that judges calls. */
export class Simulation {
  readonly #sets: PolicySets
  readonly #sources: Readonly<Record<string, readonly StatementSource[]>>
  readonly #call: SimulatedCall
  readonly #missing: readonly string[]

  constructor(sets: SimulatedSets, call: SimulatedCall) {
    const { identity, boundary, resource, serviceControl } = sets
    const levels = serviceControl?.map(compiledOf)
    this.#sets = {
      identity: compiledOf(identity),
      ...(boundary && { boundary: compiledOf(boundary) }),
      ...(resource && { resource: compiledOf(resource) }),
      ...(levels && { serviceControl: levels }),
    }
    const all = {
      identity,
      boundary: boundary ?? [],
      resource: resource ?? [],
      serviceControl: serviceControl?.flat() ?? [],
    }
    this.#sources = Object.fromEntries(
      Object.entries(all).map(([set, policies]) => [set, policies.map(({ source }) => source)]),
    )
    this.#call = call
    this.#missing = missingKeys(Object.values(all).flat(), call.context)
  }

  /** What one pair is answered, in the members that both shapes of result have. */
  decide({ action, resource }: Pair): PairResult {
    const request = this.#request(action, resource)
    const decision = evaluate(this.#sets, request)
    const { boundary, serviceControl } = this.#sets
    const allowedBy = (policies: readonly CompiledPolicy[]) =>
      evaluate({ identity: policies }, withoutParties(request)).effect === 'Allow'
    return {
      resource,
      decision: decisionNames[decision.effect],
      matched: this.#matched(decision),
      missing: this.#missing,
      allowedByBoundary: boundary && allowedBy(boundary),
      allowedByOrganizations: serviceControl && serviceControl.every(allowedBy),
      details: this.#details(request),
    }
  }

  #request(action: string, resource: string): AuthorizationRequest {
    const { principal, context, resourceOwner } = this.#call
    const values: ContextValues = { get: (key) => context.get(key) }
    const request = { action, resource, context: values, ...(principal && { principal }) }
    // Whose the resource is counts where its policy is there to be asked: else only the caller's own policies are simulated.
    const account = this.#sets.resource && (accountOf(resource) ?? resourceOwner)
    return account === undefined ? request : { ...request, resourceAccount: account }
  }

  #matched({ statements }: Decision) {
    return statements.slice(0, limits.simulatedStatementsMax).flatMap(({ set, policy, statement }) => {
      const source = this.#sources[set]?.[policy]
      const span = this.#policyAt(set, policy)?.document.statements[statement]?.span
      return source && span ? [describeStatement(source, span)] : []
    })
  }

  #policyAt(set: PolicySetName, policy: number): CompiledPolicy | undefined {
    if (set !== 'serviceControl' && set !== 'resourceControl') return this.#sets[set]?.[policy]
    return this.#sets[set]?.flat()[policy]
  }

  /** What each kind of policy says by itself, where caller and resource are of two accounts. */
  #details(request: AuthorizationRequest): Readonly<Record<string, PolicyEvaluationDecisionType>> {
    const { principal, resourceAccount } = request
    if (resourceAccount === undefined || principal === undefined || !('account' in principal)) return {}
    if (principal.account === resourceAccount) return {}
    return Object.fromEntries(
      explain(this.#sets, request).sets.map(({ set, effect }) => [detailNames[set], decisionNames[effect]]),
    )
  }
}

interface PairResult {
  readonly resource: string
  readonly decision: PolicyEvaluationDecisionType
  readonly matched: readonly ReturnType<typeof describeStatement>[]
  readonly missing: readonly string[]
  readonly allowedByBoundary: boolean | undefined
  readonly allowedByOrganizations: boolean | undefined
  readonly details: Readonly<Record<string, PolicyEvaluationDecisionType>>
}

const compiledOf = (policies: readonly SimulatedPolicy[]) => policies.map(({ compiled }) => compiled)

const decisionNames = {
  Allow: 'allowed',
  ExplicitDeny: 'explicitDeny',
  ImplicitDeny: 'implicitDeny',
} as const satisfies Record<Decision['effect'], PolicyEvaluationDecisionType>

const detailNames: Readonly<Record<PolicySetName, string>> = {
  identity: 'IAM Policy',
  boundary: 'Permissions Boundary Policy',
  session: 'Session Policy',
  resource: 'Resource Policy',
  serviceControl: 'Service Control Policy',
  resourceControl: 'Resource Control Policy',
}

/** As AWS tells them: all keys that the policies ask for anywhere and the call does not give. */
function missingKeys(policies: readonly SimulatedPolicy[], context: SimulatedCall['context']): readonly string[] {
  const spelled = new Map<string, string>()
  for (const key of policies.flatMap(({ compiled }) => contextKeysOf(compiled.document))) {
    if (!context.has(key.toLowerCase()) && !spelled.has(key.toLowerCase())) spelled.set(key.toLowerCase(), key)
  }
  return [...spelled.values()]
}

/** `123456789012` of `arn:aws:sns:us-east-1:123456789012:topic` */
const accountOf = (arn: string): string | undefined => /^(?:[^:]*:){4}(\d{12}):/.exec(arn)?.[1]

const withoutParties = ({ action, resource, context }: AuthorizationRequest) => ({ action, resource, context })

/** How long a pair's part of the answer is, about, in the longer of the protocols. */
export const charactersOf = ({ resource, matched, missing }: PairResult): number =>
  missing.reduce((sum, key) => sum + key.length + 20, 1_000 + resource.length + 800 * matched.length)

/** The results of one action: of `*` as it is; of named resources each by itself as well, as AWS gives them. */
export function resultOf(action: string, results: readonly PairResult[], onResources: boolean): EvaluationResult {
  const [first, ...others] = results
  if (first === undefined) throw new Error('an action without a resource')
  const { allowedByOrganizations } = first
  return {
    EvalActionName: action,
    // Of several resources none is the one that the whole was decided on.
    EvalResourceName: others.length === 0 ? first.resource : '*',
    EvalDecision: worst(results.map(({ decision }) => decision)),
    MatchedStatements: results.flatMap(({ matched }) => matched),
    MissingContextValues: onResources ? [] : first.missing,
    ...(allowedByOrganizations !== undefined && {
      OrganizationsDecisionDetail: { AllowedByOrganizations: results.every((one) => one.allowedByOrganizations) },
    }),
    ...boundaryDetail(results),
    ...(onResources && {
      EvalDecisionDetails: others.length === 0 ? first.details : {},
      ResourceSpecificResults: results.map(resourceResultOf),
    }),
  }
}

const resourceResultOf = (result: PairResult): ResourceSpecificResult => ({
  EvalResourceName: result.resource,
  EvalResourceDecision: result.decision,
  MatchedStatements: result.matched,
  MissingContextValues: result.missing,
  EvalDecisionDetails: result.details,
  ...boundaryDetail([result]),
})

function boundaryDetail(results: readonly PairResult[]) {
  if (results.some(({ allowedByBoundary }) => allowedByBoundary === undefined)) return {}
  const allowed = results.every(({ allowedByBoundary }) => allowedByBoundary === true)
  return { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: allowed } }
}

function worst(decisions: readonly PolicyEvaluationDecisionType[]): PolicyEvaluationDecisionType {
  return (['explicitDeny', 'implicitDeny'] as const).find((one) => decisions.includes(one)) ?? 'allowed'
}
