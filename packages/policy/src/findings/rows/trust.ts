import { isScoped, sharedProviderKeys } from '../../kinds/shared-providers.ts'
import { compilePattern, matchesPattern } from '../../pattern.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { type StatementOutline, type Word, type WordList } from '../outline.ts'
import { quoted } from '../quoted.ts'
import { everyone, namesOf } from './principals.ts'

const assumeActions = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]

const cognito = 'cognito-identity.amazonaws.com'
const github = 'token.actions.githubusercontent.com'
const webIdentity = 'sts:assumerolewithwebidentity'

/** Only what is said of roles' trust policies. */
function ofTrust(
  row: Omit<Check, 'find'>,
  find: (statement: StatementOutline, report: (message: string, ...places: Word['place'][]) => void) => void,
): Check {
  return ofStatements(row, (statement, report, { kind }) => {
    if (kind === 'trust') find(statement, report)
  })
}

function mayDo({ action }: StatementOutline, name: string): Word | undefined {
  if (action === undefined || action.negated) return undefined
  return action.words.find(({ text }) => matchesPattern(compilePattern(text.toLowerCase()), name))
}

function letsIn({ words, negated }: WordList, name: string): boolean {
  return words.some(({ text }) => matchesPattern(compilePattern(text.toLowerCase()), name)) !== negated
}

const asksFor = ({ conditions }: StatementOutline, test: (key: string) => boolean) =>
  conditions.some(({ key }) => test(key.text.toLowerCase()))

const isSaml = ({ text }: Word) => text.includes(':saml-provider/')

