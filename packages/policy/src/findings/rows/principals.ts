import { canName } from '../../checks/principals.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { type Outline, type PrincipalOutline, type StatementOutline, type Word } from '../outline.ts'
import { didYouMean, quoted } from '../quoted.ts'
import { nearest } from '../spelling.ts'

const types = ['AWS', 'Federated', 'Service', 'CanonicalUser'] as const

const hasPrincipal = ({ kind }: Outline) => kind === 'resource' || kind === 'trust'

/** The texts that stand under one type of principal. */
export function namesOf({ principal }: StatementOutline, type: (typeof types)[number]): readonly Word[] {
  return principal?.entries.find((entry) => entry.type.text === type)?.values ?? []
}

/** Is every principal named, by `"*"` or by `{"AWS": "*"}`? */
export function everyone(principal: PrincipalOutline | undefined): Word | undefined {
  if (principal?.word?.text === '*') return principal.word
  return principal?.entries.flatMap(({ values }) => values).find(({ text }) => text === '*')
}

export const principalChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'UNSUPPORTED_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-unsupported-principal'),
      refused: true,
      about: 'An identity policy is for whom it is attached to, and names no principal.',
    },
    ({ principal }, report, { kind }) => {
      if (principal === undefined || kind === 'service-control' || kind === 'resource-control') return
      if (kind === 'resource' || kind === 'trust') return
      report(`This policy is for whom it is attached to. Remove ${principal.name}.`, principal.place)
    },
  ),
  ofStatements(
    {
      code: 'INVALID_PRINCIPAL_FORMAT',
      type: 'ERROR',
      source: documented('error-invalid-principal-format'),
      refused: true,
      about: 'Principal is a text other than "*".',
    },
    ({ principal }, report, policy) => {
      if (!hasPrincipal(policy) || principal?.word === undefined || principal.word.text === '*') return
      const meant = canName('AWS', principal.word.text) ? 'AWS' : 'Service'
      report(`A principal is given by its type: {"${meant}": ${quoted(principal.word.text)}}.`, principal.place)
    },
  ),
  ofStatements(
    {
      code: 'INVALID_PRINCIPAL_KEY',
      type: 'ERROR',
      source: documented('error-invalid-principal-key'),
      refused: true,
      about: 'There is no such type of principal: AWS, Federated, Service, CanonicalUser.',
    },
    ({ principal }, report, policy) => {
      if (!hasPrincipal(policy)) return
      const known = policy.kind === 'trust' ? types.filter((type) => type !== 'CanonicalUser') : types
      for (const { type } of principal?.entries ?? []) {
        if (known.some((name) => name === type.text)) continue
        report(
          `There is no type of principal ${quoted(type.text)} here.${didYouMean(nearest(type.text, known))}`,
          type.place,
        )
      }
    },
  ),
  ofStatements(
    {
      code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-unsupported-wildcard-in-principal'),
      refused: true,
      about: 'A wildcard stands for part of a principal, or for all of a type that knows no "*".',
    },
    ({ principal }, report, policy) => {
      if (!hasPrincipal(policy)) return
      for (const { type, values } of principal?.entries ?? []) {
        for (const { text, place } of values) {
          if (!/[*?]/.test(text)) continue
          if (text === '*' && (policy.kind === 'resource' || type.text === 'AWS')) continue
          report(
            'A principal is written out: no wildcard stands for part of one. To match by pattern, use aws:PrincipalArn in a condition.',
            place,
          )
        }
      }
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_INVALID_PRINCIPAL',
      type: 'ERROR',
      refused: true,
      about: 'A text names no account, user, role or session: groups, for one, are no principals.',
    },
    (statement, report, policy) => {
      if (!hasPrincipal(policy)) return
      for (const { text, place } of namesOf(statement, 'AWS')) {
        if (/[*?]/.test(text) || canName('AWS', text)) continue
        const group = /^arn:[^:]*:iam::[0-9]*:group\//.test(text)
        const what = group
          ? 'A group is no principal: name its users, or a role.'
          : 'Name an account, a user, a role or a session.'
        report(`${quoted(text)} is no principal. ${what}`, place)
      }
      for (const { text, place } of namesOf(statement, 'CanonicalUser')) {
        if (!/[*?]/.test(text) && !canName('CanonicalUser', text))
          report('A canonical user id has 64 hexadecimal digits.', place)
      }
    },
  ),
  ofStatements(
    {
      code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
      type: 'ERROR',
      source: documented('error-invalid-service-principal-format'),
      refused: true,
      about: 'A service principal is not written like ec2.amazonaws.com.',
    },
    (statement, report, policy) => {
      if (!hasPrincipal(policy)) return
      for (const { text, place } of namesOf(statement, 'Service')) {
        if (!/[*?]/.test(text) && !canName('Service', text))
          report(`A service principal is written like ec2.amazonaws.com; ${quoted(text)} is not.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
      type: 'ERROR',
      source: documented('error-invalid-federated-principal-syntax-in-role-trust-policy'),
      refused: true,
      about: 'A federated principal is neither the ARN of a provider nor a domain.',
    },
    (statement, report, policy) => {
      if (!hasPrincipal(policy)) return
      for (const { text, place } of namesOf(statement, 'Federated')) {
        if (/[*?]/.test(text) || canName('Federated', text)) continue
        report(`A federated principal is the ARN of a provider or a domain; ${quoted(text)} is neither.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
      type: 'ERROR',
      source: documented('error-federated-principal-not-supported'),
      about: 'Only role trust policies let identity providers in.',
    },
    (statement, report, { kind }) => {
      const [first] = namesOf(statement, 'Federated')
      if (kind === 'resource' && first)
        report('Who comes from an identity provider assumes a role: name the role.', first.place)
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_ALLOW_WITH_NOT_PRINCIPAL',
      type: 'ERROR',
      refused: true,
      about: 'Allow with NotPrincipal is refused.',
    },
    ({ principal, allows }, report, { kind }) => {
      if (kind === 'resource' && allows && principal?.negated) {
        report('Allow with NotPrincipal is refused. Name who is allowed.', principal.place)
      }
    },
  ),
  ofStatements(
    {
      code: 'ALLOW_WITH_NOT_PRINCIPAL',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-allow-with-not-principal'),
      about: 'Allow with NotPrincipal is meant for everyone else in the world.',
    },
    ({ principal, allows }, report, { kind }) => {
      if (kind === 'resource' && allows && principal?.negated) {
        report('Everyone else in the world would be allowed, strangers included.', principal.place)
      }
    },
  ),
  ofStatements(
    {
      code: 'INVALID_ROLE_REFERENCE',
      type: 'WARNING',
      source: documented('general-warning-invalid-role-reference'),
      about: 'A role is named by its id. What a saved policy shows so was deleted.',
    },
    (statement, report, policy) => {
      if (!hasPrincipal(policy)) return
      for (const { text, place } of namesOf(statement, 'AWS')) {
        if (text.startsWith('AROA') && canName('AWS', text))
          report(`${text} is the id of a role, perhaps of a deleted one. Name the role by its ARN.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'INVALID_USER_REFERENCE',
      type: 'WARNING',
      source: documented('general-warning-invalid-user-reference'),
      about: 'A user is named by its id. What a saved policy shows so was deleted.',
    },
    (statement, report, policy) => {
      if (!hasPrincipal(policy)) return
      for (const { text, place } of namesOf(statement, 'AWS')) {
        if (text.startsWith('AIDA') && canName('AWS', text))
          report(`${text} is the id of a user, perhaps of a deleted one. Name the user by its ARN.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_PUBLIC_ACCESS',
      type: 'SECURITY_WARNING',
      about: 'A resource policy allows everyone, without a condition.',
    },
    ({ principal, allows, conditions }, report, { kind }) => {
      const all = kind === 'resource' && !principal?.negated ? everyone(principal) : undefined
      if (allows && conditions.length === 0 && all)
        report('This allows everyone in the world. Name who is meant, or add a condition.', all.place)
    },
  ),
  ofStatements(
    {
      code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-restrict-access-to-service-principal'),
      about:
        'A service may act for anybody: without aws:SourceArn or aws:SourceAccount strangers can make it act on this.',
    },
    (statement, report, { kind }) => {
      const [first] = namesOf(statement, 'Service')
      if (kind !== 'resource' || !statement.allows || !first || statement.principal?.negated) return
      const sources = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']
      if (statement.conditions.some(({ key }) => sources.includes(key.text.toLowerCase()))) return
      report(
        'The service acts for others too: ask for aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths.',
        first.place,
      )
    },
  ),
]
