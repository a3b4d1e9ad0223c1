import { ServiceError } from '../../../errors.ts'
import { keysOf } from '../../../store/access-keys.ts'
import { loginProfileOf } from '../../../store/login-profiles.ts'
import { operation } from '../../operation.ts'
import { onUser } from '../users/user.ts'
import { askingOf, describeLoginProfile } from './login-profile.ts'
import { checkPassword, passwordRules } from './password-rules.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html */
export const CreateLoginProfile = operation('iam', 'CreateLoginProfile', {
  access: 'Write',
  requires({ input, caller, view }) {
    const requirement = onUser('iam:CreateLoginProfile', input.UserName, caller, view)
    // The model leaves it out for sessions that this service does not have.
    const { Password: password } = input
    if (password === undefined) {
      throw new ServiceError(
        'ValidationError',
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
      )
    }
    return {
      ...requirement,
      target: () => {
        const user = requirement.target()
        const owner = { account: user.account, userId: user.id }
        if (view.get(loginProfileOf, keysOf(owner)) !== undefined) {
          throw new ServiceError('EntityAlreadyExists', `Login Profile for user ${user.name} already exists.`)
        }
        // Asked again in the transaction: what changed meanwhile is held against it there.
        checkPassword(password, passwordRules(user.account, view))
        return { user, owner, password }
      },
    }
  },

  prepare:
    ({ target, facts, means }) =>
    () =>
      means.passwords.hash(target.password, askingOf(facts)),

  async run({ input, target, prepared, store, now }) {
    const { user, owner } = target
    const resetRequired = input.PasswordResetRequired ?? false
    await store.loginProfiles.insert(owner, { hash: prepared, resetRequired }, now)
    return { LoginProfile: describeLoginProfile(user, { createdAt: now, resetRequired }) }
  },
})
