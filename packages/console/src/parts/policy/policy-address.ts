export type PolicySection = 'permissions' | 'entities' | 'versions' | 'tags'

/**
 * The page of one policy. Its ARN is one segment, slashes and all: a path such as /team/ is a part of the name, and `..` in
 * one would be taken for a way up. Colons stay, so that the address can be read.
 */
export function policyAddress(arn: string, section?: PolicySection): string {
  const page = `/iam/policies/details/${segmentOf(arn)}`
  return section === undefined ? page : `${page}?section=${section}`
}

/** Where a new version of it is written. */
export const editPolicyAddress = (arn: string): string => `${policyAddress(arn)}/edit`

const segmentOf = (arn: string) => encodeURIComponent(arn).replaceAll('%3A', ':')
