import { checkActions } from './checks/actions.ts'
import { checkConditionValues } from './checks/condition-values.ts'
import { principalNames } from './checks/principals.ts'
import { checkResources } from './checks/resources.ts'
import { checkSidCharacters, checkSidsUnique } from './checks/sids.ts'
import { type PolicyDocument, type Statement } from './document.ts'
import { type Draft, type DraftList, type DraftStatement, readDraft } from './draft.ts'
import { PolicyError, refuseLegacy, refusingAs } from './errors.ts'
import { readJson } from './json.ts'
import { requireVersion2012, type Rules, rulesOf } from './kinds/rules.ts'
import { readTrustPolicy } from './kinds/trust.ts'

/**
 * Which set of checks a document must pass: that of a user's, group's or role's own policy, of a managed policy (also as a boundary), of
 * a role's trust policy, of another resource's policy, of a session, or of an organization's service or resource control.
 */
export type PolicyKind = keyof typeof rulesOf | 'trust'

/**
 * Reads a policy document and refuses it with PolicyError where AWS would. Whether the principals that it names exist is the
 * caller's question.
 */
export function parsePolicy(text: string, kind: PolicyKind): PolicyDocument {
  const draft = kind === 'trust' ? readTrustPolicy(text) : readByRules(text, rulesOf[kind])
  return {
    version: draft.version?.value === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    ...(draft.id && { id: draft.id.value }),
    statements: draft.statements.map(finish),
  }
}

/** A document with several faults gets the sentence AWS would give: the order of these lines is the order of refusals. */
function readByRules(text: string, rules: Rules): Draft {
  const { notJson } = rules
  const draft = readDraft(notJson === undefined ? readJson(text) : refusingAs(notJson, () => readJson(text)))
  if (rules.version2012) requireVersion2012(draft)
  for (const { effect } of draft.statements) {
    if (effect.value !== 'Allow' && effect.value !== 'Deny') refuseLegacy(effect.span)
  }
  if (!rules.anyConditionValue) checkConditionValues(draft)
  const resourceFault = checkResources(draft)
  if (!rules.anySid) checkSidCharacters(draft)
  checkSidsUnique(draft)
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
  for (const statement of draft.statements) rules.check(statement)
  return draft
}

function finish({ sid, effect, principal, action, resource, conditions, span }: DraftStatement): Statement {
  return {
    ...(sid && { sid: sid.value }),
    effect: effect.value === 'Deny' ? 'Deny' : 'Allow',
    ...(principal && { principal: { negated: principal.negated, values: principalNames(principal) } }),
    action: action ? texts(action) : { negated: false, values: [] },
    ...(resource && { resource: texts(resource) }),
    conditions: conditions.map(({ operator, key, values }) => ({
      operator,
      key: key.value,
      values: values.map((value) => value.text),
    })),
    span,
  }
}

function texts({ negated, values }: DraftList) {
  return { negated, values: values.map((value) => value.value) }
}
