import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials, type Parameters } from '../../../test/harness.ts'
import { tagParameters } from '../../../test/houses.ts'
import type { FoundUser, SearchUsersRequest, SearchUsersResponse } from '../../protocol/types/keyward.ts'

let house: TestHouse
let reader: Credentials
let bobsKey: string

const every = 'arn:aws:iam::123456789012:user/*'
const allow = (Action: string | readonly string[], Resource = every) => ({ Effect: 'Allow', Action, Resource })
const deny = (Action: string, Resource: string) => ({ ...allow(Action, Resource), Effect: 'Deny' })
const listUsers = allow('iam:ListUsers')
const cells = ['iam:GetAccessKeyLastUsed', 'iam:GetLoginProfile', 'iam:ListAccessKeys', 'iam:ListGroupsForUser']

const asAdmin = (action: string, parameters: Parameters = {}) =>
  expectOk(house.iam(house.administrator, action, parameters))
const may = (...statements: object[]) => house.allow('reader', ...statements)
const search = (input: SearchUsersRequest = {}) => house.keyward(reader, 'SearchUsers', input)

async function found(input: SearchUsersRequest = {}): Promise<SearchUsersResponse> {
  const answer = await search(input)
  if (answer.status !== 200) throw new Error(`${answer.code}: ${answer.message}`)
  return answer.body as unknown as SearchUsersResponse
}

const rowOf = async (name: string): Promise<FoundUser | undefined> =>
  (await found()).Users.find((user) => user.UserName === name)

beforeAll(async () => {
  house = await TestHouse.open()
  reader = await house.user('reader')
  bobsKey = (await house.user('bob')).accessKeyId
  await asAdmin('CreateUser', { UserName: 'ann', Path: '/board/', ...tagParameters({ team: 'board' }) })
  await asAdmin('CreateAccessKey', { UserName: 'ann' })
  await asAdmin('CreateGroup', { GroupName: 'Night' })
  await asAdmin('AddUserToGroup', { GroupName: 'night', UserName: 'bob' })
  await asAdmin('CreateLoginProfile', { UserName: 'bob', Password: 'Correct-horse-1' })
})
afterAll(() => house.close())

describe('the search itself', () => {
  const refusal = (why: string) => ({
    status: 403,
    code: 'AccessDenied',
    message: `User: arn:aws:iam::123456789012:user/reader is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ ${why}`,
  })

  it('is allowed by what allows ListUsers, and nothing else', async () => {
    await may(listUsers)
    expect((await found()).TotalCount).toBe(4)
    await may({ Effect: 'Allow', NotAction: 'iam:ListUsers', Resource: '*' })
    expect(await search()).toMatchObject(refusal('because no identity-based policy allows the iam:ListUsers action'))
    await may(allow('iam:ListUsers', 'arn:aws:iam::123456789012:user/board/*'))
    expect(await search()).toMatchObject({ code: 'AccessDenied' })
    await may(listUsers, deny('iam:ListUsers', '*'))
    expect(await search()).toMatchObject(refusal('with an explicit deny in an identity-based policy'))
  })

  it("shows root everything, and is root's without a policy", async () => {
    const { body } = await house.keyward(house.root, 'SearchUsers', { SortBy: 'AccessKeyAge', KeyNeverUsed: true })
    const row = { DeniedActions: [], ConsoleAccess: expect.any(Boolean) as boolean, AccessKeys: [expect.anything()] }
    // The uses of the two who called are not written yet.
    const names = ['reader', 'bob', 'ann', 'administrator']
    expect(body).toMatchObject({ TotalCount: 4, Users: names.map((UserName) => ({ ...row, UserName })) })
  })
})

describe('a page of the console', () => {
  it('is shown what its user may see, and refused what she may not', async () => {
    await house.allow('bob', listUsers, allow('iam:ListAccessKeys', 'arn:aws:iam::*:user/${aws:username}'))
    const page = house.page()
    const Account = '123456789012'
    await page.signIn({ PrincipalType: 'User', Account, UserName: 'bob', Password: 'Correct-horse-1' })
    const { status, body } = await page.call('keyward', 'SearchUsers', { Text: 'b' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      Users: [
        { UserName: 'ann', DeniedActions: cells },
        {
          UserName: 'bob',
          AccessKeys: [{ AccessKeyId: bobsKey }],
          DeniedActions: cells.filter((action) => action !== 'iam:ListAccessKeys'),
        },
      ],
    })
    expect(await page.call('keyward', 'SearchUsers', { SortBy: 'AccessKeyAge' })).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining(`iam:ListAccessKeys on resource: ${every}`) as string,
    })
  })
})

