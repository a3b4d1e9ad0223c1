import { Worker } from 'node:worker_threads'
import type { RawResponse } from '../domain/http.ts'
import { ServiceError } from '../errors.ts'
import { usesByPlace, type LastUse } from '../store/last-used.ts'
import type { Refusals } from '../store/refusals.ts'
import { Admission, admissionKey } from './admission.ts'
import type { Change } from './change.ts'
import type { Changes } from './changes.ts'
import type { ReportWrite } from './report-writes.ts'
import type { Order, Reply, ThreadData } from './sqlite-thread.ts'

interface Waiting {
  resolve(response: RawResponse | undefined): void
  reject(error: Error): void
}

/** Changes on SQLite: a thread of their own, so that waiting for the disk holds up no reader. */
export class SqliteChanges implements Changes {
  readonly #data: ThreadData
  readonly #waiting = new Map<number, Waiting>()
  readonly #admission = new Admission()
  #worker: Worker | undefined
  #lastId = 0
  committed = 0

  constructor(data: ThreadData) {
    this.#data = data
    this.#worker = this.#start()
  }

  get waiting(): number {
    return this.#admission.waiting
  }

  async perform(change: Change): Promise<RawResponse> {
    const response = await this.#admission.during(admissionKey(change), () => this.#send({ kind: 'change', change }))
    if (response === undefined) throw new Error('a change was done without an answer')
    this.committed++
    return response
  }

  async recordUses(uses: ReadonlyMap<number, LastUse>): Promise<void> {
    await this.#send({ kind: 'uses', uses: usesByPlace(uses) })
  }

  async foldUses(): Promise<void> {
    await this.#send({ kind: 'fold' })
  }

  async recordRefusals(refusals: Refusals): Promise<void> {
    await this.#send({ kind: 'refusals', refusals })
  }

  async writeReport(write: ReportWrite): Promise<void> {
    await this.#send({ kind: 'report', write })
  }

  async close(): Promise<void> {
    if (this.#worker === undefined) return
    await this.#send({ kind: 'close' })
    await this.#worker.terminate()
  }

  #start(): Worker {
    // Compiled it is JavaScript; from a checkout's sources Node runs the TypeScript itself.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const worker = new Worker(new URL(`./sqlite-thread.${extension}`, import.meta.url), {
      workerData: this.#data,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    worker.on('message', ({ id, reply }: { id: number; reply: Reply }) => this.#settle(id, reply))
    worker.on('error', (error) => this.#die(worker, error))
    worker.on('exit', () => this.#die(worker, new Error('the writer thread has ended')))
    return worker
  }

  #send(order: Order): Promise<RawResponse | undefined> {
    // After a thread that died the next order gets a new one: an outage ends with its cause.
    const worker = (this.#worker ??= this.#start())
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, order })
    })
  }

  #settle(id: number, reply: Reply): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (reply.kind === 'refused') waiting?.reject(new ServiceError(reply.code, reply.message, reply))
    else waiting?.resolve(rebuffered(reply.response))
  }

  /** Nobody may believe that a change is still under way. */
  #die(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    for (const waiting of this.#waiting.values()) waiting.reject(unavailable(error))
    this.#waiting.clear()
  }
}

const unavailable = (cause: unknown) =>
  new ServiceError('ServiceUnavailable', 'The service is unavailable. Please try again.', { cause })

/** A Buffer comes out of the other thread as a plain Uint8Array. */
function rebuffered(response: RawResponse | undefined): RawResponse | undefined {
  return response?.body instanceof Uint8Array ? { ...response, body: Buffer.from(response.body) } : response
}
