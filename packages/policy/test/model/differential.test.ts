import { describe, expect, it } from 'vitest'
import { runDifferential } from './differential.ts'

describe('the engine and the naive evaluator', () => {
  it('agree on random policies of every kind, callers and requests, to the statement and its unmet parts', () => {
    const met = runDifferential(20_000)
    // What chance does not reach proves nothing: every set allows, denies and is silent where it can.
    const silent = ['resourceControl', 'serviceControl', 'resource', 'identity', 'boundary', 'session']
    const everyDecision = [
      ...silent.flatMap((set) => [`ExplicitDeny ${set}`, `ImplicitDeny ${set}`]),
      'Allow by itself',
      'Allow identity',
      'Allow resource',
    ]
    expect([...met.keys()].sort()).toEqual(everyDecision.sort())
    for (const name of everyDecision) expect(met.get(name), name).toBeGreaterThan(20)
  }, 60_000)
})
