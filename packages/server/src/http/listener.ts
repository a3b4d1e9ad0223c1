import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pieces } from '../domain/blob-in-pieces.ts'
import type { RawRequest, RawResponse } from '../domain/http.ts'
import { mintRequestId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'
import { protocolOf, protocols } from '../protocol/protocols.ts'
import { BodyRoom, readBody, type BodyBounds } from './body.ts'
import { Connection } from './connection.ts'
import type { FileResponse } from './console/console.ts'
import { plainText } from './plain-text.ts'
import { readHead, type RequestHead } from './request-head.ts'
import { clientOf, localPeer, readAddress, type TrustedProxies } from './client-address.ts'

/** What one client, and all of them together, may take. Times in milliseconds. */
export interface ListenerBounds extends BodyBounds {
  readonly headerBytesMax: number
  readonly headerCountMax: number
  readonly headersTimeout: number
  readonly requestTimeout: number
  readonly keepAliveTimeout: number
  readonly idleTimeout: number
  readonly lingerTimeout: number
  readonly timeoutCheckEvery: number
  readonly connectionsMax: number
  readonly pipelinedMax: number
}

export interface ListenerOptions {
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
  readonly trustedProxies: TrustedProxies
  readonly basePath: string
  /** By default those of `limits`. */
  readonly bounds?: Partial<ListenerBounds>
  /** Answers a well-formed request. It never throws. */
  answer(request: RawRequest): Promise<RawResponse | FileResponse>
  /** A request that was refused before it was one: for metrics. */
  refused(reason: string): void
  /** A peer that is not trusted names a client beyond it: all who come through it look like one, and share what one may do. */
  disbelieved(peer: string): void
  /** What must not happen did: for the operator's eyes. */
  fault(requestId: string, error: unknown): void
}

/** On everything that is not a file of a console: a presigned GET is a page that someone else wrote. */
const guardHeaders = [
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'Content-Security-Policy',
  "default-src 'none'; sandbox; frame-ancestors 'none'",
]

/** The HTTP front: bounds, what Node lets through and we refuse, and the answer's bytes. It does not listen yet. */
export function createListener(options: ListenerOptions): Server {
  const bounds: ListenerBounds = { ...limits, ...options.bounds }
  const settings = {
    maxHeaderSize: bounds.headerBytesMax,
    headersTimeout: bounds.headersTimeout,
    requestTimeout: bounds.requestTimeout,
    keepAliveTimeout: bounds.keepAliveTimeout,
    connectionsCheckingInterval: bounds.timeoutCheckEvery,
    // We say it ourselves, with a request id.
    requireHostHeader: false,
    insecureHTTPParser: false,
  }
  const server: Server = options.tls
    ? createTlsServer({ ...settings, ...options.tls, handshakeTimeout: bounds.headersTimeout })
    : createServer(settings)
  // Node would drop those beyond a count of its own and say nothing, and a header that was signed or doubled must not vanish.
  server.maxHeadersCount = 0
  server.maxConnections = bounds.connectionsMax
  // Nobody keeps a connection by not reading what is sent on it.
  server.timeout = bounds.idleTimeout
  const front = new Front(options, bounds, server)
  server.on('request', (incoming, outgoing) => void front.respond(incoming, outgoing))
  server.on('checkContinue', (incoming, outgoing) => void front.respond(incoming, outgoing, true))
  server.on('checkExpectation', (incoming, outgoing) => front.refuseExpectation(incoming, outgoing))
  server.on('connect', (_, socket) => front.refuseTunnel(socket as Socket))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => front.refuseUnreadable(error, socket as Socket))
  return server
}

class Front {
  readonly #options: ListenerOptions
  readonly #bounds: ListenerBounds
  readonly #room: BodyRoom
  readonly #server: Server
  readonly #refusals: Readonly<Record<'too large' | 'no room', ServiceError>>

