import { isAllowed } from '../../authz/authorize.ts'
import type { View } from '../../directory/view.ts'
import { userArn } from '../../domain/arn.ts'
import type { CallFacts, Caller } from '../../domain/caller.ts'
import { limits } from '../../domain/limits.ts'
import type { FoundKey, FoundUser } from '../../protocol/types/keyward.ts'
import { keysOfUsers, tagsOfUsers, userList, type KeyOfUser, type SearchedUser } from '../../store/user-search.ts'
import { groupsOfUsers, type GroupOfUser } from '../../store/groups.ts'
import { tagKeyKey } from '../../store/tags.ts'
import type { Means } from '../operation.ts'

/** The actions that show what listing users does not: each is judged for each row. */
const cellActions = [
  'iam:GetAccessKeyLastUsed',
  'iam:GetLoginProfile',
  'iam:ListAccessKeys',
  'iam:ListGroupsForUser',
] as const
type CellAction = (typeof cellActions)[number]

interface Reader {
  readonly caller: Caller
  readonly facts: CallFacts
  readonly view: View
  readonly means: Pick<Means, 'lastUsed'>
}

/**
 * Rows as the caller may see them: what is denied is absent, and its action named. Keys, groups and tags of all rows come in one question
 * each. They end early where judging them takes long, as policies of the caller's may make it: at least one is there.
 */
export function describeFound(users: readonly SearchedUser[], reader: Reader): readonly FoundUser[] {
  if (users.length === 0) return []
  const { view, means } = reader
  const list = userList(users)
  const keys = Map.groupBy(view.get(keysOfUsers, list), (key) => key.user)
  const groups = Map.groupBy(view.get(groupsOfUsers, list), (group) => group.user)
  let tags: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined
  const tagsOf = (id: string) => (tags ??= tagsByUser(list, view)).get(id) ?? new Map<string, string>()
  const usesOf = (key: KeyOfUser) => latest([key.usedAt, means.lastUsed.of(key.seq)?.at])
  const until = performance.now() + limits.searchJudgingTimeMax
  const found: FoundUser[] = []
  for (const user of users) {
    if (found.length > 0 && performance.now() >= until) break
    const resource = userArn(user.account, user.path, user.name)
    const denied = cellActions.filter((action) => {
      const permission = { action, resource, spokenAs: resource, resourceTags: () => tagsOf(user.id) }
      return !isAllowed(reader.caller, reader.facts, permission, view)
    })
    found.push(describe({ user, keys: keys.get(user.id) ?? [], groups: groups.get(user.id) ?? [] }, denied, usesOf))
  }
  return found
}

interface Row {
  readonly user: SearchedUser
  readonly keys: readonly KeyOfUser[]
  readonly groups: readonly GroupOfUser[]
}

function describe(
  { user, keys, groups }: Row,
  denied: readonly CellAction[],
  useOf: (key: KeyOfUser) => number | undefined,
): FoundUser {
  const may = (action: CellAction) => !denied.includes(action)
  const keyUsedAt = may('iam:GetAccessKeyLastUsed') ? latest(keys.map(useOf)) : undefined
  return {
    UserName: user.name,
    UserId: user.id,
    Arn: userArn(user.account, user.path, user.name),
    Path: user.path,
    CreateDate: user.createdAt,
    ...dated('PasswordLastUsed', user.passwordUsedAt),
    ...(may('iam:GetLoginProfile')
      ? { ConsoleAccess: user.passwordChangedAt !== undefined, ...dated('PasswordLastChanged', user.passwordChangedAt) }
      : {}),
    ...(may('iam:ListAccessKeys')
      ? {
          AccessKeys: keys.map((key) => describeKey(key, may('iam:GetAccessKeyLastUsed') ? useOf(key) : undefined)),
          ...dated('OldestActiveKeyDate', keys.find((key) => key.status === 'Active')?.createdAt),
        }
      : {}),
    ...dated('KeyLastUsedDate', keyUsedAt),
    ...dated('LastActivityDate', latest([user.passwordUsedAt, keyUsedAt])),
    ...(may('iam:ListGroupsForUser') ? { Groups: groups.map((group) => group.name) } : {}),
    DeniedActions: denied,
  }
}

const describeKey = (key: KeyOfUser, usedAt: number | undefined): FoundKey => ({
  AccessKeyId: key.id,
  Status: key.status,
  CreateDate: key.createdAt,
  Bootstrap: key.bootstrap,
  ...dated('LastUsedDate', usedAt),
})

/** A member that is there where there is such a time. */
const dated = <Name extends string>(name: Name, at: number | undefined): Partial<Record<Name, number>> =>
  at === undefined ? {} : ({ [name]: at } as Record<Name, number>)

const latest = (times: readonly (number | undefined)[]): number | undefined =>
  times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined)

function tagsByUser(list: { readonly users: string }, view: View): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byUser = Map.groupBy(view.get(tagsOfUsers, list), (tag) => tag.user)
  return new Map([...byUser].map(([user, tags]) => [user, new Map(tags.map((tag) => [tagKeyKey(tag.key), tag.value]))]))
}
