/** Who has policies: a user, or a group whose members have them too. */
export interface Identity {
  readonly kind: 'user' | 'group'
  readonly name: string
  /** What the calls are judged on, for the sentences that name it. */
  readonly arn: string
  /** The address of its page. */
  readonly base: string
}

/** The same calls, as the API names them for each. */
export const calls = {
  user: {
    get: 'GetUser',
    listAttached: 'ListAttachedUserPolicies',
    attach: 'AttachUserPolicy',
    detach: 'DetachUserPolicy',
    listInline: 'ListUserPolicies',
    getInline: 'GetUserPolicy',
    putInline: 'PutUserPolicy',
    deleteInline: 'DeleteUserPolicy',
  },
  group: {
    get: 'GetGroup',
    listAttached: 'ListAttachedGroupPolicies',
    attach: 'AttachGroupPolicy',
    detach: 'DetachGroupPolicy',
    listInline: 'ListGroupPolicies',
    getInline: 'GetGroupPolicy',
    putInline: 'PutGroupPolicy',
    deleteInline: 'DeleteGroupPolicy',
  },
} as const

/** The part of every call that says whom it is about. */
export function named({
  kind,
  name,
}: Pick<Identity, 'kind' | 'name'>): { readonly UserName: string } | { readonly GroupName: string } {
  return kind === 'user' ? { UserName: name } : { GroupName: name }
}

/** The last part of a policy's ARN. */
export const policyName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** A policy that AWS defines: it is nobody's own, and is the same in every account. */
export const isOfAws = (arn: string): boolean => arn.startsWith('arn:aws:iam::aws:')

/** A user. The server knows her path, and so her ARN; until it has said it, the one without a path stands for it. */
export function userIdentity(accountId: string, name: string, arn?: string): Identity {
  const base = `/iam/users/details/${encodeURIComponent(name)}`
  return { kind: 'user', name, arn: arn ?? `arn:aws:iam::${accountId}:user/${name}`, base }
}

/** A group, as above. */
export function groupIdentity(accountId: string, name: string, arn?: string): Identity {
  const base = `/iam/groups/details/${encodeURIComponent(name)}`
  return { kind: 'group', name, arn: arn ?? `arn:aws:iam::${accountId}:group/${name}`, base }
}
