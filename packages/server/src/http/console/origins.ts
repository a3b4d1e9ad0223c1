import type { Address } from '../address.ts'

/**
 * `https://iam.example.com`, as a browser writes an origin. Undefined for anything with a path or a password, and for http unless its
 * name is localhost or ends so: no browser resolves these to another machine.
 */
export function parseConsoleOrigin(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.href !== `${url.origin}/` || !/^[a-z0-9.-]+$|^\[/.test(url.hostname)) return undefined
  if (url.protocol === 'http:') return isLoopbackName(url.hostname) ? url.origin : undefined
  return url.protocol === 'https:' ? url.origin : undefined
}

/** Where a server at this address has its console: the given origins, or on loopback two of its own. The first is the one it names. */
export function consoleOriginsAt(
  address: Address,
  { given, tls }: { readonly given: readonly string[]; readonly tls: boolean },
): readonly string[] {
  if (given.length > 0) return given
  if (!address.loopback || address.kind === 'socket') return []
  // Cookies know no ports: a name of our own keeps those of other programs on this machine apart. Not every browser resolves it.
  return ['keyward.localhost', 'localhost'].map(
    (name) => new URL(`${tls ? 'https' : 'http'}://${name}:${address.port}`).origin,
  )
}

/** `localhost` and what ends so. */
export const isLoopbackName = (hostname: string): boolean => /^(?:.+\.)?localhost$/.test(hostname)

/** The origin that a Host header means, among these. */
export const originOf = (host: string, origins: readonly string[]): string | undefined =>
  origins.find((origin) => new URL(origin).host === host)

/** Is this Host header the loopback address itself, at this port? */
export function isLoopbackAddress(host: string, port: number): boolean {
  const [, given] = /^(?:127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/.exec(host) ?? [undefined, 'none']
  return given === undefined ? port === 80 || port === 443 : Number(given) === port
}
