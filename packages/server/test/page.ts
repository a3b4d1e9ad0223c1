import { sessionIdOf } from '../src/authn/browser.ts'
import { dispatch, type House } from '../src/dispatch.ts'
import type { RawRequest, RawResponse } from '../src/domain/http.ts'
import type { ServiceName } from '../src/protocol/model.ts'
import { textOf } from './text-of.ts'

export const consoleOrigin = 'https://console.keyward.test'

export interface JsonAnswer {
  readonly status: number
  /** Names in lower case; Set-Cookie joined by newlines. */
  readonly headers: ReadonlyMap<string, string>
  /** Of a refusal. */
  readonly code: string | undefined
  readonly message: string | undefined
  readonly body: Readonly<Record<string, never>>
}

/** Names in lower case; values of one name joined by newlines. */
export function headersByName({ headers }: RawResponse): ReadonlyMap<string, string> {
  const byName = new Map<string, string>()
  for (let i = 0; i < headers.length; i += 2) {
    const [name = '', value = ''] = [headers[i]?.toLowerCase(), headers[i + 1]]
    const before = byName.get(name)
    byName.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return byName
}

export async function readJsonAnswer(response: RawResponse): Promise<JsonAnswer> {
  const json = JSON.parse(await textOf(response)) as Record<string, never>
  const { __type: code, message } = json as { __type?: string; message?: string }
  return { status: response.status, headers: headersByName(response), code, message, body: json }
}

/** A page of the console in a browser of its own: keeps cookies, and says the handle of its session. */
export class Page {
  readonly #house: House
  readonly origin: string
  /** By the names they have on the wire. */
  readonly cookies = new Map<string, string>()
  handle = '-'
  sourceIp = '192.0.2.7'

  constructor(house: House, origin = consoleOrigin) {
    this.#house = house
    this.origin = origin
  }

  /** A call as the console makes it. */
  call(service: ServiceName, operation: string, input: object = {}): Promise<JsonAnswer> {
    return this.send(this.request(`/api/${service}/${operation}`, JSON.stringify(input)))
  }

  /** Signs in, and speaks for that session from then on. */
  async signIn(input: object): Promise<void> {
    const { body, code } = await this.call('signin', 'SignIn', input)
    const { Session: session } = body as { readonly Session?: { readonly Handle: string } }
    if (session === undefined) throw new Error(`nobody was signed in: ${code ?? 'another step is next'}`)
    this.handle = session.Handle
  }

  /** The request of a call, which a test may spoil before it sends it. */
  request(target: string, body: string): RawRequest {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      method: 'POST',
      target,
      basePath: '',
      rawHeaders: [
        ...['Host', new URL(this.origin).host, 'Origin', this.origin, 'Sec-Fetch-Site', 'same-origin'],
        ...['Content-Type', 'application/json', 'X-Keyward-Console', this.handle],
        ...(cookies === '' ? [] : ['Cookie', cookies]),
      ],
      body: Buffer.from(body),
      sourceIp: this.sourceIp,
      secure: this.origin.startsWith('https:'),
    }
  }

  /** Sends a request and keeps the cookies of the answer. */
  async send(request: RawRequest): Promise<JsonAnswer> {
    const answer = await readJsonAnswer(await dispatch(request, this.#house))
    for (const cookie of answer.headers.get('set-cookie')?.split('\n') ?? []) this.#keep(cookie)
    return answer
  }

  /** The row of the session in this browser. */
  get sessionId(): string {
    return sessionIdOf(this.cookies.get('__Host-keyward') ?? '')
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
