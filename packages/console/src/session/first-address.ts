import type { Output } from '../api/types.ts'

interface Place {
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

/**
 * Where somebody without a session is sent: to signing in, with the address to return to. Whom this browser remembers goes
 * straight to the page of that account. Undefined where the address may stand.
 */
export function firstAddress(
  { pathname, search, hash }: Place,
  { Session, Remembered }: Pick<Output<'signin', 'Begin'>, 'Session' | 'Remembered'>,
): string | undefined {
  if (Session || /^\/signin(\/|$)/.test(pathname)) return undefined
  const account = Remembered ? `/${encodeURIComponent(Remembered.Account)}` : ''
  const here = `${pathname}${search}${hash}`
  const home = here === '/' || here === '/iam/home'
  return `/signin${account}${home ? '' : `?return=${encodeURIComponent(here)}`}`
}
