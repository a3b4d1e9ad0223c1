import { statSync, unlinkSync } from 'node:fs'
import { BlockList, connect, isIP } from 'node:net'
import type { Server } from 'node:http'
import { limits } from '../domain/limits.ts'

/** Where to listen: a host and port, or the path of a UNIX socket. */
export type Address =
  | {
      readonly kind: 'tcp'
      readonly host: string
      readonly port: number
      readonly loopback: boolean
      readonly text: string
    }
  | { readonly kind: 'socket'; readonly path: string; readonly loopback: true; readonly text: string }

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** `127.0.0.1:8750`, `[::1]:8750`, `localhost:0`, `/run/keyward.sock`. Undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  if (text.startsWith('/')) return { kind: 'socket', path: text, loopback: true, text }
  const parts = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text)
  const host = parts?.[1] ?? parts?.[2]
  const port = Number(parts?.[3])
  if (host === undefined || port > 65_535) return undefined
  const family = isIP(host)
  const isLoopback = family === 0 ? host === 'localhost' : loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')
  return { kind: 'tcp', host, port, loopback: isLoopback, text }
}

/** A server that listens. */
export interface Door {
  /** What clients put after `http://`. */
  readonly authority: string
  /** Undefined for a UNIX socket. */
  readonly port: number | undefined
  /** Takes no new calls, lets those in flight end, and after a while lets nothing hold it. */
  close(): Promise<void>
}

/** Opens the door. Rejects where the address is in use. */
export async function listen(server: Server, address: Address): Promise<Door> {
  if (address.kind === 'socket' && (await isLeftBehind(address.path))) unlinkSync(address.path)
  const port = await bind(server, address)
  return { authority: authorityOf(address, port), port, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), limits.stopGrace).unref()
  })
}

/** A server that was killed leaves its socket's file, on which nobody listens. */
function isLeftBehind(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('connect', () => {
      socket.destroy()
      resolve(false)
    })
    // A file that is no socket refuses too, and is not ours to remove.
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' && isSocket(path)))
  })
}

const isSocket = (path: string): boolean => statSync(path).isSocket()

function authorityOf(address: Address, port: number | undefined): string {
  if (address.kind === 'socket' || port === undefined) return address.text
  return `${address.host.includes(':') ? `[${address.host}]` : address.host}:${port}`
}

/** The port it is bound to, where it has one. */
function bind(server: Server, address: Address): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const listening = () => {
      server.off('error', reject)
      const bound = server.address()
      resolve(bound === null || typeof bound === 'string' ? undefined : bound.port)
    }
    if (address.kind === 'socket') server.listen(address.path, listening)
    else server.listen({ host: address.host, port: address.port, backlog: 1_024 }, listening)
  })
}
