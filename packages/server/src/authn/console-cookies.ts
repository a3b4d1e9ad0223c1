import type { Cookie, CookieName } from '../domain/browser.ts'

/**
 * The names of our cookies at an origin. Under https the browser itself sees to it that nobody else set them (`__Host-`). On loopback
 * they carry the port: cookies know none, and two servers of one machine would overwrite each other's.
 */
function cookieName(name: CookieName, origin: string): string {
  const { protocol, port } = new URL(origin)
  const suffix = name === 'session' ? '' : `-${name}`
  return protocol === 'https:' ? `__Host-keyward${suffix}` : `keyward${suffix}-${port === '' ? '80' : port}`
}

/** The value of one of our cookies; `twice` where two of its name came: one of them is not ours. */
export function cookieValue(sent: string | undefined, name: CookieName, origin: string): string | undefined | 'twice' {
  if (sent === undefined) return undefined
  const wanted = `${cookieName(name, origin)}=`
  let found: string | undefined
  for (const part of sent.split(';')) {
    const pair = part.trim()
    if (!pair.startsWith(wanted)) continue
    if (found !== undefined) return 'twice'
    found = pair.slice(wanted.length)
  }
  return found === '' ? undefined : found
}

/** `Set-Cookie` headers. No page's script reads them, and no other site's request carries them. */
export const cookieHeaders = (cookies: readonly Cookie[], origin: string): readonly string[] =>
  cookies.flatMap(({ name, value, secondsMax }) => {
    const age = value === undefined ? '; Max-Age=0' : secondsMax === undefined ? '' : `; Max-Age=${secondsMax}`
    const secure = origin.startsWith('https:') ? '; Secure' : ''
    const text = `${cookieName(name, origin)}=${value ?? ''}; Path=/${age}; HttpOnly; SameSite=Strict${secure}`
    return ['Set-Cookie', text]
  })
