/** The page of one user. A name may hold any of `+=,.@`. */
export function userAddress(name: string, section?: Section): string {
  const page = `/iam/users/details/${encodeURIComponent(name)}`
  return section === undefined ? page : `${page}?section=${section}`
}

export const sections = ['permissions', 'tags', 'security_credentials'] as const
export type Section = (typeof sections)[number]
