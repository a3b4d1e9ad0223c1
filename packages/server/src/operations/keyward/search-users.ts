import type { View } from '../../directory/view.ts'
import { day } from '../../domain/clock.ts'
import type { AccountId, UserId } from '../../domain/ids.ts'
import type { FoundUser, SearchUsersRequest } from '../../protocol/types/keyward.ts'
import { accessKeyById } from '../../store/access-keys.ts'
import { accountById } from '../../store/accounts.ts'
import { usersCounted, type SearchFilters } from '../../store/user-search.ts'
import { nameKey, userByName } from '../../store/users.ts'
import { operation } from '../operation.ts'
import { page } from '../paging.ts'
import { describeFound } from './found-users.ts'
import { foundUsers, ordersOf } from './search-order.ts'

/**
 * All users of the account, searched, filtered and sorted, a page at a time. Ours, for the console and for whoever signs.
 * What a cell shows is judged for its row, and is exact. What the list goes by (order, filters, count) must be allowed on every user.
 */
export const SearchUsers = operation('keyward', 'SearchUsers', {
  access: 'List',
  requires({ input, caller }) {
    const users = `arn:aws:iam::${caller.principal.account}:user/`
    const every = `${users}*`
    return {
      action: 'iam:ListUsers',
      resource: users,
      spokenAs: users,
      further: actionsNeeded(input).map((action) => ({ action, resource: every, spokenAs: every, onEvery: true })),
      target: () => undefined,
    }
  },

  answer({ input, caller, facts, view, now, means }) {
    const { account } = caller.principal
    const filters = readFilters(input, account, now, view)
    if (filters === undefined) return { Users: [], TotalCount: 0, IsTruncated: false }
    const asked = Object.entries(input).filter(([name]) => name !== 'Marker' && name !== 'MaxItems')
    let described: readonly FoundUser[] = []
    const { rows, rest } = page(
      { operation: 'SearchUsers', account, filters: [JSON.stringify(asked.toSorted())], input, view, means },
      {
        ...foundUsers(input, filters, view),
        room(found) {
          described = describeFound(
            found.map(({ user }) => user),
            { caller, facts, view, means },
          )
          return described.length
        },
      },
    )
    return {
      Users: described.slice(0, rows.length),
      // One page that holds all needs no counting.
      TotalCount: input.Marker === undefined && !rest.IsTruncated ? rows.length : countOf(filters, view),
      ...rest,
    }
  },
})

/** What must be allowed on every user besides listing them, in order, each once. */
function actionsNeeded(input: SearchUsersRequest): readonly string[] {
  const needed = new Set(ordersOf[input.SortBy ?? 'UserName'].needs)
  const byUse = input.KeyNeverUsed === true || input.KeyNotUsedForDays !== undefined
  if (byUse) needed.add('iam:GetAccessKeyLastUsed')
  // All filters by keys tell that there is one, and what it is.
  if (byUse || input.AccessKeyId !== undefined || input.KeyOlderThanDays !== undefined || input.Bootstrap === true) {
    needed.add('iam:ListAccessKeys')
  }
  return [...needed].toSorted()
}

/** Undefined where nobody can meet them: the user that is named is not there. */
function readFilters(
  input: SearchUsersRequest,
  account: AccountId,
  now: number,
  view: View,
): SearchFilters | undefined {
  const { Text, UserName, AccessKeyId, KeyOlderThanDays, KeyNotUsedForDays } = input
  const named = UserName === undefined ? undefined : view.get(userByName, { account, nameKey: nameKey(UserName) })?.id
  const owner = AccessKeyId === undefined ? undefined : ownerOf(AccessKeyId, account, view)
  if (UserName !== undefined && named === undefined) return undefined
  if (AccessKeyId !== undefined && (owner === undefined || (named ?? owner) !== owner)) return undefined
  const user = owner ?? named
  return {
    account,
    ...(Text === undefined ? {} : { text: Text.toLowerCase() }),
    ...(user === undefined ? {} : { user }),
    ...(KeyOlderThanDays === undefined ? {} : { keyCreatedBefore: now - KeyOlderThanDays * day }),
    ...(KeyNotUsedForDays === undefined ? {} : { keyIdleSince: now - KeyNotUsedForDays * day }),
    ...(input.KeyNeverUsed === true ? { keyNeverUsed: true as const } : {}),
    ...(input.Bootstrap === true ? { bootstrap: true as const } : {}),
  }
}

function ownerOf(id: string, account: AccountId, view: View): UserId | undefined {
  const owner = view.get(accessKeyById, { id })?.owner
  return owner?.account === account ? owner.userId : undefined
}

const countOf = (filters: SearchFilters, view: View): number =>
  // Without filters the account knows: counting would read every user.
  Object.keys(filters).length === 1
    ? (view.get(accountById, { id: filters.account })?.users ?? 0)
    : view.get(usersCounted(filters), filters)
