import { type Check, documented, ofStatements } from '../check.ts'
import { didYouMean, quoted } from '../quoted.ts'

/** Elements that there are not, of the wrong type, or that exclude each other. */
export const elementChecks: readonly Check[] = [
  {
    code: 'INVALID_POLICY_ELEMENT',
    type: 'ERROR',
    source: documented('error-invalid-policy-element'),
    refused: true,
    about: 'There is no policy element of this name. Their names are case-sensitive.',
    find({ unknown }, report) {
      for (const { name, meant, place } of unknown) {
        report(`There is no policy element ${quoted(name)}.${didYouMean(meant)}`, place)
      }
    },
  },
  {
    code: 'DATA_TYPE_MISMATCH',
    type: 'ERROR',
    source: documented('error-data-type-mismatch'),
    refused: true,
    about: 'The value is of another JSON type than the element takes.',
    find({ wrongTypes }, report) {
      for (const { expected, place } of wrongTypes) report(`This must be ${expected}.`, place)
    },
  },
  ofStatements(
    {
      code: 'UNSUPPORTED_ELEMENT_COMBINATION',
      type: 'ERROR',
      source: documented('error-unsupported-element-combination'),
      refused: true,
      about:
        'An element stands beside its opposite: Action and NotAction, Resource and NotResource, Principal and NotPrincipal.',
    },
    ({ pairs }, report) => {
      for (const { names, place } of pairs) {
        report(`${names[0]} and ${names[1]} cannot stand in one statement. Remove one of them.`, place)
      }
    },
  ),
]
