import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compilePolicy,
  contextKeysOf,
  evaluate,
  evaluateOnEvery,
  explain,
  parsePolicy,
  printPolicy,
  type Decision,
  type PolicyKind,
} from '../src/index.ts'
import {
  boundaryDocument,
  identityDocument,
  resourceControlDocument,
  resourceDocument,
  scene,
  serviceControlDocument,
  sessionDocument,
  trustDocument,
} from './arbitrary-sets.ts'
import { statementsOf, type RawPolicy, type RawStatement } from './arbitraries.ts'
import { compileSets, print, requestFor, type Scene } from './compile-sets.ts'
import type { NaiveSets, SetName } from './model/raw.ts'

function decide(one: Scene): Decision {
  return evaluate(compileSets(one), requestFor(one.request))
}

function withSets(one: Scene, sets: Partial<NaiveSets>): Scene {
  return { ...one, sets: { ...one.sets, ...sets } }
}

function without(one: Scene, left: SetName): Scene {
  const kept = Object.entries(one.sets).filter(([set]) => set !== left)
  return { ...one, sets: { identity: [], ...Object.fromEntries(kept) } }
}

const flat = ['identity', 'boundary', 'session', 'resource'] as const
const levelled = ['serviceControl', 'resourceControl'] as const
const everySet = [...flat, ...levelled]

/** The scene with its documents changed, set by set and level by level. */
function changed(one: Scene, change: (documents: readonly object[], set: SetName) => readonly object[]): Scene {
  const sets: Record<string, unknown> = { ...one.sets }
  for (const set of flat) if (one.sets[set]) sets[set] = change(one.sets[set], set)
  for (const set of levelled) if (one.sets[set]) sets[set] = one.sets[set].map((level) => change(level, set))
  return { ...one, sets: sets as unknown as NaiveSets }
}

/** A statement of this effect that a document of the set may hold. */
function fitting(
  { Action, NotAction, Resource, NotResource, Condition }: RawStatement,
  set: SetName,
  { resourceKind }: Scene,
  effect: 'Allow' | 'Deny',
): RawPolicy {
  const about = { ...(Resource === undefined ? { NotResource } : { Resource }), ...(Condition ? { Condition } : {}) }
  const actions = Action === undefined ? { NotAction } : { Action }
  const statement = (members: object): RawPolicy => ({
    Version: '2012-10-17',
    Statement: { Effect: effect, ...members },
  })
  if (set === 'resource' && resourceKind === 'trust') {
    return statement({ Principal: { AWS: '*' }, Action: 'sts:AssumeRole', ...(Condition ? { Condition } : {}) })
  }
  if (set === 'resource') return statement({ ...actions, ...about, Principal: '*' })
  if (set !== 'resourceControl') return statement({ ...actions, ...about })
  return effect === 'Allow'
    ? statement({ Action: '*', Resource: '*', Principal: '*' })
    : statement({ Action: Action ?? 'iam:*', ...about, Principal: '*' })
}

const place = fc.record({
  set: fc.constantFrom<SetName>(...everySet),
  at: fc.nat(3),
  level: fc.nat(3),
})

/** One more policy in a set that is there, or in the resource's. */
function added(
  one: Scene,
  { set, at, level }: { readonly set: SetName; readonly at: number; readonly level: number },
  more: RawPolicy,
): Scene | undefined {
  if (set === 'serviceControl' || set === 'resourceControl') {
    const levels = one.sets[set]
    if (!levels || levels.length === 0) return undefined
    const which = level % levels.length
    const grown = levels.map((policies, index) => (index === which ? policies.toSpliced(at, 0, more) : policies))
    return withSets(one, { [set]: grown })
  }
  const policies = set === 'resource' ? (one.sets.resource ?? []) : one.sets[set]
  return policies && withSets(one, { [set]: policies.toSpliced(at, 0, more) })
}

const someStatement = fc
  .oneof(identityDocument, boundaryDocument)
  .map((document) => statementsOf(document)[0])
  .filter((one) => one !== undefined)

const runs = { numRuns: 2_000 }

