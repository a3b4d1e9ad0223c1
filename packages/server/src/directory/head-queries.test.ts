import { expect, it } from 'vitest'
import type { HeadAnswer } from '../store/postgres-reads.ts'
import { HeadQueries } from './head-queries.ts'

/** Head queries whose answers the test gives. */
function queries() {
  const sent: { answer(n: number): void; fail(error: Error): void }[] = []
  const heads = new HeadQueries(
    () =>
      new Promise<HeadAnswer>((resolve, reject) => {
        sent.push({ answer: (n) => resolve({ head: { n, nonce: `${n}`, at: n }, now: n }), fail: reject })
      }),
  )
  return { sent, heads, next: async () => (await heads.next()).head.n }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('asks once for all that wait, and again for those that came while it was under way', async () => {
  const { sent, next } = queries()
  const first = next()
  const [second, third] = [next(), next()]
  expect(sent).toHaveLength(1)
  sent[0]?.answer(1)
  expect(await first).toBe(1)
  await turn()
  expect(sent).toHaveLength(2)
  sent[1]?.answer(2)
  expect(await Promise.all([second, third])).toEqual([2, 2])
})

it('never has two under way, also where calls come the moment an answer does', async () => {
  const { sent, next } = queries()
  const first = next().then(() => Promise.all([next(), next()]))
  const second = next()
  sent[0]?.answer(1)
  await turn()
  expect(sent).toHaveLength(2)
  sent[1]?.answer(2)
  expect(await second).toBe(2)
  await turn()
  expect(sent).toHaveLength(3)
  sent[2]?.answer(3)
  expect(await first).toEqual([3, 3])
})

it('fails all that wait for a query that failed, and asks again for the next', async () => {
  const { sent, next } = queries()
  const failing = next()
  const later = next()
  sent[0]?.fail(new Error('gone'))
  await expect(failing).rejects.toThrow('gone')
  await turn()
  sent[1]?.answer(2)
  expect(await later).toBe(2)
})
