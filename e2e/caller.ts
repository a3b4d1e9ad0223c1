import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import { sign } from '@keyward/sigv4'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** The `<Code>` of an error, undefined for a success. */
  readonly code: string | undefined
  readonly message: string | undefined
  /** The text of the first element of this name. */
  get(element: string): string | undefined
  all(element: string): readonly string[]
}

export type Parameters = Readonly<Record<string, string>>

export interface CallOptions extends RequestOptions {
  /** Where the service stands, as seen by the client: `/iam/`. */
  readonly path?: string
  readonly service?: 'iam' | 'sts'
  readonly more?: Readonly<Record<string, string>>
}

const versions = { iam: '2010-05-08', sts: '2011-06-15' } as const
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** A client of our own, where a test makes many calls or unusual ones: signed, over a socket, without retries. Rejects without an answer. */
export function call(
  url: string,
  as: Credentials,
  action: string,
  parameters: Parameters = {},
  {
    path = '/',
    service = /^(GetCallerIdentity|GetAccessKeyInfo)$/.test(action) ? 'sts' : 'iam',
    more = {},
    ...options
  }: CallOptions = {},
): Promise<Answer> {
  const body = new URLSearchParams({ Action: action, Version: versions[service], ...parameters }).toString()
  const headers = { Host: new URL(url).host, 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }
  const unsigned = { method: 'POST', target: path, rawHeaders: Object.entries(headers).flat(), body: Buffer.from(body) }
  const signature = sign(unsigned, as, { now: Date.now(), region: 'eu-central-1', service })
  return send(url, body, { ...options, method: 'POST', path, headers: { ...headers, ...signature, ...more } })
}

/** Any request. */
export function send(url: string, body = '', options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const tls = url.startsWith('https:')
    const outgoing = (tls ? httpsRequest : httpRequest)(url, { ...(tls ? {} : { agent }), ...options }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (piece: string) => (text += piece))
      incoming.on('end', () => resolve(readAnswer(incoming, text)))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
    outgoing.end(body)
  })
}

/** A call that must succeed. */
export async function expectOk(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  if (given.status !== 200) throw new Error(`expected a success, got ${given.status} ${given.code}: ${given.message}`)
  return given
}

export const keyIn = (answer: Answer): Credentials => ({
  accessKeyId: answer.get('AccessKeyId') ?? '',
  secretAccessKey: answer.get('SecretAccessKey') ?? '',
})

function readAnswer(incoming: IncomingMessage, body: string): Answer {
  const all = (element: string) =>
    [...body.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((match) => unescape(match[1] ?? ''))
  const { statusCode: status = 0, headers } = incoming
  return {
    status,
    headers,
    body,
    all,
    get: (element) => all(element)[0],
    code: all('Code')[0],
    message: all('Message')[0],
  }
}

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
