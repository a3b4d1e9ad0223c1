import { bounds } from '../bounds.ts'
import { type Check, documented } from '../check.ts'
import { type ConditionOutline, type Outline, type StatementOutline } from '../outline.ts'
import { didYouMean, listed, quoted } from '../quoted.ts'
import { nearest } from '../spelling.ts'
import { namedActions } from './resource-types.ts'

/** A check that looks at each condition by itself. */
export function ofConditions(
  row: Omit<Check, 'find'>,
  find: (
    condition: ConditionOutline,
    report: (message: string) => void,
    policy: Outline,
    statement: StatementOutline,
  ) => void,
): Check {
  return {
    ...row,
    find(policy, report) {
      for (const statement of policy.statements) {
        for (const condition of statement.conditions) {
          find(
            condition,
            (message) => {
              report(message, condition.key.place)
            },
            policy,
            statement,
          )
        }
      }
    },
  }
}

/** Keys whose last part is the name of a tag. */
const tagKeys = ['aws:requesttag', 'aws:resourcetag', 'aws:principaltag', 'iam:resourcetag', 'ec2:resourcetag']

const prefixOf = (key: string) => key.slice(0, Math.max(0, key.indexOf(':')))

const lower = ({ key }: ConditionOutline) => key.text.toLowerCase()

