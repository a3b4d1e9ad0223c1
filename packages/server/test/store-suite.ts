import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  mintAccessKeyId,
  mintGroupId,
  mintUserId,
  parseAccountId,
  type AccessKeyId,
  type AccountId,
  type GroupId,
  type UserId,
} from '../src/domain/ids.ts'
import { limits } from '../src/domain/limits.ts'
import { Secret } from '../src/domain/secret.ts'
import { openWriter, type PlaceWriter } from '../src/operator/place.ts'
import { accessKeyById, accessKeysByOwner, keysOf, type KeyOwner } from '../src/store/access-keys.ts'
import { accountById } from '../src/store/accounts.ts'
import { aliasOfAccount } from '../src/store/aliases.ts'
import { consoleSessionById } from '../src/store/console-sessions.ts'
import { dataKeys } from '../src/store/data-keys.ts'
import { groupByName, groupCount, groupsAfter, groupsOfUser, groupsOfUsers, type Group } from '../src/store/groups.ts'
import { boundaryFor, inlinePoliciesFor, managedPoliciesFor } from '../src/store/identity-policies.ts'
import { inHistory, type Head } from '../src/store/head.ts'
import { lastUseOf, usesByPlace, type LastUse } from '../src/store/last-used.ts'
import { loginProfileOf, oldPasswordsOf } from '../src/store/login-profiles.ts'
import type { Lookup } from '../src/store/lookup.ts'
import { refusalsIn, type Refusals } from '../src/store/refusals.ts'
import { statement } from '../src/store/statement.ts'
import { passwordPolicyOf } from '../src/store/password-policies.ts'
import { storeIn, type Store } from '../src/store/store.ts'
import { DatabaseError } from '../src/store/transaction.ts'
import { userAttachments } from '../src/store/attachments.ts'
import { userPolicies } from '../src/store/inline-policies.ts'
import { userTags } from '../src/store/tags.ts'
import { membersAfter, userById, userByName, usersAfter, usersUnderPathAfter, type User } from '../src/store/users.ts'
import type { TestHouse } from './harness.ts'

/** The account of a TestHouse. */
export const testAccount = parseAccountId('123456789012') as AccountId

export type AnyLookup = Lookup<never, unknown>

/** Every lookup of the store, by its name. */
export async function allLookups(): Promise<readonly (readonly [name: string, lookup: AnyLookup])[]> {
  const folder = join(import.meta.dirname, '../src/store')
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const modules = await Promise.all(files.map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>))
  return modules.flatMap((module) =>
    Object.entries(module).filter((entry): entry is [string, AnyLookup] => isLookup(entry[1])),
  )
}

const isLookup = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'decode' in value && 'statement' in value

