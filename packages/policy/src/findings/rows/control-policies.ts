import { type Check, documented, ofStatements } from '../check.ts'
import { type StatementOutline } from '../outline.ts'
import { quoted } from '../quoted.ts'

const isAll = (list: StatementOutline['action']) =>
  list !== undefined && !list.negated && list.words.every(({ text }) => text === '*')

/** Condition keys of the caller, which services that act by themselves do not carry. */
const principalKeys = ['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount', 'aws:principalarn']
const sourceKeys = ['aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceaccount', 'aws:sourcearn']

const asks = ({ conditions }: StatementOutline, names: readonly string[]) =>
  conditions.find(({ key, operator }) => operator?.comparison !== 'Null' && names.includes(key.text.toLowerCase()))

const mentions = ({ conditions }: StatementOutline, name: string, comparison?: string) =>
  conditions.some(({ key, operator }) => {
    return key.text.toLowerCase() === name && (comparison === undefined || operator?.comparison === comparison)
  })

/** What is said of the policies of organizations: service control (SCP) and resource control (RCP). */
export const controlPolicyChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'SCP_SYNTAX_ERROR_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-scp-syntax-error-principal'),
      refused: true,
      about: 'A service control policy is for accounts, and names no principal.',
    },
    ({ principal }, report, { kind }) => {
      if (kind !== 'service-control' || !principal) return
      report(
        `A service control policy names no principal. Remove ${principal.name}; aws:PrincipalArn in a condition can name some.`,
        principal.place,
      )
    },
  ),
  ofStatements(
    {
      code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-rcp-syntax-error-principal'),
      refused: true,
      about: 'The principal of a resource control policy is "*" and nothing else.',
    },
    ({ principal }, report, { kind }) => {
      if (kind !== 'resource-control' || !principal) return
      if (principal.negated || principal.word?.text !== '*')
        report('A resource control policy is for everyone: "Principal": "*".', principal.place)
    },
  ),
  ofStatements(
    {
      code: 'RCP_SYNTAX_ERROR_ALLOW',
      type: 'ERROR',
      source: documented('error-rcp-syntax-error-allow'),
      refused: true,
      about: 'A resource control policy denies. Only the statement that allows everything may allow.',
    },
    (statement, report, { kind }) => {
      const { allows, action, resource, conditions, place, effect } = statement
      if (kind !== 'resource-control' || !allows || action?.negated) return
      if (isAll(action) && isAll(resource) && conditions.length === 0) return
      report(
        'A resource control policy denies; it may allow every action on every resource only.',
        effect?.place ?? place,
      )
    },
  ),
  ofStatements(
    {
      code: 'RCP_SYNTAX_ERROR_NOTACTION',
      type: 'ERROR',
      source: documented('error-rcp-syntax-error-notaction'),
      refused: true,
      about: 'A resource control policy has no NotAction.',
    },
    ({ action }, report, { kind }) => {
      if (kind === 'resource-control' && action?.negated)
        report('A resource control policy names its actions: use Action.', action.place)
    },
  ),
  ofStatements(
    {
      code: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
      type: 'WARNING',
      source: documented('general-warning-rcp-missing-related-principal-condition-key'),
      about: 'A Deny for principals of others also denies services that act by themselves.',
    },
    (statement, report, { kind }) => {
      const condition = asks(statement, principalKeys)
      if (kind !== 'resource-control' || !statement.denies || !condition) return
      if (mentions(statement, 'aws:principalisawsservice')) return
      report(
        `Services that act for you have no ${condition.key.text} and are denied too. Add "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}.`,
        condition.key.place,
      )
    },
  ),
  ofStatements(
    {
      code: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
      type: 'WARNING',
      source: documented('general-warning-rcp-missing-related-service-principal-condition-key'),
      about: 'A Deny for sources of others also denies principals, who have no source.',
    },
    (statement, report, { kind }) => {
      const condition = asks(statement, sourceKeys)
      if (kind !== 'resource-control' || !statement.denies || !condition) return
      if (mentions(statement, 'aws:principalisawsservice')) return
      report(
        `Your own users and roles have no ${condition.key.text} and are denied too. Add "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}.`,
        condition.key.place,
      )
    },
  ),
  ofStatements(
    {
      code: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
      type: 'WARNING',
      source: documented('general-warning-rcp-missing-service-condition-key-null-check'),
      about: 'A Deny for sources of others also denies services whose calls tell no source.',
    },
    (statement, report, { kind }) => {
      const condition = asks(statement, ['aws:sourceorgid', 'aws:sourceorgpaths'])
      if (kind !== 'resource-control' || !statement.denies || !condition) return
      if (mentions(statement, 'aws:sourceaccount', 'Null') || mentions(statement, 'aws:sourcearn', 'Null')) return
      report(
        `Some calls of services carry no ${condition.key.text} and are denied too. Add "Null": {"aws:SourceAccount": "false"}.`,
        condition.key.place,
      )
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_SCP_ALLOW_IS_NO_GRANT',
      type: 'SUGGESTION',
      about:
        'A service control policy bounds what accounts may do and grants nothing: an Allow of single actions shuts out all others.',
    },
    ({ allows, action, effect, place }, report, { kind }) => {
      if (kind !== 'service-control' || !allows || action === undefined || isAll(action)) return
      const what = action.negated ? 'but these' : `such as ${quoted(action.words[0]?.text ?? '')}`
      report(
        `Where this stands alone, accounts may do nothing ${action.negated ? '' : 'else than actions '}${what}. It grants nothing to anybody.`,
        effect?.place ?? place,
      )
    },
  ),
]
