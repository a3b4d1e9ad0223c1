import {
  compilePolicy,
  explain,
  parsePolicy,
  PolicyError,
  type AuthorizationRequest,
  type CompiledPolicy,
  type Explanation,
  type PolicySetName,
  type PolicySets,
  type RequestPrincipal,
  type StatementExplanation,
} from '@keyward/policy'
import type { ContextValue, SimulationQuery } from '../../parts/simulator/simulation-query.ts'
import type { NearStatement, PlacedStatement } from '../../parts/why/reason.ts'
import type { Applied, AppliedPolicy } from './applied-policies.ts'
import { principalOf } from './arn.ts'

/** The policies of a question, compiled: ready to explain in this page what the server decides. */
export interface Compiled {
  readonly sets: PolicySets
  readonly policies: Readonly<Partial<Record<PolicySetName, readonly CompiledApplied[]>>>
  readonly principal: RequestPrincipal | undefined
  readonly context: ReadonlyMap<string, string | readonly string[]>
}

export interface CompiledApplied extends AppliedPolicy {
  readonly compiled: CompiledPolicy
}

/** What can be said of one pair from the documents that the person may read. */
export interface ExplainedHere {
  readonly effect: Explanation['decision']['effect']
  readonly set: PolicySetName | undefined
  readonly near: readonly NearStatement[]
  readonly missingKeys: readonly string[]
}

/** Undefined where a text of one's own is no policy; the server says so too. */
export function compileApplied(applied: Applied, query: SimulationQuery): Compiled | undefined {
  const identity = compiledIn(applied, 'identity')
  const boundary = compiledIn(applied, 'boundary')
  const resource = compiledIn(applied, 'resource')
  if (!identity || !boundary || !resource) return undefined
  const policies = { identity, boundary, resource }
  return {
    policies,
    sets: {
      identity: identity.map(({ compiled }) => compiled),
      ...(applied.isBounded && { boundary: boundary.map(({ compiled }) => compiled) }),
      ...(resource.length > 0 && { resource: resource.map(({ compiled }) => compiled) }),
    },
    principal: requestPrincipal(applied, query),
    context: new Map([
      ...applied.ofPrincipal,
      ...query.context.map((entry) => [entry.key.toLowerCase(), valueOf(entry)] as const),
    ]),
  }
}

function compiledIn({ policies }: Applied, set: AppliedPolicy['set']): readonly CompiledApplied[] | undefined {
  try {
    return policies
      .filter((one) => one.set === set)
      .map((one) => ({ ...one, compiled: compilePolicy(parsePolicy(one.text, kinds[set])) }))
  } catch (error) {
    if (error instanceof PolicyError) return undefined
    throw error
  }
}

const kinds = { identity: 'identity-managed', boundary: 'identity-managed', resource: 'resource' } as const

function requestPrincipal(
  { userId }: Applied,
  { of, principal, caller }: SimulationQuery,
): RequestPrincipal | undefined {
  const arn = caller === '' && of === 'principal' ? principal : caller
  const found = principalOf(arn)
  return found?.kind === 'user'
    ? { type: 'User', account: found.account, arn, userId: caller === '' ? userId : '' }
    : undefined
}

function valueOf({ type = 'string', values }: ContextValue): string | readonly string[] {
  const [only] = values
  return type.endsWith('List') || only === undefined || values.length > 1 ? values : only
}

export function explainHere(compiled: Compiled, action: string, resource: string): ExplainedHere {
  const { sets, principal, context } = compiled
  const owner = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1]
  const own = principal?.type === 'User' ? principal.account : undefined
  const account = sets.resource && (owner ?? own)
  const request: AuthorizationRequest = {
    action,
    resource,
    context: { get: (key) => context.get(key) },
    ...(principal && { principal }),
    ...(account !== undefined && { resourceAccount: account }),
  }
  const { decision, statements, missingContextKeys } = explain(sets, request)
  const near = statements
    .filter(({ name, effect, unmet }) => {
      return (
        name.set === decision.set &&
        effect === 'Allow' &&
        unmet.length > 0 &&
        !unmet.some(({ part }) => part === 'Action')
      )
    })
    .toSorted((a, b) => a.unmet.length - b.unmet.length)
    .slice(0, nearMax)
    .flatMap((one) => nearOf(compiled, one))
  return { effect: decision.effect, set: decision.set, near, missingKeys: missingContextKeys }
}

/** More than a person reads. */
const nearMax = 10

function nearOf({ policies }: Compiled, { name, unmet }: StatementExplanation): readonly NearStatement[] {
  const applied = policies[name.set]?.[name.policy]
  return applied ? [{ ...placed(applied, name.statement), unmet }] : []
}

function placed({ policy, compiled }: CompiledApplied, index: number): PlacedStatement {
  const statement = compiled.document.statements[index]
  return { policy, index, sid: statement?.sid, span: statement?.span }
}

/** A statement that the server named by its policy's name and the place of its first character, found in the documents at hand. */
export function placeMatched(
  compiled: Compiled | undefined,
  matched: { readonly id: string; readonly line: number; readonly column: number },
): PlacedStatement {
  for (const applied of Object.values(compiled?.policies ?? {}).flat()) {
    const { name, kind } = applied.policy
    const isNamed =
      kind === 'given'
        ? givenIds[applied.set].test(matched.id)
        : name === matched.id || (applied.set === 'boundary' && givenIds.boundary.test(matched.id))
    if (!isNamed) continue
    const index = applied.compiled.document.statements.findIndex(
      ({ span }) => span.line === matched.line && span.column === matched.column,
    )
    if (index !== -1) return placed(applied, index)
  }
  return {
    policy: { kind: 'given', name: matched.id, arn: undefined, hash: undefined, owner: undefined },
    index: 0,
    sid: undefined,
    span: undefined,
  }
}

/** What the server calls the texts that came with the question. */
const givenIds = {
  identity: /^PolicyInputList\./,
  boundary: /^PermissionsBoundaryPolicyInputList\./,
  resource: /^ResourcePolicy/,
} as const
