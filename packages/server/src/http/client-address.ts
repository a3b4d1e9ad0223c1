import { BlockList, isIP } from 'node:net'

/** A peer on a UNIX socket has no address; it may be named as a trusted proxy by this word. */
export const localPeer = 'unix'

/** Peers whose forwarding headers are believed. */
export class TrustedProxies {
  readonly #list = new BlockList()
  readonly #none: boolean
  #local = false

  /** Throws where an entry is not an address, a CIDR, or `unix`. */
  constructor(cidrs: readonly string[]) {
    this.#none = cidrs.length === 0
    for (const cidr of cidrs) {
      if (cidr === localPeer) this.#local = true
      else this.#add(cidr)
    }
  }

  #add(cidr: string): void {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(cidr) ?? []
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    if (isIP(address) === 0 || Number(bits ?? most) > most) throw new Error(`"${cidr}" is not an address or a CIDR`)
    this.#list.addSubnet(address, Number(bits ?? most), family)
  }

  has(peer: string): boolean {
    if (this.#none) return false
    if (peer === localPeer) return this.#local
    return this.#list.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4')
  }
}

/**
 * Where a request came from: the address of its client, or `localPeer` on a UNIX socket. `unreadable`: a trusted proxy named something
 * that is no address. It must not count as the proxy's own: a policy that denies by address would let it pass.
 */
export function clientOf(peer: string, forwardedFor: string | undefined, trusted: TrustedProxies): string {
  if (forwardedFor === undefined || !trusted.has(peer)) return peer
  // The last hop that is not a trusted proxy itself; where all are, the first.
  let client = peer
  for (const hop of forwardedFor.split(',').reverse()) {
    const address = readHop(hop.trim())
    if (address === undefined) return 'unreadable'
    client = address
    if (!trusted.has(address)) break
  }
  return client
}

/** `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:443`, as proxies write them. */
function readHop(hop: string): string | undefined {
  const [, bracketed, withPort] = /^\[([^\]]*)\](?::\d{1,5})?$|^([^:]+):\d{1,5}$/.exec(hop) ?? []
  return readAddress(bracketed ?? withPort ?? hop)
}

/** An address without what a socket adds to it: the zone of a link, or IPv6 around IPv4. Undefined for anything that is none. */
export function readAddress(text: string): string | undefined {
  const address = text.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) === 0 ? undefined : address
}
