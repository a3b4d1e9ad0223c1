import { isOfAws } from '../../parts/permissions/identity.ts'

/** What the list of policies shows, as its address says it. */
export interface PoliciesQuery {
  readonly search: string
  readonly type: PolicyType
  readonly use: PolicyUse
  readonly sort: SortBy
  readonly descending: boolean
  readonly page: number
}

export const types = ['all', 'customer', 'aws', 'job-function'] as const
export type PolicyType = (typeof types)[number]

export const uses = ['any', 'permissions', 'boundary', 'none'] as const
export type PolicyUse = (typeof uses)[number]

export const sorts = ['name', 'type', 'use'] as const
export type SortBy = (typeof sorts)[number]

/** Reads what somebody may have typed: what is not understood counts for nothing. */
export function readPoliciesQuery(parameters: URLSearchParams): PoliciesQuery {
  const one = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
    values.find((value) => value === parameters.get(name)) ?? otherwise
  const page = parameters.get('page') ?? ''
  return {
    search: parameters.get('search') ?? '',
    type: one('type', types, 'all'),
    use: one('use', uses, 'any'),
    sort: one('sort', sorts, 'name'),
    descending: parameters.get('order') === 'descending',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** The same as an address says it, without what goes without saying. */
export function writePoliciesQuery({ search, type, use, sort, descending, page }: PoliciesQuery): URLSearchParams {
  return new URLSearchParams({
    ...(search !== '' && { search }),
    ...(type !== 'all' && { type }),
    ...(use !== 'any' && { use }),
    ...(sort !== 'name' && { sort }),
    ...(descending && { order: 'descending' }),
    ...(page > 1 && { page: String(page) }),
  })
}

export interface ListedPolicy {
  readonly PolicyName?: string | undefined
  readonly Arn?: string | undefined
  readonly Path?: string | undefined
  readonly AttachmentCount?: number | undefined
  readonly PermissionsBoundaryUsageCount?: number | undefined
}

/** The policies that a query asks for, in its order: searched as a whole, since there are a few thousand at most. */
export function select<P extends ListedPolicy>(policies: readonly P[], query: PoliciesQuery): readonly P[] {
  const text = query.search.trim().toLowerCase()
  const found = policies.filter(
    (policy) =>
      `${policy.Path ?? '/'}${policy.PolicyName ?? ''}`.toLowerCase().includes(text) &&
      isOfType(policy, query.type) &&
      isUsedAs(policy, query.use),
  )
  const way = query.descending ? -1 : 1
  return found.toSorted((a, b) => way * (orders[query.sort](a, b) || byName(a, b)))
}

function isOfType({ Arn = '', Path = '/' }: ListedPolicy, type: PolicyType): boolean {
  switch (type) {
    case 'all':
      return true
    case 'customer':
      return !isOfAws(Arn)
    case 'aws':
      return isOfAws(Arn)
    case 'job-function':
      return isOfAws(Arn) && Path.startsWith('/job-function/')
    default:
      return type satisfies never
  }
}

function isUsedAs(policy: ListedPolicy, use: PolicyUse): boolean {
  const { AttachmentCount = 0, PermissionsBoundaryUsageCount = 0 } = policy
  switch (use) {
    case 'any':
      return true
    case 'permissions':
      return AttachmentCount > 0
    case 'boundary':
      return PermissionsBoundaryUsageCount > 0
    case 'none':
      return usesOf(policy) === 0
    default:
      return use satisfies never
  }
}

const usesOf = ({ AttachmentCount = 0, PermissionsBoundaryUsageCount = 0 }: ListedPolicy) =>
  AttachmentCount + PermissionsBoundaryUsageCount

const byName = (a: ListedPolicy, b: ListedPolicy) =>
  (a.PolicyName ?? '').localeCompare(b.PolicyName ?? '', 'en', { sensitivity: 'base' })

const orders: Readonly<Record<SortBy, (a: ListedPolicy, b: ListedPolicy) => number>> = {
  name: byName,
  type: (a, b) => Number(isOfAws(a.Arn ?? '')) - Number(isOfAws(b.Arn ?? '')),
  use: (a, b) => usesOf(a) - usesOf(b),
}
