import { expect, it } from 'vitest'
import { all, lookup } from '../store/lookup.ts'
import { statement } from '../store/statement.ts'
import { CallView, State } from './view.ts'

const head = { n: 1, nonce: 'a', at: 0 }
const rows = statement<{ id: string }, { name: string }>((db) => db.selectFrom('iam_user').select('name'))
const shared = lookup(rows, all, { shared: true })
const own = lookup(rows, all)
const tenRows = Array.from({ length: 10 }, (_, i) => ({ name: `policy-${i}` }))

function open(rowsMax: number) {
  const state = new State(head, rowsMax)
  let reads = 0
  const view = new CallView(state, 0, new State(head, rowsMax), () => {
    reads++
    return structuredClone(tenRows)
  })
  return { state, view, reads: () => reads }
}

it('what many callers have alike is kept once: a reference takes the room of one row', () => {
  const { state, view, reads } = open(1_000)
  const first = view.get(shared, { id: 'a' })
  const weight = state.weight
  for (let i = 0; i < 50; i++) expect(view.get(shared, { id: `b${i}` })).toBe(first)
  expect(state.weight).toBe(weight + 50)
  expect(reads()).toBe(51)
  expect(view.get(shared, { id: 'b7' })).toBe(first)
  expect(reads()).toBe(51)
  // As long as anyone has them to himself, each pays for his.
  view.get(own, { id: 'a' })
  expect(view.get(own, { id: 'b' })).not.toBe(view.get(own, { id: 'a' }))
  expect(state.weight).toBeGreaterThan(weight + 50 + 20)
})

it('a state that is emptied forgets what was alike too: nothing is held that nobody paid for', () => {
  const { state, view } = open(60)
  const first = view.get(shared, { id: 'a' })
  for (let i = 0; i < 100; i++) view.get(shared, { id: `b${i}` })
  expect(view.get(shared, { id: 'a' })).not.toBe(first)
  expect(view.get(shared, { id: 'a' })).toEqual(first)
  expect(state.weight).toBeLessThanOrEqual(60)
})
