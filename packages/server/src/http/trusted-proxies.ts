import { BlockList, isIP } from 'node:net'

/** Peers whose forwarding headers are believed. */
export class TrustedProxies {
  readonly #list = new BlockList()
  readonly #none: boolean

  /** Throws where an entry is not an address or a CIDR. */
  constructor(cidrs: readonly string[]) {
    this.#none = cidrs.length === 0
    for (const cidr of cidrs) {
      const [address = '', bits] = cidr.split('/')
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
      if (isIP(address) === 0) throw new Error(`${cidr} is not an address or a CIDR`)
      if (bits === undefined) this.#list.addAddress(address, family)
      else this.#list.addSubnet(address, Number(bits), family)
    }
  }

  has(address: string): boolean {
    if (this.#none) return false
    const family = isIP(address)
    return family !== 0 && this.#list.check(address, family === 6 ? 'ipv6' : 'ipv4')
  }

  /** The client behind the peer: the last hop of X-Forwarded-For that is not a trusted proxy itself. */
  clientBehind(peer: string, forwardedFor: string | undefined): string {
    if (forwardedFor === undefined || !this.has(peer)) return peer
    let client = peer
    for (const hop of forwardedFor.split(',').reverse()) {
      const address = hop.trim()
      if (isIP(address) === 0) break
      client = address
      if (!this.has(address)) break
    }
    return client
  }
}

/** An IPv4 client on a socket of both families shows as `::ffff:192.0.2.1`. */
export const plainAddress = (address = ''): string =>
  address.startsWith('::ffff:') ? address.replace(/^::ffff:(?=\d+\.)/i, '') : address
