/** What a page of the console sends beside a call. No secret is in it: the session cookie comes as its hash. */
export interface Browser {
  /** One of the origins the console was given, exactly. */
  readonly origin: string
  /** The public handle of the session the page was opened with; undefined before sign-in. */
  readonly handle: string | undefined
  /** SHA-256 of the session cookie, in hex; undefined where there is none. */
  readonly sessionId: string | undefined
  /** The other cookies, as they came. */
  readonly device: string | undefined
  readonly remembered: string | undefined
  readonly attempt: string | undefined
}

/** What this server keeps in a browser: the session, a device that has signed in before, whom to offer, and a sign-in under way. */
export type CookieName = 'session' | 'device' | 'remembered' | 'attempt'

export interface Cookie {
  readonly name: CookieName
  /** Undefined: it goes. */
  readonly value: string | undefined
  /** Undefined: until the browser is closed. */
  readonly secondsMax: number | undefined
}
