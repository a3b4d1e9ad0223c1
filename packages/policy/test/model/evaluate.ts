// A second evaluator, written from the language's rules and not from the engine, of which it imports nothing.
// It knows no compilation, no index and no fast path, and may be slow. Where the two disagree, one is wrong.

export interface NaiveRequest {
  readonly action: string
  readonly resource: string
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

export interface NaiveDecision {
  readonly effect: 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'
  readonly statements: readonly { policy: number; statement: number }[]
}

interface RawStatement {
  Effect: string
  Action?: string | string[]
  NotAction?: string | string[]
  Resource?: string | string[]
  NotResource?: string | string[]
  Condition?: Record<string, Record<string, unknown>>
}

interface RawPolicy {
  Version?: string
  Statement: RawStatement | RawStatement[]
}

/** One character of a pattern; a wild one stands for others. */
interface Cell {
  readonly character: string
  readonly wild: boolean
}

export function evaluateNaively(policies: readonly object[], request: NaiveRequest): NaiveDecision {
  const matched = { Allow: [], Deny: [] } as Record<string, { policy: number; statement: number }[]>
  policies.forEach((raw, policy) => {
    const document = raw as RawPolicy
    const variables = document.Version === '2012-10-17'
    listOf(document.Statement).forEach((one, statement) => {
      if (matches(one, request, variables)) matched[one.Effect]!.push({ policy, statement })
    })
  })
  if (matched['Deny']!.length > 0) return { effect: 'ExplicitDeny', statements: matched['Deny']! }
  if (matched['Allow']!.length > 0) return { effect: 'Allow', statements: matched['Allow']! }
  return { effect: 'ImplicitDeny', statements: [] }
}

function listOf<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value]
}

function matches(statement: RawStatement, request: NaiveRequest, variables: boolean): boolean {
  return (
    actionPart(statement, request) &&
    resourcePart(statement, request, variables) &&
    conditionPart(statement, request, variables)
  )
}

function actionPart(statement: RawStatement, { action }: NaiveRequest): boolean {
  const named = (patterns: string[]) =>
    patterns.some((pattern) => glob(cells(pattern.toLowerCase()), action.toLowerCase()))
  if (statement.Action !== undefined) return named(listOf(statement.Action))
  return !named(listOf(statement.NotAction!))
}

function resourcePart(statement: RawStatement, { resource, context }: NaiveRequest, variables: boolean): boolean {
  const expand = (text: string) => (variables ? substitute(text, context) : cells(text))
  if (statement.Resource !== undefined) {
    return listOf(statement.Resource).some((text) => {
      const pattern = expand(text)
      return pattern !== 'unresolved' && glob(pattern, resource)
    })
  }
  const patterns = listOf(statement.NotResource!).map(expand)
  return patterns.every((pattern) => pattern !== 'unresolved' && !glob(pattern, resource))
}

function cells(text: string, wildcards = true): Cell[] {
  return text.split('').map((character) => ({ character, wild: wildcards && (character === '*' || character === '?') }))
}

/** Fills a table: reachable[i] says that the first i pattern cells can match the text read so far. */
function glob(pattern: readonly Cell[], text: string): boolean {
  const isStar = (cell: Cell | undefined) => cell?.wild === true && cell.character === '*'
  const closure = (reachable: boolean[]) => {
    pattern.forEach((cell, at) => {
      if (reachable[at] && isStar(cell)) reachable[at + 1] = true
    })
    return reachable
  }
  let reachable = closure([true, ...pattern.map(() => false)])
  for (const character of text.split('')) {
    const next = reachable.map(() => false)
    pattern.forEach((cell, at) => {
      if (!reachable[at]) return
      if (isStar(cell)) next[at] = true
      else if (cell.wild || cell.character === character) next[at + 1] = true
    })
    reachable = closure(next)
  }
  return reachable[pattern.length] === true
}

