import { useQuery } from '@tanstack/react-query'
import type { Input } from '../../api/types.ts'
import { judge } from '../../api/constraints.ts'
import { constraints } from '../../api/model.ts'
import { useRead } from '../../api/use-read.ts'
import { useSession } from '../../session/session-state.ts'
import { ownerOfKey } from '../../parts/key-owner/key-owner.ts'
import type { PageSize } from './preferences.ts'
import { readSearch } from '../../parts/key-owner/typed-key.ts'
import type { UsersQuery } from './users-address.ts'

/** What the address asks for, asked of the server: the rows, and whose the key is where one was searched for. */
export function useFoundUsers(query: UsersQuery, pageSize: PageSize) {
  const { AccountId, PrincipalId } = useSession()
  const search = readSearch(query.search)
  const isKey = search.kind === 'keyId' || search.kind === 'temporaryKeyId'
  const id = isKey ? search.id : ''
  const owner = useQuery({
    queryKey: [AccountId, PrincipalId, 'iam:GetAccessKeyLastUsed', { owner: id }],
    queryFn: () => ownerOfKey(id, AccountId),
    enabled: isKey,
    throwOnError: true,
  })
  const userName = owner.data?.kind === 'user' && isKey ? owner.data.userName : undefined
  // What no name or path can hold is not asked.
  const askable = search.kind !== 'text' || !judge(constraints['keyward:SearchUsers'].Text, search.text)
  const input: Input<'keyward', 'SearchUsers'> = {
    ...(search.kind === 'text' && { Text: search.text }),
    ...(userName !== undefined && { UserName: userName }),
    ...filtersOf(query),
    SortBy: query.sort,
    SortOrder: query.descending ? 'Descending' : 'Ascending',
    MaxItems: pageSize,
    ...(query.marker !== undefined && { Marker: query.marker }),
  }
  const enabled = (search.kind === 'none' || search.kind === 'text' || userName !== undefined) && askable
  const found = useRead('keyward', 'SearchUsers', input, { enabled, keepPrevious: enabled })
  return { search, owner: owner.data, refreshOwner: owner.refetch, asked: enabled, found }
}

function filtersOf(query: UsersQuery): Input<'keyward', 'SearchUsers'> {
  return {
    ...(query.keyOlderThanDays !== undefined && { KeyOlderThanDays: query.keyOlderThanDays }),
    ...(query.keyNotUsedForDays !== undefined && { KeyNotUsedForDays: query.keyNotUsedForDays }),
    ...(query.keyNeverUsed && { KeyNeverUsed: true }),
    ...(query.bootstrap && { Bootstrap: true }),
  }
}
