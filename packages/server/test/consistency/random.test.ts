import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runAtRandom } from './random.ts'
import { PostgresRig } from './rig.ts'

let rig: PostgresRig
beforeAll(async () => void (rig = await PostgresRig.open(inject('postgresUrl'))))
afterAll(() => rig.close())

const runFor = 10_000

it('answers every call from one state, none stale, however its questions and replies are ordered and its commits end', async () => {
  const end = performance.now() + runFor
  const first = Number(process.env['KEYWARD_TEST_SEED'] ?? Date.now() % 1_000_000_000)
  let seed = first
  do {
    expect(await runAtRandom(rig, seed), `with KEYWARD_TEST_SEED=${seed}`).toEqual([])
    seed++
  } while (performance.now() < end)
  expect(seed - first).toBeGreaterThan(3)
}, 60_000)
