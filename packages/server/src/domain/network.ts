import { isIPv6 } from 'node:net'

/**
 * The network an address is counted with: `192.0.2.0/24`, `2001:db8:0:1::/64`. One household or tenant has as much of IPv6 to itself;
 * clients on a UNIX socket, which have no address, are one.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unix'
  if (!isIPv6(address)) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = groupsOf(head)
  // Whatever `::` stands for fills up to eight groups; a trailing IPv4 address takes two.
  const after = groupsOf(tail ?? '')
  const length = after.length + (after.at(-1)?.includes('.') === true ? 1 : 0)
  while (tail !== undefined && groups.length + length < 8) groups.push('0')
  const [a, b, c, d] = [...groups, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${a}:${b}:${c}:${d}::/64`
}

/**
 * The network around that one, where a single sender easily has the whole: an IPv6 /48 holds 65,536 of the above, and costs nothing. Of
 * IPv4 it is the same network.
 */
export const wideNetworkOf = (address: string | undefined): string =>
  networkOf(address).replace(/:[^:]+::\/64$/, '::/48')

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'))
