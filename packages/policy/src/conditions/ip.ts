import { type ValueTest } from './value-test.ts'

/** An address as its 16-bit groups: two for IPv4, eight for IPv6. */
export type Address = readonly number[]

/** A network as a policy writes it. It keeps its family: `::ffff:10.0.0.0/104` is no way to say 10.0.0.0/8. */
export interface Network {
  readonly groups: Address
  readonly prefix: number
}

const dot = '.'.charCodeAt(0)
const zero = '0'.charCodeAt(0)
const nine = '9'.charCodeAt(0)

/** Reads the address of a request. An IPv4-mapped IPv6 address is the IPv4 address it carries. */
export function parseAddress(text: string): Address | undefined {
  if (!text.includes(':')) return parseIpv4(text)
  // The dotted tail counts as two groups.
  const dotted = text.lastIndexOf('.') === -1 ? text.length : text.lastIndexOf(':') + 1
  const tail = dotted < text.length ? parseIpv4(text.slice(dotted)) : []
  if (!tail) return undefined
  const groups = parseIpv6(text.slice(0, dotted) + tail.map((group) => group.toString(16)).join(':'))
  const mapped = groups && groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0)
  return mapped ? groups.slice(6) : groups
}

/**
 * Reads a single address or a CIDR of a policy, or undefined. Bits behind an IPv4 prefix are ignored;
 * an IPv6 network with such bits, or one written with a dotted tail, is malformed.
 */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', prefixText, more] = text.split('/', 3)
  const ipv6 = address.includes(':')
  const groups = ipv6 ? parseIpv6(address) : parseIpv4(address)
  if (!groups || more !== undefined) return undefined
  if (prefixText === undefined) return { groups, prefix: groups.length * 16 }
  const prefix = /^[0-9]{1,3}$/.test(prefixText) ? Number(prefixText) : Infinity
  if (prefix > groups.length * 16) return undefined
  if (ipv6 && groups.some((group, index) => (group & ~groupMask(prefix, index)) !== 0)) return undefined
  return { groups, prefix }
}

export function contains({ groups, prefix }: Network, address: Address): boolean {
  if (groups.length !== address.length) return false
  for (let index = 0; index < groups.length; index += 1) {
    if ((((groups[index] ?? 0) ^ (address[index] ?? 0)) & groupMask(prefix, index)) !== 0) return false
  }
  return true
}

function groupMask(prefix: number, index: number): number {
  const bits = Math.min(16, Math.max(0, prefix - index * 16))
  return (0xffff << (16 - bits)) & 0xffff
}

function parseIpv4(text: string): Address | undefined {
  let address = 0
  let byte = 0
  let digits = 0
  let dots = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === dot && digits > 0) {
      address = address * 256 + byte
      dots += 1
      byte = 0
      digits = 0
    } else if (character >= zero && character <= nine) {
      // A leading zero means octal to some readers and decimal to others; it means nothing here.
      if (digits > 0 && byte === 0) return undefined
      byte = byte * 10 + character - zero
      digits += 1
      if (byte > 255) return undefined
    } else return undefined
    if (dots > 3) return undefined
  }
  if (dots !== 3 || digits === 0) return undefined
  return [Math.floor(address / 256), (address % 256) * 256 + byte]
}

function parseIpv6(text: string): Address | undefined {
  const [head = '', tail, more] = text.split('::', 3)
  if (more !== undefined) return undefined
  const before = parseGroups(head)
  if (!before || tail === undefined) return before?.length === 8 ? before : undefined
  const after = parseGroups(tail)
  // The double colon stands for at least one group.
  if (!after || before.length + after.length > 7) return undefined
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after]
}

function parseGroups(text: string): number[] | undefined {
  if (text === '') return []
  const groups = text.split(':', 9)
  if (groups.length > 8 || !groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined
  return groups.map((group) => parseInt(group, 16))
}

/** A request value that is no address satisfies neither IpAddress nor NotIpAddress. */
export function ipTest(negated: boolean, values: readonly string[]): ValueTest {
  const networks = values.map(parseNetwork).filter((value) => value !== undefined)
  return (text) => {
    const address = parseAddress(text)
    if (!address) return false
    return networks.some((network) => contains(network, address)) !== negated
  }
}
