import { header, type RawRequest, type RawResponse } from '../../domain/http.ts'
import { plainText } from '../plain-text.ts'
import type { ConsoleFiles, FileAnswer } from './files.ts'
import { isLoopbackAddress, isLoopbackName, originOf } from './origins.ts'

/** An answer that writes itself. */
export interface FileResponse {
  send(answer: FileAnswer): void
}

interface ConsoleOptions {
  readonly files: ConsoleFiles
  /** At least one. */
  readonly origins: readonly string[]
  /** Where the server listens. */
  readonly port: number | undefined
}

/**
 * The console for people: its page at the addresses of its routes, and what the page loads. The page is the same for everyone and for
 * every route; who is signed in it asks for. It stands at the root of its origin, whatever the base path: a path protects nothing from
 * the other pages of its origin.
 */
export class Console {
  readonly #options: ConsoleOptions

  constructor(options: ConsoleOptions) {
    this.#options = options
  }

  /** Undefined where the address is none of the console's. Calls are taken out before. */
  answer(request: RawRequest): RawResponse | FileResponse | undefined {
    const { files } = this.#options
    const [path = ''] = request.target.split('?', 1)
    const isAsset = path.startsWith('/assets/')
    if (!isAsset && !files.isRoute(path)) return undefined
    const host = header(request, 'host')?.toLowerCase() ?? ''
    const refusal = isAsset ? undefined : this.#refusalAt(host, request)
    if (refusal !== undefined) return refusal
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainText(405, 'The console is read by GET.', 'Allow', 'GET, HEAD')
    }
    return { send: (answer) => files.send(answer, { page: !isAsset, pinned: this.#isPinned(host, request) }) }
  }

  /** The page is given to the hosts it was meant for: a page of a rebound name would be of the same origin as whoever rebound it. */
  #refusalAt(host: string, { method, target }: RawRequest): RawResponse | undefined {
    const { origins, port } = this.#options
    if (originOf(host, origins) !== undefined) return undefined
    const address = `${origins[0] ?? ''}${target}`
    if ((method === 'GET' || method === 'HEAD') && port !== undefined && isLoopbackAddress(host, port)) {
      return plainText(302, address, 'Location', address)
    }
    return plainText(421, `The console does not answer under this name. Its address is ${origins[0] ?? ''}`)
  }

  /** Not a loopback name: that one is every program's on the machine, and some speak no TLS. */
  #isPinned(host: string, { secure }: RawRequest): boolean {
    const isTls = secure || originOf(host, this.#options.origins)?.startsWith('https:') === true
    return isTls && !isLoopbackName(host.replace(/:\d+$/, ''))
  }
}
