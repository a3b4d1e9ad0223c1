import { call } from './call.ts'
import type { Output } from './types.ts'
import { keyOf, useReadBy, type Read } from './use-read.ts'

export type Policy = NonNullable<Output<'iam', 'ListPolicies'>['Policies']>[number]
export type User = Output<'iam', 'ListUsers'>['Users'][number]
export type Group = Output<'iam', 'ListGroups'>['Groups'][number]
export type Member = Output<'iam', 'GetGroup'>['Users'][number]
export type AttachedPolicy = NonNullable<Output<'iam', 'ListAttachedUserPolicies'>['AttachedPolicies']>[number]

interface Place {
  readonly MaxItems: number
  readonly Marker?: string
}

interface ListPage {
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

/** [AWS] the most that one page may have. */
const pageMax = 1000

/** All pages of a list, one after the other. An account has a few thousand of anything, which is a few calls. */
export async function everyPage<P extends ListPage, T>(
  ask: (place: Place) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const items: T[] = []
  let marker: string | undefined
  do {
    const page = await ask({ MaxItems: pageMax, ...(marker !== undefined && { Marker: marker }) })
    items.push(...(itemsOf(page) ?? []))
    marker = page.IsTruncated === true ? page.Marker : undefined
  } while (marker !== undefined)
  return items
}

/** The groups of the account, to be searched here: the API finds them by path only. */
export function useGroups(): Read<readonly Group[]> {
  return useReadBy({
    queryKey: keyOf('iam:ListGroups', 'all'),
    queryFn: ({ signal }) =>
      everyPage(
        (place) => call('iam', 'ListGroups', place, { signal }),
        ({ Groups }) => Groups,
      ),
  })
}

/** The users of the account, to be searched here beside its groups. */
export function useUsers(): Read<readonly User[]> {
  return useReadBy({
    queryKey: keyOf('iam:ListUsers', 'all'),
    queryFn: ({ signal }) =>
      everyPage(
        (place) => call('iam', 'ListUsers', place, { signal }),
        ({ Users }) => Users,
      ),
  })
}

/** Every managed policy there is: AWS's and the account's own. */
export function usePolicies(): Read<readonly Policy[]> {
  return useReadBy({
    queryKey: keyOf('iam:ListPolicies', 'all'),
    queryFn: ({ signal }) =>
      everyPage(
        (place) => call('iam', 'ListPolicies', place, { signal }),
        ({ Policies }) => Policies,
      ),
  })
}

/** The users of a group. */
export function useMembers(GroupName: string): Read<readonly Member[]> {
  return useReadBy(
    {
      queryKey: keyOf('iam:GetGroup', { GroupName, all: true }),
      queryFn: ({ signal }) =>
        everyPage(
          (place) => call('iam', 'GetGroup', { GroupName, ...place }, { signal }),
          ({ Users }) => Users,
        ),
    },
    { expects: ['NoSuchEntity'] },
  )
}
