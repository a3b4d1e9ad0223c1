import { gradeOf, grades, strongest, type Asking, type Grade } from './principal.ts'
import { listOf, type Effect, type NaivePolicy, type NaiveRequest, type NaiveSets, type SetName } from './raw.ts'
import { unmetParts, type UnmetPart } from './statement.ts'

// A second evaluator, written from the language's rules and not from the engine, of which it imports nothing.
// It knows no compilation, no index and no fast path, and may be slow. Where the two disagree, one is wrong.

export interface NaiveName {
  readonly set: SetName
  readonly policy: number
  readonly statement: number
}

export interface NaiveDecision {
  readonly effect: Effect
  readonly set?: SetName
  readonly statements: readonly NaiveName[]
}

/** A statement, looked at by itself. */
export interface Finding {
  readonly name: NaiveName
  readonly level: number
  readonly effect: 'Allow' | 'Deny'
  readonly grade: Grade
  readonly unmet: readonly ({ readonly part: 'Principal' } | UnmetPart)[]
}

/** In the order in which AWS asks the kinds of policy. */
const order: readonly SetName[] = ['resourceControl', 'serviceControl', 'resource', 'identity', 'boundary', 'session']

export function evaluateNaively(sets: NaiveSets, request: NaiveRequest): NaiveDecision {
  return decide(sets, request, findAll(sets, request))
}

/** Looks at every statement of every policy of every set. */
export function findAll(sets: NaiveSets, request: NaiveRequest): Finding[] {
  const caller: Asking = request.principal ?? { type: 'Unnamed', account: request.resourceAccount }
  return order.flatMap((set) => {
    let policy = -1
    return levelsOf(sets, set).flatMap((documents, level) =>
      documents.flatMap((raw) => {
        const document = raw as NaivePolicy
        policy += 1
        const place = policy
        return listOf(document.Statement).map((one, statement): Finding => {
          const grade = set === 'resource' ? gradeOf(one, caller, sets.boundary !== undefined) : 'direct'
          const parts = unmetParts(one, request, document.Version === '2012-10-17')
          return {
            name: { set, policy: place, statement },
            level,
            effect: one.Effect as 'Allow' | 'Deny',
            grade,
            unmet: grade === 'none' ? [{ part: 'Principal' }, ...parts] : parts,
          }
        })
      }),
    )
  })
}

function levelsOf(sets: NaiveSets, set: SetName): readonly (readonly object[])[] {
  if (set === 'serviceControl' || set === 'resourceControl') return sets[set] ?? []
  const documents = sets[set]
  return documents === undefined ? [] : [documents]
}

function decide(sets: NaiveSets, request: NaiveRequest, findings: readonly Finding[]): NaiveDecision {
  const matched = findings.filter(({ unmet }) => unmet.length === 0)
  const denials = matched.filter(({ effect }) => effect === 'Deny').map(({ name }) => name)
  const denying = denials[0]?.set
  if (denying) {
    return { effect: 'ExplicitDeny', set: denying, statements: denials.filter(({ set }) => set === denying) }
  }

  const allowing = matched.filter(({ effect }) => effect === 'Allow')
  const allows = (set: SetName) => allowing.some(({ name }) => name.set === set)
  const everyLevelAllows = (set: 'resourceControl' | 'serviceControl') =>
    levelsOf(sets, set).every((_documents, level) =>
      allowing.some((one) => one.name.set === set && one.level === level),
    )
  const refused = (set: SetName): NaiveDecision => ({ effect: 'ImplicitDeny', set, statements: [] })
  const allowed = (set: SetName, atLeast: Grade = 'account'): NaiveDecision => ({
    effect: 'Allow',
    set,
    statements: allowing
      .filter((one) => one.name.set === set && grades.indexOf(one.grade) >= grades.indexOf(atLeast))
      .map(({ name }) => name),
  })

  const caller = request.principal
  if (!everyLevelAllows('resourceControl')) return refused('resourceControl')
  const account = caller && ('account' in caller ? caller.account : 'none')
  if (account !== 'none' && !everyLevelAllows('serviceControl')) return refused('serviceControl')

  const grade = strongest(allowing.filter(({ name }) => name.set === 'resource').map((one) => one.grade))
  if (account === 'none') return grade === 'none' ? refused('resource') : allowed('resource', grade)

  const crossAccount = account !== undefined && account !== (request.resourceAccount ?? account)
  const resourceMustAllow = crossAccount || request.resourcePolicyDecides === true
  if (resourceMustAllow && grade === 'none') return refused('resource')

  // Of a session of GetSessionToken AWS knows no policy: where there is one for a user, it limits like any other.
  const isSession = caller?.type === 'AssumedRole' || caller?.type === 'FederatedUser'
  // Whom root federated has what root has, within the session policy; it has neither policies nor a boundary of its own.
  const isRoot = caller?.type === 'Root' || (caller?.type === 'FederatedUser' && caller.userId === caller.account)
  const byItself = !crossAccount && grade === 'direct'
  if (byItself && isSession) return allowed('resource', 'direct')

  const byResource = byItself || (!crossAccount && grade === 'entity')
  if (!isRoot && !byResource && !allows('identity')) return refused('identity')
  // "If a permissions boundary is set for the user, then it must allow the sts:AssumeRole action": of trust policies.
  // @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
  const outsideBoundary = isRoot || (byItself && !request.resourcePolicyDecides)
  if (!outsideBoundary && sets.boundary !== undefined && !allows('boundary')) return refused('boundary')
  if (sets.session === undefined ? caller?.type === 'FederatedUser' : !allows('session')) return refused('session')
  if (isRoot) return grade === 'none' ? { effect: 'Allow', statements: [] } : allowed('resource', grade)
  return byResource ? allowed('resource', grade) : allowed('identity')
}
