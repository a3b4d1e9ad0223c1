import { findAll } from './evaluate.ts'
import type { Effect, NaiveRequest, NaiveSets, SetName } from './raw.ts'

// What an explanation must say, from the same look at every statement that the second evaluator takes.

const order: readonly SetName[] = ['resourceControl', 'serviceControl', 'resource', 'identity', 'boundary', 'session']

export function explainNaively(sets: NaiveSets, request: NaiveRequest) {
  const findings = findAll(sets, request)
  const matched = findings.filter(({ unmet }) => unmet.length === 0)
  return {
    sets: order
      .filter((set) => sets[set] !== undefined)
      .map((set) => {
        const own = matched.filter(({ name }) => name.set === set)
        const levels = set === 'serviceControl' || set === 'resourceControl' ? (sets[set] ?? []) : [sets[set]]
        const allowing = own.filter(({ effect }) => effect === 'Allow')
        const allowed = levels.every((_policies, level) => allowing.some((one) => one.level === level))
        const denied = own.some(({ effect }) => effect === 'Deny')
        const effect: Effect = denied ? 'ExplicitDeny' : allowed ? 'Allow' : 'ImplicitDeny'
        const deciding = own.filter((one) => (denied ? one.effect === 'Deny' : allowed))
        return { set, effect, statements: deciding.map(({ name }) => name) }
      }),
    statements: findings.map(({ name, effect, unmet }) => ({ name, effect, matched: unmet.length === 0, unmet })),
    /** Keys that are missing and nothing else stands in the way of their statement. */
    surelyMissing: findings.flatMap(({ unmet }) =>
      unmet.every((one) => one.part === 'Condition' && one.found === undefined)
        ? unmet.flatMap((one) => (one.part === 'Condition' ? [one.key] : []))
        : [],
    ),
  }
}
