import { call } from '../../api/call.ts'
import { everyPage } from '../../api/lists.ts'
import type { Output } from '../../api/types.ts'
import type { SimulationQuery } from '../../parts/simulator/simulation-query.ts'
import type { Reason } from '../../parts/why/reason.ts'
import { readApplied, type Applied, type GivenNames } from './applied-policies.ts'
import { compileApplied, explainHere, placeMatched } from './explain-here.ts'
import { principalOf } from './arn.ts'

/** What one action on one resource is answered. */
export interface SimulatedResult {
  readonly reason: Reason
  /** Keys that would decide otherwise, or that the policies ask for at all. */
  readonly missingKeys: readonly string[]
}

export interface SimulationAnswer {
  readonly results: readonly SimulatedResult[]
  /** The documents at hand, by their policies. */
  readonly applied: Applied
}

/** [AWS] the most that one call evaluates; ours, and what a page of this screen asks at once. */
export const pairsMax = 1000

type EvaluationResult = NonNullable<Output<'iam', 'SimulateCustomPolicy'>['EvaluationResults']>[number]

/** Asks the server, and reads beside it the documents that say why. */
export async function simulate(
  query: SimulationQuery,
  names: GivenNames & { readonly who: string },
): Promise<SimulationAnswer> {
  // The documents first: who may read none of them is still answered by the simulation.
  const applied = await readApplied(query, names)
  const boundary = applied.policies.find(({ set }) => set === 'boundary')?.text
  const results = await everyPage(
    (place) => ask(query, query.boundary === '' ? undefined : boundary, place),
    ({ EvaluationResults }) => EvaluationResults,
  )
  const compiled = compileApplied(applied, query)
  const who = query.of === 'policy' ? names.who : (principalOf(query.principal)?.name ?? query.principal)
  return { applied, results: results.flatMap(rowsOf).map(answered) }

  function answered({ action, resource, decision, matched, missing, boundaryAllows }: Row): SimulatedResult {
    const here = compiled && explainHere(compiled, action, resource)
    const effect = effects[decision]
    const agrees = here?.effect === effect
    // With documents that are hidden it may agree by chance: then what the server says of itself stands.
    const isWhole = agrees && applied.hidden.length === 0
    return {
      reason: {
        ...{ who, action, resource, effect },
        set: isWhole ? here.set : boundaryAllows === false ? 'boundary' : 'identity',
        deciding: matched.map(({ SourcePolicyId = '', StartPosition }) =>
          placeMatched(compiled, {
            id: SourcePolicyId,
            line: StartPosition?.Line ?? 0,
            column: StartPosition?.Column ?? 0,
          }),
        ),
        near: agrees && effect === 'ImplicitDeny' ? here.near : [],
      },
      missingKeys: isWhole ? here.missingKeys : missing,
    }
  }
}

const effects = { allowed: 'Allow', explicitDeny: 'ExplicitDeny', implicitDeny: 'ImplicitDeny' } as const

function ask(
  query: SimulationQuery,
  boundary: string | undefined,
  place: { readonly MaxItems: number; readonly Marker?: string },
) {
  const asked = {
    ...place,
    ActionNames: query.actions,
    ...(query.resources.length > 0 && { ResourceArns: query.resources }),
    ...(query.context.length > 0 && {
      ContextEntries: query.context.map(({ key, type = 'string', values }) => ({
        ContextKeyName: key,
        ContextKeyType: contextTypes.find((one) => one === type) ?? 'string',
        ContextKeyValues: values,
      })),
    }),
    ...(boundary !== undefined && { PermissionsBoundaryPolicyInputList: [boundary] }),
    ...(query.resourcePolicy.trim() !== '' && { ResourcePolicy: query.resourcePolicy }),
    ...(query.caller !== '' && { CallerArn: query.caller }),
  }
  return query.of === 'policy'
    ? call('iam', 'SimulateCustomPolicy', { ...asked, PolicyInputList: [query.policy] })
    : call('iam', 'SimulatePrincipalPolicy', { ...asked, PolicySourceArn: query.principal })
}

/** [AWS] ContextKeyTypeEnum */
export const contextTypes = [
  'string',
  'stringList',
  'numeric',
  'numericList',
  'boolean',
  'booleanList',
  'ip',
  'ipList',
  'binary',
  'binaryList',
  'date',
  'dateList',
] as const

interface Row {
  readonly action: string
  readonly resource: string
  readonly decision: keyof typeof effects
  readonly matched: NonNullable<EvaluationResult['MatchedStatements']>
  readonly missing: readonly string[]
  readonly boundaryAllows: boolean | undefined
}

/** One row for each resource. */
function rowsOf(result: EvaluationResult): readonly Row[] {
  const { EvalActionName: action, ResourceSpecificResults: specific = [] } = result
  if (specific.length === 0) {
    return [{ ...row(result), action, resource: result.EvalResourceName ?? '*', decision: result.EvalDecision }]
  }
  return specific.map((one) => ({
    ...row(one),
    action,
    resource: one.EvalResourceName,
    decision: one.EvalResourceDecision,
  }))
}

const row = ({
  MatchedStatements: matched = [],
  MissingContextValues: missing = [],
  PermissionsBoundaryDecisionDetail: detail,
}: Pick<EvaluationResult, 'MatchedStatements' | 'MissingContextValues' | 'PermissionsBoundaryDecisionDetail'>) => ({
  matched,
  missing,
  boundaryAllows: detail?.AllowedByPermissionsBoundary,
})
