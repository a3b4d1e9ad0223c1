import { nothing } from '../../authz/requirement.ts'
import { uniqueId } from '../../domain/caller.ts'
import { operation } from '../operation.ts'

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const GetCallerIdentity = operation('sts', 'GetCallerIdentity', {
  access: 'Read',
  // Always allowed, even under an explicit deny.
  requires: () => nothing,

  answer: ({ caller: { principal } }) => ({
    Arn: principal.arn,
    UserId: uniqueId(principal),
    Account: principal.account,
  }),
})
