import type { Input } from '../../api/types.ts'
import { classes } from './policy-rules.ts'
import type { Policy } from './policy-summary.tsx'

/** A policy as the form holds it: numbers as they were typed. */
export interface Draft {
  readonly kind: 'default' | 'custom'
  readonly length: string
  readonly required: readonly (typeof classes)[number]['member'][]
  readonly expires: boolean
  readonly days: string
  readonly hard: boolean
  readonly usersMayChange: boolean
  readonly remembers: boolean
  readonly reuse: string
}

/** The form's beginning: what holds now, and for an account without a policy a sensible one to start from. */
export function draftOf(policy: Policy | undefined): Draft {
  const { MaxPasswordAge = 0, PasswordReusePrevention = 0 } = policy ?? {}
  return {
    kind: policy === undefined ? 'default' : 'custom',
    length: String(policy?.MinimumPasswordLength ?? 12),
    required: classes.map(({ member }) => member).filter((member) => policy === undefined || policy[member] === true),
    expires: MaxPasswordAge > 0,
    days: String(MaxPasswordAge > 0 ? MaxPasswordAge : 90),
    hard: policy?.HardExpiry ?? false,
    usersMayChange: policy?.AllowUsersToChangePassword ?? true,
    remembers: PasswordReusePrevention > 0,
    reuse: String(PasswordReusePrevention > 0 ? PasswordReusePrevention : 5),
  }
}

/** The whole policy: the server forgets what is not sent. */
export function inputOf(draft: Draft): Input<'iam', 'UpdateAccountPasswordPolicy'> {
  return {
    MinimumPasswordLength: Number(draft.length),
    ...Object.fromEntries(classes.map(({ member }) => [member, draft.required.includes(member)])),
    AllowUsersToChangePassword: draft.usersMayChange,
    ...(draft.expires && { MaxPasswordAge: Number(draft.days), HardExpiry: draft.hard }),
    ...(draft.remembers && { PasswordReusePrevention: Number(draft.reuse) }),
  }
}
