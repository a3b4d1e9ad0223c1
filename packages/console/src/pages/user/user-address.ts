/** The page of one user. A name may hold any of `+=,.@`. */
export function userAddress(name: string, section?: Section): string {
  const page = `/iam/users/details/${encodeURIComponent(name)}`
  return section === undefined ? page : `${page}?section=${section}`
}

export const sections = ['permissions', 'groups', 'tags', 'security_credentials'] as const
type Section = (typeof sections)[number]
