import { sign } from '@keyward/sigv4'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials, type Parameters } from '../../test/harness.ts'
import { tagParameters } from '../../test/houses.ts'

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

const anyone = { Effect: 'Allow', Action: '*', Resource: '*' }

let house: TestHouse
let alice: Credentials
let aliceId: string

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
  const tagged = { UserName: 'alice', ...tagParameters({ Team: 'Red', Empty: '' }) }
  await expectOk(house.iam(house.administrator, 'TagUser', tagged))
  aliceId = (await house.iam(house.administrator, 'GetUser', { UserName: 'alice' })).get('UserId') ?? ''
  const bob = { UserName: 'bob', ...tagParameters({ Team: 'Blue' }) }
  await expectOk(house.iam(house.administrator, 'CreateUser', bob))
})
afterAll(() => house.close())

interface Call {
  readonly action?: string
  readonly parameters?: Parameters
  readonly secure?: boolean
  readonly sourceIp?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** Is a call allowed under a statement with this condition alone? */
async function allowed(condition: Condition, call: Call = {}): Promise<boolean> {
  await house.allow('alice', { ...anyone, Condition: condition })
  return answered(call)
}

/** Is a call denied by a statement with this condition, where everything is allowed? */
async function deniedBy(condition: Condition, call: Call = {}): Promise<boolean> {
  await house.allow('alice', anyone, { ...anyone, Effect: 'Deny', Condition: condition })
  return !(await answered(call))
}

async function answered({ action = 'ListUsers', parameters = {}, headers = {}, ...facts }: Call): Promise<boolean> {
  const form = new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }).toString()
  const request = house.signed(alice, 'iam', form)
  const rawHeaders = [...request.rawHeaders, ...Object.entries(headers).flat()]
  const { code, message } = await house.send({ ...request, ...facts, rawHeaders })
  if (code !== undefined && code !== 'AccessDenied' && code !== 'NoSuchEntity') throw new Error(`${code}: ${message}`)
  return code !== 'AccessDenied'
}

