import { changePasswordPolicy } from '../user/use-password-terms.ts'
import { inlineOf, type Draft } from './draft.ts'

/** One call of a creation. `key` tells it from the others, also when the draft has changed since. */
export type Task =
  | { readonly kind: 'user'; readonly key: string }
  | { readonly kind: 'password'; readonly key: string }
  | { readonly kind: 'attach'; readonly key: string; readonly arn: string }
  | { readonly kind: 'inline'; readonly key: string; readonly name: string; readonly document: string }

export interface TaskOptions {
  readonly resetRequired: boolean
  /** The account lets every user change her own password. */
  readonly usersMayChange: boolean
}

/** What a draft asks for, in order: rights come before the password, so that who signs in at once finds them. */
export function tasksOf(draft: Draft, { resetRequired, usersMayChange }: TaskOptions): readonly Task[] {
  const inline = inlineOf(draft)
  const needed = draft.console && resetRequired && !usersMayChange ? [changePasswordPolicy] : []
  const arns = [...new Set([...needed, ...draft.managed])]
  return [
    { kind: 'user', key: 'user' },
    ...arns.map((arn) => ({ kind: 'attach', key: `attach ${arn}`, arn }) as const),
    ...(inline ? [{ kind: 'inline', key: `inline ${inline.name}`, ...inline } as const] : []),
    ...(draft.console ? [{ kind: 'password', key: 'password' } as const] : []),
  ]
}
