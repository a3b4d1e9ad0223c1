import { ServiceError } from '../../errors.ts'
import { keysOf } from '../../store/access-keys.ts'
import { loginProfileOf } from '../../store/login-profiles.ts'
import { putReplacement } from '../iam/login-profiles/new-password.ts'
import { prepareOwnChange } from '../iam/login-profiles/own-change.ts'
import { rootPasswordRules } from '../iam/login-profiles/password-rules.ts'
import { operation } from '../operation.ts'

/** Root's own change, in the console. AWS has no public operation for it. */
export const ChangeRootPassword = operation('keyward', 'ChangeRootPassword', {
  access: 'Write',
  requires({ caller, view }) {
    const { type, account, arn } = caller.principal
    if (type !== 'Root') throw new ServiceError('InvalidUserType', 'Only the root user can change its password')
    // A key of root is not a person who signed in: it must not become one.
    if (caller.session === undefined) {
      throw new ServiceError('AccessDenied', 'The password of the root user can be changed only in the console.')
    }
    const owner = keysOf({ account, userId: undefined })
    return {
      action: 'keyward:ChangeRootPassword',
      resource: arn,
      spokenAs: arn,
      target: () => ({
        profile: view.get(loginProfileOf, owner),
        rules: rootPasswordRules(account, view),
      }),
    }
  },

  prepare: ({ target, caller, ...calling }) =>
    prepareOwnChange({ ...target, ...calling, principal: caller.principal, busy: 'SignInThrottled' }),

  async run({ target: { profile, rules }, prepared, caller, store, now }) {
    const session = caller.session?.id
    await putReplacement(store, { profile, rules }, prepared, { resetRequired: false, now, session })
    return undefined
  },
})
