import {
  compilePolicy,
  evaluate,
  parsePolicy,
  type AuthorizationRequest,
  type ContextValues,
  type RequestPrincipal,
  type StatementName,
} from './index.ts'

const document = parsePolicy('', 'identity-inline')
const policy = compilePolicy(document)
const request: AuthorizationRequest = { action: 'iam:GetUser', resource: '*', context: new Map<string, string>() }

// @ts-expect-error A document must be compiled before it is asked.
evaluate({ identity: [document] }, request)

// @ts-expect-error Service control policies come by level: one list of them would be one level.
evaluate({ identity: [policy], serviceControl: [policy] }, request)

// @ts-expect-error There is no other set.
evaluate({ identity: [policy], group: [policy] }, request)

// @ts-expect-error A user has an id: a namesake of a deleted one must not pass for it.
const namesake: RequestPrincipal = { type: 'User', account: '123456789012', arn: 'arn:aws:iam::123456789012:user/a' }

// @ts-expect-error A group is no principal.
const group: RequestPrincipal = { type: 'Group', account: '123456789012', arn: 'arn:aws:iam::123456789012:group/g' }

// @ts-expect-error A name of a statement says which set it is in: policies are counted by set.
const unplaced: StatementName = { policy: 0, statement: 0 }

// @ts-expect-error A request without identity policies says so.
evaluate({}, request)

// @ts-expect-error Every kind of policy has its own checks: there are none that serve for all.
parsePolicy('', 'policy')

// @ts-expect-error Values are texts: what a number or a date looks like is the server's decision.
const numbers: ContextValues = new Map<string, number>()
const lists: ContextValues = new Map<string, string | readonly string[]>()

// @ts-expect-error The outcome is one of three words.
const denied: boolean = evaluate({ identity: [policy] }, request).effect === 'Deny'

export { denied, group, lists, namesake, numbers, unplaced }
