import { keysOf } from '../../../store/access-keys.ts'
import { oldPasswordsOf } from '../../../store/login-profiles.ts'
import { operation } from '../../operation.ts'
import { askingOf, onLoginProfile } from './login-profile.ts'
import { prepareReplacement, putReplacement, type PreparedPassword } from './new-password.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html */
export const UpdateLoginProfile = operation('iam', 'UpdateLoginProfile', {
  access: 'Write',
  requires: ({ input, caller, view }) => onLoginProfile('iam:UpdateLoginProfile', input.UserName, caller, view),

  prepare({ input, target, view, facts, means: { passwords } }): () => Promise<PreparedPassword | undefined> {
    const { Password: newPassword } = input
    if (newPassword === undefined) return () => Promise.resolve(undefined)
    const history = view.get(oldPasswordsOf, keysOf(target.profile.owner))
    return () => prepareReplacement({ ...target, history, newPassword, passwords, asking: askingOf(facts) })
  },

  async run({ input, target, prepared, caller, store, now }) {
    const { profile } = target
    const resetRequired = input.PasswordResetRequired ?? profile.resetRequired
    const session = caller.session?.id
    if (prepared !== undefined) {
      await putReplacement(store, target, prepared, { resetRequired, now, session })
    } else if (resetRequired !== profile.resetRequired) {
      // The password stays, and with it when it was changed and when it runs out. Whoever is signed in by it has to sign in again.
      await store.loginProfiles.setResetRequired(profile.owner, resetRequired)
      if (resetRequired) await store.consoleSessions.endOf(profile.owner, { but: session })
    }
    return undefined
  },
})
