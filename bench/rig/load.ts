import { connect, type Socket } from 'node:net'
import { wholeAnswer } from './connection.ts'

export interface LoadResult {
  readonly answers: number
  readonly seconds: number
}

/** Sends prepared requests, one in flight a connection, and keeps its connections between rounds. */
export class Load {
  #requests: readonly Buffer[]
  readonly #port: number
  readonly #connections: number
  readonly #status: number
  #sockets: Socket[] = []
  #next = 0
  #answers = 0
  #left = Infinity
  #running = false
  #stopped: (() => void) | undefined
  #inFlight = 0
  #failure: Error | undefined
  #idle: Socket[] | undefined

  /** Every answer must have this status. */
  constructor(port: number, requests: readonly Buffer[], connections: number, status = 200) {
    this.#port = port
    this.#requests = requests
    this.#connections = connections
    this.#status = status
  }

  /** Every request twice at least, however slow that is: the server has seen them all, and its code is compiled. */
  async warmUp(seconds: number): Promise<void> {
    let answers = 0
    do answers += (await this.run(seconds)).answers
    while (answers < 2 * this.#requests.length)
  }

  /** Throws where one answer had another status. */
  async run(seconds: number): Promise<LoadResult> {
    await this.#connect()
    this.#answers = 0
    this.#running = true
    const started = performance.now()
    const over = new Promise<void>((resolve) => (this.#stopped = resolve))
    const timer = seconds < Infinity ? setTimeout(() => (this.#running = false), seconds * 1000) : undefined
    for (const socket of this.#sockets) this.#send(socket)
    // The client polls: waking one that sleeps would be charged to the slower server.
    const poll = () => void (this.#inFlight > 0 && setImmediate(poll))
    poll()
    await over
    clearTimeout(timer)
    if (this.#failure !== undefined) throw this.#failure
    return { answers: this.#answers, seconds: (performance.now() - started) / 1000 }
  }

  /** Sends every request once. */
  async runOnce(): Promise<LoadResult> {
    this.#left = this.#requests.length
    const result = await this.run(Infinity)
    this.#left = Infinity
    return result
  }

  /** Sends as many requests a second at moments that are fixed beforehand, and the same at each run; late ones go as soon as they can. */
  async runAt(rate: number, seconds: number): Promise<LoadResult> {
    await this.#connect()
    const arrivals = arrivalsAt(rate, seconds)
    const idle = (this.#idle = [...this.#sockets])
    this.#answers = 0
    const started = performance.now()
    await new Promise<void>((resolve) => {
      let next = 0
      const poll = () => {
        const now = performance.now() - started
        while (idle.length > 0 && (arrivals[next] ?? Infinity) <= now) {
          const socket = idle.pop()
          if (socket !== undefined) this.#send(socket)
          next++
        }
        if (this.#failure !== undefined || (next >= arrivals.length && this.#inFlight === 0)) resolve()
        else setImmediate(poll)
      }
      poll()
    })
    this.#idle = undefined
    if (this.#failure !== undefined) throw this.#failure
    return { answers: this.#answers, seconds: (performance.now() - started) / 1000 }
  }

  /** From now on these are sent. */
  use(requests: readonly Buffer[]): void {
    this.#requests = requests
    this.#next = 0
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  /** A server may close a connection that had nothing to say for a while: those are opened anew. */
  async #connect(): Promise<void> {
    this.#sockets = this.#sockets.filter((socket) => !socket.destroyed)
    const missing = this.#connections - this.#sockets.length
    await Promise.all(
      Array.from({ length: missing }, () => new Promise<void>((opened, failed) => this.#open(opened, failed))),
    )
  }

  #open(opened: () => void, failed: (error: Error) => void): void {
    let rest: Buffer | undefined
    // An answer as long as the last whole one, whose status begins like its, is whole: it is not parsed again.
    let lastLength = -1
    const digit = String(this.#status).charCodeAt(0)
    const buffer = Buffer.allocUnsafe(65_536)
    const socket = connect({
      port: this.#port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback: (length) => {
          if (rest === undefined && length === lastLength && buffer[9] === digit) {
            this.#answered(socket)
            return true
          }
          const bytes = Buffer.concat([rest ?? Buffer.alloc(0), buffer.subarray(0, length)])
          const whole = wholeAnswer(bytes)
          rest = whole === undefined ? bytes : undefined
          if (whole === undefined) return true
          if (whole.status === this.#status) lastLength = length === whole.bytes ? length : -1
          else this.#fail(new Error(`answered ${bytes.toString()}`))
          this.#answered(socket)
          return true
        },
      },
    })
    socket.once('connect', opened)
    socket.once('error', failed)
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('the server closed a connection')))
    this.#sockets.push(socket)
  }

  #send(socket: Socket): void {
    this.#inFlight++
    if (--this.#left <= 0) this.#running = false
    socket.write(this.#requests[this.#next] ?? Buffer.alloc(0))
    this.#next = (this.#next + 1) % this.#requests.length
  }

  #answered(socket: Socket): void {
    this.#inFlight--
    this.#answers++
    if (this.#idle !== undefined) this.#idle.push(socket)
    else if (this.#running) this.#send(socket)
    else if (this.#inFlight === 0) this.#stopped?.()
  }

  #fail(error: Error): void {
    if (this.#inFlight === 0) return
    this.#failure ??= error
    this.#running = false
    this.#stopped?.()
  }
}

/** Moments in milliseconds, with gaps like those between callers who know nothing of each other, from one fixed seed. */
function arrivalsAt(rate: number, seconds: number): readonly number[] {
  const arrivals: number[] = []
  let seed = 1
  for (let at = 0; at < seconds * 1000;) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    at += (-Math.log((seed + 1) / 2 ** 32) * 1000) / rate
    arrivals.push(at)
  }
  return arrivals
}
