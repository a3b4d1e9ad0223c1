import { checkPrincipalNames } from '../checks/principals.ts'
import { checkConditionValues } from '../checks/condition-values.ts'
import { type Draft, type DraftStatement, readDraft } from '../draft.ts'
import { PolicyError, refusingAs } from '../errors.ts'
import { type JsonObject, type JsonString, readJson } from '../json.ts'
import { compilePattern, matchesPattern } from '../pattern.ts'
import { checkSharedProviders } from './shared-providers.ts'

const notJson = 'This policy contains invalid Json'
const syntax = 'Syntax error in policy.'

/**
 * Reads a role's trust policy. It has sentences of its own for what other policies may be refused for as well; the order of
 * these lines is the order of refusals.
 */
export function readTrustPolicy(text: string): Draft {
  const root = refusingAs(notJson, () => readJson(text))
  if (root.type !== 'object') throw new PolicyError(notJson, root.span)
  checkVersion(root)
  const statements = statementsOf(root)
  checkSids(statements)
  checkEffects(statements)
  checkPrincipalForms(statements)
  const draft = refusingAs(syntax, () => readDraft(root))
  for (const statement of draft.statements) checkPrincipal(statement)
  for (const statement of draft.statements) checkAction(statement)
  for (const statement of draft.statements) checkNoResource(statement)
  refusingAs(syntax, () => {
    checkConditionValues(draft)
  })
  for (const { principal } of draft.statements) {
    if (principal) checkPrincipalNames(principal, ['AWS', 'Federated', 'Service'], ['AWS'])
  }
  for (const statement of draft.statements) checkSharedProviders(statement)
  return draft
}

function checkVersion({ members }: JsonObject): void {
  const version = members.get('Version')?.value
  if (!version || (version.type === 'string' && /^(?:2008|2012)-10-17$/.test(version.value))) return
  throw new PolicyError('The policy must contain a valid version string', version.span)
}

/** The statements that are objects; anything else in their place is a mistake of form, and refused as such. */
function statementsOf({ members, span }: JsonObject): readonly JsonObject[] {
  const statement = members.get('Statement')?.value
  if (!statement || (statement.type === 'array' && statement.items.length === 0)) {
    throw new PolicyError('Could not parse the policy: Statement is empty!', statement?.span ?? span)
  }
  const items = statement.type === 'array' ? statement.items : [statement]
  return items.filter((item) => item.type === 'object')
}

function checkSids(statements: readonly JsonObject[]): void {
  const seen = new Set<string>()
  for (const { members } of statements) {
    const sid = members.get('Sid')?.value
    if (sid?.type !== 'string' || sid.value === '') continue
    if (seen.has(sid.value)) throw new PolicyError('The Statement Ids in the policy are not unique', sid.span)
    seen.add(sid.value)
  }
}

function checkEffects(statements: readonly JsonObject[]): void {
  for (const { members, span } of statements) {
    const effect = members.get('Effect')?.value
    if (!effect) throw new PolicyError('Missing required field Effect', span)
    if (effect.type !== 'string' || effect.value === 'Allow' || effect.value === 'Deny') continue
    throw new PolicyError(`Invalid effect: ${effect.value}`, effect.span)
  }
}

function checkPrincipalForms(statements: readonly JsonObject[]): void {
  for (const { members } of statements) {
    const principal = members.get('Principal')?.value
    if (!principal || principal.type === 'object') continue
    throw new PolicyError('Principal must be a JSON object.', principal.span)
  }
}

function checkPrincipal({ principal, effect, span }: DraftStatement): void {
  if (!principal) throw new PolicyError('Missing required field Principal', span)
  if (principal.negated) {
    const allowed = effect.value === 'Allow'
    throw new PolicyError(
      allowed ? 'Allow with NotPrincipal is not allowed.' : 'AssumeRole policy must not contain NotPrincipal field.',
      principal.span,
    )
  }
  if (principal.value.type === 'object' && principal.value.members.size === 0) {
    throw new PolicyError('Missing required field Principal cannot be empty!', principal.span)
  }
}

const actions = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]

function checkAction({ action, span }: DraftStatement): void {
  if (!action?.values.length) throw new PolicyError('Missing required field Action', action?.span ?? span)
  for (const value of action.values)
    if (!isTrustAction(value)) {
      throw new PolicyError('AssumeRole policy may only specify STS AssumeRole actions.', value.span)
    }
}

/** Of STS by its name, and able to match at least one of the actions that a role can be assumed with. */
function isTrustAction({ value }: JsonString): boolean {
  const pattern = compilePattern(value.toLowerCase())
  return /^sts:/i.test(value) && actions.some((action) => matchesPattern(pattern, action))
}

function checkNoResource({ resource }: DraftStatement): void {
  if (!resource) return
  throw new PolicyError(
    resource.negated ? 'AssumeRole policy must not contain resources.' : 'Has prohibited field Resource',
    resource.span,
  )
}