export const conditionKeyChecks: readonly Check[] = [
  ofConditions(
    {
      code: 'INVALID_CONDITION_KEY_FORMAT',
      type: 'ERROR',
      source: documented('error-invalid-condition-key-format'),
      about: 'A condition key is not of the form service:name, and so is in no request.',
    },
    ({ key }, report) => {
      if (/^[^:\s]+:\S/.test(key.text)) return
      report(`${quoted(key.text)} is no condition key: they are written service:name.`)
    },
  ),
  ofConditions(
    {
      code: 'MISSING_TAG_KEY_IN_CONDITION',
      type: 'ERROR',
      source: documented('error-missing-tag-key-in-condition'),
      about: 'A condition key for tags does not say which tag.',
    },
    (condition, report) => {
      const key = lower(condition).replace(/\/$/, '')
      if (!tagKeys.includes(key)) return
      report(`Say which tag: ${condition.key.text.replace(/\/$/, '')}/name.`)
    },
  ),
  ofConditions(
    {
      code: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
      type: 'ERROR',
      source: documented('error-unsupported-global-condition-key'),
      about: 'aws:ARN is not supported; aws:PrincipalArn and aws:SourceArn are.',
    },
    (condition, report) => {
      if (lower(condition) === 'aws:arn') report('aws:ARN is not supported. Use aws:PrincipalArn or aws:SourceArn.')
    },
  ),
  {
    code: 'INVALID_GLOBAL_CONDITION_KEY',
    type: 'ERROR',
    source: documented('error-invalid-global-condition-key'),
    about: 'There is no global condition key of this name.',
    find(policy, report) {
      let asked = 0
      for (const { key } of conditionsOf(policy)) {
        const name = key.text.toLowerCase()
        if (prefixOf(name) !== 'aws' || name === 'aws:arn' || tagKeys.includes(name.replace(/\/$/, ''))) continue
        if (policy.knowledge.isPrefix('aws') === undefined || policy.knowledge.isGlobal(name)) continue
        const meant = ++asked <= bounds.spellings ? nearest(key.text, policy.knowledge.keyNames('aws')) : undefined
        report(`There is no global condition key ${quoted(key.text)}.${didYouMean(meant)}`, key.place)
      }
    },
  },
  {
    code: 'INVALID_SERVICE_CONDITION_KEY',
    type: 'ERROR',
    source: documented('error-invalid-service-condition-key'),
    about: 'The service has no condition key of this name.',
    find(policy, report) {
      let asked = 0
      for (const { key } of conditionsOf(policy)) {
        const prefix = prefixOf(key.text)
        const service = prefix.toLowerCase() === 'aws' ? undefined : policy.knowledge.service(prefix)
        if (service === undefined || policy.knowledge.key(key.text) !== undefined) continue
        const meant = ++asked <= bounds.spellings ? nearest(key.text, policy.knowledge.keyNames(prefix)) : undefined
        report(`${service.name} has no condition key ${quoted(key.text)}.${didYouMean(meant)}`, key.place)
      }
    },
  },
  {
    code: 'KEYWARD_UNKNOWN_KEY_SERVICE',
    type: 'WARNING',
    about: 'The prefix of a condition key is that of no service and no identity provider.',
    find(policy, report) {
      for (const { key } of conditionsOf(policy)) {
        const prefix = prefixOf(key.text)
        // Identity providers have dots.
        if (prefix === '' || prefix.includes('.') || prefix.includes('/')) continue
        if (policy.knowledge.isPrefix(prefix) !== false) continue
        const meant = nearest(prefix, ['aws', ...policy.knowledge.prefixes()])
        report(`No request has a key of ${quoted(prefix)}: there is no such service.${didYouMean(meant)}`, key.place)
      }
    },
  },
  ofConditions(
    {
      code: 'MISSING_QUALIFIER',
      type: 'ERROR',
      source: documented('error-missing-qualifier'),
      about: 'A key with several values is compared without ForAllValues or ForAnyValue, and so never matches.',
    },
    ({ key, operator }, report, { knowledge }) => {
      if (operator === undefined || operator.quantifier !== undefined || operator.comparison === 'Null') return
      if (!knowledge.key(key.text)?.type.startsWith('ArrayOf')) return
      report(`${key.text} has several values: without ForAnyValue: or ForAllValues: the condition never matches.`)
    },
  ),
  ofConditions(
    {
      code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-forallvalues-with-single-valued-key'),
      about: 'ForAllValues on a key with one value also matches where the key is absent.',
    },
    ({ key, operator }, report, { knowledge }, { allows }) => {
      if (operator?.quantifier !== 'ForAllValues' || operator.comparison === 'Null' || !allows) return
      const known = knowledge.key(key.text)
      if (known === undefined || known.type.startsWith('ArrayOf')) return
      report(`${key.text} has one value, and ForAllValues: also matches requests without it. Remove ForAllValues:.`)
    },
  ),
  {
    code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    type: 'ERROR',
    source: documented('error-unsupported-action-for-condition-key'),
    about: 'An action never carries the condition key of its statement.',
    find(policy, report) {
      let comparisons = 0
      const keys = new Map<StatementOutline, readonly ConditionOutline[]>()
      for (const statement of policy.statements)
        keys.set(
          statement,
          statement.conditions.filter((one) => demands(one)),
        )
      for (const { statement, word, action, service } of namedActions(policy)) {
        for (const { key } of keys.get(statement) ?? []) {
          comparisons += action.conditionKeys.length + 1
          if (comparisons > bounds.comparisons) return
          // Only keys of the action's own service: what else its requests carry is not listed with it.
          if (prefixOf(key.text).toLowerCase() !== service.prefix) continue
          const known = policy.knowledge.key(key.text)
          if (known === undefined || action.conditionKeys.some(({ name }) => name === known.name)) continue
          report(`${word.text} never carries ${key.text}: the condition is never met for it.`, word.place, key.place)
        }
      }
    },
  },
  ofConditions(
    {
      code: 'UNTRUSTWORTHY_CONDITION_KEY',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-untrustworthy-condition-key'),
      about: 'The caller alone decides what the key holds: aws:referer, aws:UserAgent.',
    },
    (condition, report, _policy, { allows }) => {
      if (!allows || !['aws:referer', 'aws:useragent'].includes(lower(condition))) return
      report(`Callers send ${condition.key.text} as they like: it keeps nobody out.`)
    },
  ),
  {
    code: 'MISSING_PAIRED_CONDITION_KEYS',
    type: 'SECURITY_WARNING',
    source: documented('security-warning-missing-paired-condition-keys'),
    about: 'A key says little without the one it belongs to: aws:VpcSourceIp without aws:SourceVpc.',
    find({ statements }, report) {
      for (const { conditions, allows } of statements) {
        const vpcIp = conditions.find((condition) => lower(condition) === 'aws:vpcsourceip')
        if (vpcIp === undefined || !allows) continue
        const pairs = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn']
        if (conditions.some((condition) => pairs.includes(lower(condition)))) continue
        report(
          'Every VPC may have this private address: ask for aws:SourceVpc or aws:SourceVpce as well.',
          vpcIp.key.place,
        )
      }
    },
  },
  {
    code: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
    type: 'SECURITY_WARNING',
    source: documented('security-warning-dynamodb-attributes-without-select'),
    about: 'dynamodb:Attributes alone does not keep whole items from being read.',
    find({ statements }, report) {
      for (const { conditions, allows } of statements) {
        const attributes = conditions.find((condition) => lower(condition) === 'dynamodb:attributes')
        if (attributes === undefined || !allows) continue
        if (conditions.some((condition) => lower(condition) === 'dynamodb:select')) continue
        report(
          'A read that names no attributes returns them all: ask for dynamodb:Select SPECIFIC_ATTRIBUTES as well.',
          attributes.key.place,
        )
      }
    },
  },
  ofConditions(
    {
      code: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
      type: 'SECURITY_WARNING',
      source: documented('security-warning-s3-prefix-in-negative-context'),
      about: 'Who lists a shorter prefix gets around a denied s3:prefix.',
    },
    (condition, report, _policy, { allows, denies }) => {
      if (lower(condition) !== 's3:prefix' || condition.operator === undefined) return
      const negated = /Not/.test(condition.operator.comparison)
      if (!((denies && !negated) || (allows && negated))) return
      report(
        'A shorter prefix lists the same objects and is not held up. Allow prefixes with StringLike, or deny with StringNotLike.',
      )
    },
  ),
  {
    code: 'KEYWARD_KEY_ASKED_TWICE',
    type: 'WARNING',
    about: 'Two operators ask different values of one key, and no request has both.',
    find({ statements }, report) {
      for (const { conditions } of statements) {
        const equals = new Map<string, ConditionOutline>()
        for (const condition of conditions) {
          const { operator } = condition
          if (operator === undefined || operator.quantifier !== undefined || operator.ifExists) continue
          if (operator.comparison !== 'StringEquals' && operator.comparison !== 'StringLike') continue
          if (condition.values.length === 0 || condition.values.some(({ text }) => /[*?$]/.test(text))) continue
          const first = equals.get(lower(condition))
          if (first === undefined) equals.set(lower(condition), condition)
          else if (!condition.values.some(({ text }) => first.values.some((other) => other.text === text))) {
            const values = listed(condition.values.map(({ text }) => text))
            report(
              `${condition.key.text} cannot be ${values} and what is asked above at once.`,
              condition.key.place,
              first.key.place,
            )
          }
        }
      }
    },
  },
]

function* conditionsOf({ statements }: Outline): Generator<ConditionOutline> {
  for (const { conditions } of statements) yield* conditions
}

/** Does an absent key fail the condition? */
function demands({ operator }: ConditionOutline): boolean {
  if (operator === undefined || operator.ifExists || operator.comparison === 'Null') return false
  return operator.quantifier !== 'ForAllValues' && !/Not/.test(operator.comparison)
}
