import { changePasswordPolicy } from '../user/use-password-terms.ts'
import { inlinesOf, type Draft } from './draft.ts'

/** One call of a creation. `key` tells it from the others, also when the draft has changed since. */
export type Task =
  | { readonly kind: 'user'; readonly key: string; readonly operation: 'CreateUser' }
  | { readonly kind: 'group'; readonly key: string; readonly operation: 'AddUserToGroup'; readonly name: string }
  | { readonly kind: 'attach'; readonly key: string; readonly operation: 'AttachUserPolicy'; readonly arn: string }
  | {
      readonly kind: 'inline'
      readonly key: string
      readonly operation: 'PutUserPolicy'
      readonly name: string
      readonly document: string
    }
  | {
      readonly kind: 'password'
      readonly key: string
      readonly operation: 'CreateLoginProfile'
      readonly last: true
    }

export interface TaskOptions {
  readonly resetRequired: boolean
  /** The account lets every user change her own password. */
  readonly usersMayChange: boolean
}

/** What a draft asks for, in order: rights come before the password, so that who signs in at once finds them. */
export function tasksOf(draft: Draft, { resetRequired, usersMayChange }: TaskOptions): readonly Task[] {
  const needed = draft.console && resetRequired && !usersMayChange ? [changePasswordPolicy] : []
  const arns = [...new Set([...needed, ...draft.managed])]
  return [
    { kind: 'user', key: 'user', operation: 'CreateUser' },
    ...draft.groups.map(
      (name) => ({ kind: 'group', key: `group ${name}`, operation: 'AddUserToGroup', name }) as const,
    ),
    ...arns.map((arn) => ({ kind: 'attach', key: `attach ${arn}`, operation: 'AttachUserPolicy', arn }) as const),
    ...inlinesOf(draft).map(
      (inline) => ({ kind: 'inline', key: `inline ${inline.name}`, operation: 'PutUserPolicy', ...inline }) as const,
    ),
    ...(draft.console
      ? [{ kind: 'password', key: 'password', operation: 'CreateLoginProfile', last: true } as const]
      : []),
  ]
}
