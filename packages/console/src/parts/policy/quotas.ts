/** What a policy belongs to: its quota, and the kind that it is judged as. */
export type PolicyHome = 'user' | 'group' | 'managed'

/** [AWS] IAM quotas, white space not counted: all inline policies of a user, of a group, and each managed policy. */
export const sizeMax: Readonly<Record<PolicyHome, number>> = { user: 2048, group: 5120, managed: 6144 }

/** In the words of @keyward/policy. */
export const kindOf = (home: PolicyHome) => (home === 'managed' ? 'identity-managed' : 'identity-inline')
