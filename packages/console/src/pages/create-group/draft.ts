/** What the page has gathered. */
export interface Draft {
  readonly name: string
  /** Empty for none. */
  readonly path: string
  readonly users: readonly string[]
  readonly policies: readonly string[]
}

export const firstDraft: Draft = { name: '', path: '', users: [], policies: [] }

/** One call of a creation. */
export type Task =
  | { readonly kind: 'group'; readonly key: string; readonly operation: 'CreateGroup' }
  | { readonly kind: 'attach'; readonly key: string; readonly operation: 'AttachGroupPolicy'; readonly arn: string }
  | { readonly kind: 'user'; readonly key: string; readonly operation: 'AddUserToGroup'; readonly name: string }

/** What a draft asks for, in order: policies before users, so that a Deny among them holds from a user's first moment. */
export function tasksOf({ users, policies }: Draft): readonly Task[] {
  return [
    { kind: 'group', key: 'group', operation: 'CreateGroup' },
    ...policies.map((arn) => ({ kind: 'attach', key: `attach ${arn}`, operation: 'AttachGroupPolicy', arn }) as const),
    ...users.map((name) => ({ kind: 'user', key: `user ${name}`, operation: 'AddUserToGroup', name }) as const),
  ]
}
