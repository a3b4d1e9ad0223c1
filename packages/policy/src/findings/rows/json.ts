import { type Check, documented } from '../check.ts'
import { type JsonFaultKind } from '../tolerant-json.ts'

function ofFaults(row: Omit<Check, 'find' | 'type' | 'refused'>, kind: JsonFaultKind): Check {
  return {
    ...row,
    type: 'ERROR',
    refused: true,
    find({ json }, report) {
      for (const fault of json.faults) if (fault.kind === kind) report(fault.message, { path: [], span: fault.span })
    },
  }
}

/** What is wrong before the text is a policy at all. */
export const jsonChecks: readonly Check[] = [
  ofFaults(
    {
      code: 'JSON_SYNTAX_ERROR',
      source: documented('error-json-syntax-error'),
      about: 'The text is not JSON: a comma, colon, quote or bracket is missing or stands where none can.',
    },
    'syntax',
  ),
  ofFaults(
    {
      code: 'KEYWARD_DUPLICATE_ELEMENT',
      about: 'A name stands twice in one object; readers differ in which of the two they take.',
    },
    'duplicate',
  ),
  ofFaults(
    {
      code: 'KEYWARD_UNSUPPORTED_CHARACTER',
      about: 'A character outside of U+0020 to U+00FF, tab and line ends, or half a surrogate pair.',
    },
    'character',
  ),
  ofFaults({ code: 'KEYWARD_NESTED_TOO_DEEP', about: 'The document nests deeper than any policy does.' }, 'depth'),
  ofFaults(
    { code: 'KEYWARD_DOCUMENT_TOO_LONG', about: 'The document is longer than any policy may be, and is not read.' },
    'length',
  ),
]
