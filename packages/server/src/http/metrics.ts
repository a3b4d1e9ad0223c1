import { createServer, type Server } from 'node:http'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { CallRecord } from '../audit/record.ts'
import type { OperationModel } from '../protocol/protocol.ts'

/** Numbers that are read when someone asks, by their names. */
export type Gauges = Readonly<Record<string, { readonly help: string; read(): number }>>

/** What Prometheus is told. Labels are names of the model, codes and words of ours: nobody outside can make new ones. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #calls = new Counter({
    name: 'keyward_calls_total',
    help: 'Calls answered, by operation and outcome (ok, or the error code).',
    labelNames: ['service', 'operation', 'outcome'],
    registers: [this.#registry],
  })
  readonly #signatures = new Counter({
    name: 'keyward_signature_failures_total',
    help: 'Calls refused before a caller was known, by error code.',
    labelNames: ['reason'],
    registers: [this.#registry],
  })
  readonly #refused = new Counter({
    name: 'keyward_requests_refused_total',
    help: 'Requests refused before they were read to the end, by reason.',
    labelNames: ['reason'],
    registers: [this.#registry],
  })
  readonly #disbelieved = new Counter({
    name: 'keyward_forwarding_disbelieved_total',
    help: 'Requests with X-Forwarded-For from a peer that is no trusted proxy: all who come through it share one budget for signing in.',
    registers: [this.#registry],
  })
  readonly #seconds = new Histogram({
    name: 'keyward_call_seconds',
    help: 'From the last byte of a call to its answer.',
    buckets: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.#registry],
  })
  /** Counting through labels costs a hash a call: the counters of successes are kept. */
  readonly #answered = new Map<OperationModel, { inc(): void }>()

  constructor(gauges: Gauges) {
    collectDefaultMetrics({ register: this.#registry, prefix: 'keyward_' })
    for (const [name, { help, read }] of Object.entries(gauges)) {
      new Gauge({
        name: `keyward_${name}`,
        help,
        registers: [this.#registry],
        collect() {
          this.set(read())
        },
      })
    }
  }

  observe({ operation, error, caller, started }: CallRecord): void {
    if (error === undefined && operation !== undefined) {
      let answered = this.#answered.get(operation)
      if (answered === undefined) {
        answered = this.#calls.labels(operation.service, operation.name, 'ok')
        this.#answered.set(operation, answered)
      }
      answered.inc()
    } else {
      const outcome = error ?? 'ok'
      if (caller === undefined) this.#signatures.inc({ reason: outcome })
      this.#calls.inc({ service: operation?.service ?? '-', operation: operation?.name ?? '-', outcome })
    }
    this.#seconds.observe((performance.now() - started) / 1000)
  }

  refused(reason: string): void {
    this.#refused.inc({ reason })
  }

  /** A call whose forwarding header was not believed. */
  disbelieved(): void {
    this.#disbelieved.inc()
  }

  /** A server of their own: never on the port that strangers reach. */
  createServer(): Server {
    return createServer((incoming, outgoing) => {
      if (incoming.url !== '/metrics') {
        outgoing.writeHead(404).end()
        return
      }
      void this.#registry.metrics().then(
        (text) => outgoing.writeHead(200, { 'Content-Type': this.#registry.contentType }).end(text),
        () => outgoing.writeHead(500).end(),
      )
    })
  }
}
