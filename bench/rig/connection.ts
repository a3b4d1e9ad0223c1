import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: string
  /** Of the whole answer, head and body. */
  readonly bytes: number
}

interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** A keep-alive connection that sends one request after the other. For rows that count what was answered, not how fast. */
export class Connection {
  readonly #port: number
  #socket: Socket | undefined
  #received: Buffer = Buffer.alloc(0)
  #waiting: Waiting | undefined

  constructor(port: number) {
    this.#port = port
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      // A server may close a connection that had nothing to say for a while: then it is opened anew.
      this.#socket ??= this.#open()
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket?.destroy()
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    this.#received = Buffer.alloc(0)
    const gone = (error: Error) => {
      if (this.#socket === socket) this.#socket = undefined
      this.#waiting?.reject(error)
      this.#waiting = undefined
    }
    socket.on('data', (chunk) => this.#read(chunk))
    socket.on('error', gone)
    socket.on('close', () => gone(new Error('the connection was closed')))
    return socket
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = wholeAnswer(this.#received)
    if (end === undefined) return
    const { status, bodyStart, bytes } = end
    const body = this.#received.toString('utf8', bodyStart, bytes)
    this.#received = this.#received.subarray(bytes)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve({ status, body, bytes })
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