function substitute(text: string, context: NaiveRequest['context']): Cell[] | 'unresolved' {
  const close = (from: number) => text.indexOf('}', from)
  const result: Cell[] = []
  for (let at = 0; at < text.length;) {
    if (!text.startsWith('${', at) || close(at) === -1) {
      result.push(...cells(text[at]!))
      at += 1
      continue
    }
    const inner = text.slice(at + 2, close(at))
    const comma = inner.indexOf(',')
    const quoted = comma > 0 ? /^ *'([^']*)'\}/.exec(text.slice(at + 2 + comma + 1)) : null
    if (['*', '?', '$'].includes(inner)) {
      result.push({ character: inner, wild: false })
      at = close(at) + 1
      continue
    }
    const value = lookUp(context, quoted ? inner.slice(0, comma).trimEnd() : inner)
    if (Array.isArray(value)) return 'unresolved'
    if (value === undefined && !quoted) return 'unresolved'
    result.push(...cells((value as string | undefined) ?? quoted![1]!, false))
    at = quoted ? at + 2 + comma + 1 + quoted[0].length : close(at) + 1
  }
  return result
}

function lookUp(context: NaiveRequest['context'], key: string): string | readonly string[] | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())
  return found?.[1]
}

function conditionPart(statement: RawStatement, request: NaiveRequest, variables: boolean): boolean {
  return Object.entries(statement.Condition ?? {}).every(([operator, body]) =>
    Object.entries(body).every(([key, values]) =>
      holds(operator, key, listOf(values).map(String), request.context, variables, statement.Effect),
    ),
  )
}

function holds(
  written: string,
  key: string,
  values: string[],
  context: NaiveRequest['context'],
  variables: boolean,
  effect: string,
): boolean {
  let operator = written
  let quantifier = ''
  if (operator.includes(':')) [quantifier, operator] = operator.split(':') as [string, string]
  const ifExists = operator.endsWith('IfExists')
  if (ifExists) operator = operator.slice(0, -8)
  const present = lookUp(context, key)

  if (operator === 'Null') {
    const wants = (absent: boolean) => values.some((value) => (value.toLowerCase() === 'true') === absent)
    if (quantifier === '') return wants(present === undefined)
    if (present === undefined) return quantifier === 'ForAllValues'
    const items = typeof present === 'string' ? [present] : present
    return quantifier === 'ForAllValues' ? items.length === 0 || wants(false) : items.length > 0 && wants(false)
  }

  const negated = operator.includes('Not')
  const positive = operator.replace('Not', '')
  if (present === undefined) {
    if (ifExists) return true
    if (quantifier === 'ForAllValues') return true
    if (quantifier === 'ForAnyValue') return false
    return negated
  }
  const one = (requestValue: string): boolean => {
    if (!comparable(positive, requestValue)) return false
    const verdicts = values.map((value) => compare(positive, value, requestValue, context, variables))
    if (effect === 'Deny') {
      const first = verdicts.find((verdict) => verdict === 'broken' || verdict === true)
      if (first === 'broken') return true
    }
    const matched = verdicts.includes(true)
    return negated ? !matched : matched
  }
  if (quantifier === 'ForAllValues') return (typeof present === 'string' ? [present] : present).every(one)
  if (quantifier === 'ForAnyValue') return (typeof present === 'string' ? [present] : present).some(one)
  return typeof present === 'string' && one(present)
}

type Verdict = boolean | 'broken'

/** Addresses and ARNs are compared with nothing else, whatever the policy says. */
function comparable(operator: string, requestValue: string): boolean {
  if (operator === 'IpAddress') return ip(requestValue) !== undefined
  if (operator.startsWith('Arn')) return requestValue.startsWith('arn:') && requestValue.split(':').length >= 6
  return true
}

function compare(
  operator: string,
  policyValue: string,
  requestValue: string,
  context: NaiveRequest['context'],
  variables: boolean,
): Verdict {
  if (/^(String|Arn)/.test(operator)) {
    const pattern = variables ? substitute(policyValue, context) : cells(policyValue)
    if (operator.startsWith('Arn')) return compareArn(pattern, requestValue)
    if (pattern === 'unresolved') return false
    const text = pattern.map(({ character }) => character).join('')
    if (operator === 'StringEquals') return text === requestValue
    if (operator === 'StringEqualsIgnoreCase') return text.toLowerCase() === requestValue.toLowerCase()
    return glob(pattern, requestValue)
  }
  if (operator === 'Bool') return (policyValue.toLowerCase() === 'true') === (requestValue.toLowerCase() === 'true')
  if (operator === 'BinaryEquals') return bytes(policyValue) !== undefined && bytes(policyValue) === bytes(requestValue)
  if (operator === 'IpAddress') return compareIp(policyValue, requestValue)
  if (operator.startsWith('Numeric')) return ordered(operator.slice(7), number(requestValue), number(policyValue))
  return ordered(operator.slice(4), time(requestValue), time(policyValue))
}

