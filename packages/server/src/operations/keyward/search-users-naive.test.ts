import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Credentials, type Parameters, type TestHouse } from '../../../test/harness.ts'
import { addAccount, engines, keyIn, openOn, operate, tagParameters } from '../../../test/houses.ts'
import type { View } from '../../directory/view.ts'
import { day, hour } from '../../domain/clock.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { FoundUser, SearchUsersRequest, SearchUsersResponse, SortByType } from '../../protocol/types/keyward.ts'
import { groupsOfUser } from '../../store/groups.ts'
import { accessKeysByOwner, keysOf } from '../../store/access-keys.ts'
import { lastUseOf } from '../../store/last-used.ts'
import { loginProfileOf } from '../../store/login-profiles.ts'
import { userTags } from '../../store/tags.ts'
import { nameKey, userByName, usersAfter } from '../../store/users.ts'

const names = ['ann', 'Bob', 'carol', 'Dora', 'eve', 'FRED'] as const
const paths = ['/', '/a/', '/B/ann/'] as const

/** One change by the root of an account. `name` is of a user that may be there or not, `slot` a key it may have. */
const change = fc.record({
  what: fc.constantFrom(
    ...(['create', 'create', 'move', 'delete', 'key', 'key', 'turn', 'drop', 'use', 'use', 'describe'] as const),
    ...(['password', 'new password', 'sign in', 'no password'] as const),
    ...(['join', 'join', 'leave', 'rename group'] as const),
  ),
  name: fc.constantFrom(...names),
  other: fc.constantFrom(...names),
  path: fc.constantFrom(...paths),
  group: fc.constantFrom('night', 'Day', 'all'),
  slot: fc.nat(1),
  hours: fc.constantFrom(0, 1, 23, 24, 25, 24 * 40),
})
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

const inOtherCase = (name: string) => (name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase())

const sorts = [
  ...(['UserName', 'Path', 'CreateDate', 'ConsoleAccess', 'PasswordAge', 'PasswordLastUsed'] as const),
  ...(['AccessKeyAge', 'AccessKeyLastUsed', 'LastActivity'] as const),
]

const filter = fc.oneof(
  fc.constantFrom('a', 'AN', '/', 'b/ann/', 'zz').map((Text) => ({ Text })),
  fc.constantFrom(0, 1, 40).map((KeyOlderThanDays) => ({ KeyOlderThanDays })),
  fc.constantFrom(0, 1, 40).map((KeyNotUsedForDays) => ({ KeyNotUsedForDays })),
  fc.boolean().map((KeyNeverUsed) => ({ KeyNeverUsed })),
  fc.boolean().map((Bootstrap) => ({ Bootstrap })),
)
type Input = SearchUsersRequest & { readonly SortBy: SortByType }
const input: fc.Arbitrary<Input> = fc
  .tuple(fc.array(filter, { maxLength: 2 }), fc.constantFrom(...sorts), fc.constantFrom('Ascending', 'Descending'))
  .map(([filters, SortBy, SortOrder]) => Object.assign({ SortBy, SortOrder }, ...filters) as Input)