/** What the store promises, the same on every engine. */
export function describeStore(open: () => Promise<TestHouse>): void {
  let house: TestHouse
  let writer: PlaceWriter

  beforeAll(async () => {
    house = await open()
    writer = openWriter(house.place, () => house.now)
  })
  afterAll(async () => {
    await writer.close()
    await house.close()
  })

  /** One change, with its state in history as every change has it. */
  const change = <Value>(body: (store: Store, head: Head) => Promise<Value>): Promise<Value> =>
    writer.change(async (tx, head) => {
      const store = storeIn(tx, house.house.keyRing)
      const value = await body(store, head)
      await store.head.remember(head)
      return value
    })

  /** What a view gives, and what a change reads inside its transaction: they must be the same. */
  async function get<Args extends object, Value>(lookup: Lookup<Args, Value>, args: Args): Promise<Value> {
    const seen = await house.house.directory.settle((view) => view.get(lookup, args))
    const inside = await writer.writeApart(async (tx) => lookup.decode(await tx.all(lookup.statement, args)))
    expect(inside).toEqual(seen)
    return seen
  }

  const user = (name: string, path = '/'): User => ({
    id: mintUserId(testAccount),
    account: testAccount,
    name,
    path,
    createdAt: house.now,
  })
  const group = (name: string, path = '/'): Group => ({
    id: mintGroupId(testAccount),
    account: testAccount,
    name,
    path,
    createdAt: house.now,
  })
  const ownerOf = ({ id }: User): KeyOwner => ({ account: testAccount, userId: id })

  async function added(...users: readonly User[]): Promise<void> {
    await change(async (store) => {
      for (const one of users) expect(await store.users.insert(one)).toBe(true)
    })
  }

  const addKey = (owner: KeyOwner, id: AccessKeyId = mintAccessKeyId(testAccount)) =>
    change((store) =>
      store.accessKeys.insert(
        { id, owner, secret: new Secret('s'), createdAt: house.now },
        { atMost: limits.accessKeysPerUser },
      ),
    )

  const put = (seq: number, use: LastUse) =>
    writer.writeApart((tx) => storeIn(tx, house.house.keyRing).lastUsed.put(usesByPlace(new Map([[seq, use]]))))

  describe('the head', () => {
    it('moves by one with every change, gets a nonce of its own, and never goes back in time', async () => {
      const heads = [await change(async (_, head) => head), await change(async (_, head) => head)] as const
      expect(heads[1].n).toBe(heads[0].n + 1)
      expect(heads[1].nonce).not.toBe(heads[0].nonce)
      expect(heads[1].at).toBeGreaterThanOrEqual(heads[0].at)
      const seen = await house.house.directory.settle((view) => view.head)
      expect(seen).toEqual(heads[1])
    })

    it('stays where a change was refused, and where a write goes apart from it', async () => {
      const before = await house.house.directory.settle((view) => view.head)
      const refused = change(async (store) => {
        await store.users.insert(user('refused'))
        throw new Error('refused')
      })
      await expect(refused).rejects.toThrow('refused')
      await put(1, { at: 1, service: 'iam', region: 'us-east-1' })
      expect(await house.house.directory.settle((view) => view.head)).toEqual(before)
      expect(await get(userByName, { account: testAccount, nameKey: 'refused' })).toBeUndefined()
    })

    it('is in history with its nonce alone, until it is forgotten', async () => {
      const head = await change(async (_, moved) => moved)
      expect(await get(inHistory, { n: head.n, nonce: head.nonce })).toBe(true)
      expect(await get(inHistory, { n: head.n, nonce: 'of another history' })).toBe(false)
      await change((store) => store.head.forget(head.at + 1))
      expect(await get(inHistory, { n: head.n, nonce: head.nonce })).toBe(false)
    })
  })

  describe('accounts', () => {
    it('have one id and one root address each, and say so without an error', async () => {
      const account = {
        id: '210987654321' as typeof testAccount,
        rootEmail: 'other@example.test',
        createdAt: house.now,
      }
      expect(await change((store) => store.accounts.insert(account))).toBe(true)
      expect(await change((store) => store.accounts.insert({ ...account, rootEmail: 'new@example.test' }))).toBe(false)
      expect(
        await change((store) => store.accounts.insert({ ...account, id: '111111111111' as typeof testAccount })),
      ).toBe(false)
      expect(await get(accountById, { id: account.id })).toEqual({ ...account, users: 0 })
      expect(await get(accountById, { id: '999999999999' as typeof testAccount })).toBeUndefined()
    })

    it('have one alias each, which is no other account’s', async () => {
      const other = '888888888888' as AccountId
      const put = (account: AccountId, alias: string) => change((store) => store.aliases.put(account, alias))
      await change((store) => store.accounts.insert({ id: other, rootEmail: 'alias@x', createdAt: 1 }))
      expect(await get(aliasOfAccount, { account: other })).toBeUndefined()
      expect(await put(other, 'one')).toBe(true)
      expect(await put(other, 'two')).toBe(true)
      expect(await put(testAccount, 'two')).toBe(false)
      expect(await put(other, 'two')).toBe(false)
      expect(await put(testAccount, 'one')).toBe(true)
      expect(await get(aliasOfAccount, { account: other })).toBe('two')
      expect(await change((store) => store.aliases.delete(other, 'one'))).toBe(false)
      expect(await change((store) => store.aliases.delete(other, 'two'))).toBe(true)
      expect(await get(aliasOfAccount, { account: other })).toBeUndefined()
      expect(await get(aliasOfAccount, { account: testAccount })).toBe('one')
    })

    it('count their users up to a limit', async () => {
      const id = '210987654321' as typeof testAccount
      const count = () => change((store) => store.accounts.countUserIn(id, { atMost: 1 }))
      expect([await count(), await count()]).toEqual([true, false])
      await change((store) => store.accounts.countUserOut(id))
      expect((await get(accountById, { id }))?.users).toBe(0)
    })
  })

  describe('passwords', () => {
    const password = (hash: string, endsAt?: number) => ({ hash, resetRequired: false, endsAt })

    it('are one of a user and one of root, and are read whole', async () => {
      const owned = user('passworded')
      await added(owned)
      for (const owner of [ownerOf(owned), { account: testAccount, userId: undefined }]) {
        expect(await get(loginProfileOf, keysOf(owner))).toBeUndefined()
        await change((store) => store.loginProfiles.insert(owner, { ...password('h1', 9), resetRequired: true }, 5))
        const profile = await get(loginProfileOf, keysOf(owner))
        expect(profile).toEqual({
          owner,
          hash: 'h1',
          stamp: expect.any(String) as string,
          resetRequired: true,
          createdAt: 5,
          changedAt: 5,
          endsAt: 9,
          usedAt: undefined,
        })
        expect(await change((store) => store.loginProfiles.of(owner))).toEqual(profile)
        await expect(change((store) => store.loginProfiles.insert(owner, password('h2'), 6))).rejects.toThrow()
        await change(async (store) => {
          await store.loginProfiles.setResetRequired(owner, false)
          await store.loginProfiles.noteUse(owner, 7)
        })
        expect(await get(loginProfileOf, keysOf(owner))).toEqual({ ...profile, resetRequired: false, usedAt: 7 })
      }
    })

    it('leave the last 24 behind, the newest first, and take a new stamp each time', async () => {
      const owned = user('changeable')
      await added(owned)
      const owner = ownerOf(owned)
      await change((store) => store.loginProfiles.insert(owner, password('h0', 99), 1))
      const stamps = new Set<string | undefined>()
      for (let i = 1; i <= 26; i++) {
        const profile = await get(loginProfileOf, keysOf(owner))
        if (profile === undefined) throw new Error('the profile is gone')
        stamps.add(profile.stamp)
        // Two in one millisecond are kept in their order too.
        await change((store) => store.loginProfiles.replacePassword(profile, password(`h${i}`), 2))
      }
      expect(await get(loginProfileOf, keysOf(owner))).toMatchObject({
        hash: 'h26',
        createdAt: 1,
        changedAt: 2,
        endsAt: undefined,
      })
      expect(stamps.size).toBe(26)
      const kept = Array.from({ length: 24 }, (_, i) => `h${25 - i}`)
      expect(await get(oldPasswordsOf, keysOf(owner))).toEqual(kept)
      expect(await change((store) => store.loginProfiles.delete(owner))).toBe(true)
      expect(await change((store) => store.loginProfiles.delete(owner))).toBe(false)
      expect(await get(oldPasswordsOf, keysOf(owner))).toEqual([])
    })

    it('hold their user: who has one is not deleted', async () => {
      const owned = user('held')
      await added(owned)
      await change((store) => store.loginProfiles.insert(ownerOf(owned), password('h'), 1))
      await expect(change((store) => store.users.delete(owned.id))).rejects.toThrow(DatabaseError)
    })

    it('are measured by a policy of their account, which is put whole', async () => {
      const account = testAccount
      expect(await get(passwordPolicyOf, { account })).toBeUndefined()
      const policy = {
        minimumLength: 9,
        requireSymbols: true,
        requireNumbers: false,
        requireUppercase: true,
        requireLowercase: false,
        usersMayChange: true,
        daysMax: 90,
        reusePrevention: 24,
        hardExpiry: true,
      }
      const other = {
        minimumLength: 6,
        requireSymbols: false,
        requireNumbers: true,
        requireUppercase: false,
        requireLowercase: true,
        usersMayChange: false,
        daysMax: undefined,
        reusePrevention: undefined,
        hardExpiry: false,
      }
      for (const one of [policy, other]) {
        await change((store) => store.passwordPolicies.put(account, one))
        expect(await get(passwordPolicyOf, { account })).toEqual(one)
        expect(await change((store) => store.passwordPolicies.of(account))).toEqual(one)
      }
      expect(await change((store) => store.passwordPolicies.delete(account))).toBe(true)
      expect(await change((store) => store.passwordPolicies.delete(account))).toBe(false)
      expect(await get(passwordPolicyOf, { account })).toBeUndefined()
    })
  })

  describe('users', () => {
    it('are found by id and by name in any case, and are unique so', async () => {
      const anna = user('Anna', '/team/')
      await added(anna)
      expect(await get(userById, { id: anna.id })).toEqual(anna)
      expect(await get(userByName, { account: testAccount, nameKey: 'anna' })).toEqual(anna)
      expect(await change((store) => store.users.byName(testAccount, 'ANNA'))).toEqual(anna)
      expect(await change((store) => store.users.insert(user('aNNa')))).toBe(false)
      expect(await get(userByName, { account: '210987654321' as typeof testAccount, nameKey: 'anna' })).toBeUndefined()
    })

    it('keep their id when name and path change', async () => {
      const before = user('Before')
      await added(before)
      await change((store) => store.users.rename(before.id, { name: 'After', path: '/moved/' }))
      expect(await get(userById, { id: before.id })).toEqual({ ...before, name: 'After', path: '/moved/' })
      expect(await get(userByName, { account: testAccount, nameKey: 'before' })).toBeUndefined()
      await change((store) => store.users.delete(before.id))
      expect(await get(userById, { id: before.id })).toBeUndefined()
    })

    it('are listed by code units of their names in lower case, page after page', async () => {
      const names = ['z_', 'z-a', 'Z+', 'z0', 'zA', 'z.', 'z@', 'z=', 'z,', 'zb', 'z-']
      await added(...names.map((name) => user(name)))
      const sorted = names.map((name) => name.toLowerCase()).sort()
      const seen: string[] = []
      for (let after = 'z'; seen.length < names.length;) {
        const page = await get(usersAfter, { account: testAccount, after, limit: 3 })
        seen.push(...page.map((one) => one.name.toLowerCase()))
        after = seen.at(-1) ?? ''
      }
      expect(seen.slice(0, names.length)).toEqual(sorted)
    })

    it('are listed under a path by path and name, and no neighbour of the path with them', async () => {
      const placed = [
        user('p1', '/division/'),
        user('P0', '/division/'),
        user('p2', '/division/a/'),
        user('p3', '/division-x/'),
        user('p4', '/Division/'),
        user('p5', '/divisio/'),
      ]
      await added(...placed)
      const under = (afterPath: string, afterName: string, limit: number) =>
        get(usersUnderPathAfter, {
          account: testAccount,
          from: '/division/',
          to: '/division/\u007f',
          afterPath,
          afterName,
          limit,
        })
      expect((await under('', '', 10)).map((one) => one.name)).toEqual(['P0', 'p1', 'p2'])
      expect((await under('', '', 1)).map((one) => one.name)).toEqual(['P0'])
      expect((await under('/division/', 'p0', 10)).map((one) => one.name)).toEqual(['p1', 'p2'])
    })

    it('are not deleted while keys, policies or attachments are theirs, and take their tags with them', async () => {
      const holds: readonly ((store: Store, id: UserId) => Promise<unknown>)[] = [
        (store: Store, id: UserId) =>
          store.accessKeys.insert(
            {
              id: mintAccessKeyId(testAccount),
              owner: { account: testAccount, userId: id },
              secret: new Secret('s'),
              createdAt: 1,
            },
            { atMost: 2 },
          ),
        (store: Store, id: UserId) => store.userPolicies.put(id, { name: 'p', text: '{}', hash: 'h', size: 2 }),
        (store: Store, id: UserId) => store.userAttachments.attach(id, { policyArn: 'arn', policyName: 'n' }, 1),
        async (store: Store, id: UserId) => {
          const held = group(`holds-${id}`)
          await store.groups.insert(held)
          await store.groups.addMember(held.id, id, 1)
        },
      ]
      for (const hold of holds) {
        const held = user(`held-${mintUserId(testAccount)}`)
        await added(held)
        await change((store) => hold(store, held.id))
        await expect(change((store) => store.users.delete(held.id))).rejects.toThrow(DatabaseError)
        expect(await get(userById, { id: held.id })).toEqual(held)
      }
      const tagged = user('tagged')
      await added(tagged)
      await change((store) => store.userTags.put(tagged.id, [{ key: 'k', value: 'v' }]))
      await change((store) => store.users.delete(tagged.id))
      expect(await get(userTags.of, { owner: tagged.id })).toEqual([])
    })
  })

  describe('groups', () => {
    it('are found by name in any case, are unique so, and keep their id when name and path change', async () => {
      const night = group('Night', '/shift/')
      expect(await change((store) => store.groups.insert(night))).toBe(true)
      expect(await get(groupByName, { account: testAccount, nameKey: 'night' })).toEqual(night)
      expect(await change((store) => store.groups.byName(testAccount, 'NIGHT'))).toEqual(night)
      expect(await change((store) => store.groups.insert(group('nIGHT')))).toBe(false)
      await change((store) => store.groups.rename(night.id, { name: 'Day', path: '/' }))
      expect(await get(groupByName, { account: testAccount, nameKey: 'day' })).toEqual({
        ...night,
        name: 'Day',
        path: '/',
      })
      expect(await get(groupByName, { account: testAccount, nameKey: 'night' })).toBeUndefined()
    })

    it('are listed by code units of their names in lower case, and counted', async () => {
      const before = await get(groupCount, { account: testAccount })
      const names = ['y_', 'Y-a', 'y.', 'Y0', 'y+']
      for (const name of names) await change((store) => store.groups.insert(group(name)))
      const listed = await get(groupsAfter, { account: testAccount, after: 'y', limit: names.length })
      expect(listed.map(({ name }) => name.toLowerCase())).toEqual(names.map((name) => name.toLowerCase()).sort())
      expect(await get(groupCount, { account: testAccount })).toBe(before + names.length)
      expect(await get(groupCount, { account: '210987654321' as AccountId })).toBe(0)
    })

    it('have each member once, listed by the name it has, page after page', async () => {
      const team = group('team')
      await change((store) => store.groups.insert(team))
      const members = [user('w-b'), user('W-A'), user('w-c')]
      await added(...members, user('w-none'))
      for (const { id } of [...members, ...members]) {
        await change((store) => store.groups.addMember(team.id, id, 1))
      }
      const names = async (after: string, limit: number) =>
        (await get(membersAfter, { groupId: team.id, after, limit })).map(({ name }) => name)
      expect(await names('', 10)).toEqual(['W-A', 'w-b', 'w-c'])
      expect(await names('w-a', 1)).toEqual(['w-b'])
      const [first] = members
      if (first === undefined) throw new Error('nobody')
      await change((store) => store.users.rename(first.id, { name: 'W-Z', path: '/' }))
      expect(await names('', 10)).toEqual(['W-A', 'w-c', 'W-Z'])
      expect(await change((store) => store.groups.removeMember(team.id, first.id))).toBe(true)
      expect(await change((store) => store.groups.removeMember(team.id, first.id))).toBe(false)
      expect(await names('', 10)).toEqual(['W-A', 'w-c'])
    })

    it('of a user are listed by their names, for one and for many', async () => {
      const joiner = user('joiner')
      await added(joiner, user('loner'))
      for (const name of ['Of-b', 'of-A']) {
        await change(async (store) => {
          const one = group(name)
          await store.groups.insert(one)
          await store.groups.addMember(one.id, joiner.id, 1)
        })
      }
      expect((await get(groupsOfUser, { userId: joiner.id })).map(({ name }) => name)).toEqual(['of-A', 'Of-b'])
      expect(await change((store) => store.groups.ofUser(joiner.id))).toHaveLength(2)
      const users = JSON.stringify([joiner.id])
      expect(await get(groupsOfUsers, { users })).toEqual(['of-A', 'Of-b'].map((name) => ({ user: joiner.id, name })))
    })

    it('are not deleted while members, policies or attachments are theirs', async () => {
      const member = user('member')
      await added(member)
      const holds: readonly ((store: Store, id: GroupId) => Promise<unknown>)[] = [
        (store, id) => store.groups.addMember(id, member.id, 1),
        (store, id) => store.groupPolicies.put(id, { name: 'p', text: '{}', hash: 'h', size: 2 }),
        (store, id) => store.groupAttachments.attach(id, { policyArn: 'arn', policyName: 'n' }, 1),
      ]
      for (const [index, hold] of holds.entries()) {
        const held = group(`held-${index}`)
        await change(async (store) => {
          await store.groups.insert(held)
          await hold(store, held.id)
          expect(await store.groups.hasMembers(held.id)).toBe(index === 0)
        })
        await expect(change((store) => store.groups.delete(held.id))).rejects.toThrow(DatabaseError)
        expect(await get(groupByName, { account: testAccount, nameKey: held.name })).toEqual(held)
      }
    })

    it('speak for their members: inline and managed policies, and the boundary, each in one question', async () => {
      const spoken = user('spoken')
      const voice = group('Voice')
      await added(spoken)
      await change(async (store) => {
        await store.groups.insert(voice)
        await store.groups.addMember(voice.id, spoken.id, 1)
        await store.groupPolicies.put(voice.id, { name: 'of-group', text: '{}', hash: 'g', size: 2 })
        await store.userPolicies.put(spoken.id, { name: 'own', text: '{}', hash: 'o', size: 2 })
        await store.groupAttachments.attach(voice.id, { policyArn: 'arn:gone', policyName: 'gone' }, 1)
      })
      const of = { groupId: voice.id, groupName: 'Voice' }
      expect(await get(inlinePoliciesFor, { userId: spoken.id })).toEqual([
        { groupId: '', groupName: '', name: 'own', hash: 'o' },
        { ...of, name: 'of-group', hash: 'g' },
      ])
      expect(await get(managedPoliciesFor, { userId: spoken.id })).toEqual([
        { ...of, policyArn: 'arn:gone', hash: null },
      ])
      expect(await get(boundaryFor, { userId: spoken.id })).toBeUndefined()
      await change((store) => store.users.bound(spoken.id, 'arn:gone'))
      expect(await get(boundaryFor, { userId: spoken.id })).toEqual({ policyArn: 'arn:gone', hash: null })
      await change((store) => store.users.bound(spoken.id, undefined))
      expect(await get(boundaryFor, { userId: spoken.id })).toBeUndefined()
    })
  })

  describe('tags', () => {
    it('have one key each in any case, and are listed by its bytes', async () => {
      const owner = user('owner-of-tags')
      await added(owner)
      const put = (...tags: { key: string; value: string }[]) => change((store) => store.userTags.put(owner.id, tags))
      await put(
        { key: 'team', value: 'red' },
        { key: 'Zoo', value: '' },
        { key: 'ａ', value: '1' },
        { key: '𠀀', value: '2' },
      )
      await put({ key: 'TEAM', value: 'blue' })
      expect(await get(userTags.of, { owner: owner.id })).toEqual([
        { key: 'TEAM', value: 'blue' },
        { key: 'Zoo', value: '' },
        { key: 'ａ', value: '1' },
        { key: '𠀀', value: '2' },
      ])
      await change((store) => store.userTags.delete(owner.id, ['zoo', 'absent']))
      expect((await get(userTags.of, { owner: owner.id })).map((tag) => tag.key)).toEqual(['TEAM', 'ａ', '𠀀'])
    })
  })

  describe('policies', () => {
    it('are overwritten under a name in another case, and keep its first spelling', async () => {
      const owner = user('owner-of-policies')
      await added(owner)
      const put = (name: string, text: string) =>
        change((store) => store.userPolicies.put(owner.id, { name, text, hash: `hash of ${text}`, size: text.length }))
      await put('Zebra', '{"a":"\\u0000 é 𠀀 \\" <&>"}')
      await put('apple', '{}')
      await put('ZEBRA', '{ "b": 1 }')
      expect(await get(userPolicies.of, { owner: owner.id })).toEqual([
        { name: 'apple', hash: 'hash of {}' },
        { name: 'Zebra', hash: 'hash of { "b": 1 }' },
      ])
      expect(await get(userPolicies.one, { owner: owner.id, nameKey: 'zebra' })).toEqual({
        name: 'Zebra',
        text: '{ "b": 1 }',
      })
      expect(await change((store) => store.userPolicies.sizes(owner.id))).toEqual(
        new Map([
          ['zebra', 10],
          ['apple', 2],
        ]),
      )
      expect(await change((store) => store.userPolicies.delete(owner.id, 'zEBRA'))).toBe(true)
      expect(await change((store) => store.userPolicies.delete(owner.id, 'zEBRA'))).toBe(false)
      expect(await get(userPolicies.one, { owner: owner.id, nameKey: 'zebra' })).toBeUndefined()
    })

    it('are attached once, however often it is asked', async () => {
      const owner = user('owner-of-attachments')
      await added(owner)
      const [one, other] = [
        { policyArn: 'arn:2', policyName: 'A' },
        { policyArn: 'arn:1', policyName: 'b' },
      ]
      for (const policy of [other, one, one]) await change((store) => store.userAttachments.attach(owner.id, policy, 1))
      expect(await get(userAttachments.of, { owner: owner.id })).toEqual([one, other])
      const counted = { account: testAccount, policyArn: 'arn:2' }
      expect(await get(userAttachments.count, counted)).toBe(1)
      expect(await get(userAttachments.count, { ...counted, account: '999999999999' as AccountId })).toBe(0)
      expect(await change((store) => store.userAttachments.detach(owner.id, 'arn:2'))).toBe(true)
      expect(await get(userAttachments.count, counted)).toBe(0)
      expect(await change((store) => store.userAttachments.detach(owner.id, 'arn:2'))).toBe(false)
      expect(await change((store) => store.userAttachments.of(owner.id))).toEqual([other])
    })
  })

  describe('access keys', () => {
    it('are two an owner at most, whatever their status, and a place that was left is given again', async () => {
      const owner = user('owner-of-keys')
      await added(owner)
      const [first, second] = [await addKey(ownerOf(owner)), await addKey(ownerOf(owner))]
      if (typeof first === 'string' || typeof second === 'string') throw new Error('there was room')
      expect(first).toMatchObject({ status: 'Active', owner: { account: testAccount, userId: owner.id } })
      await change((store) => store.accessKeys.setStatus(first, 'Inactive'))
      expect(await addKey(ownerOf(owner))).toBe('full')
      expect(await get(accessKeyById, { id: first.id })).toEqual({ ...first, status: 'Inactive' })
      await change((store) => store.accessKeys.delete(first))
      const third = await addKey(ownerOf(owner))
      if (typeof third === 'string') throw new Error('there was room again')
      expect(third.seq).toBeGreaterThan(second.seq)
      const ids = [second.id, third.id].sort()
      expect((await get(accessKeysByOwner, keysOf(ownerOf(owner)))).map((key) => key.id)).toEqual(ids)
      expect(await change((store) => store.accessKeys.of(ownerOf(owner)))).toHaveLength(2)
    })

    it('say that an id is taken without an error, and the change goes on', async () => {
      const [one, other] = [user('taken-1'), user('taken-2')]
      await added(one, other)
      const id = mintAccessKeyId(testAccount)
      expect(await addKey(ownerOf(one), id)).toMatchObject({ id })
      expect(await addKey(ownerOf(other), id)).toBe('taken')
      expect(await addKey(ownerOf(other))).toMatchObject({ status: 'Active' })
    })

    it('of root have no user, and are counted apart from any', async () => {
      const root = { account: '210987654321' as typeof testAccount, userId: undefined }
      expect(await addKey(root)).toMatchObject({ owner: root })
      expect(await addKey(root)).toMatchObject({ owner: root })
      expect(await addKey(root)).toBe('full')
    })

    it('are exactly two after twelve changes at once', async () => {
      const owner = user('raced')
      await added(owner)
      const called = await Promise.all(
        Array.from({ length: 12 }, () => house.iam(house.administrator, 'CreateAccessKey', { UserName: 'raced' })),
      )
      expect(called.filter((answer) => answer.status === 200)).toHaveLength(2)
      expect(await get(accessKeysByOwner, keysOf(ownerOf(owner)))).toHaveLength(2)
    })

    it('are sealed for their own row: no secret is in it', async () => {
      const owner = user('sealed')
      await added(owner)
      const secret = new Secret('a secret that nobody may read')
      const key = await change((store) =>
        store.accessKeys.insert(
          { id: mintAccessKeyId(testAccount), owner: ownerOf(owner), secret, createdAt: 1 },
          { atMost: 2 },
        ),
      )
      expect(JSON.stringify(key)).not.toContain('nobody may read')
      const keys = await get(dataKeys, {})
      expect(keys.map((one) => one.retiredAt)).toEqual([null])
    })
  })

  describe('last used', () => {
    const use = (at: number, service = 'iam') => ({ at, service, region: 'us-east-1' })
    const fold = () => writer.writeApart((tx) => storeIn(tx, house.house.keyRing).lastUsed.fold())

    it('is the latest use, before and after it is folded', async () => {
      const owner = user('user-of-keys')
      await added(owner)
      const key = await addKey(ownerOf(owner))
      if (typeof key === 'string') throw new Error('there was room')
      expect(await get(lastUseOf, { seq: key.seq })).toBeUndefined()
      await put(key.seq, use(2_000, 'sts'))
      await put(key.seq, use(1_000))
      expect(await get(lastUseOf, { seq: key.seq })).toEqual(use(2_000, 'sts'))
      await fold()
      expect(await get(lastUseOf, { seq: key.seq })).toEqual(use(2_000, 'sts'))
      await put(key.seq, use(1_500))
      expect(await get(lastUseOf, { seq: key.seq })).toEqual(use(2_000, 'sts'))
      await put(key.seq, use(3_000))
      await fold()
      expect(await get(lastUseOf, { seq: key.seq })).toEqual(use(3_000))
      await change((store) => store.lastUsed.forget(key.seq))
      expect(await get(lastUseOf, { seq: key.seq })).toBeUndefined()
    })

    it('of a key that is gone goes with the fold', async () => {
      await put(987_654, use(1_000))
      await fold()
      expect(await get(lastUseOf, { seq: 987_654 })).toBeUndefined()
    })
  })

  describe('console sessions', () => {
    const endsAt = 100_000
    const session = (owner: KeyOwner, id: string, provenAt: number, ends = endsAt) => ({
      ...owner,
      id,
      handle: `handle-of-${id}`,
      accessKeyId: 'ASIA',
      provenAt,
      endsAt: ends,
      mfaAt: undefined,
      originalPrincipal: 'arn',
      provenBy: 'Password' as const,
      browser: '',
    })
    const begin = (one: ReturnType<typeof session>, atMost = 3) =>
      change((store) => store.consoleSessions.insert(one, { atMost, expiredAtMost: 2 }))
    const living = async (...ids: string[]) => {
      const found: string[] = []
      for (const id of ids) if ((await get(consoleSessionById, { id })) !== undefined) found.push(id)
      return found
    }

    it('are so many an owner at most: the oldest goes, and no other owner’s', async () => {
      const [one, other] = [user('with-sessions'), user('with-others')]
      await added(one, other)
      await begin(session(ownerOf(other), 'other', 1))
      for (const at of [1, 2, 3, 4, 5]) await begin(session(ownerOf(one), `s${at}`, at))
      expect(await living('s1', 's2', 's3', 's4', 's5', 'other')).toEqual(['s3', 's4', 's5', 'other'])
    })

    it('end one by one, or all of an owner but one; a deleted user’s end with it', async () => {
      const one = user('who-leaves')
      await added(one)
      const root = { account: testAccount, userId: undefined }
      await begin(session(root, 'of-root', 1))
      for (const id of ['a', 'b', 'c']) await begin(session(ownerOf(one), id, 1))
      await change((store) => store.consoleSessions.delete('a'))
      expect(await living('a', 'b', 'c')).toEqual(['b', 'c'])
      await change((store) => store.consoleSessions.endOf(ownerOf(one), { but: 'c' }))
      expect(await living('b', 'c', 'of-root')).toEqual(['c', 'of-root'])
      await change((store) => store.users.delete(one.id))
      expect(await living('c')).toEqual([])
      await change((store) => store.consoleSessions.endOf(root))
      expect(await living('of-root')).toEqual([])
    })

    it('that have expired go a few at a time, as others begin', async () => {
      const one = user('who-comes-back')
      await added(one)
      const owner = ownerOf(one)
      for (const id of ['x1', 'x2', 'x3']) await begin(session(owner, id, 1, 10), 9)
      await begin(session(owner, 'fresh', 10), 9)
      expect(await living('x1', 'x2', 'x3', 'fresh')).toHaveLength(2)
      await begin(session(owner, 'fresher', 10), 9)
      expect(await living('x1', 'x2', 'x3', 'fresh', 'fresher')).toEqual(['fresh', 'fresher'])
    })
  })

  describe('refusals', () => {
    const place = { minute: 5, address: '192.0.2.0/24', reason: 'NoSuchUser' }
    const write = (refusals: Refusals) => writer.writeApart((tx) => refusalsIn(tx).put(refusals))

    it('are written once a pack, counted up for strangers, and forgotten with time; the head stays where it is', async () => {
      const before = await house.house.directory.settle((view) => view.head)
      const pack = { id: 'pack', at: 1, count: 2, records: '[{},{}]' }
      const counted = (count: number, sample: string) => [{ ...place, count, sample }]
      await write({ pack, strangers: counted(3, '{"first":1}'), strangersSince: 0 })
      await write({ pack, strangers: counted(4, '{"second":1}'), strangersSince: 0 })
      expect(await refusalRows()).toEqual({
        packs: [{ id: 'pack', at: 1, count: 2, records: '[{},{}]' }],
        strangers: [{ ...place, count: 7, sample: '{"first":1}' }],
      })
      await write({ pack: undefined, strangers: [{ ...place, minute: 9, count: 1, sample: '' }], strangersSince: 6 })
      expect((await refusalRows()).strangers).toEqual([{ ...place, minute: 9, count: 1, sample: '' }])
      expect(await house.house.directory.settle((view) => view.head)).toEqual(before)
    })

    const packs = statement<object, object>((db) => db.selectFrom('event_pack').selectAll())
    const strangers = statement<object, object>((db) => db.selectFrom('stranger_count').selectAll())
    const refusalRows = () =>
      writer.writeApart(async (tx) => ({ packs: await tx.all(packs, {}), strangers: await tx.all(strangers, {}) }))
  })
}
