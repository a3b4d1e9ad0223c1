import { expect, test } from 'vitest'
import { ApiError } from '../../api/api-error.ts'
import { keyMaker, type MadeKey } from './create-key.ts'

const isApiError = (thrown: unknown): thrown is ApiError => thrown instanceof ApiError
const lostAnswer = new ApiError('NoAnswer', 'The server did not answer.', '', 0)
const full = new ApiError('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2', 'r', 409)
const made: MadeKey = { accessKeyId: 'NEW', secretAccessKey: 'secret' }

/** A server of one user: `script` says what becomes of each CreateAccessKey, `lists` of each ListAccessKeys. */
function server(
  script: readonly ('made' | 'lost' | 'never came' | ApiError)[],
  lists: readonly (ApiError | 'denied' | 'answered')[] = [],
) {
  const keys = new Set(['OLD'])
  let calls = 0
  let listed = 0
  return {
    keys,
    calls: () => calls,
    maker: keyMaker({
      isApiError,
      list: async () => {
        const failure = lists[listed++]
        if (failure === 'denied') return undefined
        if (failure instanceof ApiError) throw failure
        return new Set(keys)
      },
      create: async () => {
        const fate = script[calls++] ?? 'made'
        if (fate instanceof ApiError) throw fate
        if (fate !== 'never came') keys.add('NEW')
        if (fate === 'made') return made
        throw lostAnswer
      },
    }),
  }
}

test('a key that was made is shown', async () => {
  expect(await server(['made']).maker()).toEqual({ kind: 'made', key: made })
})

test('a refusal is no key', async () => {
  expect(await server([full]).maker()).toEqual({ kind: 'notMade', error: full })
})

test('a lost answer is found among the keys, and no second key is made', async () => {
  const { maker, calls } = server(['lost'])
  expect(await maker()).toEqual({ kind: 'lost', accessKeyId: 'NEW' })
  expect(await maker()).toEqual({ kind: 'lost', accessKeyId: 'NEW' })
  expect(calls()).toBe(1)
})

test('a call that never arrived made no key, and another press may make one', async () => {
  const { maker } = server(['never came', 'made'])
  expect(await maker()).toEqual({ kind: 'notMade', error: lostAnswer })
  expect(await maker()).toEqual({ kind: 'made', key: made })
})

test('a key that the lost call made late is found by the next press, which makes none', async () => {
  const { maker, keys, calls } = server(['never came'])
  await maker()
  keys.add('LATE')
  expect(await maker()).toEqual({ kind: 'lost', accessKeyId: 'LATE' })
  expect(calls()).toBe(1)
})

test('where the server is gone altogether nothing is known, and nothing is called again', async () => {
  const { maker, calls } = server(['lost'], ['answered', lostAnswer, lostAnswer])
  expect(await maker()).toEqual({ kind: 'unknown', error: lostAnswer })
  expect(await maker()).toEqual({ kind: 'unknown', error: lostAnswer })
  expect(calls()).toBe(1)
})

test('where keys may not be listed a key is made all the same, and a lost answer is unknown', async () => {
  expect(await server(['made'], ['denied']).maker()).toEqual({ kind: 'made', key: made })
  const { maker, calls } = server(['lost'], ['denied', 'denied', 'denied'])
  expect(await maker()).toEqual({ kind: 'unknown', error: lostAnswer })
  expect(await maker()).toEqual({ kind: 'unknown', error: lostAnswer })
  expect(calls()).toBe(1)
})

test('where the first list gets no answer nothing is made', async () => {
  const { maker, calls } = server(['made'], [lostAnswer])
  expect(await maker()).toEqual({ kind: 'notMade', error: lostAnswer })
  expect(calls()).toBe(0)
})
