import type { Comparison } from '@keyward/policy'
import type { KeyType } from '@keyward/policy/catalogue'

/** What may stand in each object of a policy that belongs to an identity, with what is written after the name. */
export const elements = {
  document: {
    Version: '"2012-10-17"',
    Id: '"${}"',
    Statement: '[\n\t{\n\t\t"Effect": "${Allow}",\n\t\t"Action": "${}",\n\t\t"Resource": "*"\n\t}\n]',
  },
  statement: {
    Sid: '"${}"',
    Effect: '"${}"',
    Action: '"${}"',
    NotAction: '"${}"',
    Resource: '"${}"',
    NotResource: '"${}"',
    Condition: '{\n\t"${}"\n}',
  },
} as const

/** Of two that say the opposite, a statement has one. */
export const opposites: Readonly<Record<string, string>> = {
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
}

type Family = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'any'

/** The operators, and the type of the keys that they are meant for. */
const families = {
  StringEquals: 'String',
  StringNotEquals: 'String',
  StringEqualsIgnoreCase: 'String',
  StringNotEqualsIgnoreCase: 'String',
  StringLike: 'String',
  StringNotLike: 'String',
  ArnEquals: 'ARN',
  ArnLike: 'ARN',
  ArnNotEquals: 'ARN',
  ArnNotLike: 'ARN',
  Bool: 'Bool',
  Null: 'any',
  NumericEquals: 'Numeric',
  NumericNotEquals: 'Numeric',
  NumericLessThan: 'Numeric',
  NumericLessThanEquals: 'Numeric',
  NumericGreaterThan: 'Numeric',
  NumericGreaterThanEquals: 'Numeric',
  DateEquals: 'Date',
  DateNotEquals: 'Date',
  DateLessThan: 'Date',
  DateLessThanEquals: 'Date',
  DateGreaterThan: 'Date',
  DateGreaterThanEquals: 'Date',
  IpAddress: 'IPAddress',
  NotIpAddress: 'IPAddress',
  BinaryEquals: 'any',
} as const satisfies Readonly<Record<Comparison, Family>>

const plain = Object.keys(families)
const optional = plain.filter((name) => name !== 'Null').map((name) => `${name}IfExists`)

/** As they are written, the plain ones first. */
export const operators: readonly string[] = [
  ...plain,
  ...optional,
  ...['ForAllValues', 'ForAnyValue'].flatMap((set) => plain.map((name) => `${set}:${name}`)),
]

/** Whether an operator is made for keys of a type. Text can be compared with all of them. */
export function suits(operator: string, type: KeyType): boolean {
  const [, set, name = ''] = /^(ForAllValues:|ForAnyValue:)?(.*?)(?:IfExists)?$/.exec(operator) ?? []
  const family: Family | undefined = Object.entries(families).find(([one]) => one === name)?.[1]
  const isList = type.startsWith('ArrayOf')
  if (isList !== (set !== undefined)) return false
  return family === 'any' || family === (isList ? type.slice('ArrayOf'.length) : type)
}

/** The variables that a user's requests always fill. */
export const variables = ['${aws:username}', '${aws:userid}', '${aws:PrincipalAccount}', '${aws:SourceIp}'] as const
