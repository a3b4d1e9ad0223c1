import { compilePolicy, parsePolicy, type PolicySetName, type StatementName } from '@keyward/policy'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestHouse } from '../../test/harness.ts'
import type { View } from '../directory/view.ts'
import { limits } from '../domain/limits.ts'
import { dataKeys } from '../store/data-keys.ts'
import { openReason, sealReason, type AuthorizationMessage, type Refusal } from './authorization-message.ts'
import type { ContextValue } from './context-keys.ts'
import { policyHash } from './policy-hash.ts'
import type { PolicySource } from './policies.ts'

const account = '123456789012'
let house: TestHouse

beforeAll(async () => {
  house = await TestHouse.open()
})
afterAll(() => house.close())

const inView = <Value>(use: (view: View) => Value) => house.house.directory.settle(use)
const sealed = (refusal: Refusal) => inView((view) => sealReason(refusal, house.house.keyRing, view))
const opened = (text: string, as = account) => inView((view) => openReason(text, as, house.house.keyRing, view))

async function through(refusal: Refusal): Promise<AuthorizationMessage> {
  const text = await sealed(refusal)
  expect(text).toMatch(/^[A-Za-z0-9_-]{2048}$/)
  const message = await opened(text)
  if (message === undefined) throw new Error('it does not open')
  return message
}

/** A policy that asks for these keys, under a name and with the hash of its text. */
function policy(keys: readonly string[], name = 'p') {
  const Condition =
    keys.length === 0 ? {} : { Condition: { StringLike: Object.fromEntries(keys.map((key) => [key, '*'])) } }
  const text = JSON.stringify({
    Version: '2012-10-17',
    Id: name,
    Statement: { Effect: 'Deny', Action: 'iam:*', Resource: '*', ...Condition },
  })
  const owner = { type: 'User', id: 'AIDARZPUZDIKE4QBCQPH7', name: undefined } as const
  const source: PolicySource = { kind: 'inline', name, arn: undefined, hash: policyHash(text), owner }
  return { compiled: compilePolicy(parsePolicy(text, 'identity-managed')), source }
}

interface Asked {
  readonly keys?: readonly string[]
  readonly context?: Readonly<Record<string, ContextValue>>
  readonly resource?: string
  readonly statements?: readonly StatementName[]
  readonly policies?: number
  readonly set?: PolicySetName
  readonly onEvery?: boolean
}

function refusal({ keys = [], context = {}, policies = 1, statements = [], ...asked }: Asked = {}): Refusal {
  const all = Array.from({ length: policies }, (_, i) => policy(keys, `p${i}`))
  const values = new Map(Object.entries(context))
  return {
    account,
    principalId: 'AIDARZPUZDIKE4QBCQPH7',
    action: 'iam:GetUser',
    resource: asked.resource ?? 'arn:aws:iam::123456789012:user/bob',
    onEvery: asked.onEvery ?? false,
    decision: {
      effect: statements.length > 0 ? 'ExplicitDeny' : 'ImplicitDeny',
      set: asked.set ?? 'identity',
      statements,
    },
    applied: {
      sets: { identity: all.map(({ compiled }) => compiled) },
      sources: { identity: all.map(({ source }) => source) },
      fault: undefined,
    },
    context: { get: (key) => values.get(key) },
    at: Date.parse('2026-11-24T12:00:00Z'),
  }
}

const deny = (policy: number, statement = 0): StatementName => ({ set: 'identity', policy, statement })

