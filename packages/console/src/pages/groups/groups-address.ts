/** What the list of groups shows, as its address says it. */
export interface GroupsQuery {
  readonly search: string
  readonly sort: GroupSort
  readonly descending: boolean
  readonly page: number
}

export const groupSorts = ['GroupName', 'Path', 'CreateDate'] as const
export type GroupSort = (typeof groupSorts)[number]

/** Reads what somebody may have typed: what is not understood counts for nothing. */
export function readGroupsQuery(parameters: URLSearchParams): GroupsQuery {
  const page = Number(/^\d{1,6}$/.exec(parameters.get('page') ?? '')?.[0] ?? 1)
  return {
    search: parameters.get('search') ?? '',
    sort: groupSorts.find((one) => one === parameters.get('sort')) ?? 'GroupName',
    descending: parameters.get('order') === 'descending',
    page: Math.max(1, page),
  }
}

/** The same as an address says it, without what goes without saying. */
export function writeGroupsQuery({ search, sort, descending, page }: GroupsQuery): URLSearchParams {
  return new URLSearchParams({
    ...(search !== '' && { search }),
    ...(sort !== 'GroupName' && { sort }),
    ...(descending && { order: 'descending' }),
    ...(page > 1 && { page: String(page) }),
  })
}
