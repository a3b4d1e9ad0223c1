import { operation } from '../../operation.ts'
import { onLoginProfile } from './login-profile.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html */
export const DeleteLoginProfile = operation('iam', 'DeleteLoginProfile', {
  access: 'Write',
  requires: ({ input, caller, view }) => onLoginProfile('iam:DeleteLoginProfile', input.UserName, caller, view),

  async run({ target: { profile }, store }) {
    await store.loginProfiles.delete(profile.owner)
    await store.consoleSessions.endOf(profile.owner)
    return undefined
  },
})
