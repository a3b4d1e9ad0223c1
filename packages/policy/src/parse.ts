import { checkActions } from './checks/actions.ts'
import { checkConditionValues } from './checks/condition-values.ts'
import { checkResources } from './checks/resources.ts'
import { checkSids } from './checks/sids.ts'
import { type PolicyDocument, type Statement } from './document.ts'
import { PolicyError, refuseLegacy } from './errors.ts'
import { readJson } from './json.ts'
import { readDraft, type Draft, type DraftStatement } from './draft.ts'

/** Which set of checks a document must pass. Managed policies must state version 2012-10-17. */
export type PolicyKind = 'identity-inline' | 'identity-managed'

/**
 * Reads a policy document and refuses it with PolicyError where AWS would.
 * A document with several faults gets the sentence AWS would give: the order of these lines is the order of refusals.
 */
export function parsePolicy(text: string, kind: PolicyKind): PolicyDocument {
  const draft = readDraft(readJson(text))
  if (kind === 'identity-managed') requireVersion2012(draft)
  for (const { effect } of draft.statements) {
    if (effect.value !== 'Allow' && effect.value !== 'Deny') refuseLegacy(effect.span)
  }
  checkConditionValues(draft)
  const resourceFault = checkResources(draft)
  checkSids(draft)
  for (const statement of draft.statements) {
    if (!statement.action?.values.length) {
      throw new PolicyError('Policy statement must contain actions.', (statement.action ?? statement).span)
    }
  }
  if (resourceFault) throw resourceFault
  checkActions(draft)
  for (const statement of draft.statements) {
    if (!statement.resource?.values.length) {
      throw new PolicyError('Policy statement must contain resources.', (statement.resource ?? statement).span)
    }
  }
  for (const { principal } of draft.statements) {
    if (principal) throw new PolicyError('Policy document should not specify a principal.', principal.span)
  }
  return {
    version: draft.version?.value === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    ...(draft.id && { id: draft.id.value }),
    statements: draft.statements.map(finish),
  }
}

function requireVersion2012({ version, span }: Draft): void {
  if (version?.value === '2012-10-17') return
  throw new PolicyError('Policy document must be version 2012-10-17 or greater.', version?.span ?? span)
}

function finish({ sid, effect, action, resource, conditions, span }: DraftStatement): Statement {
  const texts = (list: DraftStatement['action']) => ({
    negated: list?.negated ?? false,
    values: list?.values.map((value) => value.value) ?? [],
  })
  return {
    ...(sid && { sid: sid.value }),
    effect: effect.value === 'Deny' ? 'Deny' : 'Allow',
    action: texts(action),
    resource: texts(resource),
    conditions: conditions.map(({ operator, key, values }) => ({
      operator,
      key: key.value,
      values: values.map((value) => value.text),
    })),
    span,
  }
}
