import { ServiceError } from '../../../errors.ts'
import { keysOf } from '../../../store/access-keys.ts'
import { oldPasswordsOf } from '../../../store/login-profiles.ts'
import { operation } from '../../operation.ts'
import { askingOf, onLoginProfile } from './login-profile.ts'
import { prepareOwnChange, putReplacement } from './new-password.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html */
export const ChangePassword = operation('iam', 'ChangePassword', {
  access: 'Write',
  requires({ caller, view }) {
    if (caller.principal.type !== 'User') {
      throw new ServiceError('InvalidUserType', 'Only IAM Users can change their own password')
    }
    return onLoginProfile('iam:ChangePassword', undefined, caller, view)
  },

  prepare({ input, target, view, now, facts, means: { passwords } }) {
    const history = view.get(oldPasswordsOf, keysOf(target.profile.owner))
    const { OldPassword: oldPassword, NewPassword: newPassword } = input
    const change = { ...target, history, oldPassword, newPassword, now, passwords, asking: askingOf(facts) }
    return () => prepareOwnChange(change)
  },

  async run({ target, prepared, caller, store, now }) {
    await putReplacement(store, target, prepared, { resetRequired: false, now, session: caller.session?.id })
    return undefined
  },
})
