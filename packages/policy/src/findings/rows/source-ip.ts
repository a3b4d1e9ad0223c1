import { type Address, type Network, parseNetwork } from '../../conditions/ip.ts'
import { type Check, documented, ofStatements } from '../check.ts'

/**
 * AWS also reports private addresses for aws:SourceIp, because it sees public ones only. A service of one's own is called from private
 * networks too, where such a condition does what it says: that is left out.
 */
export const sourceIpChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'IMPROVE_IP_RANGE',
      type: 'SUGGESTION',
      source: documented('suggestion-improve-ip-range'),
      about: 'A network has bits set behind its prefix, which count for nothing.',
    },
    ({ conditions }, report) => {
      for (const { operator, values } of conditions) {
        if (operator?.comparison !== 'IpAddress' && operator?.comparison !== 'NotIpAddress') continue
        for (const { text, place } of values) {
          const network = text.includes('/') ? parseNetwork(text) : undefined
          const masked = network && maskedIpv4(network)
          if (masked === undefined || masked === text) continue
          report(`Bits behind the prefix count for nothing: this is ${masked}.`, place)
        }
      }
    },
  ),
]

/** An IPv4 network with the bits behind its prefix cleared, as text. */
function maskedIpv4({ groups, prefix }: Network): string | undefined {
  const [high, low] = groups
  if (groups.length !== 2 || high === undefined || low === undefined) return undefined
  const address: Address = [high & mask(prefix), low & mask(prefix - 16)]
  const bytes = address.flatMap((group) => [group >>> 8, group & 0xff])
  return `${bytes.join('.')}/${prefix}`
}

function mask(bits: number): number {
  return (0xffff << (16 - Math.min(16, Math.max(0, bits)))) & 0xffff
}
