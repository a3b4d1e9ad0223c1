import { type Check, documented, ofStatements } from '../check.ts'
import { bounds } from '../bounds.ts'
import { type Outline, type StatementOutline, type Word } from '../outline.ts'
import { matchesPattern, compilePattern } from '../../pattern.ts'
import { didYouMean, quoted } from '../quoted.ts'
import { nearest } from '../spelling.ts'

const actionsOf = ({ action }: StatementOutline): readonly Word[] => action?.words ?? []

const vendor = /^[A-Za-z0-9.-]+$/

/** An action of the form that IAM takes, `*` alone left out. */
export function splitAction(text: string): { prefix: string; name: string } | undefined {
  const [prefix = '', name, more] = text.split(':', 3)
  return name === undefined || more !== undefined || !vendor.test(prefix) ? undefined : { prefix, name }
}

export const actionChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'KEYWARD_ACTION_WITHOUT_SERVICE',
      type: 'ERROR',
      refused: true,
      about: 'An action is neither * nor service:Name.',
    },
    (statement, report, { knowledge }) => {
      for (const { text, place } of actionsOf(statement)) {
        if (text === '*' || text.includes(':')) continue
        const meant = knowledge.isPrefix(text) ? `${text.toLowerCase()}:*` : undefined
        report(`The action ${quoted(text)} names no service. Write service:Action.${didYouMean(meant)}`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_ACTION_COLONS',
      type: 'ERROR',
      refused: true,
      about: 'An action has more than one colon.',
    },
    (statement, report) => {
      for (const { text, place } of actionsOf(statement)) {
        if (text.split(':', 3).length > 2) report(`The action ${quoted(text)} has more than one colon.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'KEYWARD_ACTION_SERVICE_FORM',
      type: 'ERROR',
      refused: true,
      about: 'What stands before the colon of an action is no prefix: a wildcard, a variable, or nothing.',
    },
    (statement, report) => {
      for (const { text, place } of actionsOf(statement)) {
        const [prefix = '', name, more] = text.split(':', 3)
        if (name === undefined || more !== undefined || vendor.test(prefix)) continue
        report(`${quoted(prefix)} is no service prefix: in it no wildcard stands for anything.`, place)
      }
    },
  ),
  {
    code: 'INVALID_SERVICE_IN_ACTION',
    type: 'ERROR',
    source: documented('error-invalid-service-in-action'),
    about: 'No service has the prefix of the action.',
    find(policy, report) {
      let asked = 0
      for (const { word, prefix } of parts(policy)) {
        if (policy.knowledge.isPrefix(prefix) !== false) continue
        const meant = ++asked <= bounds.spellings ? nearest(prefix, policy.knowledge.prefixes()) : undefined
        report(`There is no service with the prefix ${quoted(prefix)}.${didYouMean(meant)}`, word.place)
      }
    },
  },
  {
    code: 'INVALID_ACTION',
    type: 'ERROR',
    source: documented('error-invalid-action'),
    about: 'The service has no action of this name.',
    find(policy, report) {
      let asked = 0
      for (const { word, prefix, name } of parts(policy)) {
        const service = policy.knowledge.service(prefix)
        if (service === undefined || /[*?]/.test(name) || service.actions.has(name.toLowerCase())) continue
        const names = () => [...service.actions.values()].map((action) => action.name)
        const meant = ++asked <= bounds.spellings ? nearest(name, names()) : undefined
        const offered = meant && `${service.prefix}:${meant}`
        report(`${service.name} has no action ${quoted(name)}.${didYouMean(offered)}`, word.place)
      }
    },
  },
  {
    code: 'KEYWARD_ACTION_MATCHES_NOTHING',
    type: 'WARNING',
    about: 'No action of the service matches the wildcards.',
    find(policy, report) {
      let comparisons = 0
      for (const { word, prefix, name } of parts(policy)) {
        const service = policy.knowledge.service(prefix)
        if (service === undefined || !/[*?]/.test(name) || name === '*') continue
        comparisons += service.actions.size
        if (comparisons > bounds.comparisons) return
        const pattern = compilePattern(name.toLowerCase())
        if ([...service.actions.keys()].some((known) => matchesPattern(pattern, known))) continue
        report(`No action of ${service.name} matches ${quoted(word.text)}.`, word.place)
      }
    },
  },
]

function* parts(policy: Outline): Generator<{ word: Word; prefix: string; name: string }> {
  for (const statement of policy.statements) {
    for (const word of actionsOf(statement)) {
      const found = splitAction(word.text)
      if (found !== undefined) yield { word, ...found }
    }
  }
}
