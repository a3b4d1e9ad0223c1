import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy, evaluate, parsePolicy } from '../../src/index.ts'
import { policy, request } from '../arbitraries.ts'
import { evaluateNaively } from './evaluate.ts'

describe('the engine and the naive evaluator', () => {
  it('agree on random policies and requests, to the statement', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 3 }), request, (policies, { action, resource, context }) => {
        const identity = policies.map((one) => compilePolicy(parsePolicy(JSON.stringify(one), 'identity-inline')))
        const decision = evaluate({ identity }, { action, resource, context: new Map(Object.entries(context)) })
        const { effect, statements } = evaluateNaively(policies, { action, resource, context })
        const named = decision.statements.map(({ policy, statement }) => ({ policy, statement }))
        expect({ effect: decision.effect, statements: named }).toEqual({ effect, statements })
        seen.add(effect)
      }),
      { numRuns: Number(process.env['POLICY_RUNS'] ?? 5_000) },
    )
    expect([...seen].sort()).toEqual(['Allow', 'ExplicitDeny', 'ImplicitDeny'])
  })
})
