/** The page of one group. A name may hold any of `+=,.@`. */
export function groupAddress(name: string, section?: 'users' | 'permissions'): string {
  const page = `/iam/groups/details/${encodeURIComponent(name)}`
  return section === undefined ? page : `${page}?section=${section}`
}
