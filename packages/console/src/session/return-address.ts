import { paths } from '../paths.ts'

/** The dashboard: where somebody goes who came from nowhere. */
const home = '/iam/home'

const routes = paths
  .filter((path) => !path.startsWith('/signin'))
  .map((path) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`))

/**
 * Where to go after signing in. What the address bar said is taken only if, as the browser would read it, it is ours and a
 * route of the console that is no page of signing in; it is put together anew from its parts. Anything else is the dashboard.
 */
export function returnAddress(value: string | null, origin: string): string {
  const url = value === null || !URL.canParse(value, origin) ? undefined : new URL(value, origin)
  if (url?.origin !== origin || !routes.some((route) => route.test(url.pathname))) return home
  return `${url.pathname}${url.search}${url.hash}`
}
