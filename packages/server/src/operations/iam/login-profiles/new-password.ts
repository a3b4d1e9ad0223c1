import { day } from '../../../domain/clock.ts'
import { ServiceError } from '../../../errors.ts'
import type { Asking, Passwords } from '../../../secrets/passwords.ts'
import type { LoginProfile } from '../../../store/login-profiles.ts'
import type { PasswordPolicy } from '../../../store/password-policies.ts'
import type { Store } from '../../../store/store.ts'
import { checkPassword, type PasswordRules } from './password-rules.ts'

/** A new password that may be put in place of another, and the versions of what it was judged by. Plain data. */
export interface PreparedPassword {
  readonly hash: string
  readonly stamp: string
  /** Whether another password was demanded: the same one again is none then. */
  readonly demanded: boolean
  readonly policy: PasswordPolicy | undefined
}

/** A password that is to be replaced, and by what. */
export interface Replacement {
  readonly profile: LoginProfile
  readonly rules: PasswordRules
  /** Hashes of the passwords before it, the newest first. */
  readonly history: readonly string[]
  readonly newPassword: string
  readonly passwords: Passwords
  readonly asking: Asking
}

/** Throws PasswordPolicyViolation, and `asking.busy` where there is no room for the work. */
export async function prepareReplacement(replacement: Replacement): Promise<PreparedPassword> {
  const { profile, rules, history, newPassword, passwords, asking } = replacement
  const { policy } = rules
  checkPassword(newPassword, rules)
  const last = policy?.reusePrevention ?? 0
  const spent = last === 0 ? [] : [profile.hash, ...history.slice(0, last)]
  if (await passwords.matches(spent, newPassword, asking)) {
    throw new ServiceError('PasswordPolicyViolation', `Password should not be one of the last ${last} passwords`)
  }
  return {
    hash: await passwords.hash(newPassword, asking),
    stamp: profile.stamp,
    demanded: profile.resetRequired,
    policy,
  }
}

/** What a password is verified by: undefined where there is none, and where a one-time password ran out. */
export const hashAt = (profile: LoginProfile | undefined, now: number): string | undefined =>
  profile === undefined || now >= (profile.endsAt ?? Infinity) ? undefined : profile.hash

/** When a password expires by an account's policy: undefined for never. */
export const expiryOf = ({ changedAt }: LoginProfile, policy: PasswordPolicy | undefined): number | undefined =>
  policy?.daysMax === undefined ? undefined : changedAt + policy.daysMax * day

interface Putting {
  readonly resetRequired: boolean
  readonly now: number
  /** The session that goes on: the one that changed the password. All others of its owner end. */
  readonly session: string | undefined
}

/**
 * Puts a prepared password in place, inside the transaction. `profile` and `policy` are those of this moment: where they are not what the
 * password was judged by, throws EntityTemporarilyUnmodifiable.
 */
export async function putReplacement(
  store: Store,
  { profile, rules }: { readonly profile: LoginProfile | undefined; readonly rules: PasswordRules },
  { hash, stamp, demanded, policy }: PreparedPassword,
  { resetRequired, now, session }: Putting,
): Promise<void> {
  const isJudgedByThese = profile?.stamp === stamp && profile.resetRequired === demanded
  if (!isJudgedByThese || JSON.stringify(rules.policy) !== JSON.stringify(policy)) {
    throw new ServiceError(
      'EntityTemporarilyUnmodifiable',
      'The password or the password policy was changed by another request. Please try again.',
    )
  }
  await store.loginProfiles.replacePassword(profile, { hash, resetRequired }, now)
  await store.consoleSessions.endOf(profile.owner, { but: session })
}
