import { glob, type Cell } from './pattern.ts'

/** A literal that is none of its family is broken where AWS then fails closed, else it just matches nothing. */
export type Verdict = boolean | 'broken'

export function compareArn(pattern: Cell[] | 'unresolved', arn: string): Verdict {
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

export function ordered(order: string, request: bigint | undefined, policy: bigint | undefined): boolean {
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
export function number(text: string): bigint | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!found || !/\d/.test(text.split(/[eE]/)[0]!)) return undefined
  const [, sign, whole, fraction = '', exponent = '0'] = found
  const shift = 400 + Number(exponent) - fraction.length
  const digits = BigInt(`${whole}${fraction}`)
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift)
  return sign === '-' ? -scaled : scaled
}

export function time(text: string): bigint | undefined {
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

export function bytes(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined
  return Buffer.from(text, 'base64').toString('hex')
}

interface NaiveAddress {
  readonly bits: number
  readonly value: bigint
}

export function compareIp(policy: string, request: string): Verdict {
  let address = ip(request)
  if (!address) return false
  if (address.bits === 128 && address.value >> 32n === 0xffffn) {
    address = { bits: 32, value: address.value & 0xffffffffn }
  }
  const [base, length, ...more] = policy.split('/') as [string, string | undefined, ...string[]]
  const network = ip(base)
  if (!network || network.bits !== address.bits || more.length > 0) return false
  if (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= network.bits)) return false
  const hostBits = BigInt(network.bits - Number(length ?? network.bits))
  if (network.bits === 128 && network.value !== (network.value >> hostBits) << hostBits) return false
  return network.value >> hostBits === address.value >> hostBits
}

export function ip(text: string): NaiveAddress | undefined {
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
