import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import type { CallFacts, Caller } from '../../../domain/caller.ts'
import { wideNetworkOf } from '../../../domain/network.ts'
import { ServiceError } from '../../../errors.ts'
import type { LoginProfile as LoginProfileShape } from '../../../protocol/types/iam.ts'
import type { Asking } from '../../../secrets/passwords.ts'
import { keysOf } from '../../../store/access-keys.ts'
import { loginProfileOf, type LoginProfile } from '../../../store/login-profiles.ts'
import type { User } from '../../../store/users.ts'
import { onUser } from '../users/user.ts'
import { passwordRules, type PasswordRules } from './password-rules.ts'

/** Whose password an operation works on, and what a new one is measured by. */
export interface Passworded {
  readonly user: User
  readonly profile: LoginProfile
  readonly rules: PasswordRules
}

/** An action on the password of the user of this name, or of the caller where none is given. */
export function onLoginProfile(
  action: string,
  name: string | undefined,
  caller: Caller,
  view: View,
): Requirement<Passworded> {
  const requirement = onUser(action, name, caller, view)
  return {
    ...requirement,
    target: () => {
      const user = requirement.target()
      const profile = view.get(loginProfileOf, keysOf({ account: user.account, userId: user.id }))
      if (profile === undefined) {
        throw new ServiceError('NoSuchEntity', `Login Profile for User ${user.name} cannot be found.`)
      }
      return { user, profile, rules: passwordRules(user.account, view) }
    },
  }
}

export const describeLoginProfile = (
  user: User,
  profile: Pick<LoginProfile, 'createdAt' | 'resetRequired'>,
): LoginProfileShape => ({
  UserName: user.name,
  CreateDate: profile.createdAt,
  PasswordResetRequired: profile.resetRequired,
})

/** For whom an operation that anyone may call, signed or from a page, works with passwords. */
export const askingOf = ({ sourceIp }: CallFacts): Asking => ({
  address: wideNetworkOf(sourceIp),
  device: false,
  busy: 'Throttling',
})
