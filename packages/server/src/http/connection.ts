import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * A client's connection: which answers it still waits for, and how it ends. After a refusal nothing that follows on it is taken for
 * a request, and its end is not a reset, which would take the answer from a client that is still sending.
 */
export class Connection {
  static readonly #all = new WeakMap<Socket, Connection>()
  readonly #socket: Socket
  readonly #lingerTimeout: number
  readonly #requests = new Set<IncomingMessage>()
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

  /** How many requests wait for their answers. */
  get inFlight(): number {
    return this.#requests.size
  }

  /** A request has begun; it is over when its answer is. */
  begin(incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.#requests.add(incoming)
    outgoing.once('close', () => {
      this.#requests.delete(incoming)
      if (this.#farewell !== undefined) this.#endWhenAnswered(this.#farewell)
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
    this.#closing = true
    this.#endWhenAnswered(farewell)
  }

  #endWhenAnswered(farewell: string): void {
    // Those that have not come to their end never will.
    const isDue = [...this.#requests].some((incoming) => incoming.complete)
    this.#farewell = isDue ? farewell : undefined
    if (isDue) return
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
