import { printOperator } from './conditions/operators.ts'
import { type Condition, type Matcher, type PolicyDocument, type PrincipalMatcher, type Statement } from './document.ts'
import { quote } from './quote.ts'

/** What is printed. Members are a list: their order is the document's, which an object would not keep for keys of digits. */
type Printed =
  string | readonly string[] | { readonly members: readonly Member[] } | { readonly items: readonly Printed[] }
type Member = readonly [key: string, value: Printed]

/**
 * Prints a document in one canonical way: JSON, indented by two spaces, members in AWS's order, a list of one value as that value.
 * Parsed again it is the same document.
 */
export function printPolicy({ version, id, statements }: PolicyDocument): string {
  const members: Member[] = [
    ['Version', version],
    ...optional('Id', id),
    ['Statement', { items: statements.map(printedStatement) }],
  ]
  return print({ members }, '')
}

function printedStatement({ sid, effect, principal, action, resource, conditions }: Statement): Printed {
  return {
    members: [
      ...optional('Sid', sid),
      ['Effect', effect],
      ...(principal ? [printedPrincipal(principal)] : []),
      printedMatcher('Action', action),
      ...(resource ? [printedMatcher('Resource', resource)] : []),
      ...(conditions.length > 0 ? [['Condition', printedConditions(conditions)] as const] : []),
    ],
  }
}

function optional(key: string, value: string | undefined): readonly Member[] {
  return value === undefined ? [] : [[key, value]]
}

function printedMatcher(name: string, { negated, values }: Matcher): Member {
  return [negated ? `Not${name}` : name, printedList(values)]
}

function printedPrincipal({ negated, values }: PrincipalMatcher): Member {
  const key = negated ? 'NotPrincipal' : 'Principal'
  if (values.some(({ type }) => type === '*')) return [key, '*']
  const byType = Map.groupBy(values, ({ type }) => type)
  const members = [...byType].map(([type, names]): Member => [type, printedList(names.map(({ value }) => value))])
  return [key, { members }]
}

function printedConditions(conditions: readonly Condition[]): Printed {
  const byOperator = Map.groupBy(conditions, ({ operator }) => printOperator(operator))
  const members = [...byOperator].map(([operator, body]): Member => [
    operator,
    { members: body.map(({ key, values }): Member => [key, printedList(values)]) },
  ])
  return { members }
}

function printedList(values: readonly string[]): Printed {
  const [only, ...others] = values
  return only !== undefined && others.length === 0 ? only : values
}

function print(value: Printed, indent: string): string {
  if (typeof value === 'string') return quote(value)
  const inner = `${indent}  `
  if ('members' in value) {
    return enclose(
      '{',
      value.members.map(([key, member]) => `${quote(key)}: ${print(member, inner)}`),
      '}',
      indent,
    )
  }
  const items = 'items' in value ? value.items : value
  return enclose(
    '[',
    items.map((item) => print(item, inner)),
    ']',
    indent,
  )
}

function enclose(open: string, lines: readonly string[], close: string, indent: string): string {
  if (lines.length === 0) return open + close
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`
}
