import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compilePolicy,
  evaluate,
  evaluateOnEvery,
  parsePolicy,
  policySize,
  printPolicy,
  type AuthorizationRequest,
  type CompiledPolicy,
  type PolicyDocument,
} from '../src/index.ts'
import { policy, request, statement, statementsOf, type RawRequest, type RawStatement } from './arbitraries.ts'

const everything = { Action: '*', Resource: '*' }

function compile(document: object): CompiledPolicy {
  return compilePolicy(parsePolicy(JSON.stringify(document), 'identity-inline'))
}

function asked({ action, resource, context }: RawRequest): AuthorizationRequest {
  return { action, resource, context: new Map(Object.entries(context)) }
}

function decide(policies: readonly object[], raw: RawRequest) {
  return evaluate({ identity: policies.map(compile) }, asked(raw))
}

describe('whatever the policies and the request', () => {
  const policies = fc.array(policy, { maxLength: 3 })
  const written = statement.map((one) => ({ Version: '2012-10-17', Statement: one }))

  it('a statement that denies everything wins', () => {
    fc.assert(
      fc.property(policies, request, fc.nat(3), (given, raw, place) => {
        const denial = { Version: '2012-10-17', Statement: { Effect: 'Deny' as const, ...everything } }
        expect(decide(given.toSpliced(place, 0, denial), raw).effect).toBe('ExplicitDeny')
      }),
    )
  })

  it('without a statement that allows, nothing is allowed', () => {
    fc.assert(
      fc.property(policies, request, (given, raw) => {
        const denials = given.map((one) => ({
          ...one,
          Statement: statementsOf(one).map((item) => ({ ...item, Effect: 'Deny' })),
        }))
        expect(decide(denials, raw).effect).not.toBe('Allow')
      }),
    )
  })

  it('one more Allow never turns an Allow into a denial, and never lifts an explicit one', () => {
    fc.assert(
      fc.property(policies, written, request, fc.nat(3), (given, more, raw, place) => {
        const before = decide(given, raw).effect
        const after = decide(
          given.toSpliced(place, 0, { ...more, Statement: { ...more.Statement, Effect: 'Allow' } }),
          raw,
        )
        if (before !== 'ImplicitDeny') expect(after.effect).toBe(before)
        else expect(after.effect).not.toBe('ExplicitDeny')
      }),
    )
  })

  it('one more Deny never allows what was not allowed', () => {
    fc.assert(
      fc.property(policies, written, request, fc.nat(3), (given, more, raw, place) => {
        const before = decide(given, raw).effect
        const after = decide(
          given.toSpliced(place, 0, { ...more, Statement: { ...more.Statement, Effect: 'Deny' } }),
          raw,
        )
        if (before !== 'Allow') expect(after.effect).not.toBe('Allow')
      }),
    )
  })

  it('the order of policies and statements changes no effect', () => {
    fc.assert(
      fc.property(policies, request, (given, raw) => {
        const turned = given.toReversed().map((one) => ({ ...one, Statement: statementsOf(one).toReversed() }))
        expect(decide(turned, raw).effect).toBe(decide(given, raw).effect)
      }),
    )
  })

  it('a decision names statements of its effect that decide alone', () => {
    fc.assert(
      fc.property(policies, request, (given, raw) => {
        const { effect, statements, set } = decide(given, raw)
        expect(set).toBe('identity')
        expect(statements.length > 0).toBe(effect !== 'ImplicitDeny')
        for (const name of statements) {
          const one = given[name.policy]!
          const named = statementsOf(one)[name.statement]!
          expect(named.Effect).toBe(effect === 'Allow' ? 'Allow' : 'Deny')
          expect(decide([{ ...one, Statement: named }], raw).effect).toBe(effect)
        }
      }),
    )
  })

  it('the case of the action does not matter', () => {
    fc.assert(
      fc.property(policies, request, (given, raw) => {
        expect(decide(given, { ...raw, action: raw.action.toUpperCase() })).toEqual(decide(given, raw))
      }),
    )
  })
})

describe('what is allowed on every resource', () => {
  const start = 'arn:aws:iam::123456789012:user/'
  // Of the resource are `k` and `other`: a call asks for them again with each resource.
  const isOfResource = (key: string) => key === 'k' || key === 'other'
  const own = fc.record({ k: fc.constantFrom('a', 'true', '1', 'x'), other: fc.constantFrom('a', 'b') })
  const name = fc.oneof(fc.constantFrom('alice', 'a', '*', '?', 'team/bob', '\uffff'), fc.string({ minLength: 1 }))
  const mild = fc.constantFrom('*', `${start}*`, `${start}?*`, `${start}?`, `${start}\${*}`, 'arn:aws:iam::*:user/*')

  it('is allowed on each of them, whatever its name and tags', () => {
    let met = 0
    fc.assert(
      fc.property(fc.array(policy, { maxLength: 3 }), mild, request, own, name, (given, Resource, raw, tags, rest) => {
        // Random patterns hardly ever match all: one statement gets one that may.
        const [first, ...others] = given
        const widened = first && { ...first, Statement: statementsOf(first).map((one) => widen(one, Resource)) }
        const policies = widened === undefined ? [] : [widened, ...others]
        const context = new Map(Object.entries(raw.context))
        const identity = policies.map(compile)
        const { effect } = evaluateOnEvery(
          { identity },
          { action: raw.action, resourcesUnder: start, context, isOfResource },
        )
        if (effect !== 'Allow') return
        met += 1
        const each = { ...raw, resource: start + rest, context: { ...raw.context, ...tags } }
        expect(decide(policies, each).effect).toBe('Allow')
      }),
      { numRuns: 3_000 },
    )
    expect(met).toBeGreaterThan(30)
  })

  function widen(one: RawStatement, Resource: string): RawStatement {
    return { ...one, NotResource: undefined, Resource }
  }
})

describe('what was parsed', () => {
  const withoutPlaces = ({ statements, ...document }: PolicyDocument) => ({
    ...document,
    statements: statements.map((one) => ({ ...one, span: undefined })),
  })

  it('is the same when it is printed and parsed again', () => {
    fc.assert(
      fc.property(policy, (raw) => {
        const document = parsePolicy(JSON.stringify(raw), 'identity-inline')
        expect(withoutPlaces(parsePolicy(printPolicy(document), 'identity-inline'))).toEqual(withoutPlaces(document))
      }),
    )
  })

  it('does not depend on blanks, and neither does its size', () => {
    fc.assert(
      fc.property(policy, fc.constantFrom(' ', '\t', '   '), (raw, indent) => {
        const tight = JSON.stringify(raw)
        const loose = JSON.stringify(raw, null, indent).replaceAll('\n', '\r\n')
        expect(withoutPlaces(parsePolicy(loose, 'identity-inline'))).toEqual(
          withoutPlaces(parsePolicy(tight, 'identity-inline')),
        )
        expect(policySize(loose)).toBe(policySize(tight))
      }),
    )
  })
})
