import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { RawRequest, RawResponse } from '../domain/http.ts'
import { mintRequestId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError, type ErrorCode } from '../errors.ts'
import { query } from '../protocol/query/index.ts'
import { readBody } from './body.ts'
import { faultInHead } from './request-checks.ts'
import { plainAddress, type TrustedProxies } from './trusted-proxies.ts'

export interface ListenerOptions {
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
  readonly trustedProxies: TrustedProxies
  readonly basePath: string
  /** Answers a well-formed request. It never throws. */
  answer(request: RawRequest): Promise<RawResponse>
  /** A request that was refused before it was one: for metrics. */
  refused(reason: string): void
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
  const settings = {
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: 2_000,
    // We say it ourselves, with a request id.
    requireHostHeader: false,
    insecureHTTPParser: false,
  }
  const server: Server = options.tls ? createTlsServer({ ...settings, ...options.tls }) : createServer(settings)
  server.maxHeadersCount = limits.headerCountMax
  server.maxConnections = limits.connectionsMax
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => void respond(incoming, outgoing, options)
  server.on('request', serve)
  // Sizes are looked at before a client is told to go on.
  server.on('checkContinue', (incoming, outgoing) => {
    const declared = Number(incoming.headers['content-length'] ?? 0)
    if (declared <= limits.bodyBytesMax) outgoing.writeContinue()
    serve(incoming, outgoing)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseSocket(error, socket, options))
  return server
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, options: ListenerOptions): Promise<void> {
  const request = rawRequest(incoming, options, Buffer.alloc(0))
  const fault = faultInHead(request.target, request.rawHeaders)
  if (fault !== undefined) {
    refuse(outgoing, request, options, 'MalformedInput', fault)
    return
  }
  const body = await readBody(incoming, limits.bodyBytesMax)
  if (body === 'gone') return
  if (body === 'too large') {
    refuse(outgoing, request, options, 'RequestEntityTooLarge', `The request body exceeds ${limits.bodyBytesMax} bytes`)
    return
  }
  send(outgoing, await options.answer(body.length === 0 ? request : { ...request, body }))
}

function rawRequest(
  incoming: IncomingMessage,
  { trustedProxies, basePath }: ListenerOptions,
  body: Buffer,
): RawRequest {
  const { socket, headers } = incoming
  const peer = plainAddress(socket.remoteAddress)
  const trusted = trustedProxies.has(peer)
  const forwardedFor = headers['x-forwarded-for']
  const overTls = 'encrypted' in socket
  return {
    method: incoming.method ?? '',
    target: incoming.url ?? '',
    basePath,
    rawHeaders: incoming.rawHeaders,
    body,
    sourceIp: trusted ? trustedProxies.clientBehind(peer, String(forwardedFor ?? '')) : peer,
    secure: overTls || (trusted && headers['x-forwarded-proto'] === 'https'),
  }
}

function send(outgoing: ServerResponse, { status, headers, body }: RawResponse): void {
  if (outgoing.destroyed) return
  outgoing.writeHead(status, [...headers, ...guardHeaders, 'Content-Length', String(Buffer.byteLength(body))])
  outgoing.end(body)
}

/** Refuses and closes: what follows on such a connection cannot be trusted to be a request of its own. */
function refuse(
  outgoing: ServerResponse,
  request: RawRequest,
  options: ListenerOptions,
  code: ErrorCode,
  message: string,
): void {
  options.refused(code)
  outgoing.shouldKeepAlive = false
  send(outgoing, query.renderError(new ServiceError(code, message), request, undefined, mintRequestId()))
}

/** What the HTTP parser itself refused: no request to answer, so the bytes are written by hand. */
function refuseSocket(error: NodeJS.ErrnoException, socket: Socket, options: ListenerOptions): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  options.refused(error.code ?? 'unreadable')
  const lines = [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', `x-amzn-RequestId: ${mintRequestId()}`]
  for (let i = 0; i < guardHeaders.length; i += 2) lines.push(`${guardHeaders[i] ?? ''}: ${guardHeaders[i + 1] ?? ''}`)
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
}
