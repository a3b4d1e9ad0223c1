import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dispatch } from '../../src/dispatch.ts'
import type { RawRequest } from '../../src/domain/http.ts'
import { TestHouse } from '../harness.ts'
import { jsonCall } from './requests.ts'

let house: TestHouse
beforeAll(async () => {
  house = await TestHouse.open()
})
afterAll(() => house.close())

/** A call by a signature in its header. */
function signed(scope: string, path: string, input: object = {}): RawRequest {
  const options = { target: `/api/${path}`, contentType: 'application/json' }
  return house.signed(house.administrator, scope, JSON.stringify(input), options)
}

async function sent(request: RawRequest): Promise<[number, Record<string, unknown>]> {
  const { status, body } = await dispatch(request, house.house)
  return [status, JSON.parse(body.toString()) as Record<string, unknown>]
}

describe('a signed call in json', () => {
  test('changes and reads, as one in a form does', async () => {
    const [created, { User }] = await sent(signed('iam', 'iam/CreateUser', { UserName: 'bob', Path: '/a/' }))
    expect([created, User]).toEqual([200, expect.objectContaining({ UserName: 'bob', CreateDate: house.now / 1000 })])
    expect(await sent(signed('iam', 'iam/ListUsers', { PathPrefix: '/a/' }))).toEqual([
      200,
      { Users: [User], IsTruncated: false },
    ])
    expect(await sent(signed('sts', 'sts/GetCallerIdentity'))).toMatchObject([200, { Account: '123456789012' }])
  })

  test('is refused in json, before the writer and in it', async () => {
    const nobody = { __type: 'NoSuchEntity', message: 'The user with name nobody cannot be found.' }
    expect(await sent(signed('iam', 'iam/GetUser', { UserName: 'nobody' }))).toEqual([404, nobody])
    const known = signed('iam', 'iam/CreateUser', { UserName: 'Bob' })
    expect(await sent(known)).toMatchObject([409, { __type: 'EntityAlreadyExists' }])
    const wrong = signed('iam', 'iam/GetUser', { Username: 'bob' })
    expect(await sent(wrong)).toMatchObject([400, { __type: 'MalformedInput' }])
  })

  test('is signed for the operation that its path names', async () => {
    const moved = { ...signed('iam', 'iam/GetUser'), target: '/api/iam/ListUsers' }
    expect(await sent(moved)).toMatchObject([403, { __type: 'SignatureDoesNotMatch' }])
    expect(await sent(signed('sts', 'iam/ListUsers'))).toMatchObject([400, { __type: 'InvalidAction' }])
  })

  test('may be signed for the service of our own, which no form may', async () => {
    const message = 'keyward has no operation "Nope"'
    expect(await sent(signed('keyward', 'keyward/Nope'))).toEqual([400, { __type: 'InvalidAction', message }])
    const form = await house.send(house.signed(house.administrator, 'keyward', 'Action=ListUsers&Version=2010-05-08'))
    expect([form.code, form.message]).toEqual([
      'SignatureDoesNotMatch',
      expect.stringContaining("Credential should be scoped to correct service: 'iam'"),
    ])
    expect(await sent(signed('signin', 'signin/Begin'))).toMatchObject([403, { __type: 'SignatureDoesNotMatch' }])
  })
})

test('without a signature and a session a stranger hears nothing of an operation, in json', async () => {
  for (const path of ['iam/ListUsers', 'iam/Nope', 'nope/Nope']) {
    expect(await sent(jsonCall(`/api/${path}`, 'not json'))).toMatchObject([
      403,
      { __type: 'MissingAuthenticationToken' },
    ])
  }
  expect(await sent(jsonCall('/api/', '{}'))).toMatchObject([404, { __type: 'NoOperationNamed' }])
})