describe('a sealed reason', () => {
  it('asks once where the policies came from, however many statements denied', async () => {
    const refused = refusal({ policies: 2, statements: Array.from({ length: 300 }, (_, at) => deny(at % 2, at)) })
    const { sets, sources, fault } = refused.applied ?? { sets: { identity: [] }, sources: {}, fault: undefined }
    let asked = 0
    const applied = {
      sets,
      fault,
      get sources() {
        asked++
        return sources
      },
    }
    await sealed({ ...refused, applied })
    // Once for each time that the judgement begins: where it misses a row it begins again.
    expect(asked).toBeLessThanOrEqual(2)
  })

  it('holds who, what, which statements of which documents, what the call brought, and when', async () => {
    const keys = ['aws:PrincipalTag/Team', 'aws:TagKeys', 'aws:CurrentTime', 'aws:SourceVpc']
    const context = { 'aws:principaltag/team': 'Röd', 'aws:tagkeys': ['a', 'b'], 'aws:sourceip': '192.0.2.7' }
    const refused = refusal({ keys, context, policies: 2, statements: [deny(0), deny(1, 3), deny(1, 12)] })
    const hashes = refused.applied?.sources.identity?.map(({ hash }) => hash)
    expect(await through(refused)).toEqual({
      at: refused.at,
      principalId: 'AIDARZPUZDIKE4QBCQPH7',
      action: 'iam:GetUser',
      resource: 'arn:aws:iam::123456789012:user/bob',
      onEvery: false,
      effect: 'ExplicitDeny',
      set: 'identity',
      statements: [
        { hash: hashes?.[0], index: 0 },
        { hash: hashes?.[1], index: 3 },
        { hash: hashes?.[1], index: 12 },
      ],
      context: new Map<string, ContextValue>([
        ['aws:principaltag/team', 'Röd'],
        ['aws:tagkeys', ['a', 'b']],
        // Asked for, and not there: that is told too.
        ['aws:sourcevpc', undefined],
        ['aws:sourceip', '192.0.2.7'],
        ['aws:currenttime', '2026-11-24T12:00:00.000Z'],
        ['aws:epochtime', '1795521600'],
        ['aws:principalaccount', account],
        ['aws:principalisawsservice', 'false'],
        ['aws:principaltype', 'User'],
        ['aws:resourceaccount', account],
        ['aws:viaawsservice', 'false'],
        ['aws:userid', 'AIDARZPUZDIKE4QBCQPH7'],
      ]),
      left: { context: false, statements: 0, resource: false },
    })
  })

  it('opens for its account alone', async () => {
    const text = await sealed(refusal())
    expect(await opened(text)).toBeDefined()
    expect(await opened(text, '210987654321')).toBeUndefined()
    expect(await opened(text, '')).toBeUndefined()
  })

  it('opens for nobody once a character is another, or for another purpose', async () => {
    const text = await sealed(refusal())
    for (const at of [0, 700, 2047]) {
      const other = text[at] === 'A' ? 'B' : 'A'
      expect(await opened(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined()
    }
    const marker = await inView((view) =>
      house.house.keyRing.sealFor('page-marker', { v: 1 }, account, view.get(dataKeys, {})),
    )
    expect(await opened(marker)).toBeUndefined()
    for (const text of ['', 'x', ' ', '\u0000', 'x'.repeat(10_240)]) expect(await opened(text)).toBeUndefined()
  })

  it('tells nothing by its length, and never twice the same', async () => {
    const short = await sealed(refusal())
    const long = await sealed(refusal({ context: { 'aws:useragent': 'x'.repeat(500) } }))
    expect(long.length).toBe(short.length)
    expect(await sealed(refusal())).not.toBe(short)
  })
})

describe('what does not fit', () => {
  const long = { 'aws:useragent': 'x'.repeat(1_024), 'aws:referer': 'y'.repeat(1_024) }

  it('is left out of the context first, what the policies ask for last of it', async () => {
    const keys = ['aws:PrincipalTag/a', 'aws:PrincipalTag/b']
    const context = { ...long, 'aws:principaltag/a': 'a'.repeat(256), 'aws:principaltag/b': 'b'.repeat(256) }
    const message = await through(refusal({ keys, context, statements: [deny(0)] }))
    expect(message.left).toEqual({ context: true, statements: 0, resource: false })
    expect(message.context.get('aws:principaltag/a')).toBe('a'.repeat(256))
    expect(message.context.get('aws:principaltag/b')).toBe('b'.repeat(256))
    expect(message.context.has('aws:useragent')).toBe(false)
    expect(message.statements).toHaveLength(1)
  })

  it('is then left out of the statements, from the last on', async () => {
    const statements = Array.from({ length: 40 }, (_, i) => deny(i))
    const message = await through(refusal({ policies: 40, statements, context: long }))
    expect(message.statements.length).toBeGreaterThan(15)
    expect(message.statements.length + message.left.statements).toBe(40)
    expect(message.statements[0]?.hash).toBe(policy([], 'p0').source.hash)
    expect(message.left.context).toBe(true)
    expect(message.resource).toBe('arn:aws:iam::123456789012:user/bob')
  })

  it('is left out of the end of the resource, which still leaves room for a statement', async () => {
    const resource = `arn:aws:iam::123456789012:policy/${'é"\u0001'.repeat(2_000)}`
    const message = await through(refusal({ resource, statements: [deny(0)], context: long }))
    expect(message.left.resource).toBe(true)
    expect(resource.startsWith(message.resource)).toBe(true)
    expect(message.resource.length).toBeGreaterThan(limits.authorizationMessageResourceBytesMax / 6 - 1)
    expect(message.statements).toHaveLength(1)
  })

  it('is bounded where a policy asks for more keys than have room', async () => {
    const keys = Array.from({ length: 1_000 }, (_, i) => `aws:PrincipalTag/${i}`)
    const message = await through(refusal({ keys, statements: [deny(0)] }))
    expect(message.left.context).toBe(true)
    expect(message.context.size).toBeLessThan(limits.authorizationMessageKeysMax)
  })
})

it('opens to the decision that was sealed, whatever it is', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.string({ maxLength: 60 }))
  const any = fc.record({
    resource: text,
    context: fc.dictionary(
      fc.constantFrom(
        'aws:useragent',
        'aws:referer',
        'aws:sourceip',
        'aws:principaltag/x',
        '__proto__',
        'iam:policyarn',
      ),
      fc.oneof(text, fc.array(text, { maxLength: 5 })),
    ),
    keys: fc.uniqueArray(fc.constantFrom('aws:PrincipalTag/x', 'aws:TagKeys', '__proto__', 'a:b')),
    policies: fc.integer({ min: 1, max: 40 }),
    set: fc.constantFrom<PolicySetName>('identity', 'boundary', 'session'),
    onEvery: fc.boolean(),
    denies: fc.array(fc.tuple(fc.nat(39), fc.nat(2_000)), { maxLength: 60 }),
  })
  await fc.assert(
    fc.asyncProperty(any, async ({ denies, policies, ...asked }) => {
      const sorted = denies.filter(([at]) => at < policies).toSorted(([a, i], [b, j]) => a - b || i - j)
      const refused = refusal({ ...asked, policies, statements: sorted.map(([at, index]) => deny(at, index)) })
      const message = await through(refused)
      const { action, decision, principalId, resource, onEvery, at } = refused
      expect(message).toMatchObject({ action, principalId, onEvery, at, effect: decision.effect, set: decision.set })
      expect(resource.startsWith(message.resource)).toBe(true)
      const statements = sorted.map(([at, index]) => ({ hash: refused.applied?.sources.identity?.[at]?.hash, index }))
      expect(statements.slice(0, message.statements.length)).toEqual(message.statements)
      expect(message.statements.length + message.left.statements).toBe(statements.length)
      if (statements.length > 0) expect(message.statements.length).toBeGreaterThan(0)
      for (const [key, value] of message.context) {
        if (refused.context.get(key) !== undefined) expect(value).toEqual(refused.context.get(key))
      }
    }),
    { numRuns: 300 },
  )
})