describe('whatever the sets, the caller and the request', () => {
  it('one more Deny, in any set, never allows more', () => {
    fc.assert(
      fc.property(scene, place, someStatement, (one, where, statement) => {
        const more = added(one, where, fitting(statement, where.set, one, 'Deny'))
        if (!more || decide(one).effect === 'Allow') return
        expect(decide(more).effect).not.toBe('Allow')
      }),
      runs,
    )
  })

  // The named exceptions are no Allow but a set: the first policy of a boundary, of a session, or of a level of service
  // or resource control limits what it does not allow. An Allow more in a set that is there refuses nothing.
  it('one more Allow, in a set that is there, never refuses more and lifts no explicit denial', () => {
    fc.assert(
      fc.property(scene, place, someStatement, (one, where, statement) => {
        const more = added(one, where, fitting(statement, where.set, one, 'Allow'))
        if (!more) return
        const [before, after] = [decide(one), decide(more)]
        if (before.effect === 'Allow') expect(after.effect).toBe('Allow')
        else if (before.effect === 'ExplicitDeny') expect(after.effect).toBe('ExplicitDeny')
        else expect(after.effect).not.toBe('ExplicitDeny')
      }),
      runs,
    )
  })

  it.each(['boundary', 'session', 'serviceControl', 'resourceControl'] as const)('a %s never grants', (set) => {
    fc.assert(
      fc.property(scene, (one) => {
        if (!one.sets[set] || decide(one).effect !== 'Allow') return
        // Alone a federated user needs a session policy; it needs one, and is granted nothing by it.
        if (set === 'session' && one.request.principal?.type === 'FederatedUser') {
          expect(decide(withSets(one, { session: [everything] })).effect).toBe('Allow')
        } else expect(decide(without(one, set)).effect).toBe('Allow')
      }),
      runs,
    )
  })

  it('without an identity and a resource policy only root has anything', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const caller = one.request.principal
        const { effect } = decide(withSets(without(one, 'resource'), { identity: [] }))
        if (effect !== 'Allow') return
        expect(caller && 'account' in caller).toBe(true)
        const isRoot = caller?.type === 'Root' || (caller?.type === 'FederatedUser' && caller.userId === caller.account)
        expect(isRoot).toBe(true)
      }),
      runs,
    )
  })

  it('another account is let in by both sides or not at all', () => {
    let met = 0
    fc.assert(
      fc.property(scene, (given) => {
        const { principal } = given.request
        if (!principal || !('account' in principal)) return
        const resourceAccount = principal.account === '123456789012' ? '210987654321' : '123456789012'
        const one = { ...given, request: { ...given.request, resourceAccount } }
        if (decide(one).effect !== 'Allow') return
        met += 1
        expect(decide(without(one, 'resource')).effect).toBe('ImplicitDeny')
        const ofRoot =
          principal.type === 'Root' || (principal.type === 'FederatedUser' && principal.userId === principal.account)
        expect(decide(withSets(one, { identity: [] })).effect).toBe(ofRoot ? 'Allow' : 'ImplicitDeny')
      }),
      { numRuns: 5_000 },
    )
    expect(met).toBeGreaterThan(20)
  })

  it('the order of levels, policies and statements changes no decision', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const turned = changed(one, (documents) =>
          documents.toReversed().map((document) => {
            const raw = document as RawPolicy
            return { ...raw, Statement: statementsOf(raw).toReversed() }
          }),
        )
        const levels = Object.fromEntries(
          levelled.flatMap((set) => (turned.sets[set] ? [[set, turned.sets[set].toReversed()]] : [])),
        )
        const [before, after] = [decide(one), decide(withSets(turned, levels))]
        expect({ effect: after.effect, set: after.set }).toEqual({ effect: before.effect, set: before.set })
        expect(after.statements).toHaveLength(before.statements.length)
      }),
      runs,
    )
  })

  it('a policy of several statements decides what its statements would as policies of their own', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const apart = changed(one, (documents) =>
          documents.flatMap((document) => {
            const raw = document as RawPolicy
            return statementsOf(raw).map((Statement) => ({ ...raw, Statement }))
          }),
        )
        const [before, after] = [decide(one), decide(apart)]
        expect({ effect: after.effect, set: after.set }).toEqual({ effect: before.effect, set: before.set })
        expect(after.statements).toHaveLength(before.statements.length)
      }),
      runs,
    )
  })

  it('a decision asks for no context key but those of its policies', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const known = new Set<string>()
        changed(one, (documents, set) => {
          for (const document of documents) {
            for (const key of contextKeysOf(parsePolicy(print(document), kindOf(set, one))))
              known.add(key.toLowerCase())
          }
          return documents
        })
        const request = requestFor(one.request)
        const context = {
          get(key: string) {
            expect([...known]).toContain(key)
            return request.context.get(key)
          },
        }
        const sets = compileSets(one)
        expect(evaluate(sets, { ...request, context })).toEqual(evaluate(sets, request))
        expect(explain(sets, { ...request, context }).decision).toEqual(evaluate(sets, request))
      }),
      runs,
    )
  })
})

