import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials, type Parameters } from '../../test/harness.ts'
import { tagParameters } from '../../test/houses.ts'
import { asUser } from '../../test/signing-in.ts'
import { contextKeys, keysNotYet } from './context-keys.ts'

const account = '123456789012'
const boundary = 'arn:aws:iam::aws:policy/IAMUserChangePassword'
const Password = 'Correct-Horse-1'
const cliAgent = 'aws-cli/2.15.0 Python/3.11.6 Linux/6.8 exe/x86_64 prompt/off command/iam.tag-user'

let house: TestHouse
let alice: Credentials
let aliceId: string

/** Every key, as a policy asks for it: of a family the tag Team. */
const asked = (several: boolean) =>
  Object.fromEntries(
    contextKeys
      .filter(({ multivalued }) => (multivalued === true) === several)
      .map(({ name }) => [name.endsWith('/') ? `${name}Team` : name, 'x']),
  )

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
  const asAdmin = (action: string, parameters: Parameters) =>
    expectOk(house.iam(house.administrator, action, parameters))
  aliceId = (await asAdmin('GetUser', { UserName: 'alice' })).get('UserId') ?? ''
  await asAdmin('TagUser', { UserName: 'alice', ...tagParameters({ Team: 'Red' }) })
  await asAdmin('CreateUser', { UserName: 'bob', PermissionsBoundary: boundary, ...tagParameters({ team: 'Blue' }) })
  await asAdmin('CreateLoginProfile', { UserName: 'alice', Password })
  const Condition = { StringLike: asked(false), 'ForAnyValue:StringLike': asked(true) }
  await house.allow('alice', { Effect: 'Deny', Action: '*', Resource: '*', Condition })
})
afterAll(() => house.close())

/** The context that a refusal was judged by, and the keys it was asked for and had not. */
async function contextOf(EncodedMessage: string | undefined) {
  if (EncodedMessage === undefined) throw new Error('there is no reason')
  const answer = await expectOk(house.sts(house.administrator, 'DecodeAuthorizationMessage', { EncodedMessage }))
  const { context, keyward } = JSON.parse(answer.get('DecodedMessage') ?? '') as {
    context: { conditions: { items: { key: string; values: { items: { value: string }[] } }[] } }
    keyward: { leftOut: object; now: { unknownContextKeys: string[] } }
  }
  expect(keyward).toMatchObject({ leftOut: { context: false }, now: { unknownContextKeys: [] } })
  return Object.fromEntries(
    context.conditions.items.map(({ key, values }) => [key, values.items.map(({ value }) => value).join()]),
  )
}

async function asCli(action: string, parameters: Parameters, headers: readonly string[] = []) {
  const form = new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }).toString()
  const request = house.signed(alice, 'iam', form)
  const rawHeaders = [...request.rawHeaders, 'User-Agent', cliAgent, ...headers]
  const answer = await house.send({ ...request, rawHeaders, secure: true })
  expect(answer.code).toBe('AccessDenied')
  return contextOf(answer.headers.get('x-keyward-authorization-message'))
}

const always = () => ({
  'aws:CurrentTime': '2026-11-24T12:00:00.000Z',
  'aws:EpochTime': '1795521600',
  'aws:PrincipalAccount': account,
  'aws:PrincipalArn': `arn:aws:iam::${account}:user/alice`,
  'aws:PrincipalIsAWSService': 'false',
  'aws:PrincipalTag/team': 'Red',
  'aws:PrincipalType': 'User',
  'aws:RequestedRegion': 'us-east-1',
  'aws:ResourceAccount': account,
  'aws:SourceIp': '192.0.2.7',
  'aws:ViaAWSService': 'false',
  'aws:userid': aliceId,
  'aws:username': 'alice',
})
const ofCli = () => ({ ...always(), 'aws:SecureTransport': 'true', 'aws:UserAgent': cliAgent })
const ofBob = { 'aws:ResourceTag/team': 'Blue', 'iam:ResourceTag/team': 'Blue' }

describe('a call carries the keys of the table, and no others', () => {
  it('when it brings tags', async () => {
    const parameters = { UserName: 'bob', ...tagParameters({ TEAM: 'Green', Cost: '7' }) }
    expect(await asCli('TagUser', parameters, ['Referer', 'https://a.test/'])).toEqual({
      ...ofCli(),
      ...ofBob,
      'aws:RequestTag/team': 'Green',
      'aws:TagKeys': 'TEAM,Cost',
      'aws:referer': 'https://a.test/',
    })
  })

  it('when it attaches a policy to a user who is bounded', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
    expect(await asCli('AttachUserPolicy', { UserName: 'bob', PolicyArn })).toEqual({
      ...ofCli(),
      ...ofBob,
      'iam:PolicyARN': PolicyArn,
      'iam:PermissionsBoundary': boundary,
    })
  })

  it('when it asks for a boundary', async () => {
    expect(await asCli('CreateUser', { UserName: 'eve', PermissionsBoundary: boundary })).toEqual({
      ...ofCli(),
      'iam:PermissionsBoundary': boundary,
    })
  })

  it('when it comes from a page of the console', async () => {
    const page = house.page()
    await page.signIn(asUser('alice', { Password }))
    const { code, headers } = await page.call('iam', 'ListUsers')
    expect(code).toBe('AccessDenied')
    expect(await contextOf(headers.get('x-keyward-authorization-message'))).toEqual({
      ...always(),
      'aws:MultiFactorAuthPresent': 'false',
      'aws:SecureTransport': 'true',
      'aws:TokenIssueTime': '2026-11-24T12:00:00.000Z',
    })
  })
})

it('the table names every key once, and none that is not there yet', () => {
  const names = contextKeys.map(({ name }) => name.toLowerCase())
  const later = keysNotYet.flatMap(({ names }) => names).map((name) => name.toLowerCase())
  expect(new Set([...names, ...later]).size).toBe(names.length + later.length)
  expect(names).toEqual(names.toSorted())
})
