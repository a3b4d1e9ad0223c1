import { cpuOf, cpuOfThreads } from './cores.ts'
import { median } from './line.ts'
import { Load } from './load.ts'
import type { Server } from './process.ts'
import { settings } from './settings.ts'

export interface Measured {
  /** CPU of the server's process a request, microseconds. */
  readonly cpu: number
  /** The part of it that its main thread used. */
  readonly serving?: number
  /** Requests a second. */
  readonly rate: number
}

export interface Side {
  warmUp(seconds: number): Promise<void>
  /** Measures for about this many seconds. */
  measure(seconds: number): Promise<Measured>
  close(): void
}

/** A server under as many calls as it answers. */
export function loadOn(
  server: Server,
  requests: readonly Buffer[],
  connections: number = settings.connections,
  status = 200,
): Side {
  const load = new Load(server.port, requests, connections, status)
  return {
    warmUp: (seconds) => load.warmUp(seconds),
    async measure(seconds) {
      const serving = () => cpuOfThreads(server.pid).get(server.pid) ?? NaN
      const before = { all: cpuOf(server.pid), serving: serving() }
      const { answers, seconds: took } = await load.run(seconds)
      const perAnswer = (cpu: number) => (cpu / answers) * 1e6
      return {
        cpu: perAnswer(cpuOf(server.pid) - before.all),
        serving: perAnswer(serving() - before.serving),
        rate: answers / took,
      }
    },
    close: () => load.close(),
  }
}

/** Measures both sides in turn, A B A B, after a warm-up; medians of all rounds. */
export async function compare(a: Side, b: Side): Promise<{ a: Measured; b: Measured }> {
  const rounds: { a: Measured; b: Measured }[] = []
  await a.warmUp(settings.seconds)
  await b.warmUp(settings.seconds)
  for (let round = 0; round < settings.rounds; round++) {
    rounds.push({ a: await a.measure(settings.seconds), b: await b.measure(settings.seconds) })
  }
  const medians = (side: 'a' | 'b'): Measured => ({
    cpu: median(rounds.map((round) => round[side].cpu)),
    serving: median(rounds.map((round) => round[side].serving ?? NaN)),
    rate: median(rounds.map((round) => round[side].rate)),
  })
  a.close()
  b.close()
  return { a: medians('a'), b: medians('b') }
}

/** `23.4 µs, 25,100/s` */
export const spell = ({ cpu, rate }: Measured): string =>
  `${cpu.toFixed(1)} µs, ${Math.round(rate).toLocaleString('en-US')}/s`
