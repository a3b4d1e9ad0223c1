import { policyTags } from '../../../store/tags.ts'
import { operation } from '../../operation.ts'
import { describeTags } from '../tags/tags.ts'
import { usesIn } from './policy-uses.ts'
import { describePolicy, onPolicy } from './policy.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html */
export const GetPolicy = operation('iam', 'GetPolicy', {
  access: 'Read',
  requires: ({ input, caller, view }) => onPolicy('iam:GetPolicy', input.PolicyArn, caller, view),

  answer: ({ target, caller, view }) => ({
    Policy: {
      ...describePolicy(target, usesIn(caller.principal.account, [target], view)(target.arn)),
      ...(target.description === undefined ? {} : { Description: target.description }),
      ...describeTags(view.get(policyTags.of, { owner: target.id })),
    },
  }),
})
