import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type Parameters, type TestHouse } from '../../../test/harness.ts'
import { addAccount, engines, keyIn, openOn, operate, tagParameters } from '../../../test/houses.ts'
import { day, hour } from '../../domain/clock.ts'
import type { AccountId, UserId } from '../../domain/ids.ts'
import type { SearchUsersRequest, SearchUsersResponse } from '../../protocol/types/keyward.ts'

describe.each(engines)('SearchUsers on %s', (engine) => {
  let house: TestHouse
  const keys = new Map<string, Credentials>()
  const asAdmin = (action: string, parameters: Parameters = {}) =>
    expectOk(house.iam(house.administrator, action, parameters))

  const search = (input: SearchUsersRequest = {}, as = house.administrator) => house.keyward(as, 'SearchUsers', input)
  async function found(input: SearchUsersRequest = {}, as = house.administrator): Promise<SearchUsersResponse> {
    const answer = await search(input, as)
    if (answer.status !== 200) throw new Error(`${answer.code}: ${answer.message}`)
    return answer.body as unknown as SearchUsersResponse
  }
  /** The names of all users of all pages. */
  async function names(input: SearchUsersRequest = {}, as = house.administrator): Promise<readonly string[]> {
    const { Users, Marker, TotalCount } = await found(input, as)
    const all = Users.map((user) => user.UserName)
    if (Marker !== undefined) all.push(...(await names({ ...input, Marker }, as)))
    if (input.Marker === undefined) expect(all).toHaveLength(TotalCount)
    return all
  }

  /** On PostgreSQL the clock is the database's own: what is apart by days here is apart by milliseconds there. */
  async function later(time: number): Promise<void> {
    if (engine === 'sqlite') house.now += time
    else await expectOk(house.sts(house.root, 'GetCallerIdentity'))
  }

  async function flush(): Promise<void> {
    const uses = house.house.lastUsed.take()
    await house.house.changes.recordUses(uses)
    house.house.lastUsed.written(uses)
  }

  beforeAll(async () => {
    house = await openOn(engine)
    const users = ['carol', 'Bob', 'alice', 'dave', 'erin']
    for (const UserName of users) {
      await later(hour)
      await asAdmin('CreateUser', { UserName, Path: UserName === 'dave' ? '/Team/red/' : '/' })
    }
    for (const UserName of ['Bob', 'alice', 'dave']) {
      await later(10 * day)
      keys.set(UserName, keyIn(await asAdmin('CreateAccessKey', { UserName })))
    }
    // alice has an older one that is not active: it is no age.
    await asAdmin('UpdateAccessKey', { UserName: 'alice', AccessKeyId: idOf('alice'), Status: 'Inactive' })
    await later(10 * day)
    keys.set('alice 2', keyIn(await asAdmin('CreateAccessKey', { UserName: 'alice' })))
    for (const user of ['dave', 'Bob']) {
      await later(10 * day)
      await expectOk(house.sts(keys.get(user) as Credentials, 'GetCallerIdentity'))
    }
    await later(10 * day)
    for (const UserName of ['carol', 'alice']) {
      await later(day)
      await asAdmin('CreateLoginProfile', { UserName, Password: 'Correct-horse-1' })
    }
    await flush()
    await later(day)
  })
  afterAll(() => house.close())
  const idOf = (user: string): string => keys.get(user)?.accessKeyId ?? ''

  it('gives all users by name, without regard to case, and how many there are', async () => {
    const answer = await found()
    expect(answer.Users.map((user) => user.UserName)).toEqual([
      'administrator',
      'alice',
      'Bob',
      'carol',
      'dave',
      'erin',
    ])
    expect(answer).toMatchObject({ TotalCount: 6, IsTruncated: false })
    expect(answer.Users.at(-1)).toEqual({
      UserName: 'erin',
      UserId: expect.stringMatching(/^AIDA/) as string,
      Arn: 'arn:aws:iam::123456789012:user/erin',
      Path: '/',
      CreateDate: expect.any(Number) as number,
      ConsoleAccess: false,
      AccessKeys: [],
      Groups: [],
      DeniedActions: [],
    })
    const time = expect.any(Number) as number
    expect(answer.Users[0]).toMatchObject({
      AccessKeys: [
        { AccessKeyId: house.administrator.accessKeyId, Status: 'Active', Bootstrap: true, LastUsedDate: time },
      ],
      OldestActiveKeyDate: time,
      KeyLastUsedDate: time,
      LastActivityDate: time,
    })
    expect(answer.Users[1]).toMatchObject({
      AccessKeys: [
        { AccessKeyId: idOf('alice'), Status: 'Inactive', Bootstrap: false },
        { AccessKeyId: idOf('alice 2'), Status: 'Active', Bootstrap: false },
      ],
      OldestActiveKeyDate: answer.Users[1]?.AccessKeys?.[1]?.CreateDate,
      ConsoleAccess: true,
      PasswordLastChanged: time,
    })
  })

  it.each<[SearchUsersRequest['SortBy'], string, string]>([
    ['UserName', 'administrator alice Bob carol dave erin', 'erin dave carol Bob alice administrator'],
    ['Path', 'administrator alice Bob carol erin dave', 'dave erin carol Bob alice administrator'],
    ['CreateDate', 'administrator carol Bob alice dave erin', 'erin dave alice Bob carol administrator'],
    ['ConsoleAccess', 'Bob dave erin administrator alice carol', 'administrator alice carol Bob dave erin'],
    ['PasswordAge', 'alice carol administrator Bob dave erin', 'administrator carol alice Bob dave erin'],
    ['PasswordLastUsed', 'administrator alice Bob carol dave erin', 'administrator alice Bob carol dave erin'],
    ['AccessKeyAge', 'alice dave Bob administrator carol erin', 'administrator Bob dave alice carol erin'],
    ['AccessKeyLastUsed', 'dave Bob administrator alice carol erin', 'administrator Bob dave alice carol erin'],
    ['LastActivity', 'dave Bob administrator alice carol erin', 'administrator Bob dave alice carol erin'],
  ])('sorts by %s, those who have none last in both orders, on one page and on many', async (SortBy, up, down) => {
    if (SortBy === undefined) return
    for (const page of [{}, { MaxItems: 1 }, { MaxItems: 2 }, { MaxItems: 5 }]) {
      expect((await names({ SortBy, SortOrder: 'Ascending', ...page })).join(' ')).toBe(up)
      expect((await names({ SortBy, SortOrder: 'Descending', ...page })).join(' ')).toBe(down)
    }
  })

  it.each<[string, string]>([
    ['b', 'Bob'],
    ['B', 'Bob'],
    ['A', 'administrator alice carol dave'],
    ['rol', 'carol'],
    ['team', 'dave'],
    ['/RED/', 'dave'],
    ['red/da', 'dave'],
    ['/', 'administrator alice Bob carol dave erin'],
    ['%', ''],
    ['_', ''],
    ["' or 1=1 --", ''],
    ['😀', ''],
  ])('finds %j within names and paths', async (Text, expected) => {
    expect((await names({ Text, MaxItems: 2 })).join(' ')).toBe(expected)
  })

  it('finds one user by name, and never another by part of it', async () => {
    expect(await names({ UserName: 'BOB' })).toEqual(['Bob'])
    expect(await names({ UserName: 'Bo' })).toEqual([])
    expect(await names({ UserName: 'Bob', Text: 'alice' })).toEqual([])
  })

  it('finds the owner of a key by its whole id, active or not', async () => {
    expect(await names({ AccessKeyId: idOf('Bob') })).toEqual(['Bob'])
    expect(await names({ AccessKeyId: idOf('alice') })).toEqual(['alice'])
    expect(await names({ AccessKeyId: idOf('alice'), UserName: 'bob' })).toEqual([])
    expect(await names({ AccessKeyId: idOf('alice'), UserName: 'Alice' })).toEqual(['alice'])
    expect(await names({ AccessKeyId: 'AKIARZPUZDIKAAAAAAAA' })).toEqual([])
    // No user owns a key of root.
    expect(await names({ AccessKeyId: house.root.accessKeyId })).toEqual([])
  })

  it('filters by what active keys are and were used for', async () => {
    expect(await names({ KeyNeverUsed: true })).toEqual(['alice'])
    expect(await names({ KeyNeverUsed: false, KeyOlderThanDays: 36_500 })).toEqual([])
    expect(await names({ KeyOlderThanDays: 0 })).toEqual(['administrator', 'alice', 'Bob', 'dave'])
    expect(await names({ KeyOlderThanDays: 0, Text: 'a', KeyNeverUsed: true })).toEqual(['alice'])
    expect(await names({ Bootstrap: true })).toEqual(['administrator'])
    expect(await names({ Bootstrap: false })).toHaveLength(6)
    if (engine === 'postgres') return
    expect(await names({ KeyOlderThanDays: 40 })).toEqual(['administrator', 'Bob', 'dave'])
    expect(await names({ KeyOlderThanDays: 50 })).toEqual(['administrator', 'Bob'])
    expect(await names({ KeyOlderThanDays: 60, SortBy: 'AccessKeyAge' })).toEqual(['Bob', 'administrator'])
    // alice's was made 33 days ago and never used.
    expect(await names({ KeyNotUsedForDays: 20 })).toEqual(['alice', 'dave'])
    expect(await names({ KeyNotUsedForDays: 12 })).toEqual(['alice', 'Bob', 'dave'])
    expect(await names({ KeyNotUsedForDays: 30, KeyOlderThanDays: 30 })).toEqual(['alice'])
  })

  it('counts N days to the millisecond', async () => {
    if (engine === 'postgres') return
    const UserName = 'exact'
    await asAdmin('CreateUser', { UserName })
    await asAdmin('CreateAccessKey', { UserName })
    const before = house.now
    house.now = before + 3 * day
    expect(await names({ UserName, KeyOlderThanDays: 3 })).toEqual([])
    house.now += 1
    expect(await names({ UserName, KeyOlderThanDays: 3 })).toEqual([UserName])
    house.now = before
    for (const id of (await asAdmin('ListAccessKeys', { UserName })).all('AccessKeyId'))
      await asAdmin('DeleteAccessKey', { UserName, AccessKeyId: id })
    await asAdmin('DeleteUser', { UserName })
  })

  it('follows each change at once: keys, passwords, descriptions, names', async () => {
    const UserName = 'frank'
    const active = async (filter: SearchUsersRequest) => (await names({ Text: 'frank', ...filter })).length === 1
    await asAdmin('CreateUser', { UserName })
    expect(await active({ KeyNeverUsed: true })).toBe(false)
    const key = keyIn(await asAdmin('CreateAccessKey', { UserName }))
    const AccessKeyId = key.accessKeyId
    await later(1)
    expect(await active({ KeyNeverUsed: true, KeyOlderThanDays: 0 })).toBe(true)
    await asAdmin('UpdateAccessKey', { UserName, AccessKeyId, Status: 'Inactive' })
    expect(await active({ KeyNeverUsed: true })).toBe(false)
    expect(await active({ KeyOlderThanDays: 0 })).toBe(false)
    await asAdmin('UpdateAccessKey', { UserName, AccessKeyId, Status: 'Active' })
    await asAdmin('TagUser', { UserName, ...tagParameters({ [AccessKeyId]: 'bootstrap' }) })
    expect(await names({ Bootstrap: true })).toEqual(['administrator', UserName])
    await asAdmin('TagUser', { UserName, ...tagParameters({ [AccessKeyId]: 'Bootstrap' }) })
    expect(await names({ Bootstrap: true })).toEqual(['administrator'])
    // Another's key is no description of hers.
    await asAdmin('TagUser', { UserName, ...tagParameters({ [idOf('Bob')]: 'bootstrap' }) })
    expect(await names({ Bootstrap: true })).toEqual(['administrator'])

    await expectOk(house.sts(key, 'GetCallerIdentity'))
    const [row] = (await found({ UserName })).Users
    // The row is exact before anything is written; order and filters follow with the flush.
    expect(row?.KeyLastUsedDate).toBeGreaterThan(0)
    expect(row?.AccessKeys?.[0]?.LastUsedDate).toBe(row?.KeyLastUsedDate)
    expect(row?.LastActivityDate).toBe(row?.KeyLastUsedDate)
    await flush()
    expect(await active({ KeyNeverUsed: true })).toBe(false)
    expect((await names({ SortBy: 'AccessKeyLastUsed', SortOrder: 'Descending' })).slice(0, 2)).toContain(UserName)

    await asAdmin('CreateLoginProfile', { UserName, Password: 'Correct-horse-1' })
    expect((await names({ SortBy: 'PasswordAge' }))[0]).toBe(UserName)
    const userId = (await asAdmin('GetUser', { UserName })).get('UserId') as UserId
    const owner = { account: '123456789012' as AccountId, userId }
    await operate(house, (store) => store.loginProfiles.delete(owner))
    expect(await names({ SortBy: 'PasswordAge', MaxItems: 2 })).toHaveLength(7)
    expect((await found({ UserName })).Users[0]).toMatchObject({ ConsoleAccess: false })

    await asAdmin('UpdateUser', { UserName, NewUserName: 'Zoe', NewPath: '/z/' })
    expect(await active({})).toBe(false)
    expect((await names({ SortBy: 'AccessKeyAge' }))[0]).toBe('Zoe')
    await asAdmin('DeleteAccessKey', { UserName: 'zoe', AccessKeyId })
    expect(await names({ SortBy: 'AccessKeyLastUsed' })).toEqual(
      'dave Bob administrator alice carol erin Zoe'.split(' '),
    )
    await asAdmin('DeleteUser', { UserName: 'zoe' })
    expect(await names()).toHaveLength(6)
  })

  it('goes on where a page ended, whatever came or went meanwhile', async () => {
    const { Marker } = await found({ SortBy: 'AccessKeyAge', MaxItems: 2 })
    await asAdmin('CreateUser', { UserName: 'aaron' })
    await asAdmin('CreateAccessKey', { UserName: 'aaron' })
    const rest = await found({ SortBy: 'AccessKeyAge', ...(Marker && { Marker }) })
    expect(rest.Users.map((user) => user.UserName)).toEqual(['Bob', 'administrator', 'carol', 'erin'])
    for (const id of (await asAdmin('ListAccessKeys', { UserName: 'aaron' })).all('AccessKeyId'))
      await asAdmin('DeleteAccessKey', { UserName: 'aaron', AccessKeyId: id })
    await asAdmin('DeleteUser', { UserName: 'aaron' })
  })

  it('pages through paths that are too long for a marker, and leaves nobody out', async () => {
    const long = `/${'p'.repeat(400)}`
    for (const end of ['a', 'b', 'c']) await asAdmin('CreateUser', { UserName: `long-${end}`, Path: `${long}/${end}/` })
    const expected = ['long-a', 'long-b', 'long-c']
    expect(await names({ Text: long, SortBy: 'Path', MaxItems: 1 })).toEqual(expected)
    const down: SearchUsersRequest = { Text: long, SortBy: 'Path', SortOrder: 'Descending', MaxItems: 1 }
    expect(await names(down)).toEqual(expected.toReversed())
    // The row that a marker stands on goes: some may come twice, none is missing.
    for (const SortOrder of ['Ascending', 'Descending'] as const) {
      const first = await found({ ...down, SortOrder })
      await asAdmin('DeleteUser', { UserName: first.Users[0]?.UserName ?? '' })
      const rest = await names({ ...down, SortOrder, ...(first.Marker && { Marker: first.Marker }) })
      expect(rest).toContain('long-b')
    }
    await asAdmin('DeleteUser', { UserName: 'long-b' })
  })

  it.each<[string, object]>([
    ['of nothing', { Marker: 'x' }],
    ['of another order', { SortBy: 'Path' }],
    ['of the other direction', { SortOrder: 'Descending' }],
    ['of another filter', { Text: 'a' }],
    ['of days', { KeyOlderThanDays: 1 }],
  ])('refuses a marker %s', async (_, other) => {
    const { Marker } = await found({ MaxItems: 1 })
    const { TotalCount } = await found({ MaxItems: 1, ...(Marker && { Marker }) })
    expect(TotalCount).toBe(6)
    expect(await search({ MaxItems: 1, ...(Marker && { Marker }), ...other })).toMatchObject({
      status: 400,
      code: 'ValidationError',
      message: 'Invalid Marker.',
    })
  })

  it.each<[object, string]>([
    [{ Text: '' }, 'ValidationError'],
    [{ Text: 'x'.repeat(513) }, 'ValidationError'],
    [{ Text: 'a\0b' }, 'MalformedInput'],
    [{ Text: '\ud800' }, 'MalformedInput'],
    [{ UserName: 'a b' }, 'ValidationError'],
    [{ AccessKeyId: 'AKIA' }, 'ValidationError'],
    [{ AccessKeyId: "AKIA' or ''='aaaaaaa" }, 'ValidationError'],
    [{ SortBy: 'secret' }, 'ValidationError'],
    [{ SortBy: 'name_key' }, 'ValidationError'],
    [{ SortBy: 'toString' }, 'ValidationError'],
    [{ SortOrder: 'asc; drop table iam_user' }, 'ValidationError'],
    [{ KeyOlderThanDays: -1 }, 'ValidationError'],
    [{ KeyOlderThanDays: 36_501 }, 'ValidationError'],
    [{ KeyOlderThanDays: 1.5 }, 'MalformedInput'],
    [{ KeyOlderThanDays: '1' }, 'MalformedInput'],
    [{ KeyNeverUsed: 'yes' }, 'MalformedInput'],
    [{ MaxItems: 0 }, 'ValidationError'],
    [{ MaxItems: 1_001 }, 'ValidationError'],
    [{ __proto__: null, account: '210987654321' }, 'MalformedInput'],
  ])('refuses %j', async (input, code) => {
    expect(await search(input)).toMatchObject({ status: 400, code })
  })

  it('never shows a user or a key of another account', async () => {
    const other = await addAccount(house, '210987654321')
    for (const input of [{}, { SortBy: 'AccessKeyAge' }, { Bootstrap: false }, { Text: 'a' }] as const) {
      expect(await names(input, other.root)).toEqual(['administrator'])
    }
    expect(await names({ AccessKeyId: idOf('Bob') }, other.root)).toEqual([])
    expect(await names({ AccessKeyId: other.administrator.accessKeyId })).toEqual([])
    expect(await names({ Text: 'a' })).toEqual(['administrator', 'alice', 'carol', 'dave'])
    const { Marker } = await found({ MaxItems: 1 })
    expect(await search({ MaxItems: 1, ...(Marker && { Marker }) }, other.root)).toMatchObject({
      message: 'Invalid Marker.',
    })
  })
})
