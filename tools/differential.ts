import { availableParallelism } from 'node:os'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { runDifferential } from '../packages/policy/test/model/differential.ts'

// `npm run differential [RUNS] [SEED]`: holds the engine against the naive evaluator on a million random scenes, on every core.
// What it finds becomes a case: it prints the smallest one, and the seed that leads there.

interface Share {
  readonly runs: number
  readonly seed: number
}

const decimal = (text: string) => Number(text.replaceAll(/[_,]/g, ''))

async function runAll(): Promise<void> {
  const runs = decimal(process.argv[2] ?? '1_000_000')
  const seed = decimal(process.argv[3] ?? String(Date.now() % 2 ** 31))
  const cores = availableParallelism()
  console.log(`${runs.toLocaleString('en')} scenes on ${String(cores)} cores, seed ${String(seed)}`)
  const started = performance.now()
  const shares = Array.from({ length: cores }, (_, core) => ({ runs: Math.ceil(runs / cores), seed: seed + core }))
  const met = new Map<string, number>()
  for (const counts of await Promise.all(shares.map(run))) {
    for (const [name, count] of counts) met.set(name, (met.get(name) ?? 0) + count)
  }
  for (const [name, count] of [...met].sort()) console.log(`${String(count).padStart(9)}  ${name}`)
  console.log(`no disagreement in ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

function run(share: Share): Promise<ReadonlyMap<string, number>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

if (isMainThread) await runAll()
else {
  const { runs, seed } = workerData as Share
  parentPort?.postMessage(runDifferential(runs, seed))
}
