import fc from 'fast-check'
import { evaluate, explain, type Decision } from '../../src/index.ts'
import { scene } from '../arbitrary-sets.ts'
import { compileSets, requestFor, type Scene } from '../compile-sets.ts'
import { evaluateNaively } from './evaluate.ts'
import { explainNaively } from './explain.ts'

/** Asks both evaluators, and throws with both answers where they differ. */
export function compareOn(one: Scene): Decision {
  const sets = compileSets(one)
  const request = requestFor(one.request)
  const decision = evaluate(sets, request)
  const { effect, set, statements } = decision
  same('decision', { effect, set, statements }, { set: undefined, ...evaluateNaively(one.sets, one.request) })

  const explanation = explain(sets, request)
  const expected = explainNaively(one.sets, one.request)
  same('explained decision', explanation.decision, decision)
  same('sets', explanation.sets, expected.sets)
  same('statements', explanation.statements, expected.statements)
  const missing = explanation.missingContextKeys
  for (const key of expected.surelyMissing) {
    if (!missing.some((one) => one.toLowerCase() === key.toLowerCase())) throw new Error(`${key} is missing unnoticed`)
  }
  for (const key of missing) {
    if (request.context.get(key.toLowerCase()) !== undefined) throw new Error(`${key} is not missing`)
  }
  return decision
}

/** Both through JSON with sorted members: what is not there and what is undefined are one. */
function same(what: string, engine: unknown, naive: unknown): void {
  const [ours, theirs] = [engine, naive].map(inOrder)
  if (ours !== theirs) throw new Error(`${what}: the engine says ${ours}, the naive evaluator ${theirs}`)
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Random policies and requests, as many as asked; answers how often each decision was met. */
export function runDifferential(runs: number, seed?: number): ReadonlyMap<string, number> {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(scene, (one) => {
      const { effect, set } = compareOn(one)
      const name = `${effect} ${set ?? 'by itself'}`
      met.set(name, (met.get(name) ?? 0) + 1)
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
  return met
}
