import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: string
  /** Of the whole answer, head and body. */
  readonly bytes: number
}

/** A keep-alive connection that sends one request after the other. For rows that count what was answered, not how fast. */
export class Connection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  #broken: Error | undefined

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', (error) => this.#break(error))
    this.#socket.on('close', () => this.#break(new Error('the connection was closed')))
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) {
        reject(this.#broken)
        return
      }
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = wholeAnswer(this.#received)
    if (end === undefined) return
    const { status, bodyStart, bytes } = end
    const body = this.#received.toString('utf8', bodyStart, bytes)
    this.#received = this.#received.subarray(bytes)
    this.#waiting?.resolve({ status, body, bytes })
  }

  #break(error: Error): void {
    this.#broken ??= error
    this.#waiting?.reject(this.#broken)
  }
}

/** Where an answer ends, if all of it is there. Answers without a length are not ours. */
export function wholeAnswer(bytes: Buffer): { status: number; bodyStart: number; bytes: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? NaN)
  const bodyStart = headEnd + 4
  if (Number.isNaN(length)) throw new Error(`an answer without a length:\n${head}`)
  if (bytes.length < bodyStart + length) return undefined
  return { status: Number(head.slice(9, 12)), bodyStart, bytes: bodyStart + length }
}

/** One request on a connection of its own. */
export async function call(port: number, request: Buffer): Promise<Answer> {
  const connection = new Connection(port)
  try {
    return await connection.send(request)
  } finally {
    connection.close()
  }
}
