import { type Family, isReadable } from '../../checks/condition-values.ts'
import { comparisons } from '../../conditions/operators.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { type Outline, type Word } from '../outline.ts'
import { quoted } from '../quoted.ts'
import { ofConditions } from './condition-keys.ts'

/** What operators of a family compare, for a sentence. */
const familyNames = {
  string: 'String',
  numeric: 'Numeric',
  date: 'Date',
  bool: 'Bool',
  binary: 'Binary',
  ip: 'IpAddress',
  arn: 'Arn',
  null: 'Null',
} as const satisfies Record<Family, string>

/** The families that a key of a type can be compared by. */
const familiesOf: Readonly<Record<string, readonly Family[]>> = {
  String: ['string'],
  ARN: ['arn', 'string'],
  Bool: ['bool'],
  Numeric: ['numeric'],
  Date: ['date', 'numeric'],
  IPAddress: ['ip'],
}

export const conditionTypeChecks: readonly Check[] = [
  ofUnreadable(
    {
      code: 'TYPE_MISMATCH_IP_RANGE',
      type: 'ERROR',
      source: documented('error-type-mismatch-ip-range'),
      refused: { except: 'session' },
      about: 'A value is neither an IP address nor a network.',
    },
    ['ip'],
    () => true,
    ({ text }) => `${quoted(text)} is no address and no network: 203.0.113.0/24, 2001:db8::/32.`,
  ),
  ofUnreadable(
    {
      code: 'KEYWARD_UNREADABLE_VALUE',
      type: 'ERROR',
      refused: true,
      about: 'IAM refuses a value that its comparison can never read: a number, date, ARN or base64 that is none.',
    },
    ['numeric', 'date', 'arn', 'binary'],
    ({ kind }) => kind !== 'session',
    ({ text }, operator) => `${operator} cannot read ${quoted(text)}: it can never match, and IAM refuses it.`,
  ),
  ...(
    [
      ['TYPE_MISMATCH_DATE', 'date', 'a date: 2026-05-01 or 2026-05-01T00:00:00Z'],
      ['TYPE_MISMATCH_NUMBER', 'numeric', 'a number'],
      ['TYPE_MISMATCH_STRING', 'binary', 'base64'],
    ] as const
  ).map(([code, family, what]) =>
    ofUnreadable(
      {
        code,
        type: 'WARNING',
        source: documented(`general-warning-${code.toLowerCase().replaceAll('_', '-')}`),
        about: `A value is not ${what.split(':')[0] ?? what}, and never matches.`,
      },
      [family],
      () => true,
      ({ text }) => `${quoted(text)} is not ${what}.`,
    ),
  ),
  ofConditions(
    {
      code: 'TYPE_MISMATCH_BOOLEAN',
      type: 'WARNING',
      source: documented('general-warning-type-mismatch-boolean'),
      about: 'Bool and Null compare with true and false; every other text counts as false.',
    },
    ({ operator, values }, report) => {
      if (operator?.comparison !== 'Bool' && operator?.comparison !== 'Null') return
      const odd = values.find(({ text }) => !/^(?:true|false)$/i.test(text) && !text.includes('${'))
      if (odd) report(`${operator.comparison} compares with true or false; ${quoted(odd.text)} counts as false.`)
    },
  ),
  ofConditions(
    {
      code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
      type: 'ERROR',
      source: documented('error-invalid-condition-multiple-boolean'),
      about: 'Bool lists several values: both true and false match everything.',
    },
    ({ operator, values }, report) => {
      if ((operator?.comparison !== 'Bool' && operator?.comparison !== 'Null') || values.length < 2) return
      report(`${operator.comparison} takes one value.`)
    },
  ),
  ofConditions(
    {
      code: 'INVALID_CONDITION_DATA_TYPE',
      type: 'ERROR',
      source: documented('error-invalid-condition-data-type'),
      about: 'The values of one condition are of several JSON types.',
    },
    ({ values }, report) => {
      const types = new Set(values.map(({ type }) => type))
      if (types.size > 1) report(`These values are of several types (${[...types].join(', ')}). Write all as one.`)
    },
  ),
  ofConditions(
    {
      code: 'TYPE_MISMATCH',
      type: 'WARNING',
      source: documented('general-warning-type-mismatch'),
      about: 'The operator compares another type than the condition key has.',
    },
    ({ key, operator }, report, { knowledge }) => {
      const known = knowledge.key(key.text)
      if (known === undefined || operator === undefined) return
      const { family } = comparisons[operator.comparison]
      const allowed = familiesOf[known.type.replace('ArrayOf', '')]
      if (allowed === undefined || family === 'null' || allowed.includes(family)) return
      const names = allowed.map((each) => familyNames[each]).join(' or ')
      report(`${key.text} is compared by ${names} operators, not by ${operator.comparison}.`)
    },
  ),
  ofConditions(
    {
      code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-string-like-operator-with-arn-condition-keys'),
      about: 'In StringLike the wildcards of an ARN also stand for its colons.',
    },
    ({ key, operator, values }, report, { knowledge }, { allows }) => {
      if (operator?.comparison !== 'StringLike' || !allows || !values.some(({ text }) => text.includes('*'))) return
      if (knowledge.key(key.text)?.type.replace('ArrayOf', '') !== 'ARN') return
      report('In StringLike a * goes on beyond the colons of an ARN. Use ArnLike.')
    },
  ),
]

/** A check of values that their comparison cannot read. */
function ofUnreadable(
  row: Omit<Check, 'find'>,
  families: readonly Family[],
  applies: (policy: Outline) => boolean,
  message: (value: Word, operator: string) => string,
): Check {
  return ofStatements(row, ({ conditions }, report, policy) => {
    if (!applies(policy)) return
    for (const { operator, values } of conditions) {
      if (operator === undefined) continue
      const { family } = comparisons[operator.comparison]
      if (!families.includes(family)) continue
      for (const value of values) {
        if (!isReadable(family, value.text, policy.variables)) report(message(value, operator.comparison), value.place)
      }
    }
  })
}
