import { compilePolicy, evaluate, parsePolicy, type AuthorizationRequest, type ContextValues } from './index.ts'

const document = parsePolicy('', 'identity-inline')
const policy = compilePolicy(document)
const request: AuthorizationRequest = { action: 'iam:GetUser', resource: '*', context: new Map<string, string>() }

// @ts-expect-error A document must be compiled before it is asked.
evaluate({ identity: [document] }, request)

// @ts-expect-error A set that is not evaluated yet must not look as if it were.
evaluate({ identity: [policy], boundary: [policy] }, request)

// @ts-expect-error A request without identity policies says so.
evaluate({}, request)

// @ts-expect-error Every kind of policy has its own checks.
parsePolicy('', 'trust')

// @ts-expect-error Values are texts: what a number or a date looks like is the server's decision.
const numbers: ContextValues = new Map<string, number>()
const lists: ContextValues = new Map<string, string | readonly string[]>()

// @ts-expect-error The outcome is one of three words.
const denied: boolean = evaluate({ identity: [policy] }, request).effect === 'Deny'

export { denied, lists, numbers }
