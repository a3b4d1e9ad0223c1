/** Headers of which Node would keep one, join all, or let the last win: two of them mean different things to two readers. */
const single = new Set([
  'host',
  'x-amz-date',
  'x-amz-security-token',
  'content-type',
  'authorization',
  'content-length',
  'transfer-encoding',
])

/**
 * What is wrong with the head of a request, before anything else is looked at; undefined where nothing is. `rawHeaders`: names and
 * values in turn, all of them.
 */
export function faultInHead(target: string, rawHeaders: readonly string[], headerCountMax: number): string | undefined {
  if (!target.startsWith('/')) return 'The request target must start with "/"'
  if (rawHeaders.length > 2 * headerCountMax) return `The request has more than ${headerCountMax} headers`
  const seen = new Set<string>()
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]?.toLowerCase() ?? ''
    if (name === 'transfer-encoding' && rawHeaders[i + 1]?.trim().toLowerCase() !== 'chunked') {
      return 'The only Transfer-Encoding that is accepted is "chunked"'
    }
    if (!single.has(name)) continue
    if (seen.has(name)) return `The header ${name} must not be given more than once`
    seen.add(name)
  }
  return seen.has('host') ? undefined : 'The header host is missing'
}
