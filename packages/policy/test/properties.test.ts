import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compilePolicy,
  evaluate,
  evaluateOnEvery,
  parsePolicy,
  PolicyError,
  policySize,
  printPolicy,
  type AuthorizationRequest,
  type CompiledPolicy,
  type PolicyDocument,
} from '../src/index.ts'
import { policy, request, statement, type RawPolicy, type RawRequest, type RawStatement } from './arbitraries.ts'

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

function statementsOf({ Statement }: RawPolicy): readonly RawStatement[] {
  return [Statement].flat()
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

describe('a hostile document', () => {
  /** Answers how it ended: accepted, or refused in AWS's words; anything else is thrown on. */
  function outcome(text: string): string {
    try {
      parsePolicy(text, 'identity-inline')
      return 'accepted'
    } catch (error) {
      if (error instanceof PolicyError) return error.message
      throw error
    }
  }

  it('of any text ends in PolicyError', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void outcome(text)))
  })

  it('of any JSON ends in PolicyError', () => {
    fc.assert(fc.property(fc.json(), (text) => void outcome(text)))
  })

  it('of any JSON in the place of any part ends in PolicyError', () => {
    const parts = [
      'Version',
      'Id',
      'Statement',
      'Sid',
      'Effect',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Principal',
      'Condition',
    ]
    fc.assert(
      fc.property(policy, fc.constantFrom(...parts), fc.jsonValue(), (raw, part, value) => {
        outcome(JSON.stringify({ ...raw, [part]: value }))
        outcome(JSON.stringify({ ...raw, Statement: { ...statementsOf(raw)[0], [part]: value } }))
        outcome(
          JSON.stringify({ ...raw, Statement: { ...statementsOf(raw)[0], Condition: { [part]: value, Bool: value } } }),
        )
        outcome(
          JSON.stringify({ ...raw, Statement: { ...statementsOf(raw)[0], Condition: { StringEquals: { k: value } } } }),
        )
      }),
    )
  })

  it('cut anywhere is refused', () => {
    fc.assert(
      fc.property(policy, fc.double({ min: 0, max: 0.999, noNaN: true }), (raw, share) => {
        const text = JSON.stringify(raw)
        expect(outcome(text.slice(0, Math.floor(text.length * share)))).toBe('Syntax errors in policy.')
      }),
    )
  })

  it('with one character changed ends in PolicyError', () => {
    fc.assert(
      fc.property(policy, fc.nat(), fc.nat(0x2ff), (raw, place, unit) => {
        const text = JSON.stringify(raw)
        const at = place % text.length
        outcome(text.slice(0, at) + String.fromCharCode(unit) + text.slice(at + 1))
      }),
    )
  })

  it.each([
    ['100,000 open lists', '['.repeat(100_000)],
    ['100,000 open objects', '{"Statement":'.repeat(8_000)],
    [
      'lists within a condition',
      `{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k":${'['.repeat(50_000)}`,
    ],
    [
      'more characters than a parameter may have',
      `{"Id":"${'x'.repeat(131_072)}","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`,
    ],
    ['__proto__ everywhere', '{"__proto__":{"Statement":{}},"Statement":{"__proto__":{"Effect":"Allow"}}}'],
    ['constructor as a member', '{"constructor":1,"Statement":[]}'],
  ])('of %s is refused for its form', (_name, text) => {
    expect(outcome(text)).toBe('Syntax errors in policy.')
  })

  it('with names of methods as condition keys means nothing special', () => {
    const text = `{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"__proto__":"x","constructor":"y"}}}}`
    const identity = [compilePolicy(parsePolicy(text, 'identity-inline'))]
    const decision = (context: [string, string][]) =>
      evaluate({ identity }, { action: 'a:b', resource: '*', context: new Map(context) }).effect
    expect(decision([])).toBe('ImplicitDeny')
    expect(decision([['__proto__', 'x'], ['constructor', 'y']])).toBe('Allow') // prettier-ignore
  })

  // Each fills the 131,072 characters with what a careless reader would go over again and again.
  const n = 120_000
  const half = n / 2
  it.each([
    ['digits', { NumericEquals: { k: `${'1'.repeat(n)}x` } }],
    ['zeros', { NumericEquals: { k: `${'0'.repeat(n)}x` } }],
    ['digits of a date', { DateEquals: { k: '1'.repeat(n) } }],
    ['colons of an address', { IpAddress: { k: ':'.repeat(n) } }],
    ['dots of an address', { IpAddress: { k: '1.'.repeat(n / 2) } }],
    ['colons of an ARN', { ArnLike: { k: ':'.repeat(n) } }],
    ['base64 that ends badly', { BinaryEquals: { k: `${'A'.repeat(n)}=A=` } }],
  ])('of very many %s is refused', (_name, condition) => {
    const text = JSON.stringify({ Statement: { Effect: 'Allow', ...everything, Condition: condition } })
    expect(outcome(text)).toBe('The policy failed legacy parsing')
  })

  it.each([
    ['open variables', '${'.repeat(half / 2)],
    ['open defaults', "${a,'".repeat(half / 5)],
    ['closed variables', '${a}'.repeat(half / 4)],
    ['stars', '*'.repeat(half)],
    ['stars and letters', 'a*'.repeat(half / 2)],
    ['stars and question marks', '*?'.repeat(half / 2)],
    ['variables and stars', '${a}*'.repeat(half / 5)],
    ['variables, stars and question marks', '${a}*?'.repeat(half / 6)],
  ])('of very many %s is compiled and evaluated', (_name, pattern) => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: '*',
        Resource: `arn:aws:s3:::${pattern}`,
        Condition: { StringLike: { a: pattern } },
      },
    })
    const identity = [compilePolicy(parsePolicy(text, 'identity-managed'))]
    const context = new Map([['a', 'a'.repeat(256)]])
    const decision = evaluate({ identity }, { action: 'a:b', resource: `arn:aws:s3:::${'a'.repeat(1024)}b`, context })
    expect(['Allow', 'ImplicitDeny']).toContain(decision.effect)
  })
})
