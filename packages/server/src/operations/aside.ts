import type { OwnEvent } from '../audit/event.ts'
import { cookieHeaders } from '../authn/console-cookies.ts'
import type { Browser, Cookie } from '../domain/browser.ts'
import type { RawResponse } from '../domain/http.ts'

/** What an operation gives besides its output: for steps of signing in, which keep things in the browser and record events of their own. */
export interface Aside {
  readonly cookies: Cookie[]
  /** Names and values in turn. */
  readonly headers: string[]
  /** In place of the record of the call. */
  readonly events: OwnEvent[]
}

export const beginAside = (): Aside => ({ cookies: [], headers: [], events: [] })

/** An answer with what was put aside for the browser that called. */
export function withAside(
  response: RawResponse,
  { cookies, headers }: Aside,
  browser: Browser | undefined,
): RawResponse {
  if (browser === undefined || (cookies.length === 0 && headers.length === 0)) return response
  return { ...response, headers: [...response.headers, ...headers, ...cookieHeaders(cookies, browser.origin)] }
}
