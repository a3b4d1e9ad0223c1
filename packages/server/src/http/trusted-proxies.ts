import { BlockList, isIP } from 'node:net'

/** Peers whose forwarding headers are believed. */
export class TrustedProxies {
  readonly #list = new BlockList()
  readonly #none: boolean

  /** Throws where an entry is not an address or a CIDR. */
  constructor(cidrs: readonly string[]) {
    this.#none = cidrs.length === 0
    for (const cidr of cidrs) this.#add(cidr)
  }

  #add(cidr: string): void {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(cidr) ?? []
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    if (isIP(address) === 0 || Number(bits ?? most) > most) throw new Error(`"${cidr}" is not an address or a CIDR`)
    this.#list.addSubnet(address, Number(bits ?? most), family)
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
      const address = plainAddress(hop.trim())
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
