import { createHash } from 'node:crypto'
import type { Browser, CookieName } from '../domain/browser.ts'
import { header, headers, type RawRequest } from '../domain/http.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'
import { cookieValue } from './console-cookies.ts'

/** Does a page call, and not a program with a key? A call that carries a signature is judged by that, whatever cookies come with it. */
export const isFromPage = (request: RawRequest): boolean =>
  header(request, 'authorization') === undefined &&
  !/[?&]x-amz-/i.test(request.target) &&
  header(request, 'x-keyward-console') !== undefined

/**
 * What a page of the console sends beside its call. The Host and the Origin are compared with the origins the console was given, never
 * with each other alone: a rebound name agrees with itself. Throws MisdirectedRequest, OriginRefused or MalformedInput.
 */
export function readBrowser(request: RawRequest, origins: readonly string[]): Browser {
  const host = header(request, 'host')
  const here = origins.filter((origin) => new URL(origin).host === host?.toLowerCase())
  if (here.length === 0) {
    throw new ServiceError(
      'MisdirectedRequest',
      'The console is not served under this host name: see --console-origin.',
    )
  }
  const origin = header(request, 'origin')
  const site = header(request, 'sec-fetch-site')
  if (origin === undefined || !here.includes(origin) || (site !== undefined && site !== 'same-origin')) {
    throw new ServiceError('OriginRefused', 'This call does not come from a page of the console.')
  }
  const handle = header(request, 'x-keyward-console')
  if (handle === undefined || !/^[\w-]{1,64}$/.test(handle)) {
    throw new ServiceError('MalformedInput', 'The header x-keyward-console must hold a session handle, or a hyphen.')
  }
  const session = cookie(request, 'session', origin)
  return {
    origin,
    handle: handle === '-' ? undefined : handle,
    sessionId: session === undefined ? undefined : sessionIdOf(session),
    device: cookie(request, 'device', origin),
    remembered: cookie(request, 'remembered', origin),
    attempt: cookie(request, 'attempt', origin),
  }
}

/** Only this stands in the database: whoever reads it there cannot make the cookie of it. */
export const sessionIdOf = (cookie: string): string => createHash('sha256').update(cookie).digest('hex')

function cookie(request: RawRequest, name: CookieName, origin: string): string | undefined {
  // Over HTTP/1.1 there is one header of this name; a second one is somebody's trick, and its cookies count as doubled.
  const value = cookieValue(headers(request, 'cookie').join(';'), name, origin)
  if (value === 'twice') throw new ServiceError('MalformedInput', `Two cookies named for the ${name} were sent.`)
  return value === undefined || value.length > limits.cookieCharactersMax ? undefined : value
}