describe('a cell', () => {
  const hidden = {
    'iam:GetAccessKeyLastUsed': ['KeyLastUsedDate'],
    'iam:GetLoginProfile': ['ConsoleAccess', 'PasswordLastChanged'],
    'iam:ListAccessKeys': ['AccessKeys', 'OldestActiveKeyDate'],
    'iam:ListGroupsForUser': ['Groups'],
  }

  beforeAll(async () => {
    await may(listUsers)
    await expectOk(house.sts(reader, 'GetCallerIdentity'))
  })

  it.each(cells)('that %s shows is absent without it, and the row says so', async (action) => {
    await may(listUsers, ...cells.filter((other) => other !== action).map((other) => allow(other)))
    for (const user of (await found()).Users) {
      expect(user.DeniedActions).toEqual([action])
      // Without the uses of keys, the password's alone.
      if (action === 'iam:GetAccessKeyLastUsed') expect(user.LastActivityDate).toBe(user.PasswordLastUsed)
      for (const [shownBy, members] of Object.entries(hidden)) {
        if (shownBy === action) for (const member of members) expect(user).not.toHaveProperty(member)
      }
    }
    const own = await rowOf('reader')
    expect(own?.KeyLastUsedDate === undefined).toBe(action === 'iam:GetAccessKeyLastUsed')
    expect(own?.AccessKeys?.[0]?.LastUsedDate === undefined).toBe(
      ['iam:GetAccessKeyLastUsed', 'iam:ListAccessKeys'].includes(action),
    )
    expect(own?.ConsoleAccess === undefined).toBe(action === 'iam:GetLoginProfile')
    expect(own?.Groups === undefined).toBe(action === 'iam:ListGroupsForUser')
    expect((await rowOf('bob'))?.Groups).toEqual(action === 'iam:ListGroupsForUser' ? undefined : ['Night'])
  })

  it('is all that listing users shows where nothing else is allowed', async () => {
    await may(listUsers)
    expect(await rowOf('bob')).toEqual({
      UserName: 'bob',
      UserId: expect.any(String) as string,
      Arn: 'arn:aws:iam::123456789012:user/bob',
      Path: '/',
      CreateDate: expect.any(Number) as number,
      PasswordLastUsed: house.now / 1000,
      LastActivityDate: house.now / 1000,
      DeniedActions: cells,
    })
  })

  it("is judged on its own row's ARN", async () => {
    await may(listUsers, allow('iam:ListAccessKeys', 'arn:aws:iam::123456789012:user/board/*'))
    expect((await rowOf('ann'))?.AccessKeys).toHaveLength(1)
    expect((await rowOf('bob'))?.AccessKeys).toBeUndefined()
    await may(listUsers, allow('iam:ListAccessKeys'), deny('iam:List*', 'arn:aws:iam::*:user/board/*'))
    expect((await rowOf('ann'))?.AccessKeys).toBeUndefined()
    expect((await rowOf('bob'))?.AccessKeys).toHaveLength(1)
  })

  it("is judged on its own row's tags", async () => {
    for (const key of ['aws:ResourceTag/Team', 'iam:ResourceTag/team']) {
      const Condition = { StringEquals: { [key]: 'board' } }
      await may(listUsers, { ...allow('iam:ListAccessKeys'), Condition })
      expect((await rowOf('ann'))?.AccessKeys).toHaveLength(1)
      expect((await rowOf('bob'))?.AccessKeys).toBeUndefined()
    }
  })
})

