/** Every comparison a condition can name. `negated` ones hold when no policy value matches, and when the key is absent. */
export const comparisons = {
  StringEquals: { family: 'string', negated: false },
  StringNotEquals: { family: 'string', negated: true },
  StringEqualsIgnoreCase: { family: 'string', negated: false },
  StringNotEqualsIgnoreCase: { family: 'string', negated: true },
  StringLike: { family: 'string', negated: false },
  StringNotLike: { family: 'string', negated: true },
  NumericEquals: { family: 'numeric', negated: false },
  NumericNotEquals: { family: 'numeric', negated: true },
  NumericLessThan: { family: 'numeric', negated: false },
  NumericLessThanEquals: { family: 'numeric', negated: false },
  NumericGreaterThan: { family: 'numeric', negated: false },
  NumericGreaterThanEquals: { family: 'numeric', negated: false },
  DateEquals: { family: 'date', negated: false },
  DateNotEquals: { family: 'date', negated: true },
  DateLessThan: { family: 'date', negated: false },
  DateLessThanEquals: { family: 'date', negated: false },
  DateGreaterThan: { family: 'date', negated: false },
  DateGreaterThanEquals: { family: 'date', negated: false },
  Bool: { family: 'bool', negated: false },
  BinaryEquals: { family: 'binary', negated: false },
  IpAddress: { family: 'ip', negated: false },
  NotIpAddress: { family: 'ip', negated: true },
  ArnEquals: { family: 'arn', negated: false },
  ArnLike: { family: 'arn', negated: false },
  ArnNotEquals: { family: 'arn', negated: true },
  ArnNotLike: { family: 'arn', negated: true },
  Null: { family: 'null', negated: false },
} as const satisfies Record<string, { family: string; negated: boolean }>

export type Comparison = keyof typeof comparisons

/** An operator as written: an optional set qualifier, a comparison, an optional IfExists. */
export interface ConditionOperator {
  readonly comparison: Comparison
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue'
  readonly ifExists: boolean
}

/** Reads an operator's name, or answers undefined: names are case-sensitive, and Null knows no IfExists. */
export function parseOperator(name: string): ConditionOperator | undefined {
  const [qualifier, rest] = splitQualifier(name)
  const ifExists = rest.endsWith('IfExists')
  const comparison = ifExists ? rest.slice(0, -'IfExists'.length) : rest
  if (!isComparison(comparison) || (ifExists && comparison === 'Null')) return undefined
  return { comparison, ifExists, ...(qualifier && { quantifier: qualifier }) }
}

/** The operator's name, as a document writes it. */
export function printOperator({ comparison, quantifier, ifExists }: ConditionOperator): string {
  return `${quantifier === undefined ? '' : `${quantifier}:`}${comparison}${ifExists ? 'IfExists' : ''}`
}

function splitQualifier(name: string): [ConditionOperator['quantifier'], string] {
  if (name.startsWith('ForAllValues:')) return ['ForAllValues', name.slice('ForAllValues:'.length)]
  if (name.startsWith('ForAnyValue:')) return ['ForAnyValue', name.slice('ForAnyValue:'.length)]
  return [undefined, name]
}

function isComparison(name: string): name is Comparison {
  return Object.hasOwn(comparisons, name)
}
