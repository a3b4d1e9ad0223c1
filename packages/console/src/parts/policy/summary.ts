import { parsePolicy, PolicyError, type PolicyDocument, type Statement } from '@keyward/policy'
import type { AccessLevel, ServiceEntry } from '@keyward/policy/catalogue'

/** What one statement says of one service. */
export interface SummaryRow {
  readonly effect: Statement['effect']
  /** Counted from 1, with its Sid where it has one. */
  readonly statement: number
  readonly sid: string | undefined
  /** The prefix of its actions; undefined for all services. */
  readonly service: string | undefined
  /** NotAction: everything but these. */
  readonly except: readonly string[]
  /** As the statement writes them, without the prefix. */
  readonly actions: readonly string[]
  readonly resources: { readonly negated: boolean; readonly values: readonly string[] }
  /** The keys of its conditions. */
  readonly conditions: readonly string[]
}

/** A document by statement and service; undefined where the server would not take it. */
export function summarise(text: string): readonly SummaryRow[] | undefined {
  let document: PolicyDocument
  try {
    document = parsePolicy(text, 'identity-managed')
  } catch (error) {
    if (error instanceof PolicyError) return undefined
    throw error
  }
  return document.statements.flatMap((statement, at) => rowsOf(statement, at + 1))
}

function rowsOf({ effect, sid, action, resource, conditions }: Statement, statement: number): SummaryRow[] {
  const row = {
    effect,
    statement,
    sid,
    except: [] as readonly string[],
    resources: resource ?? { negated: false, values: [] },
    conditions: [...new Set(conditions.map(({ key }) => key))],
  }
  if (action.negated) return [{ ...row, service: undefined, except: action.values, actions: [] }]
  const services = new Map<string | undefined, string[]>()
  for (const value of action.values) {
    const colon = value.indexOf(':')
    const prefix = colon === -1 ? undefined : value.slice(0, colon).toLowerCase()
    const known = services.get(prefix)
    if (known) known.push(value.slice(colon + 1))
    else services.set(prefix, [value.slice(colon + 1)])
  }
  return [...services].map(([service, actions]) => ({ ...row, service, actions }))
}

/** How much of each access level some action patterns reach. */
export interface Reach {
  readonly whole: boolean
  readonly full: readonly AccessLevel[]
  readonly limited: readonly AccessLevel[]
}

const levels: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Tagging', 'Permissions management']

/** By the catalogue of the service: AWS's levels, each in full or in part. */
export function reachOf(patterns: readonly string[], { actions }: ServiceEntry): Reach {
  const matchers = [...new Set(patterns)].map(matcherOf)
  const reached = actions.filter(({ name }) => matchers.some((matches) => matches(name)))
  const count = (list: typeof actions, level: AccessLevel) =>
    list.filter(({ accessLevel }) => accessLevel === level).length
  const some = levels.filter((level) => count(reached, level) > 0)
  return {
    whole: reached.length === actions.length,
    full: some.filter((level) => count(reached, level) === count(actions, level)),
    limited: some.filter((level) => count(reached, level) < count(actions, level)),
  }
}

/** Action patterns know `*` and `?`, and no case. At most pattern × name steps: a star that was tried is never tried again. */
function matcherOf(pattern: string): (name: string) => boolean {
  const wanted = pattern.toLowerCase()
  return (name) => {
    const text = name.toLowerCase()
    let [at, next, star, mark] = [0, 0, -1, 0]
    while (at < text.length) {
      if (wanted[next] === '*') {
        star = next++
        mark = at
      } else if (wanted[next] === '?' || wanted[next] === text[at]) {
        next++
        at++
      } else if (star === -1) return false
      else {
        next = star + 1
        at = ++mark
      }
    }
    return /^\**$/.test(wanted.slice(next))
  }
}