describe('a document that no parser let in', () => {
  it('grants nothing by NotPrincipal', () => {
    const text = JSON.stringify({
      Statement: { ...everything.Statement, Effect: 'Deny', NotPrincipal: { AWS: ['*'] } },
    })
    const document = parsePolicy(text, 'resource')
    const statements = document.statements.map((one) => ({ ...one, effect: 'Allow' as const }))
    const resource = [compilePolicy({ ...document, statements })]
    const request = {
      action: 'a:b',
      resource: 'x',
      context: new Map<string, string>(),
      resourceAccount: '123456789012',
    }
    for (const principal of [
      { type: 'Anonymous' } as const,
      { type: 'Service', service: 'ec2.amazonaws.com' } as const,
      {
        type: 'User',
        account: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/a',
        userId: 'AIDAZKAPJZG4ALICE0001',
      } as const,
    ]) {
      expect(evaluate({ identity: [], resource }, { ...request, principal }).effect).toBe('ImplicitDeny')
    }
  })
})

describe('what is allowed on every resource', () => {
  const start = 'arn:aws:iam::123456789012:user/'
  // Of the resource are `k` and `other`: a call asks for them again with each resource.
  const isOfResource = (key: string) => key === 'k' || key === 'other'
  const own = fc.record({ k: fc.constantFrom('a', 'true', '1', 'x'), other: fc.constantFrom('a', 'b') })
  const name = fc.oneof(fc.constantFrom('alice', '*', 'team/bob'), fc.string({ minLength: 1 }))

  it('is allowed on each of them, whoever asks and whatever limits it', () => {
    let met = 0
    fc.assert(
      fc.property(scene, own, name, (one, tags, rest) => {
        const { action, context, principal } = requestFor(one.request)
        const sets = compileSets(one)
        const asks = { action, ...(principal && { principal }) }
        const sweeping = { ...asks, resourcesUnder: start, context, isOfResource }
        if (evaluateOnEvery(sets, sweeping).effect !== 'Allow') return
        met += 1
        const ofResource = new Map(Object.entries(tags))
        const each = { get: (key: string) => (isOfResource(key) ? ofResource.get(key) : context.get(key)) }
        expect(evaluate(sets, { ...asks, resource: start + rest, context: each }).effect).toBe('Allow')
      }),
      { numRuns: 5_000 },
    )
    expect(met).toBeGreaterThan(100)
  })
})

const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }

function kindOf(set: SetName, { resourceKind }: Scene): PolicyKind {
  const kinds = {
    identity: 'identity-inline',
    boundary: 'identity-managed',
    session: 'session',
    resource: resourceKind,
    serviceControl: 'service-control',
    resourceControl: 'resource-control',
  } as const satisfies Record<SetName, PolicyKind>
  return kinds[set]
}

describe('a document of any kind', () => {
  const documents: readonly (readonly [PolicyKind, fc.Arbitrary<object>])[] = [
    ['identity-inline', identityDocument],
    ['identity-managed', boundaryDocument],
    ['session', sessionDocument],
    ['resource', resourceDocument],
    ['trust', trustDocument],
    ['service-control', serviceControlDocument],
    ['resource-control', resourceControlDocument],
  ]

  it.each(documents)('is the same when it is printed and parsed again: %s', (kind, document) => {
    fc.assert(
      fc.property(document, (raw) => {
        const parsed = parsePolicy(print(raw), kind)
        const printed = printPolicy(parsed)
        expect(withoutPlaces(parsePolicy(printed, kind))).toEqual(withoutPlaces(parsed))
        expect(printPolicy(parsePolicy(printed, kind))).toBe(printed)
        expect(compilePolicy(parsed)).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })

  const withoutPlaces = (document: ReturnType<typeof parsePolicy>) => ({
    ...document,
    statements: document.statements.map((one) => ({ ...one, span: undefined })),
  })
})
