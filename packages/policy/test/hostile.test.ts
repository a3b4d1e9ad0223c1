import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compilePolicy,
  evaluate,
  explain,
  parsePolicy,
  PolicyError,
  policySize,
  printPolicy,
  type PolicyKind,
} from '../src/index.ts'
import { policy, statementsOf } from './arbitraries.ts'

/** AWS's sentence for a text that is no document, by kind of policy. */
const noDocument: Record<PolicyKind, string> = {
  'identity-inline': 'Syntax errors in policy.',
  'identity-managed': 'Syntax errors in policy.',
  trust: 'This policy contains invalid Json',
  resource: 'Syntax errors in policy.',
  session: 'The policy is not in the valid JSON format.',
  'service-control': 'Syntax errors in policy.',
  'resource-control': 'Syntax errors in policy.',
}
const kinds = Object.keys(noDocument) as PolicyKind[]

describe('a hostile document', () => {
  const anyKind = fc.constantFrom(...kinds)

  /** Answers how it ended: accepted, or refused in AWS's words; anything else is thrown on. */
  function outcome(text: string, kind: PolicyKind = 'identity-inline'): string {
    try {
      parsePolicy(text, kind)
      return 'accepted'
    } catch (error) {
      if (error instanceof PolicyError) return error.message
      throw error
    }
  }

  it('of any text ends in PolicyError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), anyKind, (text, kind) => void outcome(text, kind)),
    )
  })

  it('of any JSON ends in PolicyError', () => {
    fc.assert(fc.property(fc.json(), anyKind, (text, kind) => void outcome(text, kind)))
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
      'NotPrincipal',
      'Condition',
    ]
    fc.assert(
      fc.property(policy, fc.constantFrom(...parts), fc.jsonValue(), anyKind, (raw, part, value, kind) => {
        const first = statementsOf(raw)[0]
        const refuse = (document: object) => void outcome(JSON.stringify(document), kind)
        refuse({ ...raw, [part]: value })
        refuse({ ...raw, Statement: { ...first, [part]: value } })
        refuse({ ...raw, Statement: { ...first, Condition: { [part]: value, Bool: value } } })
        refuse({ ...raw, Statement: { ...first, Condition: { StringEquals: { k: value } } } })
        refuse({ ...raw, Statement: { ...first, Principal: { [part]: value, AWS: value } } })
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
    const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition } })
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

describe('a huge document', () => {
  const statement = '{"Effect":"Deny","Action":"a:b","Resource":"*"}'
  const documentOf = (statements: readonly string[]) => `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`
  const nested = (levels: number) =>
    documentOf([statement.replace('"*"', () => `${'['.repeat(levels)}"*"${']'.repeat(levels)}`)])
  const guarded = (value: string) =>
    documentOf([statement.replace('}', () => `,"Condition":{"StringLike":{"k":"${value}"}}}`)])

  it.each(kinds)('as %s is refused for its form: 10,000 statements, 100 levels, a megabyte of stars', (kind) => {
    for (const text of [
      documentOf(Array.from({ length: 10_000 }, () => statement)),
      nested(100),
      nested(1_000),
      nested(60_000),
      guarded('*'.repeat(1_000_000)),
      '*'.repeat(1_000_000),
      guarded('\ud800'),
      guarded('\\ud800'),
      guarded('\\udc00\\ud800'),
      documentOf([statement.replace('{', () => '{"Effect":"Allow",')]),
    ]) {
      expect(() => parsePolicy(text, kind)).toThrow(new PolicyError(noDocument[kind], expect.anything() as never))
    }
  })

  it.each(kinds)('as %s has no members but its own', (kind) => {
    const inherited = documentOf([statement.replace('{', () => '{"__proto__":{"Effect":"Allow","Principal":"*"},')])
    expect(() => parsePolicy(inherited, kind)).toThrow(PolicyError)
    expect(() => parsePolicy(`{"__proto__":${inherited}}`, kind)).toThrow(PolicyError)
  })

  it('with __proto__ for a key asks for that key', () => {
    const document = parsePolicy(
      guarded('x').replace('"k"', () => '"__proto__"'),
      'identity-inline',
    )
    const identity = [compilePolicy(document)]
    const decide = (context: [string, string][]) =>
      evaluate({ identity }, { action: 'a:b', resource: '*', context: new Map(context) }).effect
    expect(decide([])).toBe('ImplicitDeny')
    expect(decide([['__proto__', 'x']])).toBe('ExplicitDeny')
    expect(printPolicy(document)).toContain('__proto__')
    expect(Object.keys({})).toEqual([])
  })

  // Time is compared with the time for a quarter: linear is 4, a square would be 16. Seconds are nobody's promise, and the
  // best of many rounds counts: other work on the machine is no part of it.
  const fourTimesIsAtMost = 8

  function growth(size: number, work: (size: number) => () => void): number {
    const [part, whole] = [work(size / 4), work(size)]
    const best = { part: Infinity, whole: Infinity }
    for (let round = 0; round < 40; round++) {
      best.part = Math.min(best.part, timeOf(part))
      best.whole = Math.min(best.whole, timeOf(whole))
      if (round >= 8 && best.whole / best.part < fourTimesIsAtMost) break
    }
    return best.whole / best.part
  }

  function timeOf(work: () => void): number {
    const started = performance.now()
    work()
    return performance.now() - started
  }

  const statements = (count: number) => documentOf(Array.from({ length: count }, () => statement))
  const sids = (count: number) =>
    documentOf(Array.from({ length: count }, (_, at) => statement.replace('{', () => `{"Sid":"s${String(at)}",`)))
  const keys = (count: number) =>
    guarded('x').replace('"k":"x"', () => Array.from({ length: count }, (_, at) => `"k${String(at)}":"x"`).join(','))
  const values = (count: number) =>
    guarded('x').replace('"x"', () => `[${Array.from({ length: count }, (_, at) => `"v${String(at)}*"`).join(',')}]`)
  const actions = (count: number) =>
    documentOf([
      statement.replace(
        '"a:b"',
        () => `[${Array.from({ length: count }, (_, at) => `"a:b${String(at)}*"`).join(',')}]`,
      ),
    ])
  const blanks = (count: number) => `${statements(1)}${' '.repeat(count)}`

  it.each([
    ['statements', statements, 2_600],
    ['Sids', sids, 2_000],
    ['condition keys', keys, 8_000],
    ['condition values', values, 10_000],
    ['actions', actions, 10_000],
    ['blanks', blanks, 120_000],
    ['stars', (count: number) => guarded('*'.repeat(count)), 120_000],
    ['open variables', (count: number) => guarded('${'.repeat(count)), 60_000],
    ['variables', (count: number) => guarded('${a}'.repeat(count)), 30_000],
    ['open lists', (count: number) => '['.repeat(count), 120_000],
    ['escapes', (count: number) => guarded('\\u0041'.repeat(count)), 20_000],
    ['text without an end', (count: number) => `{"Version":"${'x'.repeat(count)}`, 120_000],
  ])('takes four times the time for four times the %s', (_name, document, size) => {
    const work = (count: number) => {
      const text = document(count)
      return () => {
        try {
          const parsed = parsePolicy(text, 'identity-inline')
          const identity = [compilePolicy(parsed)]
          const request = { action: 'a:b', resource: 'x', context: new Map([['k', 'v'], ['a', 'v']]) } // prettier-ignore
          evaluate({ identity }, request)
          explain({ identity }, request)
          printPolicy(parsed)
          policySize(text)
        } catch (error) {
          if (!(error instanceof PolicyError)) throw error
        }
      }
    }
    expect(growth(size, work)).toBeLessThan(fourTimesIsAtMost)
  })

  const against = (pattern: string) => {
    const text = documentOf([`{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${pattern}"}`])
    const identity = [compilePolicy(parsePolicy(text, 'identity-inline'))]
    return (count: number) => {
      const request = { action: 'a:b', resource: `arn:aws:s3:::${'a'.repeat(count)}`, context: new Map([['a', 'a']]) }
      return () => expect(evaluate({ identity }, request).effect).toBe('ImplicitDeny')
    }
  }

  it.each([
    ['a star and a letter, thirty times', 'a*'.repeat(30) + 'b'],
    ['a run that nearly fits', `*${'a'.repeat(200)}b*`],
    ['a run with question marks that nearly fits', `*${'a?'.repeat(100)}b*`],
    ['many runs that nearly fit', `*${'aaaaaaab*'.repeat(20)}`],
    ['stars alone and an end', `${'*'.repeat(1_000)}b`],
    ['question marks between stars', `${'*?'.repeat(50)}b`],
    ['variables between stars', `${'*${a}'.repeat(50)}b`],
    ['a literal star', `*${'${*}'.repeat(20)}`],
  ])('takes four times the time for four times the text: %s', (_name, pattern) => {
    expect(growth(20_000, against(pattern))).toBeLessThan(fourTimesIsAtMost)
  })
})
