/** The page of one user. A name may hold any of `+=,.@`. */
export function userAddress(name: string, section?: Section): string {
  const page = `/iam/users/details/${encodeURIComponent(name)}`
  return section === undefined ? page : `${page}?section=${section}`
}

type Section = 'permissions' | 'tags' | 'security_credentials'
