import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials, type Parameters } from '../../test/harness.ts'
import { ServiceError } from '../errors.ts'
import { query } from '../protocol/query/index.ts'
import type { Change } from '../writer/change.ts'

const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' }
const header = 'x-keyward-authorization-message'

let house: TestHouse
let alice: Credentials

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
})
afterAll(() => house.close())

async function decode(EncodedMessage: string) {
  const answer = await expectOk(house.sts(house.administrator, 'DecodeAuthorizationMessage', { EncodedMessage }))
  return JSON.parse(answer.get('DecodedMessage') ?? '') as {
    explicitDeny: boolean
    context: { action: string; resource: string }
    keyward: { reason: string; set: string; onEveryResource: boolean; statements: { sid?: string }[]; now: object }
  }
}

describe('the reason of a refusal', () => {
  it('stands in a header in every protocol, and in no body', async () => {
    await house.allow('alice', { ...allowAll, Action: 'iam:ListUsers' })
    const inQuery = await house.iam(alice, 'GetUser')
    const inJson = await house.json(alice, 'iam', 'GetUser')
    const own = await house.keyward(alice, 'SearchUsers', { SortBy: 'LastActivity' })
    const place = { target: '/policy/validation', contentType: 'application/json' }
    const validation = JSON.stringify({ policyDocument: '{}', policyType: 'IDENTITY_POLICY' })
    const inRestJson = await house.send(house.signed(alice, 'access-analyzer', validation, place))
    expect(inRestJson.status).toBe(403)
    const texts = [inQuery, inJson, own, inRestJson].map(({ headers }) => headers.get(header) ?? '')
    for (const text of texts) expect(text).toMatch(/^[\w-]{2048}$/)
    expect(inQuery.body).not.toContain(texts[0])
    expect(Object.keys(inJson.body)).toEqual(['__type', 'message'])
    expect(inRestJson.body).not.toContain(texts[3])
    expect((await decode(texts[3] ?? '')).context.action).toBe('access-analyzer:ValidatePolicy')
    expect((await decode(texts[2] ?? '')).keyward.onEveryResource).toBe(true)
  })

  it('is not given with an answer, with another refusal, or where no policy refused', async () => {
    await house.allow('alice', allowAll)
    const passwords = { OldPassword: 'wrong-Password-1', NewPassword: 'new-Password-1' }
    for (const [action, parameters] of [
      ['ListUsers', {}],
      ['GetUser', { UserName: 'nobody' }],
      ['GetUser', { UserName: 'not a name!' }],
      ['NoSuchAction', {}],
      ['ChangePassword', passwords],
    ] satisfies [string, Parameters][]) {
      expect((await house.iam(alice, action, parameters)).headers.has(header)).toBe(false)
    }
  })

  it('is not given with GetAccessKeyLastUsed, which tells nothing of a key', async () => {
    for (const statements of [[], [{ ...allowAll, Effect: 'Deny' }]]) {
      await house.allow('alice', { ...allowAll, Action: 'iam:GetUser' }, ...statements)
      for (const AccessKeyId of [house.administrator.accessKeyId, 'AKIAQAAAAAAAAAAAAAAA']) {
        const answer = await house.iam(alice, 'GetAccessKeyLastUsed', { AccessKeyId })
        expect(answer).toMatchObject({
          code: 'AccessDenied',
          message: `User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${AccessKeyId}`,
        })
        expect(answer.headers.has(header)).toBe(false)
        const { headers } = await house.json(alice, 'iam', 'GetAccessKeyLastUsed', { AccessKeyId })
        expect(headers.has(header)).toBe(false)
      }
    }
  })

  it('tells of the permission that was missing, where a call needs several', async () => {
    await house.allow('alice', { ...allowAll, Action: 'iam:CreateUser' })
    const tags = { 'Tags.member.1.Key': 'a', 'Tags.member.1.Value': 'b' }
    const { headers } = await house.iam(alice, 'CreateUser', { UserName: 'eve', ...tags })
    const { context } = await decode(headers.get(header) ?? '')
    expect(context).toMatchObject({ action: 'iam:TagUser', resource: 'arn:aws:iam::123456789012:user/eve' })
  })

  it('travels from the second judgement of a change as well', async () => {
    await house.allow('alice', { ...allowAll, Effect: 'Deny', Sid: 'Second' })
    const change: Change = {
      credential: { type: 'AccessKey', id: alice.accessKeyId },
      protocol: 'query',
      service: 'iam',
      operation: 'CreateUser',
      input: { UserName: 'eve' },
      prepared: undefined,
      facts: {
        requestId: 'r',
        sourceIp: '192.0.2.7',
        secure: true,
        userAgent: undefined,
        referer: undefined,
        host: undefined,
        region: 'us-east-1',
        browser: undefined,
      },
    }
    const refused = await house.house.changes.perform(change).catch((error: unknown) => error)
    if (!(refused instanceof ServiceError)) throw new Error('it was not refused')
    expect(refused.code).toBe('AccessDenied')
    expect(query.renderError(refused, request, 'iam', 'r').headers).not.toContain(refused.sealedReason)
    const { keyward, context } = await decode(refused.sealedReason ?? '')
    expect(keyward.statements).toMatchObject([{ sid: 'Second' }])
    expect(context.action).toBe('iam:CreateUser')
  })
})

const request = {
  method: 'POST',
  target: '/',
  basePath: '',
  rawHeaders: [],
  body: Buffer.alloc(0),
  sourceIp: undefined,
  secure: false,
}

it('whatever is denied, the header opens to the decision that the sentence tells', async () => {
  const statement = fc.record({
    Sid: fc.stringMatching(/^[a-z]{1,8}$/),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.constantFrom('*', 'iam:*', 'iam:GetUser', 'iam:List*'),
    Resource: fc.constantFrom(
      '*',
      'arn:aws:iam::*:user/a*',
      'arn:aws:iam::*:user/${aws:username}',
      'arn:aws:iam::*:user/*',
    ),
    Condition: fc.constantFrom(
      {},
      { StringLike: { 'aws:PrincipalTag/t': '*' } },
      { Bool: { 'aws:SecureTransport': 'false' } },
    ),
  })
  const calls: readonly [string, Parameters][] = [
    ['GetUser', {}],
    ['GetUser', { UserName: 'bob' }],
    ['ListUsers', {}],
    ['DeleteUser', { UserName: 'nobody' }],
  ]
  const policies = fc.uniqueArray(statement, { minLength: 1, maxLength: 4, selector: ({ Sid }) => Sid })
  await fc.assert(
    fc.asyncProperty(policies, fc.constantFrom(...calls), async (statements, [action, parameters]) => {
      await house.allow('alice', ...statements)
      const answer = await house.iam(alice, action, parameters)
      const text = answer.headers.get(header)
      expect(text !== undefined).toBe(answer.code === 'AccessDenied')
      if (text === undefined) return
      const { keyward, context, explicitDeny } = await decode(text)
      expect(answer.message?.endsWith(keyward.reason)).toBe(true)
      expect(context.action).toBe(`iam:${action}`)
      // The policies have not moved: what is explained now is what was decided then.
      expect(keyward.now).toMatchObject({ effect: explicitDeny ? 'ExplicitDeny' : 'ImplicitDeny', set: keyward.set })
      const denying = statements.filter(({ Sid }) => keyward.statements.some(({ sid }) => sid === Sid))
      expect(denying.every(({ Effect }) => Effect === 'Deny')).toBe(true)
      expect(denying.length > 0).toBe(explicitDeny)
    }),
    { numRuns: 60 },
  )
})
