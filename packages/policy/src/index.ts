export { compilePolicy, type CompiledPolicy } from './compile.ts'
export { type Comparison, type ConditionOperator } from './conditions/operators.ts'
export { contextKeysOf } from './context-keys.ts'
export {
  type AuthorizationRequest,
  type Decision,
  type PolicySetName,
  type PolicySets,
  type StatementName,
} from './decision.ts'
export {
  type Condition,
  type Matcher,
  type PolicyDocument,
  type PolicyVersion,
  type PrincipalMatcher,
  type PrincipalName,
  type PrincipalType,
  type Statement,
} from './document.ts'
export { PolicyError, type Span } from './errors.ts'
export { evaluate } from './evaluate.ts'
export { evaluateOnEvery, type SweepingRequest } from './every-resource.ts'
export { explain, type Explanation, type SetExplanation, type StatementExplanation, type Unmet } from './explain.ts'
export { type Finding, type FindingType, findingTypes, type Location } from './findings/finding.ts'
export { type Catalogue } from './findings/knowledge.ts'
export { findingSource } from './findings/table.ts'
export { validateInSlices, validatePolicy, type ValidationOptions } from './findings/validate.ts'
export { type JsonObject, type JsonValue, readJson } from './json.ts'
export { parsePolicy, type PolicyKind } from './parse.ts'
export { type AwsPrincipal, readAwsPrincipal } from './principals/aws-principal.ts'
export { type RequestPrincipal } from './principals/request-principal.ts'
export { awsPrincipalsOf, renameAwsPrincipals } from './principals/rename.ts'
export { printPolicy } from './print.ts'
export { policySize } from './size.ts'
export { type ContextValues } from './variables.ts'
