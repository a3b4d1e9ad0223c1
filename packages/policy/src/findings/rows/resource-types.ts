import { compilePattern, matchesPattern, type Pattern } from '../../pattern.ts'
import { bounds } from '../bounds.ts'
import { type Check, documented } from '../check.ts'
import { type KnownAction, type KnownResourceType, type KnownService } from '../knowledge.ts'
import { type Outline, type StatementOutline, type Word } from '../outline.ts'
import { listed, quoted } from '../quoted.ts'
import { splitAction } from './actions.ts'
import { splitArn } from './resources.ts'

/** What the catalogue knows of resources and the actions on them. */
export const resourceTypeChecks: readonly Check[] = [
  {
    code: 'INVALID_ARN_RESOURCE',
    type: 'ERROR',
    source: documented('error-invalid-arn-resource'),
    about: 'No resource type of the service has ARNs of this form.',
    find(policy, report) {
      let comparisons = 0
      for (const statement of resourceful(policy)) {
        for (const word of statement.resource?.words ?? []) {
          const arn = splitArn(word.text)
          const service = arn && policy.knowledge.service(arn.vendor)
          // Keyward's own list of kinds is said by another code.
          if (service === undefined || service.resourceTypes.length === 0 || service.prefix === 'iam') continue
          const types = service.resourceTypes.filter(({ parts }) => parts[2] === service.prefix)
          comparisons += types.length
          if (comparisons > bounds.comparisons) return
          if (types.length === 0 || types.some(lastPartTest(arn?.resource ?? ''))) continue
          const forms = listed(types.map((type) => type.arn.split(':').slice(5).join(':')))
          report(
            `No resource of ${service.name} has an ARN like ${quoted(word.text)}. Its last part is one of: ${forms}.`,
            word.place,
          )
        }
      }
    },
  },
  {
    code: 'KEYWARD_ACTION_NEEDS_ALL_RESOURCES',
    type: 'WARNING',
    about: 'The action knows no resources: only Resource "*" matches it.',
    find(policy, report) {
      for (const { statement, word, action } of namedActions(policy)) {
        if (action.resourceTypes.length > 0 || statement.resource === undefined || statement.resource.negated) continue
        if (statement.resource.words.length === 0 || statement.resource.words.some(({ text }) => isAll(text))) continue
        report(
          `${word.text} is asked on every resource at once: only Resource "*" matches it.`,
          word.place,
          statement.resource.place,
        )
      }
    },
  },
  {
    code: 'KEYWARD_ACTION_WITHOUT_ITS_RESOURCE',
    type: 'WARNING',
    about: 'The statement names no resource of a type that the action is for.',
    find(policy, report) {
      let comparisons = 0
      for (const { statement, word, action, service } of namedActions(policy)) {
        const { resource } = statement
        if (action.resourceTypes.length === 0 || resource === undefined || resource.negated || !resource.whole) continue
        const types = service.resourceTypes.filter(({ name }) => action.resourceTypes.includes(name))
        comparisons += types.length * resource.words.length
        if (comparisons > bounds.comparisons) return
        if (types.length === 0 || resource.words.length === 0) continue
        if (resource.words.some(({ text }) => isAll(text) || types.some(testOf(text)))) continue
        const forms = listed(types.map(({ arn }) => arn))
        report(
          `${word.text} is asked on ${forms}: no resource of the statement is like that.`,
          word.place,
          resource.place,
        )
      }
    },
  },
]

function* resourceful({ statements, kind }: Outline): Generator<StatementOutline> {
  if (kind !== 'trust') yield* statements
}

interface NamedAction {
  readonly statement: StatementOutline
  readonly word: Word
  readonly service: KnownService
  readonly action: KnownAction
}

/** The actions of Allow and Deny that are written out and known. */
export function* namedActions(policy: Outline): Generator<NamedAction> {
  for (const statement of resourceful(policy)) {
    if (statement.action === undefined || statement.action.negated) continue
    for (const word of statement.action.words) {
      const parts = splitAction(word.text)
      const service = parts && policy.knowledge.service(parts.prefix)
      const action = service?.actions.get(parts?.name.toLowerCase() ?? '')
      if (service !== undefined && action !== undefined) yield { statement, word, service, action }
    }
  }
}

const bucket = 'arn:${Partition}:s3:::${BucketName}'

const isAll = (text: string) => /^\*+$/.test(text)

/** Tells whether a resource that is written so, wildcards and variables and all, may be of a type. In doubt it may. */
function testOf(text: string): (type: KnownResourceType) => boolean {
  const arn = splitArn(text)
  if (arn === undefined) return () => true
  const parts = ['arn', arn.partition, arn.vendor, arn.region, arn.account]
  const open = parts.map((part) => /[*?]|\$\{/.test(part))
  const mayBe = lastPartTest(arn.resource)
  return (type) => {
    const fits = parts.every((part, at) => open[at] === true || type.parts[at] === '*' || type.parts[at] === part)
    return fits && mayBe(type)
  }
}

/** The same for the last part of an ARN alone. */
function lastPartTest(resource: string): (type: KnownResourceType) => boolean {
  const text = resource.replaceAll(/\$\{[^}]*\}/g, '*')
  const wild = text.search(/[*?]/)
  const start = text.slice(0, wild)
  let pattern: Pattern | undefined
  return (type) => {
    // The name of a bucket has no slash: what has one is an object.
    if (type.arn === bucket && resource.includes('/')) return false
    if (matchesPattern(type.resource, text)) return true
    if (wild === -1) return false
    // A wildcard may stand for what the type has there. What is written before the first must agree with its form.
    if (type.fixed.startsWith(start) || (type.varies && start.startsWith(type.fixed))) return true
    pattern ??= compilePattern(text)
    return matchesPattern(pattern, type.sample)
  }
}
