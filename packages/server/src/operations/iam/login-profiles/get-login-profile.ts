import { operation } from '../../operation.ts'
import { describeLoginProfile, onLoginProfile } from './login-profile.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html */
export const GetLoginProfile = operation('iam', 'GetLoginProfile', {
  access: 'Read',
  requires: ({ input, caller, view }) => onLoginProfile('iam:GetLoginProfile', input.UserName, caller, view),
  answer: ({ target: { user, profile } }) => ({ LoginProfile: describeLoginProfile(user, profile) }),
})
