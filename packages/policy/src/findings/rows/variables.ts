import { comparisons } from '../../conditions/operators.ts'
import { type Check, documented } from '../check.ts'
import { type Outline, type Word, within } from '../outline.ts'
import { quoted } from '../quoted.ts'

interface Variable {
  readonly word: Word
  /** Where `${` stands in the text. */
  readonly from: number
  /** What stands between the braces; undefined where the closing one is missing. */
  readonly inside: string | undefined
}

const whole = ({ word, from, inside }: Variable) => within(word, from, inside === undefined ? 2 : inside.length + 3)

export const variableChecks: readonly Check[] = [
  {
    code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
    type: 'ERROR',
    source: documented('error-variable-unsupported-in-version'),
    about: 'Variables are plain text in a policy that does not state version 2012-10-17.',
    find(policy, report) {
      if (policy.variables || policy.damaged) return
      for (const variable of variablesOf(policy)) {
        const message = 'Without "Version": "2012-10-17" this is no variable but plain text.'
        if (variable.inside !== undefined && variable.inside.includes(':')) report(message, whole(variable))
      }
    },
  },
  {
    code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
    type: 'ERROR',
    source: documented('error-variable-unsupported-in-element'),
    about: 'A variable stands where none is replaced: in an action or a principal.',
    find({ statements }, report) {
      for (const { action, principal } of statements) {
        const words = [...(action?.words ?? []), ...(principal?.entries.flatMap(({ values }) => values) ?? [])]
        for (const word of words) {
          for (const variable of variablesIn(word)) {
            report('Variables are replaced in resources and condition values only.', whole(variable))
          }
        }
      }
    },
  },
  {
    code: 'INVALID_VARIABLE_FOR_OPERATOR',
    type: 'ERROR',
    source: documented('error-invalid-variable-for-operator'),
    about: 'Only String and Arn operators replace variables.',
    find({ statements }, report) {
      for (const { operator, values } of statements.flatMap(({ conditions }) => conditions)) {
        if (operator === undefined) continue
        const { family } = comparisons[operator.comparison]
        if (family === 'string' || family === 'arn') continue
        for (const variable of values.flatMap((value) => [...variablesIn(value)])) {
          report(`${operator.comparison} replaces no variables: only String and Arn operators do.`, whole(variable))
        }
      }
    },
  },
  ofVariables(
    'MISSING_BRACE_IN_VARIABLE',
    'error-missing-brace-in-variable',
    'A variable has no closing brace.',
    ({ inside }) => inside === undefined,
  ),
  ofVariables(
    'EMPTY_VARIABLE',
    'error-empty-variable',
    'A variable names nothing.',
    ({ inside }) => inside?.trim() === '',
  ),
  ofVariables(
    'MISSING_QUOTE_IN_VARIABLE',
    'error-missing-quote-in-variable',
    "The default of a variable stands in single quotes: ${aws:username, 'nobody'}.",
    ({ inside }) => inside !== undefined && inside.includes(',') && !/^[^,]*, *'[^']*'$/.test(inside),
  ),
  ofVariables(
    'UNSUPPORTED_SPACE_IN_VARIABLE',
    'error-unsupported-space-in-variable',
    'The name of a variable holds a space.',
    ({ inside }) => {
      const [name = ''] = inside?.split(',') ?? []
      // The names of tags may.
      return name.trim() !== '' && /\s/.test(name.replace(/\/.*$/s, ''))
    },
  ),
  {
    code: 'KEYWARD_UNKNOWN_VARIABLE',
    type: 'WARNING',
    about: 'No request has the key that a variable stands for: it is never replaced.',
    find(policy, report) {
      if (!policy.variables) return
      for (const variable of variablesOf(policy)) {
        const [name = ''] = variable.inside?.split(',') ?? []
        const key = name.trim()
        const prefix = key.slice(0, Math.max(0, key.indexOf(':')))
        if (/^[*?$]?$/.test(key) || prefix.includes('.') || /\s/.test(key)) continue
        const known = prefix === '' ? policy.knowledge.isPrefix('aws') === undefined : isKnown(policy, prefix, key)
        if (!known) report(`No request has a key ${quoted(key)}: the variable is never replaced.`, whole(variable))
      }
    },
  },
]

function isKnown({ knowledge }: Outline, prefix: string, key: string): boolean {
  const asked = prefix.toLowerCase() === 'aws' ? knowledge.isPrefix('aws') : knowledge.service(prefix)
  return asked === undefined || knowledge.key(key) !== undefined
}

function ofVariables(code: string, heading: string, message: string, applies: (variable: Variable) => boolean): Check {
  return {
    code,
    type: 'ERROR',
    source: documented(heading),
    about: message,
    find(policy, report) {
      if (!policy.variables) return
      for (const variable of variablesOf(policy)) if (applies(variable)) report(message, whole(variable))
    },
  }
}

/** What stands as a variable where variables are replaced. */
function* variablesOf({ statements }: Outline): Generator<Variable> {
  for (const { resource, conditions } of statements) {
    for (const word of resource?.words ?? []) yield* variablesIn(word)
    for (const { operator, values } of conditions) {
      const family = operator && comparisons[operator.comparison].family
      if (family === 'string' || family === 'arn') for (const word of values) yield* variablesIn(word)
    }
  }
}

function* variablesIn(word: Word): Generator<Variable> {
  const { text } = word
  for (let from = text.indexOf('${'); from !== -1; from = text.indexOf('${', from + 2)) {
    const close = text.indexOf('}', from)
    yield { word, from, inside: close === -1 ? undefined : text.slice(from + 2, close) }
    // Each that follows lacks the same brace.
    if (close === -1) return
  }
}
