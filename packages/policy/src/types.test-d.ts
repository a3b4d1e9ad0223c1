import { compilePolicy, evaluate, parsePolicy, type AuthorizationRequest, type ContextValues } from './index.ts'

const document = parsePolicy('', 'identity-inline')
const policy = compilePolicy(document)
const request: AuthorizationRequest = { action: 'iam:GetUser', resource: '*', context: new Map<string, string>() }

// A document must be compiled before it is asked.
// @ts-expect-error
evaluate({ identity: [document] }, request)

// A set that is not evaluated yet must not look as if it were.
// @ts-expect-error
evaluate({ identity: [policy], boundary: [policy] }, request)

// A request without identity policies says so.
// @ts-expect-error
evaluate({}, request)

// Every kind of policy has its own checks.
// @ts-expect-error
parsePolicy('', 'trust')

// Values are texts: what a number or a date looks like is the server's decision.
// @ts-expect-error
const numbers: ContextValues = new Map<string, number>()
const lists: ContextValues = new Map<string, string | readonly string[]>()

// The outcome is one of three words.
// @ts-expect-error
const denied: boolean = evaluate({ identity: [policy] }, request).effect === 'Deny'

export { denied, lists, numbers }