describe('what the list goes by', () => {
  const sorts: readonly [NonNullable<SearchUsersRequest['SortBy']>, string][] = [
    ['ConsoleAccess', 'iam:GetLoginProfile'],
    ['PasswordAge', 'iam:GetLoginProfile'],
    ['AccessKeyAge', 'iam:ListAccessKeys'],
    ['AccessKeyLastUsed', 'iam:GetAccessKeyLastUsed'],
    ['LastActivity', 'iam:GetAccessKeyLastUsed'],
  ]
  const needs: readonly (readonly [SearchUsersRequest, readonly string[]])[] = [
    ...sorts.map(([SortBy, action]) => [{ SortBy }, [action]] as const),
    [{ KeyOlderThanDays: 90 }, ['iam:ListAccessKeys']],
    [{ Bootstrap: true }, ['iam:ListAccessKeys']],
    [{ AccessKeyId: 'AKIARZPUZDIKAAAAAAAA' }, ['iam:ListAccessKeys']],
    [{ KeyNeverUsed: true }, ['iam:GetAccessKeyLastUsed', 'iam:ListAccessKeys']],
    [{ KeyNotUsedForDays: 90 }, ['iam:GetAccessKeyLastUsed', 'iam:ListAccessKeys']],
    [{ SortBy: 'PasswordAge', KeyOlderThanDays: 0 }, ['iam:GetLoginProfile', 'iam:ListAccessKeys']],
  ]
  const refusal = (action: string, why = `because no identity-based policy allows the ${action} action`) => ({
    status: 403,
    code: 'AccessDenied',
    message: `User: arn:aws:iam::123456789012:user/reader is not authorized to perform: ${action} on resource: ${every} ${why}`,
  })

  it.each(needs)('%j needs %j on every user', async (input, actions) => {
    for (const missing of actions) {
      const others = cells.filter((action) => action !== missing).map((action) => allow(action))
      await may(listUsers, ...others)
      expect(await search(input)).toMatchObject(refusal(missing))
      await may(listUsers, ...others, allow(missing, 'arn:aws:iam::123456789012:user/board/*'))
      expect(await search(input)).toMatchObject(refusal(missing))
    }
    await may(listUsers, ...actions.map((action) => allow(action)))
    expect((await search(input)).code).toBeUndefined()
  })

  it.each<SearchUsersRequest>([
    {},
    { SortBy: 'UserName' },
    { SortBy: 'Path' },
    { SortBy: 'CreateDate' },
    { SortBy: 'PasswordLastUsed' },
    { Text: 'b' },
    { UserName: 'bob' },
    { Bootstrap: false, KeyNeverUsed: false },
  ])('%j needs nothing but to list users', async (input) => {
    await may(listUsers)
    expect((await search(input)).code).toBeUndefined()
  })

  it('is refused where a Deny may hide a single user', async () => {
    const denied = refusal('iam:ListAccessKeys', 'with an explicit deny in an identity-based policy')
    const wide = allow('iam:*')
    for (const Resource of ['arn:aws:iam::*:user/board/*', 'arn:aws:iam::*:user/nobody-yet']) {
      await may(wide, deny('iam:ListAccessKeys', Resource))
      expect(await search({ SortBy: 'AccessKeyAge' })).toMatchObject(denied)
      expect(await search({ KeyOlderThanDays: 1 })).toMatchObject(denied)
      expect((await search({ SortBy: 'PasswordAge' })).code).toBeUndefined()
    }
    const Condition = { StringEquals: { 'aws:ResourceTag/team': 'board' } }
    await may(wide, { ...deny('iam:List*Keys', every), Condition })
    expect(await search({ SortBy: 'AccessKeyAge' })).toMatchObject(denied)
  })

  it('is refused where an Allow depends on tags, though all users of now have them', async () => {
    for (const Condition of [
      { StringNotEquals: { 'aws:ResourceTag/team': 'secret' } },
      { StringNotEqualsIfExists: { 'iam:ResourceTag/team': 'secret' } },
      { Null: { 'aws:ResourceTag/secret': 'true' } },
    ]) {
      await may(listUsers, { ...allow('iam:ListAccessKeys'), Condition })
      expect((await found()).Users.every((user) => user.AccessKeys !== undefined)).toBe(true)
      expect(await search({ SortBy: 'AccessKeyAge' })).toMatchObject(refusal('iam:ListAccessKeys'))
    }
    await may(listUsers, { ...allow('iam:ListAccessKeys'), Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
    expect((await search({ SortBy: 'AccessKeyAge' })).code).toBeUndefined()
  })

  it('is refused where each user of now is named, and none that may come', async () => {
    const now = ['administrator', 'reader', 'bob', 'board/ann'].map((name) => `arn:aws:iam::123456789012:user/${name}`)
    await may(listUsers, ...now.map((Resource) => allow('iam:ListAccessKeys', Resource)))
    expect((await found()).Users.every((user) => user.AccessKeys !== undefined)).toBe(true)
    expect(await search({ SortBy: 'AccessKeyAge' })).toMatchObject(refusal('iam:ListAccessKeys'))
  })

  it('finds by key id only who may list every key: nobody learns whether a key is there', async () => {
    await may(listUsers, allow('iam:ListAccessKeys', 'arn:aws:iam::*:user/board/*'))
    const answers = []
    for (const AccessKeyId of [bobsKey, 'AKIARZPUZDIKAAAAAAAA', house.root.accessKeyId]) {
      const { status, code, message } = await search({ AccessKeyId })
      answers.push({ status, code, message })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })
})

it('ends a page early where policies make its cells slow to judge, and leaves nobody out', async () => {
  const slow = (at: number) => `arn:aws:iam::*:user/*${'a?'.repeat(40)}b${at}*`
  const statement = { Effect: 'Deny', Action: cells, Resource: Array.from({ length: 14 }, (_, at) => slow(at)) }
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statement })
  await may(listUsers)
  for (const GroupName of ['slow-1', 'slow-2', 'slow-3']) {
    await asAdmin('CreateGroup', { GroupName })
    for (const PolicyName of ['p', 'q', 'r']) await asAdmin('PutGroupPolicy', { GroupName, PolicyName, PolicyDocument })
    await asAdmin('AddUserToGroup', { GroupName, UserName: 'reader' })
  }
  const names = Array.from({ length: 30 }, (_, at) => `far-${10 + at}`)
  for (const UserName of names) await asAdmin('CreateUser', { UserName, Path: `/${'a'.repeat(510)}/` })
  const pages: SearchUsersResponse[] = []
  for (let Marker: string | undefined; pages.length === 0 || Marker !== undefined; Marker = pages.at(-1)?.Marker) {
    pages.push(await found({ Text: 'far-', MaxItems: 30, ...(Marker === undefined ? {} : { Marker }) }))
  }
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.flatMap((page) => page.Users.map((user) => user.UserName))).toEqual(names)
  expect(pages[0]?.TotalCount).toBe(30)
})
