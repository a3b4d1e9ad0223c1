import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Answer, type Credentials, type Parameters, type TestHouse } from '../../../test/harness.ts'
import { addAccount, engines, openOn, tagParameters } from '../../../test/houses.ts'

const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' }
const denyGet = { Sid: 'NoGet', Effect: 'Deny', Action: 'iam:Get*', Resource: '*' }
const document = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
interface Decoded {
  readonly keyward: Readonly<Record<string, unknown>> & { readonly time: string }
  readonly context: { readonly conditions: { readonly items: readonly object[] } }
  readonly explicitDeny: boolean
  readonly matchedStatements: object
}

const reasonOf = (answer: Answer): string => answer.headers.get('x-keyward-authorization-message') ?? ''

describe.each(engines)('DecodeAuthorizationMessage on %s', (engine) => {
  let house: TestHouse
  let alice: Credentials
  let other: { root: Credentials; administrator: Credentials }

  beforeAll(async () => {
    house = await openOn(engine)
    alice = await house.user('alice')
    other = await addAccount(house, '210987654321')
  })
  afterAll(() => house.close())

  const asAdmin = (action: string, parameters: Parameters) =>
    expectOk(house.iam(house.administrator, action, parameters))
  const decode = (EncodedMessage: string, as = house.administrator) =>
    house.sts(as, 'DecodeAuthorizationMessage', { EncodedMessage })
  /** The decoded reason of a refusal. */
  async function decoded(refused: Promise<Answer> | string) {
    const text = typeof refused === 'string' ? refused : reasonOf(await refused)
    const answer = await expectOk(decode(text))
    return JSON.parse(answer.get('DecodedMessage') ?? '') as Decoded
  }
  const userId = async (UserName: string) => (await asAdmin('GetUser', { UserName })).get('UserId') ?? ''

  it('opens a refusal to the statement that denied, as AWS writes it', async () => {
    const Condition = { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/24'] } }
    await house.allow('alice', allowAll, { ...denyGet, Condition })
    const id = await userId('alice')
    const message = await decoded(house.iam(alice, 'GetUser', { UserName: 'bob' }))
    const { keyward, context, ...rest } = message
    expect(rest).toEqual({
      allowed: false,
      explicitDeny: true,
      matchedStatements: {
        items: [
          {
            statementId: 'NoGet',
            effect: 'DENY',
            principals: { items: [{ value: id }] },
            principalGroups: { items: [] },
            actions: { items: [{ value: 'iam:Get*' }] },
            resources: { items: [{ value: '*' }] },
            conditions: {
              items: [
                {
                  key: 'aws:SourceIp',
                  values: { items: [{ value: '192.0.2.0/24' }, { value: '198.51.100.0/24' }] },
                },
              ],
            },
          },
        ],
      },
      failures: { items: [] },
    })
    expect(context).toMatchObject({
      principal: { id, name: 'alice', arn: 'arn:aws:iam::123456789012:user/alice' },
      action: 'iam:GetUser',
      resource: 'arn:aws:iam::123456789012:user/bob',
    })
    const { conditions } = context
    expect(conditions.items).toContainEqual({ key: 'aws:SourceIp', values: { items: [{ value: '192.0.2.7' }] } })
    expect(conditions.items).toContainEqual({ key: 'aws:username', values: { items: [{ value: 'alice' }] } })
    expect(keyward).toMatchObject({
      reason: 'with an explicit deny in an identity-based policy',
      set: 'identity',
      onEveryResource: false,
      principalGone: false,
      statements: [
        {
          gone: false,
          applies: true,
          sid: 'NoGet',
          index: 1,
          line: 1,
          policy: { kind: 'inline', name: 'test', owner: { type: 'User', id } },
        },
      ],
      leftOut: { context: false, statements: 0, resource: false },
    })
    expect(Date.parse(keyward.time)).toBeGreaterThan(house.now - 60_000)
  })

  it('shows what is missing: statements that nearly match, and why they do not', async () => {
    const near = { Sid: 'OnlyWithMfa', Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }
    await house.allow(
      'alice',
      { ...near, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
      { ...near, Sid: 'OnlyBob', Resource: 'arn:aws:iam::*:user/bob' },
      { ...near, Sid: 'Else', Action: 'iam:ListUsers' },
    )
    const { keyward, explicitDeny } = await decoded(house.iam(alice, 'GetUser'))
    expect(explicitDeny).toBe(false)
    expect(keyward).toMatchObject({
      reason: 'because no identity-based policy allows the iam:GetUser action',
      statements: [],
      now: {
        effect: 'ImplicitDeny',
        set: 'identity',
        sets: [{ set: 'identity', effect: 'ImplicitDeny' }],
        statements: [
          {
            sid: 'OnlyWithMfa',
            matched: false,
            unmet: [
              {
                part: 'Condition',
                operator: 'Bool',
                key: 'aws:MultiFactorAuthPresent',
                values: ['true'],
              },
            ],
          },
          { sid: 'OnlyBob', unmet: [{ part: 'Resource' }] },
        ],
        otherStatements: 1,
        missingContextKeys: ['aws:MultiFactorAuthPresent'],
        unknownContextKeys: [],
      },
    })
  })

  it('judges by the values that the call brought, and the policies of now', async () => {
    await asAdmin('TagUser', { UserName: 'alice', ...tagParameters({ Team: 'red' }) })
    const byTeam = (value: string) => ({ ...allowAll, Condition: { StringEquals: { 'aws:PrincipalTag/Team': value } } })
    await house.allow('alice', byTeam('blue'))
    const reason = reasonOf(await house.iam(alice, 'ListUsers'))
    // Her tag of then counts, not that of now; and the statement of now, not that of then.
    await asAdmin('TagUser', { UserName: 'alice', ...tagParameters({ Team: 'green' }) })
    expect((await decoded(reason)).keyward).toMatchObject({
      now: { effect: 'ImplicitDeny', statements: [{ unmet: [{ key: 'aws:PrincipalTag/Team', found: 'red' }] }] },
    })
    await house.allow('alice', byTeam('red'))
    expect((await decoded(reason)).keyward).toMatchObject({ now: { effect: 'Allow', set: 'identity' } })
    // What nobody asked for then is not in the message.
    await house.allow('alice', { ...allowAll, Condition: { StringEquals: { 'aws:PrincipalTag/Cost': '7' } } })
    expect((await decoded(reason)).keyward).toMatchObject({
      now: { effect: 'ImplicitDeny', unknownContextKeys: ['aws:PrincipalTag/cost'] },
    })
  })

  it('says where a deciding document stands now, and when it has gone', async () => {
    const PolicyDocument = document(denyGet)
    await asAdmin('CreateGroup', { GroupName: 'deniers' })
    await asAdmin('PutGroupPolicy', { GroupName: 'deniers', PolicyName: 'deny', PolicyDocument })
    await asAdmin('AddUserToGroup', { GroupName: 'deniers', UserName: 'alice' })
    await house.allow('alice', allowAll)
    const reason = reasonOf(await house.iam(alice, 'GetUser'))
    const ofGroup = { kind: 'inline', name: 'deny', owner: { type: 'Group', name: 'deniers' } }
    const statements = async () => (await decoded(reason)).keyward['statements']
    expect(await statements()).toMatchObject([{ gone: false, applies: true, policy: ofGroup }])
    await asAdmin('RemoveUserFromGroup', { GroupName: 'deniers', UserName: 'alice' })
    expect(await statements()).toMatchObject([{ gone: false, applies: false, policy: ofGroup }])
    await asAdmin('DeleteGroupPolicy', { GroupName: 'deniers', PolicyName: 'deny' })
    expect(await statements()).toEqual([
      { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, gone: true, index: 0 },
    ])
    expect((await decoded(reason)).matchedStatements).toEqual({ items: [] })
    // Another account's copy of it is none of this one's.
    const put = { UserName: 'administrator', PolicyName: 'deny', PolicyDocument }
    await expectOk(house.iam(other.root, 'PutUserPolicy', put))
    expect(await statements()).toMatchObject([{ gone: true }])
    await asAdmin('PutUserPolicy', { ...put, PolicyName: 'elsewhere' })
    expect(await statements()).toMatchObject([
      { gone: false, applies: false, policy: { name: 'elsewhere', owner: { type: 'User', name: 'administrator' } } },
    ])
    await asAdmin('DeleteUserPolicy', { UserName: 'administrator', PolicyName: 'elsewhere' })
  })

  it('names a boundary that refused', async () => {
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/IAMUserChangePassword'
    await house.allow('alice', allowAll)
    await asAdmin('PutUserPermissionsBoundary', { UserName: 'alice', PermissionsBoundary })
    const { keyward } = await decoded(house.iam(alice, 'ListUsers'))
    expect(keyward).toMatchObject({
      reason: 'because no permissions boundary allows the iam:ListUsers action',
      set: 'boundary',
      now: {
        sets: [
          { set: 'identity', effect: 'Allow' },
          { set: 'boundary', effect: 'ImplicitDeny' },
        ],
        statements: [{ set: 'identity', matched: true, effect: 'Allow' }],
      },
    })
    await asAdmin('DeleteUserPermissionsBoundary', { UserName: 'alice' })
  })

  it('says when who was denied has gone; a namesake is another', async () => {
    const gone = await house.user('leaver', denyGet)
    const reason = reasonOf(await house.iam(gone, 'GetUser'))
    const id = await userId('leaver')
    await asAdmin('DeleteAccessKey', { UserName: 'leaver', AccessKeyId: gone.accessKeyId })
    await asAdmin('DeleteUserPolicy', { UserName: 'leaver', PolicyName: 'test' })
    await asAdmin('DeleteUser', { UserName: 'leaver' })
    await house.user('leaver', allowAll)
    const message = await decoded(reason)
    expect(message.context).toMatchObject({ principal: { id } })
    expect(message.context).not.toHaveProperty('principal.arn')
    expect(message.keyward).toMatchObject({ principalGone: true, statements: [{ gone: true }] })
    expect(message.keyward).not.toHaveProperty('now')
  })

  it('needs sts:DecodeAuthorizationMessage, which the denied seldom have', async () => {
    await house.allow('alice', denyGet)
    const reason = reasonOf(await house.iam(alice, 'GetUser'))
    expect(await decode(reason, alice)).toMatchObject({
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/alice is not authorized to perform: sts:DecodeAuthorizationMessage because no identity-based policy allows the sts:DecodeAuthorizationMessage action',
    })
    await house.allow('alice', denyGet, { ...allowAll, Action: 'sts:DecodeAuthorizationMessage' })
    await expectOk(decode(reason, alice))
    await expectOk(decode(reason, house.root))
  })

  it('says the same of garbage, of an altered message and of another account’s', async () => {
    const reason = reasonOf(await house.iam(alice, 'GetUser'))
    const invalid = {
      status: 400,
      code: 'InvalidAuthorizationMessageException',
      message: 'Message is not valid',
    }
    const altered = reason.slice(0, 50) + (reason[50] === 'A' ? 'B' : 'A') + reason.slice(51)
    for (const text of [
      'x',
      'not base64 at all!',
      altered,
      reason.slice(1),
      `${reason}\n${reason}`,
      'A'.repeat(10_240),
    ]) {
      expect(await decode(text)).toMatchObject(invalid)
    }
    expect(await decode(reason, other.administrator)).toMatchObject(invalid)
    expect(await decode(reason, other.root)).toMatchObject(invalid)
    expect((await decode('')).code).toBe('ValidationError')
    expect((await decode('A'.repeat(10_241))).code).toBe('ValidationError')
  })

  it('is spoken in json as well', async () => {
    await house.allow('alice', denyGet)
    const refused = await house.json(alice, 'iam', 'GetUser')
    expect(refused).toMatchObject({ status: 403, code: 'AccessDenied' })
    const EncodedMessage = refused.headers.get('x-keyward-authorization-message')
    const { body } = await house.json(house.administrator, 'sts', 'DecodeAuthorizationMessage', { EncodedMessage })
    const { DecodedMessage } = body as { DecodedMessage?: string }
    expect(JSON.parse(DecodedMessage ?? '')).toMatchObject({ explicitDeny: true, context: { action: 'iam:GetUser' } })
  })
})
