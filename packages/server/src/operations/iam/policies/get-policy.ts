import { operation } from '../../operation.ts'
import { describePolicy, onPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html */
export const GetPolicy = operation('iam', 'GetPolicy', {
  access: 'Read',
  missing: "only AWS's own policies that can be attached here",
  requires: ({ input }) => onPolicy('iam:GetPolicy', input.PolicyArn),

  answer: ({ target, caller, view }) => ({
    Policy: { ...describePolicy(target, caller.principal.account, view), Description: target.description },
  }),
})
