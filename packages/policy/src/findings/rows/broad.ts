import { compilePattern, matchesPattern } from '../../pattern.ts'
import { type Check, ofStatements } from '../check.ts'
import { isIdentity } from '../kind.ts'
import { type StatementOutline, type Word, type WordList } from '../outline.ts'
import { listed } from '../quoted.ts'
import { ofConditions } from './condition-keys.ts'
import { bounds } from '../bounds.ts'

const isAll = ({ text }: Word) => /^\*+$/.test(text)

const has = (list: WordList | undefined, test: (word: Word) => boolean) =>
  list !== undefined && !list.negated ? list.words.find(test) : undefined

/** Actions by which who may use one on others can give himself, or take over, permissions that he does not have. */
const escalating = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
]

/** What lets in more than it seems to. Ours: AWS has no codes for these. */
export const broadChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'KEYWARD_ALLOWS_EVERYTHING',
      type: 'SECURITY_WARNING',
      about: 'A statement allows every action on every resource without a condition.',
    },
    (statement, report, { kind }) => {
      const { allows, action, resource, conditions } = statement
      const all = has(action, isAll)
      if (!isIdentity(kind) || !allows || conditions.length > 0 || all === undefined) return
      const everything = has(resource, isAll)
      if (everything)
        report('This allows every action on everything: it makes an administrator.', all.place, everything.place)
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_ALLOW_WITH_NOT_ACTION',
      type: 'SECURITY_WARNING',
      about: 'Allow with NotAction allows all actions but a few, those of services that are still to come included.',
    },
    ({ allows, action }, report, { kind }) => {
      if (kind === 'service-control' || !allows || !action?.negated) return
      report(
        'NotAction in an Allow allows every other action there is, and those to come. List what is allowed.',
        action.place,
      )
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_ALLOW_WITH_NOT_RESOURCE',
      type: 'SECURITY_WARNING',
      about: 'Allow with NotResource allows all resources but a few, also those that are created later.',
    },
    ({ allows, resource }, report) => {
      if (allows && resource?.negated) {
        report(
          'NotResource in an Allow allows every other resource there is, and those to come. List what is allowed.',
          resource.place,
        )
      }
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_PRIVILEGE_ESCALATION',
      type: 'SECURITY_WARNING',
      about: 'Actions that change permissions or credentials are allowed on every user, group, role or policy.',
    },
    (statement, report, { kind }) => {
      const { allows, action, resource, conditions } = statement
      if (!isIdentity(kind) || !allows || conditions.length > 0 || action === undefined || action.negated) return
      const all = has(resource, ({ text }) =>
        /^\*+$|^arn:[^:]*:iam::[^:]*:(?:\*+|(?:user|group|role|policy)\/\*+)$/.test(text),
      )
      if (all === undefined) return
      // Who is allowed everything is told so already.
      const words = action.words.filter((word) => !isAll(word) && word.text.toLowerCase() !== 'iam:*')
      const patterns = words.slice(0, bounds.perCode).map(({ text }) => compilePattern(text.toLowerCase()))
      const found = escalating.filter((name) => patterns.some((pattern) => matchesPattern(pattern, name.toLowerCase())))
      if (found.length === 0) return
      report(
        `Who may do this on every resource can give himself any permission: ${listed(found)}. Name the resources.`,
        action.place,
        all.place,
      )
    },
  ),
  ofConditions(
    {
      code: 'KEYWARD_MFA_DENY_WITHOUT_IF_EXISTS',
      type: 'SECURITY_WARNING',
      about: 'A Deny for calls without MFA does not catch access keys, whose calls do not carry the key at all.',
    },
    ({ key, operator, values }, report, _policy, { denies }) => {
      if (!denies || operator === undefined || operator.ifExists) return
      if (key.text.toLowerCase() !== 'aws:multifactorauthpresent' || operator.comparison !== 'Bool') return
      if (!values.some(({ text }) => text.toLowerCase() === 'false')) return
      report('Calls with access keys do not carry this key, and are not denied. Write BoolIfExists.')
    },
  ),
  ofConditions(
    {
      code: 'KEYWARD_ALLOW_WITH_NEGATED_CONDITION',
      type: 'WARNING',
      about: 'A negated condition in an Allow is also met by requests that do not carry the key.',
    },
    ({ key, operator }, report, _policy, { allows, conditions }) => {
      if (!allows || operator === undefined || !/Not/.test(operator.comparison)) return
      if (operator.quantifier === 'ForAnyValue') return
      const asked = conditions.some(
        (other) => other.operator?.comparison === 'Null' && other.key.text.toLowerCase() === key.text.toLowerCase(),
      )
      if (!asked) report(`Requests without ${key.text} meet this too. Ask for it with Null, or name what is allowed.`)
    },
  ),
  {
    code: 'KEYWARD_ALLOW_ALWAYS_DENIED',
    type: 'WARNING',
    about: 'Another statement denies all that this one allows.',
    find({ statements, kind }, report) {
      if (kind === 'trust' || kind === 'resource') return
      const denials = statements.filter(isPlainDeny).slice(0, bounds.perCode)
      let comparisons = 0
      for (const { allows, action, resource, place } of statements) {
        if (!allows || !action?.words.length || !resource?.words.length || action.negated || resource.negated) continue
        for (const denial of denials) {
          comparisons += action.words.length * (denial.action?.words.length ?? 0)
          comparisons += resource.words.length * (denial.resource?.words.length ?? 0)
          if (comparisons > bounds.comparisons) return
          if (!covers(denial.action, action, (text) => text.toLowerCase())) continue
          if (!covers(denial.resource, resource, (text) => text)) continue
          report('Another statement denies all that this one allows: it does nothing.', place, denial.place)
          break
        }
      }
    },
  },
]

function isPlainDeny({ denies, conditions, condition, action, resource }: StatementOutline): boolean {
  const plain = condition === undefined && conditions.length === 0
  return denies && plain && action?.negated === false && resource?.negated === false
}

function covers(wide: WordList | undefined, narrow: WordList, fold: (text: string) => string): boolean {
  const patterns =
    wide?.words.filter(({ text }) => !text.includes('${')).map(({ text }) => compilePattern(fold(text))) ?? []
  return narrow.words.every(({ text }) => patterns.some((pattern) => matchesPattern(pattern, fold(text))))
}
