import { type Check, documented, ofStatements } from '../check.ts'
import {
  type ConditionOutline,
  isEmpty,
  namesNobody,
  type PrincipalOutline,
  type StatementOutline,
  type WordList,
} from '../outline.ts'
import { quoted } from '../quoted.ts'

export const statementChecks: readonly Check[] = [
  {
    code: 'MISSING_STATEMENT',
    type: 'ERROR',
    source: documented('error-missing-statement'),
    refused: true,
    about: 'The policy has no statement.',
    find({ statement, statements, damaged, wrongTypes, place }, report) {
      if (damaged || statements.length > 0) return
      if (statement === undefined) report('The policy has no Statement. Add one.', place)
      else if (wrongTypes.length === 0) report('The list of statements is empty. Add one.', statement)
    },
  },
  ofStatements(
    {
      code: 'MISSING_EFFECT',
      type: 'ERROR',
      source: documented('error-missing-effect'),
      refused: true,
      about: 'The statement does not say whether it allows or denies.',
    },
    ({ names, damaged, place }, report) => {
      if (!names.has('Effect') && !damaged)
        report('The statement has no Effect. Add "Effect": "Allow" or "Deny".', place)
    },
  ),
  ofStatements(
    {
      code: 'INVALID_EFFECT',
      type: 'ERROR',
      source: documented('error-invalid-effect'),
      refused: true,
      about: 'Effect is neither Allow nor Deny, in these letters.',
    },
    ({ effect, allows, denies }, report) => {
      if (effect === undefined || effect.text === 'Allow' || effect.text === 'Deny') return
      const meant = allows ? 'Allow' : denies ? 'Deny' : undefined
      const advice = meant === undefined ? 'Write "Allow" or "Deny".' : `Write "${meant}".`
      report(`The effect ${quoted(effect.text)} is not valid. ${advice}`, effect.place)
    },
  ),
  ofStatements(
    {
      code: 'MISSING_ACTION',
      type: 'ERROR',
      source: documented('error-missing-action'),
      refused: true,
      about: 'The statement names no actions.',
    },
    ({ action, damaged, place }, report) => {
      if (isEmpty(action)) report(`${action.name} is an empty list. Name at least one action.`, action.place)
      if (action !== undefined || damaged) return
      report('The statement has neither Action nor NotAction. Add one of them.', place)
    },
  ),
  ofStatements(
    {
      code: 'MISSING_RESOURCE',
      type: 'ERROR',
      source: documented('error-missing-resource'),
      refused: true,
      about: 'The statement names no resources. Only role trust policies have none.',
    },
    ({ resource, damaged, place }, report, { kind }) => {
      if (kind === 'trust') return
      if (isEmpty(resource)) report(`${resource.name} is an empty list. Name at least one resource.`, resource.place)
      if (resource !== undefined || damaged) return
      report('The statement has neither Resource nor NotResource. Add one of them; "*" is every resource.', place)
    },
  ),
  ofStatements(
    {
      code: 'MISSING_PRINCIPAL',
      type: 'ERROR',
      source: documented('error-missing-principal'),
      refused: true,
      about: 'A statement of a resource, trust or resource control policy does not say for whom it is.',
    },
    ({ principal, damaged, place }, report, { kind }) => {
      if (kind !== 'resource' && kind !== 'trust' && kind !== 'resource-control') return
      if (principal !== undefined && namesNobody(principal)) report('The Principal names nobody.', principal.place)
      if (principal !== undefined || damaged) return
      report('The statement has no Principal. Say for whom it is.', place)
    },
  ),
  {
    code: 'REDUNDANT_STATEMENT',
    type: 'SUGGESTION',
    source: documented('suggestion-redundant-statement'),
    about: 'Two statements say the same, whatever their Sid.',
    find({ statements }, report) {
      const first = new Map<string, StatementOutline>()
      for (const statement of statements) {
        const meaning = meaningOf(statement)
        const other = first.get(meaning)
        if (other === undefined) first.set(meaning, statement)
        else report('This statement says the same as another one. Remove one of the two.', statement.place, other.place)
      }
    },
  },
]

/** The same text for statements that say the same: the order of values, and whether one of them stands in a list, mean nothing. */
function meaningOf({ effect, action, resource, principal, conditions }: StatementOutline): string {
  const list = (of: WordList | undefined, text = (word: string) => word) =>
    of && [of.name, of.words.map((word) => text(word.text)).sort()]
  const lower = (word: string) => word.toLowerCase()
  return JSON.stringify([
    effect?.text,
    list(action, lower),
    list(resource),
    principalMeaning(principal),
    conditions.map(conditionMeaning).sort(),
  ])
}

function principalMeaning(principal: PrincipalOutline | undefined): unknown {
  const entries = principal?.entries.map(({ type, values }) => [type.text, values.map(({ text }) => text).sort()])
  return principal && [principal.name, principal.word?.text, entries]
}

function conditionMeaning({ block, key, values }: ConditionOutline): string {
  return JSON.stringify([block.name.text, key.text.toLowerCase(), values.map(({ text }) => text).sort()])
}
