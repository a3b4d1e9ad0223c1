import { ServiceError } from '../../../errors.ts'
import { operation } from '../../operation.ts'
import { onLoginProfile } from './login-profile.ts'
import { putReplacement } from './new-password.ts'
import { prepareOwnChange } from './own-change.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html */
export const ChangePassword = operation('iam', 'ChangePassword', {
  access: 'Write',
  requires({ caller, view }) {
    if (caller.principal.type !== 'User') {
      throw new ServiceError('InvalidUserType', 'Only IAM Users can change their own password')
    }
    return onLoginProfile('iam:ChangePassword', undefined, caller, view)
  },

  prepare: ({ target, caller, ...calling }) =>
    prepareOwnChange({
      ...target,
      ...calling,
      principal: caller.principal,
      // AWS's word to its clients, ours to pages.
      busy: calling.facts.browser === undefined ? 'Throttling' : 'SignInThrottled',
    }),

  async run({ target, prepared, caller, store, now }) {
    await putReplacement(store, target, prepared, { resetRequired: false, now, session: caller.session?.id })
    return undefined
  },
})
