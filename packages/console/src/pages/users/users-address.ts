/** What the list of users shows, as its address says it. */
export interface UsersQuery {
  readonly search: string
  readonly keyOlderThanDays: number | undefined
  readonly keyNotUsedForDays: number | undefined
  readonly keyNeverUsed: boolean
  readonly bootstrap: boolean
  readonly sort: SortBy
  readonly descending: boolean
  readonly page: number
  /** Where the page begins, in the words of the server. The first page has none. */
  readonly marker: string | undefined
}

export type UsersFilter = 'keyOlderThanDays' | 'keyNotUsedForDays' | 'keyNeverUsed' | 'bootstrap'

export const sorts = [
  'UserName',
  'Path',
  'CreateDate',
  'ConsoleAccess',
  'PasswordAge',
  'PasswordLastUsed',
  'AccessKeyAge',
  'AccessKeyLastUsed',
  'LastActivity',
] as const

export type SortBy = (typeof sorts)[number]

/** [AWS] no key is older than IAM; the model's bound of days. */
const daysMax = 36_500

const everyone: UsersQuery = {
  search: '',
  keyOlderThanDays: undefined,
  keyNotUsedForDays: undefined,
  keyNeverUsed: false,
  bootstrap: false,
  sort: 'UserName',
  descending: false,
  page: 1,
  marker: undefined,
}

/** The address of the list, filtered and sorted, for links from anywhere in the console. */
export function usersAddress(query: Partial<UsersQuery> = {}): string {
  const parameters = writeUsersQuery({ ...everyone, ...query }).toString()
  return parameters === '' ? '/iam/users' : `/iam/users?${parameters}`
}

/** Reads what somebody may have typed: what is not understood counts for nothing. */
export function readUsersQuery(parameters: URLSearchParams): UsersQuery {
  const page = wholeNumber(parameters.get('page'), 1, Number.MAX_SAFE_INTEGER) ?? 1
  const marker = parameters.get('marker') ?? undefined
  const sort = sorts.find((one) => one === parameters.get('sort')) ?? 'UserName'
  return {
    search: parameters.get('search') ?? '',
    keyOlderThanDays: wholeNumber(parameters.get('keyOlderThanDays'), 0, daysMax),
    keyNotUsedForDays: wholeNumber(parameters.get('keyNotUsedForDays'), 0, daysMax),
    keyNeverUsed: parameters.get('keyNeverUsed') === 'true',
    bootstrap: parameters.get('bootstrap') === 'true',
    sort,
    descending: parameters.get('order') === 'descending',
    // A page without its beginning is the first one.
    page: marker === undefined ? 1 : page,
    marker: page === 1 ? undefined : marker,
  }
}

/** The same as an address says it, without what goes without saying. */
export function writeUsersQuery(query: UsersQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  put('search', query.search)
  put('keyOlderThanDays', query.keyOlderThanDays)
  put('keyNotUsedForDays', query.keyNotUsedForDays)
  put('keyNeverUsed', query.keyNeverUsed ? 'true' : undefined)
  put('bootstrap', query.bootstrap ? 'true' : undefined)
  put('sort', query.sort === 'UserName' ? undefined : query.sort)
  put('order', query.descending ? 'descending' : undefined)
  if (query.page > 1 && query.marker !== undefined) {
    put('page', query.page)
    put('marker', query.marker)
  }
  return parameters
}

/** A days field: digits only, within bounds; undefined for anything else. */
export function readDays(text: string): number | undefined {
  return wholeNumber(text, 0, daysMax)
}

function wholeNumber(text: string | null, min: number, max: number): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text.trim())) return undefined
  const number = Number(text)
  return number >= min && number <= max ? number : undefined
}
