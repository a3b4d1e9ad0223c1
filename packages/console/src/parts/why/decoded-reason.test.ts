import { describe, expect, it } from 'vitest'
import { readDecoded } from './decoded-reason.ts'
import { simulationOf, suggestedFor } from './suggested.ts'

const condition = { part: 'Condition', operator: 'Bool', key: 'aws:MultiFactorAuthPresent', values: ['true'] }
const place = { index: 1, sid: 'WithMfa', line: 4, column: 5, offset: 60, length: 90 }
const own = { kind: 'inline', name: 'own', hash: 'ab', owner: { type: 'User', id: 'AIDAEXAMPLE' } }
const ofGroup = { ...own, owner: { type: 'Group', id: 'AGPAEXAMPLE', name: 'Night' } }
const near = { ...place, policy: own, set: 'identity', effect: 'Allow', matched: false }

const message = (keyward: object = {}, now: object = {}) => ({
  allowed: false,
  explicitDeny: false,
  context: {
    principal: { id: 'AIDAEXAMPLE', name: 'alice', arn: 'arn:aws:iam::123456789012:user/alice' },
    action: 'iam:GetUser',
    resource: 'arn:aws:iam::123456789012:user/bob',
    conditions: { items: [{ key: 'aws:MultiFactorAuthPresent', values: { items: [{ value: 'false' }] } }] },
  },
  keyward: {
    time: '2026-11-24T00:00:00.000Z',
    reason: 'because no identity-based policy allows the iam:GetUser action',
    set: 'identity',
    onEveryResource: false,
    statements: [],
    principalGone: false,
    leftOut: { context: false, statements: 0, resource: false },
    now: {
      effect: 'ImplicitDeny',
      set: 'identity',
      statements: [{ ...near, unmet: [{ ...condition, found: 'false' }] }],
      missingContextKeys: [],
      ...now,
    },
    ...keyward,
  },
})
const read = (value: object) => {
  const found = readDecoded(JSON.stringify(value))
  if (!found) throw new Error('nothing was read')
  return found
}

describe('an opened reason', () => {
  it('names the owner of a policy of whoever was denied, and what nearly matched', () => {
    const { reason, context, at } = read(message())
    expect(reason).toMatchObject({
      who: 'alice',
      effect: 'ImplicitDeny',
      set: 'identity',
      deciding: [],
      near: [{ sid: 'WithMfa', policy: { owner: { kind: 'user', name: 'alice' } }, unmet: [{ found: 'false' }] }],
    })
    expect(context).toEqual([{ key: 'aws:MultiFactorAuthPresent', values: ['false'] }])
    expect(at).toBe(Date.UTC(2026, 10, 24))
  })

  it('places the statements that denied, those that are gone too', () => {
    const statements = [
      { ...place, hash: 'ab', gone: false, applies: true, policy: ofGroup },
      { hash: 'cd', gone: true, index: 0 },
    ]
    const { reason } = read({ ...message({ statements }), explicitDeny: true })
    expect(reason.deciding).toEqual([
      {
        index: 1,
        sid: 'WithMfa',
        policy: { kind: 'inline', name: 'own', arn: undefined, hash: 'ab', owner: { kind: 'group', name: 'Night' } },
        span: { line: 4, offset: 60, length: 90 },
      },
      { index: 0, sid: undefined, policy: undefined, span: undefined },
    ])
  })

  it('is nothing of another server’s', () => {
    expect(readDecoded('{"allowed":false}')).toBeUndefined()
  })
})

describe('what a reason leads to', () => {
  it('is the smallest statement, and the same question to the simulator', () => {
    const decoded = read(message())
    expect(suggestedFor(decoded)).toEqual({ action: 'iam:GetUser', resource: 'arn:aws:iam::123456789012:user/bob' })
    const address = new URLSearchParams(simulationOf(decoded)?.split('?')[1])
    expect(address.get('context')).toBe('["aws:MultiFactorAuthPresent","","false"]')
    expect(suggestedFor(read(message({ onEveryResource: true })))?.resource).toBe('arn:aws:iam::123456789012:user/bob*')
  })

  it('is no statement where something else denies, where it is allowed meanwhile, and where the resource was cut short', () => {
    expect(suggestedFor(read(message({}, { effect: 'ExplicitDeny' })))).toBeUndefined()
    expect(suggestedFor(read(message({}, { effect: 'Allow' })))).toBeUndefined()
    expect(suggestedFor(read(message({}, { set: 'boundary' })))).toBeUndefined()
    const cut = read(message({ leftOut: { context: true, statements: 0, resource: true } }))
    expect(suggestedFor(cut)).toBeUndefined()
    expect(simulationOf(cut)).toBeUndefined()
  })
})