  constructor(options: ListenerOptions, bounds: ListenerBounds, server: Server) {
    this.#options = options
    this.#bounds = bounds
    this.#room = new BodyRoom(bounds)
    this.#server = server
    this.#refusals = {
      'too large': new ServiceError('RequestEntityTooLarge', `The request body exceeds ${bounds.bodyBytesMax} bytes`),
      'no room': new ServiceError('ServiceUnavailable', 'The service is unavailable. Please try again.'),
    }
  }

  /** `waiting`: the client sends its body only when it is told to go on. */
  async respond(incoming: IncomingMessage, outgoing: ServerResponse, waiting = false): Promise<void> {
    const connection = this.#connection(incoming.socket)
    if (connection.isClosing) {
      // It came behind a request that was refused: where that one ended is not certain.
      incoming.resume()
      return
    }
    connection.begin(incoming, outgoing)
    const lease = this.#room.lease()
    try {
      const head = readHead(incoming.url ?? '', incoming.rawHeaders, this.#bounds.headerCountMax)
      const peer = this.#peerOf(incoming.socket)
      // The client has gone: nobody hears an answer, and nothing may be judged without its address.
      if (peer === undefined) return void incoming.socket.destroy()
      const request = rawRequest(incoming, head, this.#options, peer)
      if (head.forwardedFor !== undefined && !this.#options.trustedProxies.has(peer)) this.#options.disbelieved(peer)
      const fault =
        request.sourceIp === 'unreadable'
          ? unreadableHop
          : connection.inFlight > this.#bounds.pipelinedMax
            ? tooManyAtOnce
            : this.#faultIn(head)
      if (fault !== undefined) return this.#refuse(connection, outgoing, request, fault)
      if (waiting) outgoing.writeContinue()
      const body = await readBody(incoming, this.#bounds.bodyBytesMax, lease)
      if (body.fault === 'gone') return
      if (body.fault !== undefined) return this.#refuse(connection, outgoing, request, this.#refusals[body.fault])
      const response = await this.#options.answer({ ...request, body: body.bytes })
      if ('send' in response) this.#sendFile(incoming, outgoing, response)
      else await this.#send(outgoing, response)
    } catch (error) {
      const requestId = mintRequestId()
      this.#options.fault(requestId, error)
      if (outgoing.headersSent) outgoing.destroy()
      else {
        connection.closeAfter(outgoing)
        this.#send(outgoing, { status: 500, headers: ['x-amzn-RequestId', requestId], body: '' })
      }
    } finally {
      lease.release()
    }
  }

  /** Before a byte of the body is read, and before a client that waits for a word is told to go on. */
  #faultIn({ fault, contentLength }: RequestHead): ServiceError | undefined {
    if (fault !== undefined) return new ServiceError('MalformedInput', fault)
    return contentLength > this.#bounds.bodyBytesMax ? this.#refusals['too large'] : undefined
  }

  #refuse(connection: Connection, outgoing: ServerResponse, request: RawRequest, error: ServiceError): void {
    this.#options.refused(error.code)
    connection.closeAfter(outgoing)
    this.#send(outgoing, protocols[protocolOf(request)].renderError(error, request, undefined, mintRequestId()))
  }

  /** Of the expectations HTTP knows one. */
  refuseExpectation(incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.#options.refused('expectation')
    this.#connection(incoming.socket).closeAfter(outgoing)
    this.#send(outgoing, { status: 417, headers: ['x-amzn-RequestId', mintRequestId()], body: '' })
  }

  /** This is no proxy. Node has let go of the socket. */
  refuseTunnel(socket: Socket): void {
    this.#options.refused('connect')
    socket.on('error', () => socket.destroy())
    socket.resume()
    this.#connection(socket).sayLast(rawAnswer('405 Method Not Allowed', 'Allow: GET, POST'))
  }

  /** What the HTTP parser itself refused, or what did not come in time: no request to answer, so the bytes are written by hand. */
  refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const connection = this.#connection(socket)
    // It has heard why already; what it sends after that is not looked at.
    if (connection.isClosing) return
    const { status, reason } = unreadable.get(error.code ?? '') ?? { status: '400 Bad Request', reason: 'unreadable' }
    this.#options.refused(reason)
    connection.sayLast(rawAnswer(status))
  }

  /** A socket forgets its peer when the client resets it; a UNIX socket never had one. */
  #peerOf(socket: Socket): string | undefined {
    if (typeof this.#server.address() === 'string') return localPeer
    return socket.remoteAddress === undefined ? undefined : readAddress(socket.remoteAddress)
  }

  #connection(socket: Socket): Connection {
    return Connection.of(socket, this.#bounds.lingerTimeout)
  }

  #sendFile(incoming: IncomingMessage, outgoing: ServerResponse, { send }: FileResponse): void {
    if (outgoing.destroyed) return
    this.#endIfStopping(outgoing)
    send({
      incoming,
      outgoing,
      missing: () => this.#send(outgoing, plainText(404, 'There is no such file.')),
      fault: (error) => this.#options.fault(mintRequestId(), error),
    })
  }

  /** A server that stops lets no connection wait for a next call. */
  #endIfStopping(outgoing: ServerResponse): void {
    if (!this.#server.listening) outgoing.shouldKeepAlive = false
  }

  /** Resolves when a body in pieces is sent; anything else is only handed over. */
  #send(outgoing: ServerResponse, { status, headers, body }: RawResponse): Promise<void> | undefined {
    if (outgoing.destroyed) return undefined
    this.#endIfStopping(outgoing)
    const whole = typeof body === 'string' || Buffer.isBuffer(body)
    const length = whole ? Buffer.byteLength(body) : body.length
    outgoing.writeHead(status, [...headers, ...guardHeaders, 'Content-Length', String(length)])
    if (!whole) return sendPieces(outgoing, body)
    outgoing.end(body)
    return undefined
  }
}

