import { deviceId } from '../../../authn/device.ts'
import { guessedRoot, guessedUser } from '../../../authn/guesses.ts'
import type { View } from '../../../directory/view.ts'
import type { CallFacts, Principal } from '../../../domain/caller.ts'
import { wideNetworkOf } from '../../../domain/network.ts'
import { ServiceError } from '../../../errors.ts'
import type { Asking } from '../../../secrets/passwords.ts'
import { keysOf } from '../../../store/access-keys.ts'
import { oldPasswordsOf, type LoginProfile } from '../../../store/login-profiles.ts'
import type { PasswordPolicy } from '../../../store/password-policies.ts'
import type { Means } from '../../operation.ts'
import { expiryOf, hashAt, prepareReplacement, type PreparedPassword } from './new-password.ts'
import type { PasswordRules } from './password-rules.ts'

/** The change of a password by who knows it. */
interface OwnChange {
  readonly principal: Principal
  /** Undefined where there is none: it takes as long, and is refused like a wrong one. */
  readonly profile: LoginProfile | undefined
  readonly rules: PasswordRules
  readonly input: { readonly OldPassword: string; readonly NewPassword: string }
  readonly facts: CallFacts
  readonly view: View
  readonly now: number
  readonly means: Means
  readonly busy: Asking['busy']
  /** What a wrong old password is refused with. */
  incorrect?(): ServiceError
}

/**
 * Takes what the change needs from the view at once; the function it gives back works. That throws `incorrect` where the old password is
 * wrong, `busy` where it was wrong too often, and what `prepareReplacement` does.
 */
export function prepareOwnChange(change: OwnChange): () => Promise<PreparedPassword> {
  const { principal, profile, rules, input, facts, view, now, means, busy, incorrect = oldPasswordIncorrect } = change
  const { passwords, guesses, keyRing } = means
  const { sourceIp: address, browser } = facts
  const device = profile && deviceId(browser?.device, profile, keyRing, view)
  const guess = { name: guessOf(principal), address, device, busy }
  const asking = { address: wideNetworkOf(address), device: device !== undefined, busy }
  const history = profile === undefined ? [] : view.get(oldPasswordsOf, keysOf(profile.owner))
  return async () => {
    // Counted with the guesses at signing in: it is the same password.
    const known = await guesses.during(guess, () => passwords.verify(hashAt(profile, now), input.OldPassword, asking))
    if (!known || profile === undefined) throw incorrect()
    // Where a change is demanded the same password again is none, whatever the policy says of reuse.
    if (input.NewPassword === input.OldPassword && mustChange(profile, rules.policy, now)) {
      throw new ServiceError('PasswordPolicyViolation', 'Password should not be the one that must be changed')
    }
    return prepareReplacement({ profile, rules, history, newPassword: input.NewPassword, passwords, asking })
  }
}

const oldPasswordIncorrect = () => new ServiceError('AccessDenied', 'The old password was incorrect.')

const guessOf = (principal: Principal): string =>
  principal.type === 'User' ? guessedUser(principal.account, principal.userName) : guessedRoot(principal.account)

/** Whether a sign-in with this password has to end in another one. */
const mustChange = (profile: LoginProfile, policy: PasswordPolicy | undefined, now: number): boolean =>
  profile.resetRequired || now >= (expiryOf(profile, policy) ?? Infinity)
