import { accountAddress } from './account-address.ts'
import type { Begun } from './begin.ts'

interface Place {
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

/**
 * Where somebody without a session is sent: to signing in, with the address to return to. Whom this browser remembers goes
 * straight to the page of that account, also from the main page, unless that was only loaded again. Undefined where the
 * address may stand.
 */
export function firstAddress(
  { pathname, search, hash }: Place,
  { Session, Remembered }: Pick<Begun, 'Session' | 'Remembered'>,
  { reloaded = false } = {},
): string | undefined {
  if (Session) return undefined
  const signIn = Remembered ? accountAddress(Remembered.Account) : '/signin'
  if (/^\/signin\/?$/.test(pathname)) return Remembered && !reloaded ? `${signIn}${search}` : undefined
  if (pathname.startsWith('/signin/')) return undefined
  const here = `${pathname}${search}${hash}`
  return here === '/' || here === '/iam/home' ? signIn : `${signIn}?return=${encodeURIComponent(here)}`
}