/** One piece after the other, as the client takes them. Where one is missing the connection breaks off: less than was promised is no answer. */
async function sendPieces(outgoing: ServerResponse, pieces: Pieces): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 1 }), outgoing)
  } catch (error) {
    // A client that goes away breaks off too, and nothing is wrong.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
  }
}

function rawRequest(
  { method, url, rawHeaders, socket }: IncomingMessage,
  { forwardedFor, forwardedProto }: RequestHead,
  { trustedProxies, basePath }: ListenerOptions,
  peer: string,
): RawRequest {
  const client = clientOf(peer, forwardedFor, trustedProxies)
  return {
    method: method ?? '',
    target: url ?? '',
    basePath,
    rawHeaders,
    body: nothing,
    sourceIp: client === localPeer ? undefined : client,
    secure: 'encrypted' in socket || (trustedProxies.has(peer) && forwardedProto === 'https'),
  }
}

const nothing = Buffer.alloc(0)

const tooManyAtOnce = new ServiceError('Throttling', 'Rate exceeded')

const unreadableHop = new ServiceError(
  'MalformedInput',
  'The header x-forwarded-for of a trusted proxy holds something that is not an address',
)

/** What Node's codes mean to a client, and their names in metrics; all others are unreadable. */
const unreadable: ReadonlyMap<string, { status: string; reason: string }> = new Map([
  ['HPE_HEADER_OVERFLOW', { status: '431 Request Header Fields Too Large', reason: 'headers too large' }],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', { status: '413 Payload Too Large', reason: 'chunk extensions too large' }],
  ['ERR_HTTP_REQUEST_TIMEOUT', { status: '408 Request Timeout', reason: 'too slow' }],
])

function rawAnswer(status: string, ...more: string[]): string {
  const lines = [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', `x-amzn-RequestId: ${mintRequestId()}`]
  for (let i = 0; i < guardHeaders.length; i += 2) lines.push(`${guardHeaders[i] ?? ''}: ${guardHeaders[i + 1] ?? ''}`)
  return `${[...lines, ...more].join('\r\n')}\r\n\r\n`
}
