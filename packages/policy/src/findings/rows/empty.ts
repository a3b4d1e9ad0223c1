import { type Check, documented, ofStatements } from '../check.ts'
import { type ConditionOutline, isEmpty, namesNobody } from '../outline.ts'
import { quoted } from '../quoted.ts'

/** Lists of no values: what they come to. That some of them are refused as well is said by other codes. */
export const emptyChecks: readonly Check[] = [
  ofLists('EMPTY_ARRAY_ACTION', 'action', 'The statement is about no action, and does nothing.'),
  ofLists('EMPTY_ARRAY_RESOURCE', 'resource', 'The statement is about no resource, and does nothing.'),
  ofStatements(
    {
      code: 'EMPTY_OBJECT_PRINCIPAL',
      type: 'SUGGESTION',
      source: documented('suggestion-empty-object-principal'),
      about: 'Principal is an empty object: the statement is for nobody.',
    },
    ({ principal }, report) => {
      if (principal !== undefined && namesNobody(principal) && principal.entries.length === 0) {
        report('The Principal is empty: the statement is for nobody.', principal.place)
      }
    },
  ),
  ofStatements(
    {
      code: 'EMPTY_ARRAY_PRINCIPAL',
      type: 'SUGGESTION',
      source: documented('suggestion-empty-array-principal'),
      about: 'A list of principals is empty: the statement is for nobody.',
    },
    ({ principal }, report) => {
      for (const { type, values, place } of principal?.entries ?? []) {
        if (values.length === 0) report(`The list of principals under ${quoted(type.text)} is empty.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'EMPTY_OBJECT_CONDITION',
      type: 'SUGGESTION',
      source: documented('suggestion-empty-object-condition'),
      about: 'A condition block is empty: it asks for nothing.',
    },
    ({ condition, blocks }, report, { json }) => {
      if (condition !== undefined && blocks.length === 0 && json.faults.length === 0) {
        report('The Condition is empty: it asks for nothing. Remove it, or say what it asks for.', condition)
      }
      for (const { empty, name, place } of blocks) {
        if (empty) report(`Nothing stands under ${quoted(name.text)}: it asks for nothing.`, place)
      }
    },
  ),
  ofConditions(
    {
      code: 'EMPTY_ARRAY_CONDITION',
      source: documented('suggestion-empty-array-condition'),
      about: 'A condition lists no values: a positive operator never matches, a negated one always.',
    },
    ({ operator }) => operator !== undefined && operator.quantifier === undefined && !operator.ifExists,
    (key) => `The condition on ${key} lists no values: no value can meet it.`,
  ),
  ofConditions(
    {
      code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
      source: documented('suggestion-empty-array-condition-forallvalues'),
      about: 'ForAllValues with an empty list matches only where the key is absent.',
    },
    ({ operator }) => operator?.quantifier === 'ForAllValues',
    (key) => `ForAllValues with no values matches only where ${key} is absent. Say that with Null instead.`,
  ),
  ofConditions(
    {
      code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
      source: documented('suggestion-empty-array-condition-foranyvalue'),
      about: 'ForAnyValue with an empty list never matches.',
    },
    ({ operator }) => operator?.quantifier === 'ForAnyValue',
    (key) => `ForAnyValue with no values never matches: the statement does nothing, whatever ${key} is.`,
  ),
  ofConditions(
    {
      code: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
      source: documented('suggestion-empty-array-condition-ifexists'),
      about: 'IfExists with an empty list matches only where the key is absent.',
    },
    ({ operator }) => operator?.ifExists === true && operator.quantifier === undefined,
    (key) => `IfExists with no values matches only where ${key} is absent. Say that with Null instead.`,
  ),
]

function ofConditions(
  row: Omit<Check, 'find' | 'type'>,
  applies: (condition: ConditionOutline) => boolean,
  message: (key: string) => string,
): Check {
  return ofStatements({ ...row, type: 'SUGGESTION' }, ({ conditions }, report) => {
    for (const condition of conditions) {
      const { values, whole, key, place } = condition
      if (values.length === 0 && whole && applies(condition)) report(message(quoted(key.text)), place)
    }
  })
}

function ofLists(code: string, part: 'action' | 'resource', message: string): Check {
  const source = documented(`suggestion-${code.toLowerCase().replaceAll('_', '-')}`)
  return ofStatements({ code, type: 'SUGGESTION', source, about: message }, (statement, report) => {
    const list = statement[part]
    if (isEmpty(list)) report(message, list.place)
  })
}
