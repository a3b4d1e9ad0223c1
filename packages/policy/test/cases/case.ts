import { type ContextValues } from '../../src/index.ts'

/** One JSON file: a topic, where its promises come from, and the cases. */
export interface CaseFile {
  readonly topic: string
  readonly source?: string
  readonly cases: readonly Case[]
}

/**
 * What a case leaves out is filled in. `policies` in full; or the `statement` of one policy; or only a `condition`,
 * which then guards one statement that allows everything.
 */
export interface Case {
  readonly name: string
  readonly source?: string
  readonly version?: '2012-10-17' | '2008-10-17' | 'missing'
  readonly policies?: readonly object[]
  readonly statement?: object | readonly object[]
  readonly condition?: object
  readonly effect?: 'Allow' | 'Deny'
  readonly action?: string
  readonly resource?: string
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly expected: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'
  readonly statements?: readonly (readonly [policy: number, statement: number])[]
}

export interface CaseRequest {
  readonly action: string
  readonly resource: string
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

export function policiesOf({ policies, version = '2012-10-17', statement, condition, effect = 'Allow' }: Case) {
  if (policies) return policies
  const written = version === 'missing' ? {} : { Version: version }
  const guarded = { Effect: effect, Action: '*', Resource: '*', Condition: condition }
  return [{ ...written, Statement: statement ?? guarded }]
}

export function requestOf({ action = 'iam:GetUser', resource = '*', context = {} }: Case): CaseRequest {
  return { action, resource, context }
}

/** Keys of a request are looked up in lower case. */
export function contextOf(context: CaseRequest['context']): ContextValues {
  return new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]))
}

/** Prints a document in the characters that policies may use; all others become escapes. */
export function print(document: object): string {
  return JSON.stringify(document).replace(
    /[^\u0020-\u00FF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
