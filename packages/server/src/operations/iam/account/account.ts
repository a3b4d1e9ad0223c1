import type { Requirement } from '../../../authz/requirement.ts'

/** An action on the account as a whole: AWS judges it on no ARN. */
export const onAccount = (action: string): Requirement => ({
  action,
  resource: '*',
  spokenAs: '*',
  target: () => undefined,
})
