import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestHouse } from '../../test/harness.ts'
import { engines, openOn } from '../../test/houses.ts'
import { parseAccountId, type AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { databaseAt } from '../operator/place.ts'
import { buildHere, type BuildReport } from './build.ts'
import { buildInThread } from './build-in-thread.ts'

const account = parseAccountId('123456789012') as AccountId
const never = new AbortController().signal
const small = { ...limits, credentialReportPieceBytes: 300, credentialReportUsersAtOnce: 2 }

describe.each(engines)('a report built in a thread, on %s', (engine) => {
  let house: TestHouse

  beforeAll(async () => {
    house = await openOn(engine)
    for (const name of ['alice', 'bob', 'carol']) await house.user(name)
  })
  afterAll(() => house.close())

  async function piecesOf(build: BuildReport): Promise<readonly string[]> {
    const pieces: string[] = []
    const built = await build(account, async (piece) => void pieces.push(piece), never)
    expect(built?.size).toBe(Buffer.from(pieces.join(''), 'base64').length)
    return pieces
  }

  it('is the one that is built here, in the same pieces', async () => {
    const at = databaseAt(house.place)
    const pieces = await piecesOf(buildInThread(at, small))
    expect(pieces).toEqual(await piecesOf(buildHere(at, () => house.now, small)))
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.slice(0, -1).map((piece) => piece.length)).toEqual(pieces.slice(0, -1).map(() => 400))
    expect(Buffer.from(pieces.join(''), 'base64').toString().split('\n')).toHaveLength(6)
  })

  it('is of one state, whatever is changed while its pieces are taken', async () => {
    const at = databaseAt(house.place)
    const before = await piecesOf(buildInThread(at, small))
    const pieces: string[] = []
    const take = async (piece: string) => {
      if (pieces.push(piece) > 1) return
      await house.iam(house.administrator, 'CreateUser', { UserName: 'zoe' })
      await house.iam(house.administrator, 'UpdateUser', { UserName: 'carol', NewUserName: 'aaron' })
    }
    await buildInThread(at, small)(account, take, never)
    expect(pieces).toEqual(before)
  })

  it('is given up when the signal comes, when a piece is not taken, and where it would be too long', async () => {
    const at = databaseAt(house.place)
    const stop = new AbortController()
    const aborting = buildInThread(at, small)(
      account,
      () => new Promise(() => stop.abort(new Error('stop'))),
      stop.signal,
    )
    await expect(aborting).rejects.toThrow('stop')
    await expect(buildInThread(at)(account, () => Promise.reject(new Error('full')), never)).rejects.toThrow('full')
    const short = { ...small, credentialReportBytesMax: 700 }
    expect(await buildInThread(at, short)(account, async () => undefined, never)).toBeUndefined()
  })

  it('fails where its database is not there', async () => {
    const gone = engine === 'sqlite' ? '/nowhere/keyward.db' : 'postgres://127.0.0.1:1/gone'
    const at = engine === 'sqlite' ? ({ engine, databaseFile: gone } as const) : ({ engine, url: gone } as const)
    await expect(buildInThread(at)(account, async () => undefined, never)).rejects.toThrow()
  })
})
