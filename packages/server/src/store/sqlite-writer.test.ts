import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { headIn, inHistory, readHead } from './head.ts'
import { SqliteConnection } from './sqlite.ts'
import { SqliteWriter } from './sqlite-writer.ts'
import { DatabaseError, type Transaction } from './transaction.ts'

/** A connection whose next COMMIT meets its fate. */
class FatefulConnection extends SqliteConnection {
  override commit(): void {
    const fate = fates.shift()
    if (fate !== 'not sent') super.commit()
    if (fate !== undefined) throw new DatabaseError('disk I/O error')
  }
}

let fates: ('not sent' | 'answer lost')[] = []
let folder: string
let writer: SqliteWriter
let opened: number

beforeEach(async () => {
  fates = []
  opened = 0
  folder = mkdtempSync(join(tmpdir(), 'keyward-writer-'))
  const file = join(folder, 'keyward.db')
  const connection = new SqliteConnection(file, { mode: 'write', create: true })
  await connection.migrate()
  connection.close()
  writer = new SqliteWriter(
    () => {
      opened++
      return new FatefulConnection(file, { mode: 'write' })
    },
    () => 1_000,
  )
  await writer.writeApart((tx) => headIn(tx).create({ n: 1, nonce: 'first', at: 500 }))
})
afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true, force: true })
})

const change = (work: (tx: Transaction) => Promise<unknown> = async () => undefined): Promise<string> =>
  writer.change(async (tx, head) => {
    await headIn(tx).remember(head)
    await work(tx)
    return `done at ${head.n}`
  })
const n = () => writer.writeApart(async (tx) => (await tx.all(readHead, {}))[0]?.n)

it('answers a change whose COMMIT took place and said it had not', async () => {
  fates = ['answer lost']
  expect(await change()).toBe('done at 2')
  expect(await n()).toBe(2)
  expect(opened).toBe(2)
})

it('says that a change failed whose COMMIT did not take place, keeps nothing of it, and goes on', async () => {
  fates = ['not sent']
  await expect(change()).rejects.toThrow(DatabaseError)
  expect(await n()).toBe(1)
  expect(await change()).toBe('done at 2')
})

it('counts nothing as done after the database has left the transaction by itself', async () => {
  const left = change(async (tx) => {
    // As SQLite does after a full disk or a failed read: what follows would be kept statement by statement.
    await tx.run({ on: () => ({ text: 'rollback', values: () => [] }) }, {})
    await headIn(tx).remember({ n: 99, nonce: 'outside', at: 1 })
  })
  await expect(left).rejects.toThrow('left the transaction')
  expect(await n()).toBe(1)
  const outside = { n: 99, nonce: 'outside' }
  expect(await writer.writeApart(async (tx) => inHistory.decode(await tx.all(inHistory.statement, outside)))).toBe(
    false,
  )
})

it('rolls back what a body wrote before it refused, and its error passes through', async () => {
  const refused = change(async () => {
    throw new Error('LimitExceeded')
  })
  await expect(refused).rejects.toThrow('LimitExceeded')
  expect(await n()).toBe(1)
  expect(opened).toBe(1)
})