function compareArn(pattern: Cell[] | 'unresolved', arn: string): Verdict {
  const given = arn.split(':')
  if (pattern === 'unresolved') return false
  const parts: Cell[][] = [[]]
  for (const cell of pattern) {
    if (cell.character === ':' && parts.length < 6) parts.push([])
    else parts.at(-1)!.push(cell)
  }
  if (parts.length < 6 || !glob(parts[0]!, 'arn')) return 'broken'
  const wanted = [...given.slice(0, 5), given.slice(5).join(':')]
  return wanted.every((part, at) => glob(parts[at]!, part))
}

function ordered(order: string, request: bigint | undefined, policy: bigint | undefined): boolean {
  if (request === undefined || policy === undefined) return false
  switch (order) {
    case 'Equals':
      return request === policy
    case 'LessThan':
      return request < policy
    case 'LessThanEquals':
      return request <= policy
    case 'GreaterThan':
      return request > policy
    case 'GreaterThanEquals':
      return request >= policy
    default:
      throw new Error(`no order ${order}`)
  }
}

/** Scaled by 10^400: random tests keep to exponents below that. */
function number(text: string): bigint | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!found || !/\d/.test(text.split(/[eE]/)[0]!)) return undefined
  const [, sign, whole, fraction = '', exponent = '0'] = found
  const shift = 400 + Number(exponent) - fraction.length
  const digits = BigInt(`${whole}${fraction}`)
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift)
  return sign === '-' ? -scaled : scaled
}

function time(text: string): bigint | undefined {
  if (/^\d+$/.test(text)) return BigInt(text) * 1000n
  const found =
    /^([+-]?\d{1,5})(?:-(\d\d?))?(?:-(\d\d?))?(?:T(\d\d?)?(?::(\d\d))?(?::(\d\d))?(?:\.(\d{1,9}))?(.*))?$/i.exec(text)
  if (!found) return undefined
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone = ''] = found
  const offset = /^(?:z|)$/i.test(zone) ? [0, 0, 0] : /^([+-])(\d\d):?(\d\d)?$/.exec(zone)?.slice(1)
  if (!offset) return undefined
  const [sign, hours, minutes] = offset
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined
  date.setUTCHours(Number(hour), Number(minute), Number(second), Number(`${fraction}000`.slice(0, 3)))
  const away = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return BigInt(date.getTime() - (sign === '-' ? -away : away))
}

function bytes(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined
  return Buffer.from(text, 'base64').toString('hex')
}

interface NaiveAddress {
  readonly bits: number
  readonly value: bigint
}

function compareIp(policy: string, request: string): Verdict {
  let address = ip(request)
  if (!address) return false
  if (address.bits === 128 && address.value >> 32n === 0xffffn) {
    address = { bits: 32, value: address.value & 0xffffffffn }
  }
  const [base, length] = policy.split('/') as [string, string | undefined]
  const network = ip(base)
  if (!network || network.bits !== address.bits) return false
  const hostBits = BigInt(network.bits - Number(length ?? network.bits))
  if (network.bits === 128 && network.value !== (network.value >> hostBits) << hostBits) return false
  return network.value >> hostBits === address.value >> hostBits
}

function ip(text: string): NaiveAddress | undefined {
  if (!text.includes(':')) {
    if (!/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text)) return undefined
    return { bits: 32, value: text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n) }
  }
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (tail) {
    const inner = ip(tail[2]!)
    if (!inner) return undefined
    return ip(`${tail[1]}${(inner.value >> 16n).toString(16)}:${(inner.value & 0xffffn).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const lists = halves.map((half) => (half === '' ? [] : half.split(':')))
  const given = lists.flat()
  if (!given.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  if (halves.length === 1 ? given.length !== 8 : given.length > 7) return undefined
  const filled = halves.length === 1 ? given : [...lists[0]!, ...Array(8 - given.length).fill('0'), ...lists[1]!]
  return { bits: 128, value: filled.reduce((sum: bigint, group: string) => sum * 65536n + BigInt(`0x${group}`), 0n) }
}
