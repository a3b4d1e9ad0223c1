import { compilePattern, matchesPattern } from '../../pattern.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { type Location } from '../finding.ts'
import { isIdentity } from '../kind.ts'
import { type StatementOutline, type WordList } from '../outline.ts'

interface Family {
  /** In lower case. */
  readonly action: string
  readonly type: 'SECURITY_WARNING' | 'WARNING'
  /** How the codes and AWS's headings begin. */
  readonly code: string
  readonly heading: string
  /** What is let in, for a sentence. */
  readonly risk: string
  /** A condition that narrows the permission enough. */
  readonly narrowing: string | undefined
  readonly advice: string
}

const passRole: Family = {
  action: 'iam:passrole',
  type: 'SECURITY_WARNING',
  code: 'PASS_ROLE',
  heading: 'security-warning-pass-role',
  risk: 'any role can be passed to a service, and with it all that the role may do',
  narrowing: 'iam:passedtoservice',
  advice: 'Name the roles, or ask for iam:PassedToService.',
}

const createServiceLinkedRole: Family = {
  action: 'iam:createservicelinkedrole',
  type: 'WARNING',
  code: 'CREATE_SLR',
  heading: 'general-warning-create-slr',
  risk: 'service-linked roles can be created for any service',
  narrowing: 'iam:awsservicename',
  advice: 'Name the roles, or ask for iam:AWSServiceName.',
}

type Way = 'named' | 'wildcard' | 'not'

/** AWS has a code for each way that an action and a resource are given in: the actions' way, then the resources'. */
const variants: readonly (readonly [code: string, action: Way, resource: 'star' | 'not', how: string])[] = [
  ['WITH_NOT_RESOURCE', 'named', 'not', 'NotResource leaves all others'],
  [
    'WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    'wildcard',
    'not',
    'the wildcard includes it and NotResource leaves all others',
  ],
  ['WITH_NOT_ACTION_AND_NOT_RESOURCE', 'not', 'not', 'NotAction includes it and NotResource leaves all others'],
  ['WITH_STAR_IN_RESOURCE', 'named', 'star', 'the resources end in a wildcard'],
  ['WITH_STAR_IN_ACTION_AND_RESOURCE', 'wildcard', 'star', 'the wildcards of actions and resources include it'],
  ['WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', 'not', 'star', 'NotAction includes it and the resources end in a wildcard'],
]

export const roleActionChecks: readonly Check[] = [passRole, createServiceLinkedRole].flatMap((family) =>
  variants.map(([code, action, resource, how]) =>
    ofStatements(
      {
        code: `${family.code}_${code}`,
        type: family.type,
        source: documented(`${family.heading}-${code.toLowerCase().replaceAll('_', '-')}`),
        about: `With ${how}, ${family.risk}.`,
      },
      (statement, report, { kind }) => {
        if (!isIdentity(kind) || !statement.allows || isNarrowed(statement, family)) return
        const places = [
          actionPlace(statement.action, action, family.action),
          resourcePlace(statement.resource, resource),
        ]
        const [first, second] = places
        if (first && second) report(`${capital(how)}: ${family.risk}. ${family.advice}`, first, second)
      },
    ),
  ),
)

function isNarrowed({ conditions }: StatementOutline, { narrowing }: Family): boolean {
  return conditions.some(({ key }) => key.text.toLowerCase() === narrowing)
}

/** Where the list lets the action in, if it does so in this way. */
function actionPlace(list: WordList | undefined, way: Way, action: string): Location | undefined {
  if (list === undefined) return undefined
  const matching = list.words.filter(({ text }) => matchesPattern(compilePattern(text.toLowerCase()), action))
  if (list.negated) return way === 'not' && matching.length === 0 ? list.place : undefined
  const named = matching.find(({ text }) => !/[*?]/.test(text))
  if (named !== undefined) return way === 'named' ? named.place : undefined
  return way === 'wildcard' ? matching[0]?.place : undefined
}

/** Where the list lets every role in, if it does so in this way. */
function resourcePlace(list: WordList | undefined, way: 'star' | 'not'): Location | undefined {
  if (list === undefined) return undefined
  if (list.negated) return way === 'not' ? list.place : undefined
  if (way === 'not') return undefined
  return list.words.find(({ text }) => /^\*+$|^arn:[^:]*:iam::[^:]*:(?:\*+|role\/\*+)$/.test(text))?.place
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