export const trustChecks: readonly Check[] = [
  ofTrust(
    {
      code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
      type: 'ERROR',
      source: documented('error-role-trust-policy-syntax-error-notprincipal'),
      refused: true,
      about: 'A role trust policy knows no NotPrincipal.',
    },
    ({ principal }, report) => {
      if (principal?.negated) report('A role trust policy names who is trusted: use Principal.', principal.place)
    },
  ),
  ofTrust(
    {
      code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-role-trust-policy-unsupported-wildcard-in-principal'),
      refused: true,
      about: '"Principal": "*" is refused in a role trust policy.',
    },
    ({ principal }, report) => {
      if (principal?.word?.text === '*')
        report('A role does not trust everyone: name who may assume it.', principal.place)
    },
  ),
  ofTrust(
    {
      code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
      type: 'ERROR',
      source: documented('error-role-trust-policy-syntax-error-resource'),
      refused: true,
      about: 'A role trust policy is about its role, and has no resources.',
    },
    ({ resource }, report) => {
      if (resource) report(`A role trust policy is about its role. Remove ${resource.name}.`, resource.place)
    },
  ),
  ofTrust(
    {
      code: 'KEYWARD_TRUST_ACTION',
      type: 'ERROR',
      refused: true,
      about: 'A role trust policy has an action that is none of assuming a role.',
    },
    ({ action }, report) => {
      for (const { text, place } of action?.words ?? []) {
        const pattern = compilePattern(text.toLowerCase())
        if (/^sts:/i.test(text) && assumeActions.some((name) => matchesPattern(pattern, name))) continue
        report(`${quoted(text)} is no way to assume a role: sts:AssumeRole and its like are.`, place)
      }
    },
  ),
  ofTrust(
    {
      code: 'KEYWARD_COGNITO_WITHOUT_CONDITION',
      type: 'ERROR',
      refused: true,
      about: 'Amazon Cognito is trusted without a condition: everybody has identity pools there.',
    },
    (statement, report) => {
      if (!statement.allows || statement.conditions.length > 0) return
      const word = namesOf(statement, 'Federated').find(({ text }) => text === cognito)
      if (word) report(`Everybody has identity pools at Cognito: ask for ${cognito}:aud.`, word.place)
    },
  ),
  ofTrust(
    {
      code: 'KEYWARD_SHARED_PROVIDER_UNSCOPED',
      type: 'ERROR',
      refused: true,
      about: 'An identity provider that signs for everybody is trusted without a condition on whose a token is.',
    },
    (statement, report) => {
      const { allows, action, conditions } = statement
      if (!allows || (action !== undefined && !letsIn(action, webIdentity))) return
      for (const { text, place } of namesOf(statement, 'Federated')) {
        const keys = sharedProviderKeys(text)
        const known = (text === cognito && conditions.length === 0) || keys === undefined
        if (
          known ||
          conditions.some(({ operator, key, values }) => operator && isScoped(operator, key.text, values, keys))
        )
          continue
        report(
          `This provider signs for everybody: ask for ${keys.join(' or ')} with StringEquals or StringLike, and not for every value.`,
          place,
        )
      }
    },
  ),
  ofTrust(
    {
      code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-mismatched-action-for-principal'),
      about: 'The principals of the statement cannot assume a role by its actions: SAML, OIDC and AWS have one each.',
    },
    (statement, report) => {
      const { action } = statement
      const providers = namesOf(statement, 'Federated')
      if (action === undefined || providers.length === 0) return
      const oidc = providers.filter((word) => !isSaml(word))
      const saml = providers.filter(isSaml)
      for (const { text, place } of action.words) {
        const name = text.toLowerCase()
        const wrong =
          name === 'sts:assumerolewithsaml' && saml.length === 0
            ? oidc
            : name === webIdentity && oidc.length === 0
              ? saml
              : name === 'sts:assumerole' && statement.principal?.entries.length === 1
                ? providers
                : []
        const [first] = wrong
        if (first)
          report(
            `${text} is not for ${quoted(first.text)}: SAML providers take sts:AssumeRoleWithSAML, OIDC providers sts:AssumeRoleWithWebIdentity.`,
            place,
            first.place,
          )
      }
    },
  ),
  {
    code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
    type: 'ERROR',
    source: documented('error-missing-action-for-roles-anywhere-trust-policy'),
    about: 'IAM Roles Anywhere needs sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession.',
    find({ kind, statements }, report) {
      if (kind !== 'trust') return
      const anywhere = statements.filter((statement) => {
        return (
          statement.allows && namesOf(statement, 'Service').some(({ text }) => text === 'rolesanywhere.amazonaws.com')
        )
      })
      const [first] = anywhere
      if (first === undefined) return
      const needed = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession']
      const missing = needed.filter((name) => !anywhere.some((statement) => mayDo(statement, name.toLowerCase())))
      if (missing.length > 0)
        report(`IAM Roles Anywhere also needs ${missing.join(' and ')}.`, first.action?.place ?? first.place)
    },
  },
  ofTrust(
    {
      code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-missing-condition-key-for-oidc-principal'),
      about: 'An OIDC provider is trusted without a condition on what it says of whom it sends.',
    },
    (statement, report) => {
      if (!statement.allows || !mayDo(statement, webIdentity)) return
      for (const { text, place } of namesOf(statement, 'Federated')) {
        const name = text.replace(/^arn:[^/]*oidc-provider\//, '').toLowerCase()
        if (isSaml({ text, place }) || name === cognito || asksFor(statement, (key) => key.startsWith(`${name}:`)))
          continue
        report(`Everyone with an account at ${name} could assume the role: ask for ${name}:aud and ${name}:sub.`, place)
      }
    },
  ),
  ofTrust(
    {
      code: 'MISSING_GITHUB_REPO_CONDITION_KEY',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-missing-github-repo-condition-key'),
      about: 'GitHub is trusted without a condition on the repository.',
    },
    (statement, report) => {
      if (!statement.allows) return
      const word = namesOf(statement, 'Federated').find(({ text }) => text.endsWith(github))
      if (!word || asksFor(statement, (key) => key === `${github}:sub` || key === `${github}:job_workflow_ref`)) return
      report(`Workflows of every repository at GitHub could assume the role: ask for ${github}:sub.`, word.place)
    },
  ),
  ofTrust(
    {
      code: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
      type: 'WARNING',
      source: documented('general-warning-specific-github-repo-and-branch-recommended'),
      about:
        'The condition on the GitHub repository has a wildcard where the organization, repository or branch stands.',
    },
    (statement, report) => {
      if (!statement.allows || asksFor(statement, (key) => key === `${github}:ref`)) return
      for (const { key, values } of statement.conditions) {
        if (key.text.toLowerCase() !== `${github}:sub`) continue
        const wide = values.find(({ text }) => /[*?]/.test(text))
        if (wide)
          report(
            'More repositories or branches than you think of may match. Write organization, repository and branch out.',
            wide.place,
          )
      }
    },
  ),
  ofTrust(
    {
      code: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-foranyvalue-with-audience-claim-type'),
      about: 'ForAnyValue stands before the audience of an OIDC provider, which is one value.',
    },
    ({ conditions, allows }, report) => {
      for (const { key, operator } of conditions) {
        if (!allows || operator?.quantifier !== 'ForAnyValue' || !/\.[^:]*:aud$/i.test(key.text)) continue
        report(`${key.text} has one value. Remove ForAnyValue:.`, key.place)
      }
    },
  ),
  ofTrust(
    {
      code: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
      type: 'SUGGESTION',
      source: documented('suggestion-redundant-principal-in-role-trust-policy'),
      about: 'A session is named beside its role, which includes it.',
    },
    (statement, report) => {
      const names = namesOf(statement, 'AWS')
      const roles = new Map(
        names.flatMap((word) => {
          const [, account, role] = /^arn:[^:]*:iam::([0-9]{12}):role\/(?:.*\/)?([^/]+)$/.exec(word.text) ?? []
          return account === undefined || role === undefined ? [] : [[`${account} ${role}`, word] as const]
        }),
      )
      for (const { text, place } of names) {
        const [, account = '', role = ''] = /^arn:[^:]*:sts::([0-9]{12}):assumed-role\/([^/]+)\/[^/]+$/.exec(text) ?? []
        const parent = roles.get(`${account} ${role}`)
        if (parent)
          report(`The role ${quoted(parent.text)} includes this session. Remove the session.`, place, parent.place)
      }
    },
  ),
  ofTrust(
    {
      code: 'KEYWARD_TRUSTS_EVERYONE',
      type: 'SECURITY_WARNING',
      about: 'A role can be assumed by everyone in every account, without a condition.',
    },
    ({ principal, allows, conditions }, report) => {
      const all = principal?.word === undefined ? everyone(principal) : undefined
      if (allows && conditions.length === 0 && all)
        report('Everyone in every account may assume the role. Name accounts, or add a condition.', all.place)
    },
  ),
]
