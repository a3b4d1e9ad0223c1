import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * A client's connection: which answers it still waits for, and how it ends. After a refusal nothing that follows on it is taken for
 * a request, and its end is not a reset, which would take the answer from a client that is still sending.
 */
export class Connection {
  static readonly #all = new WeakMap<Socket, Connection>()
  readonly #socket: Socket
  readonly #lingerTimeout: number
  #answering = 0
  #farewell: string | undefined
  #closing = false

  static of(socket: Socket, lingerTimeout: number): Connection {
    let connection = Connection.#all.get(socket)
    if (connection === undefined) {
      connection = new Connection(socket, lingerTimeout)
      Connection.#all.set(socket, connection)
    }
    return connection
  }

  private constructor(socket: Socket, lingerTimeout: number) {
    this.#socket = socket
    this.#lingerTimeout = lingerTimeout
  }

  /** True from the first refusal on. */
  get isClosing(): boolean {
    return this.#closing
  }

  /** A request has been read to its end and is being answered. */
  answering(outgoing: ServerResponse): void {
    this.#answering++
    outgoing.once('close', () => {
      this.#answering--
      if (this.#answering === 0 && this.#farewell !== undefined) this.#end(this.#farewell)
    })
  }

  /** The answer that is given now is the last one. */
  closeAfter(outgoing: ServerResponse): void {
    this.#closing = true
    outgoing.shouldKeepAlive = false
    // What Node calls when the last answer is written.
    this.#socket.destroySoon = () => this.#linger()
  }

  /** Says a last word, after the answers that are still due. */
  sayLast(farewell: string): void {
    if (this.#closing) return
    this.#closing = true
    if (this.#answering === 0) this.#end(farewell)
    else this.#farewell = farewell
  }

  #end(farewell: string): void {
    this.#farewell = undefined
    if (!this.#socket.writable) {
      this.#socket.destroy()
      return
    }
    this.#socket.write(farewell, 'latin1')
    this.#linger()
  }

  #linger(): void {
    const socket = this.#socket
    socket.end()
    const timer = setTimeout(() => socket.destroy(), this.#lingerTimeout)
    socket.once('close', () => clearTimeout(timer))
  }
}