const getBob: Call = { action: 'GetUser', parameters: { UserName: 'bob' } }
const tagBob = (tags: Readonly<Record<string, string>>): Call => ({
  action: 'TagUser',
  parameters: { UserName: 'bob', ...tagParameters(tags) },
})
const untagBob: Call = { action: 'UntagUser', parameters: { UserName: 'bob', 'TagKeys.member.1': 'Gone' } }
const attach: Call = {
  action: 'AttachUserPolicy',
  parameters: { UserName: 'bob', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
}
const detach: Call = { ...attach, action: 'DetachUserPolicy' }

describe('a single value', () => {
  it.each<[string, Condition, Condition, Call?]>([
    [
      'aws:CurrentTime',
      { DateLessThan: { 'aws:CurrentTime': '2026-11-24T12:00:01Z' } },
      { DateLessThan: { 'aws:CurrentTime': '2026-11-24T11:59:59Z' } },
    ],
    [
      'aws:EpochTime',
      { NumericGreaterThanEquals: { 'aws:EpochTime': '1795521600' } },
      { NumericLessThan: { 'aws:EpochTime': '1795521600' } },
    ],
    [
      'aws:SecureTransport, false',
      { Bool: { 'aws:SecureTransport': 'false' } },
      { Bool: { 'aws:SecureTransport': 'true' } },
    ],
    [
      'aws:SecureTransport, true',
      { Bool: { 'aws:SecureTransport': 'true' } },
      { Bool: { 'aws:SecureTransport': 'false' } },
      { secure: true },
    ],
    [
      'aws:SourceIp',
      { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
      { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
    ],
    [
      'aws:SourceIp, version 6',
      { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } },
      { IpAddress: { 'aws:SourceIp': '2001:db9::/32' } },
      { sourceIp: '2001:db8::7' },
    ],
    [
      'aws:UserAgent',
      { StringLike: { 'aws:UserAgent': 'aws-cli/*' } },
      { StringLike: { 'aws:UserAgent': 'Boto*' } },
      { headers: { 'User-Agent': 'aws-cli/2.0' } },
    ],
    [
      'aws:Referer',
      { StringEquals: { 'aws:Referer': 'https://a.test/' } },
      { StringEquals: { 'aws:Referer': 'https://b.test/' } },
      { headers: { Referer: 'https://a.test/' } },
    ],
    [
      'aws:RequestedRegion',
      { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
      { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    ],
    ['aws:ViaAWSService', { Bool: { 'aws:ViaAWSService': 'false' } }, { Bool: { 'aws:ViaAWSService': 'true' } }],
    [
      'aws:PrincipalAccount',
      { StringEquals: { 'aws:PrincipalAccount': '123456789012' } },
      { StringEquals: { 'aws:PrincipalAccount': '210987654321' } },
    ],
    [
      'aws:PrincipalArn',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/alice' } },
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/bob' } },
    ],
    [
      'aws:PrincipalType',
      { StringEquals: { 'aws:PrincipalType': 'User' } },
      { StringEquals: { 'aws:PrincipalType': 'Account' } },
    ],
    [
      'aws:PrincipalIsAWSService',
      { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
      { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    ],
    ['aws:username', { StringEquals: { 'aws:username': 'alice' } }, { StringEquals: { 'aws:username': 'Alice' } }],
    [
      'aws:ResourceAccount',
      { StringEquals: { 'aws:ResourceAccount': '123456789012' } },
      { StringEquals: { 'aws:ResourceAccount': '210987654321' } },
    ],
    [
      'aws:PrincipalTag',
      { StringEquals: { 'aws:PrincipalTag/Team': 'Red' } },
      { StringEquals: { 'aws:PrincipalTag/Team': 'red' } },
    ],
    [
      'aws:PrincipalTag, by a key in another case',
      { StringEquals: { 'AWS:principaltag/TEAM': 'Red' } },
      { Null: { 'aws:principaltag/TEAM': 'true' } },
    ],
    [
      'aws:PrincipalTag, empty',
      { StringEquals: { 'aws:PrincipalTag/Empty': '' } },
      { Null: { 'aws:PrincipalTag/Empty': 'true' } },
    ],
    [
      'aws:PrincipalTag, absent',
      { Null: { 'aws:PrincipalTag/None': 'true' } },
      { StringLike: { 'aws:PrincipalTag/None': '*' } },
    ],
    [
      'aws:ResourceTag',
      { StringEquals: { 'aws:ResourceTag/Team': 'Blue' } },
      { StringEquals: { 'aws:ResourceTag/Team': 'Red' } },
      getBob,
    ],
    [
      'iam:ResourceTag',
      { StringEquals: { 'iam:ResourceTag/team': 'Blue' } },
      { StringEquals: { 'iam:ResourceTag/team': 'Red' } },
      getBob,
    ],
    [
      'iam:ResourceTag of what has none',
      { Null: { 'iam:ResourceTag/Team': 'true' } },
      { StringLike: { 'iam:ResourceTag/Team': '*' } },
    ],
    [
      'aws:RequestTag',
      { StringEquals: { 'aws:RequestTag/Cost': '7' } },
      { StringEquals: { 'aws:RequestTag/Cost': '8' } },
      tagBob({ COST: '7' }),
    ],
    [
      'aws:RequestTag, absent',
      { Null: { 'aws:RequestTag/Cost': 'true' } },
      { StringLike: { 'aws:RequestTag/Cost': '*' } },
      tagBob({ other: '7' }),
    ],
    [
      'iam:PolicyARN of an attachment',
      { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' } },
      { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/Other' } },
      attach,
    ],
    [
      'iam:PolicyARN of a detachment',
      { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/Admin*' } },
      { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/Other' } },
      detach,
    ],
    [
      'iam:PolicyARN of anything else',
      { Null: { 'iam:PolicyARN': 'true' } },
      { StringLike: { 'iam:PolicyARN': '*' } },
      getBob,
    ],
  ])('of %s decides', async (_, holds, fails, call) => {
    expect(await allowed(holds, call)).toBe(true)
    expect(await allowed(fails, call)).toBe(false)
    expect(await deniedBy(holds, call)).toBe(true)
    expect(await deniedBy(fails, call)).toBe(false)
  })

  it('of aws:userid is the unique id', async () => {
    expect(await allowed({ StringEquals: { 'aws:userid': aliceId } })).toBe(true)
    expect(await allowed({ StringEquals: { 'aws:userid': 'alice' } })).toBe(false)
  })

  it('of aws:SourceIp denies from the next call on', async () => {
    await house.allow('alice', anyone, {
      ...anyone,
      Effect: 'Deny',
      Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    })
    expect(await answered({})).toBe(true)
    expect(await answered({ sourceIp: '198.51.100.1' })).toBe(false)
    // A client on a UNIX socket has no address, and so none that the Deny spares.
    expect(await answered({ sourceIp: undefined })).toBe(false)
  })

  it('of aws:UserAgent sees no more of it than a record keeps', async () => {
    const condition = { StringLike: { 'aws:UserAgent': '*end' } }
    expect(await allowed(condition, { headers: { 'User-Agent': `${'x'.repeat(1_021)}end` } })).toBe(true)
    expect(await allowed(condition, { headers: { 'User-Agent': `${'x'.repeat(30_000)}end` } })).toBe(false)
  })

  it('of aws:CurrentTime moves with the clock, not with the state', async () => {
    await house.allow('alice', {
      ...anyone,
      Condition: { DateLessThan: { 'aws:CurrentTime': '2026-11-24T12:30:00Z' } },
    })
    const before = house.now
    expect(await answered({})).toBe(true)
    house.now = Date.parse('2026-11-24T12:30:00Z')
    expect(await answered({})).toBe(false)
    house.now = before
    expect(await answered({})).toBe(true)
  })
})

describe('several values', () => {
  const every = (...keys: string[]): Condition => ({ 'ForAllValues:StringEquals': { 'aws:TagKeys': keys } })
  const some = (...keys: string[]): Condition => ({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': keys } })

  it('of aws:TagKeys are the keys that a call puts or removes', async () => {
    expect(await allowed(every('a', 'b', 'c'), tagBob({ a: '', b: '' }))).toBe(true)
    expect(await allowed(every('a'), tagBob({ a: '', b: '' }))).toBe(false)
    expect(await allowed(some('a'), tagBob({ a: '', b: '' }))).toBe(true)
    expect(await allowed(some('c'), tagBob({ a: '', b: '' }))).toBe(false)
    expect(await allowed(every('Gone'), untagBob)).toBe(true)
    expect(await allowed(every('kept'), untagBob)).toBe(false)
  })

  it('of aws:TagKeys are absent where a call brings no tags', async () => {
    const create = (UserName: string, tags = {}): Call => ({
      action: 'CreateUser',
      parameters: { UserName, ...tagParameters(tags) },
    })
    const withTags: Condition = { Null: { 'aws:TagKeys': 'false' } }
    expect(await allowed(withTags, create('untagged'))).toBe(false)
    expect(await allowed(withTags, create('tagged', { a: '' }))).toBe(true)
    expect(await allowed(some('a'), create('untagged'))).toBe(false)
    // AWS warns of it: of nothing, everything is true.
    expect(await allowed(every('a'), create('untagged'))).toBe(true)
    expect(await allowed(withTags, getBob)).toBe(false)
  })

  it('may forbid a tag at creation', async () => {
    const call: Call = { action: 'CreateUser', parameters: { UserName: 'payer', ...tagParameters({ Cost: '8' }) } }
    expect(await allowed({ StringEquals: { 'aws:RequestTag/cost': '7' } }, call)).toBe(false)
  })
})

describe('aws:MultiFactorAuthPresent', () => {
  it('is absent for a long-term key, not false: Bool does not catch it, BoolIfExists does', async () => {
    const key = 'aws:MultiFactorAuthPresent'
    expect(await deniedBy({ Bool: { [key]: 'false' } })).toBe(false)
    expect(await deniedBy({ BoolIfExists: { [key]: 'false' } })).toBe(true)
    expect(await allowed({ Bool: { [key]: 'true' } })).toBe(false)
    expect(await allowed({ Bool: { [key]: 'false' } })).toBe(false)
    expect(await allowed({ Null: { [key]: 'true' } })).toBe(true)
    expect(await allowed({ Null: { 'aws:MultiFactorAuthAge': 'true', 'aws:TokenIssueTime': 'true' } })).toBe(true)
  })
})

describe('a key that a request does not have', () => {
  it.each(['aws:UserAgent', 'aws:Referer', 'aws:SourceVpc', 'aws:toString', 'aws:PrincipalTag/', 'aws:TagKeys'])(
    '%s is absent',
    async (key) => {
      expect(await allowed({ Null: { [key]: 'true' } })).toBe(true)
      expect(await allowed({ StringLike: { [key]: '*' } })).toBe(false)
    },
  )
})

describe('aws:RequestedRegion', () => {
  it('is us-east-1 for IAM whatever a call is signed for, and the signed one for STS', async () => {
    const signedFor = async (region: string, service: 'iam' | 'sts', Action: string, Version: string) => {
      const form = new URLSearchParams({ Action, Version, AccessKeyId: alice.accessKeyId }).toString()
      const request = house.signed(alice, service, form)
      const rawHeaders = request.rawHeaders.slice(0, 4)
      const added = sign({ ...request, rawHeaders }, alice, { now: house.now, region, service })
      return (await house.send({ ...request, rawHeaders: [...rawHeaders, ...Object.entries(added).flat()] })).code
    }
    await house.allow('alice', { ...anyone, Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } })
    expect(await signedFor('eu-west-1', 'iam', 'ListUsers', '2010-05-08')).toBeUndefined()
    expect(await signedFor('eu-west-1', 'sts', 'GetAccessKeyInfo', '2011-06-15')).toBe('AccessDenied')
    expect(await signedFor('us-east-1', 'sts', 'GetAccessKeyInfo', '2011-06-15')).toBeUndefined()
  })
})

describe('variables', () => {
  it('take tags and names literally: a star in a tag is no wildcard', async () => {
    const tagged = (Value: string) =>
      expectOk(
        house.iam(house.administrator, 'TagUser', {
          UserName: 'alice',
          'Tags.member.1.Key': 'area',
          'Tags.member.1.Value': Value,
        }),
      )
    await house.allow('alice', {
      Effect: 'Allow',
      Action: 'iam:GetUser',
      Resource: 'arn:aws:iam::*:user/${aws:PrincipalTag/area}',
    })
    await tagged('bob')
    expect(await answered(getBob)).toBe(true)
    await tagged('b')
    expect(await answered(getBob)).toBe(false)
    await expectOk(house.iam(house.administrator, 'UntagUser', { UserName: 'alice', 'TagKeys.member.1': 'AREA' }))
    expect(await answered(getBob)).toBe(false)
  })
})
