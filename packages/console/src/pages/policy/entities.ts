import { call } from '../../api/call.ts'
import { everyPage } from '../../api/lists.ts'
import type { Output } from '../../api/types.ts'
import { keyOf, useReadBy, type Read } from '../../api/use-read.ts'

/** Somebody who has a policy. */
export interface Entity {
  readonly kind: 'user' | 'group'
  readonly name: string
}

export type Usage = 'PermissionsPolicy' | 'PermissionsBoundary'

/** Everybody who has a policy, in one way of having it. Users come first. */
export async function readEntities(arn: string, usage: Usage, signal?: AbortSignal): Promise<readonly Entity[]> {
  const found = await everyPage(
    (place) =>
      call(
        'iam',
        'ListEntitiesForPolicy',
        { PolicyArn: arn, PolicyUsageFilter: usage, ...place },
        { ...(signal && { signal }) },
      ),
    entitiesOf,
  )
  return found.toSorted((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name) : a.kind === 'user' ? -1 : 1))
}

export function useEntities(arn: string, usage: Usage): Read<readonly Entity[]> {
  return useReadBy(
    {
      queryKey: keyOf('iam:ListEntitiesForPolicy', { arn, usage }),
      queryFn: ({ signal }) => readEntities(arn, usage, signal),
    },
    { expects: ['NoSuchEntity', 'InvalidInput'] },
  )
}

function entitiesOf({
  PolicyUsers = [],
  PolicyGroups = [],
}: Output<'iam', 'ListEntitiesForPolicy'>): readonly Entity[] {
  return [
    ...PolicyUsers.map(({ UserName = '' }) => ({ kind: 'user' as const, name: UserName })),
    ...PolicyGroups.map(({ GroupName = '' }) => ({ kind: 'group' as const, name: GroupName })),
  ]
}