describe.each(engines)('on %s', (engine) => {
  let house: TestHouse
  let accounts = 0
  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  it('SearchUsers says after any changes what one finds who looks at every row', { timeout: 120_000 }, async () => {
    const steps = fc.array(fc.record({ each: change, input }), { minLength: 25, maxLength: 40, size: 'max' })
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const account = String(300_000_000_000 + ++accounts) as AccountId
        const { root } = await addAccount(house, account)
        const secrets = new Map<string, Credentials>()
        for (const GroupName of ['night', 'Day', 'all']) await house.iam(root, 'CreateGroup', { GroupName })
        // A change of nobody is none: most users are there from the start.
        const begin = { other: 'ann', slot: 0, hours: 1, path: '/', group: 'all' } as const
        for (const what of ['create', 'key', 'password', 'key'] as const) {
          for (const name of names.slice(0, 4)) await make({ ...begin, what, name }, account, root, secrets)
        }
        for (const { each, input } of given) {
          await make(each, account, root, secrets)
          const expected = naively(await rowsOf(account), input, house.now)
          expect({ input, found: await found(root, { ...input, MaxItems: 3 }) }).toEqual({ input, found: expected })
        }
      }),
      { numRuns: Number(process.env['SEARCH_RUNS'] ?? (engine === 'sqlite' ? 10 : 3)), endOnFailure: true },
    )
  })

  async function make(each: Change, account: AccountId, root: Credentials, secrets: Map<string, Credentials>) {
    const { what, name, other, path, group: GroupName, slot, hours } = each
    // PostgreSQL has a clock of its own.
    if (engine === 'sqlite') house.now += hours * hour
    const UserName = name
    const iam = (action: string, parameters: Parameters = {}) => house.iam(root, action, { UserName, ...parameters })
    const owner = await settled((view) => {
      const user = view.get(userByName, { account, nameKey: nameKey(name) })
      return user && { account, userId: user.id }
    })
    const keys = owner === undefined ? [] : await settled((view) => view.get(accessKeysByOwner, keysOf(owner)))
    const key = keys[slot]
    const profile = owner && (await settled((view) => view.get(loginProfileOf, keysOf(owner))))
    const hash = { hash: 'no hash', resetRequired: false }
    switch (what) {
      case 'create':
        return void (await iam('CreateUser', { Path: path }))
      case 'move':
        return void (await iam('UpdateUser', { NewUserName: other, NewPath: path }))
      case 'delete':
        return void (await iam('DeleteUser'))
      case 'key': {
        const made = keyIn(await iam('CreateAccessKey'))
        return void secrets.set(made.accessKeyId, made)
      }
      case 'describe':
        return void (key && (await iam('TagUser', tagParameters({ [key.id]: slot === 0 ? 'bootstrap' : 'laptop' }))))
      case 'turn': {
        const Status = key?.status === 'Active' ? 'Inactive' : 'Active'
        return void (key && (await iam('UpdateAccessKey', { AccessKeyId: key.id, Status })))
      }
      case 'drop':
        return void (key && (await iam('DeleteAccessKey', { AccessKeyId: key.id })))
      case 'use': {
        const signing = key && secrets.get(key.id)
        if (signing === undefined) return
        // What is written within a minute of another use is not told to the summary at once: here each is the first.
        await house.house.changes.foldUses()
        await house.sts(signing, 'GetCallerIdentity')
        const uses = house.house.lastUsed.take()
        await house.house.changes.recordUses(uses)
        return house.house.lastUsed.written(uses)
      }
      case 'password':
        if (owner === undefined || profile !== undefined) return
        return operate(house, (store) => store.loginProfiles.insert(owner, hash, house.now))
      case 'new password':
        return profile && operate(house, (store) => store.loginProfiles.replacePassword(profile, hash, house.now))
      case 'sign in':
        return profile && operate(house, (store) => store.loginProfiles.noteUse(profile.owner, house.now))
      case 'no password':
        return void (profile && (await operate(house, (store) => store.loginProfiles.delete(profile.owner))))
      case 'join':
        return void (await iam('AddUserToGroup', { GroupName }))
      case 'leave':
        return void (await iam('RemoveUserFromGroup', { GroupName }))
      case 'rename group':
        // In another case: the next step still finds it.
        return void (await house.iam(root, 'UpdateGroup', { GroupName, NewGroupName: inOtherCase(GroupName) }))
      default:
        return what satisfies never
    }
  }

  const settled = async <Value>(read: (view: View) => Value): Promise<Value> => house.house.directory.settle(read)

  /** All users with all that is known of each, by other statements than the search's. */
  const rowsOf = (account: AccountId) =>
    settled((view) =>
      view.get(usersAfter, { account, after: '', limit: 100 }).map((user) => {
        const owner = { account, userId: user.id }
        const tags = view.get(userTags.of, { owner: user.id })
        const keys = view.get(accessKeysByOwner, keysOf(owner)).map((key) => ({
          ...key,
          usedAt: view.get(lastUseOf, { seq: key.seq })?.at,
          bootstrap: tags.some((tag) => tag.key === key.id && tag.value === 'bootstrap'),
        }))
        const groups = view.get(groupsOfUser, { userId: user.id }).map((group) => group.name)
        return { user, keys, groups, profile: view.get(loginProfileOf, keysOf(owner)) }
      }),
    )
  type Row = Awaited<ReturnType<typeof rowsOf>>[number]

  const newest = (times: readonly (number | undefined)[]) =>
    times.filter((time) => time !== undefined).sort((a, b) => b - a)[0]
  const active = ({ keys }: Row) => keys.filter((key) => key.status === 'Active')
  const keyUsed = ({ keys }: Row) => newest(keys.map((key) => key.usedAt))
  const oldest = (row: Row) => {
    const created = newest(active(row).map((key) => -key.createdAt))
    return created === undefined ? undefined : -created
  }
  /** What is compared: the greater, the later in ascending order. */
  const valueOf: Record<SortByType, (row: Row) => number | string | undefined> = {
    UserName: () => '',
    Path: (row) => row.user.path,
    CreateDate: (row) => row.user.createdAt,
    ConsoleAccess: (row) => (row.profile === undefined ? 0 : 1),
    PasswordAge: (row) => row.profile && -row.profile.changedAt,
    PasswordLastUsed: (row) => row.profile?.usedAt,
    AccessKeyAge: (row) => (oldest(row) === undefined ? undefined : -(oldest(row) ?? 0)),
    AccessKeyLastUsed: keyUsed,
    LastActivity: (row) => newest([keyUsed(row), row.profile?.usedAt]),
  }

  function naively(all: readonly Row[], input: Input, now: number) {
    const { Text = '', KeyOlderThanDays, KeyNotUsedForDays } = input
    const value = valueOf[input.SortBy]
    const down = input.SortOrder === 'Descending' ? -1 : 1
    const byName = (a: Row, b: Row) => (nameKey(a.user.name) < nameKey(b.user.name) ? -1 : 1)
    const before = (days: number) => (engine === 'sqlite' ? now - days * day : Date.now() - days * day)
    return all
      .filter((row) => `${row.user.path}${row.user.name}`.toLowerCase().includes(Text.toLowerCase()))
      .filter(
        (row) => KeyOlderThanDays === undefined || active(row).some((key) => key.createdAt < before(KeyOlderThanDays)),
      )
      .filter(
        (row) =>
          KeyNotUsedForDays === undefined ||
          active(row).some((key) => (key.usedAt ?? key.createdAt) < before(KeyNotUsedForDays)),
      )
      .filter((row) => input.KeyNeverUsed !== true || active(row).some((key) => key.usedAt === undefined))
      .filter((row) => input.Bootstrap !== true || row.keys.some((key) => key.bootstrap))
      .sort((a, b) => {
        const [x, y] = [value(a), value(b)]
        if (x === undefined || y === undefined) return x === y ? byName(a, b) : x === undefined ? 1 : -1
        // Whether there is a password is two groups, each by name. The youngest are the latest.
        if (x === y)
          return byName(a, b) * (input.SortBy === 'ConsoleAccess' ? 1 : /Age$/.test(input.SortBy) ? -down : down)
        return (x < y ? -1 : 1) * down
      })
      .map((row) => [
        row.user.name,
        row.profile?.changedAt,
        row.profile?.usedAt,
        keyUsed(row),
        row.keys.length,
        row.groups,
      ])
  }

  async function found(root: Credentials, input: SearchUsersRequest): Promise<unknown[]> {
    const { body } = await house.keyward(root, 'SearchUsers', input)
    const { Users, Marker } = body as unknown as SearchUsersResponse
    const ms = (seconds: number | undefined) => seconds && Math.round(seconds * 1000)
    const rows = Users.map((user: FoundUser) => [
      user.UserName,
      ms(user.PasswordLastChanged),
      ms(user.PasswordLastUsed),
      ms(user.KeyLastUsedDate),
      user.AccessKeys?.length,
      user.Groups,
    ])
    return Marker === undefined ? rows : [...rows, ...(await found(root, { ...input, Marker }))]
  }
})
