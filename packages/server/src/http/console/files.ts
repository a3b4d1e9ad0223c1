import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { limits } from '../../domain/limits.ts'

/** What a page of the console may do: run our own scripts and styles, and call this server. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const consoleHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The build writes the console's routes to it. */
const routesFile = 'routes.json'

/** An asset never changes: another content has another name. */
const forever = `public, max-age=${limits.assetSeconds}, immutable`

export interface FileAnswer {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  /** There is no such file. */
  missing(): void
  fault(error: unknown): void
}

/** The built files of the console: the page, and under /assets/ what it loads, each with a hash of its content in its name. */
export class ConsoleFiles {
  /** The first segments of the console's routes: `iam` of `/iam/users`. */
  readonly #roots: ReadonlySet<string>
  readonly #send: ReturnType<typeof sirv>

  /** Undefined where the console was not built. Throws where what stands there is no console. */
  static open(folder: string): ConsoleFiles | undefined {
    const isBuilt = ['index.html', routesFile].every((name) => existsSync(join(folder, name)))
    return isBuilt ? new ConsoleFiles(folder) : undefined
  }

  private constructor(folder: string) {
    this.#roots = rootsOf(JSON.parse(readFileSync(join(folder, routesFile), 'utf8')))
    this.#send = sirv(folder, {
      brotli: true,
      gzip: true,
      extensions: [],
      setHeaders: (outgoing, path) => {
        outgoing.setHeader('Cache-Control', path.startsWith('/assets/') ? forever : 'no-store')
        for (const [name, value] of Object.entries(consoleHeaders)) outgoing.setHeader(name, value)
      },
    })
  }

  /** Is it an address of the page's? Which of them there are it knows by itself. */
  isRoute(path: string): boolean {
    return path === '/' || this.#roots.has(path.split('/')[1] ?? '')
  }

  /** Answers with the page, or with the asset at the request's path. `pinned`: the browser is to come by https from now on. */
  send(answer: FileAnswer, { page, pinned }: { readonly page: boolean; readonly pinned: boolean }): void {
    const { incoming, outgoing, missing, fault } = answer
    if (page) incoming.url = '/index.html'
    // The library reads ranges its own way, and throws at some; who asks for a part may be given the whole.
    delete incoming.headers.range
    outgoing.once('pipe', (file) => {
      // The library listens to neither: a file that went would end the process, a client that went would leave its file open.
      file.once('error', (error) => {
        fault(error)
        outgoing.destroy()
      })
      outgoing.once('close', () => file.destroy())
    })
    if (pinned) outgoing.setHeader('Strict-Transport-Security', `max-age=${limits.strictTransportSeconds}`)
    this.#send(incoming, outgoing, missing)
  }
}

function rootsOf(routes: unknown): ReadonlySet<string> {
  if (!Array.isArray(routes)) throw new Error('routes.json of the console is no list')
  // That of `/` is empty, and so is that of `//example.com`.
  return new Set(routes.flatMap((route) => String(route).split('/')[1] || []))
}
