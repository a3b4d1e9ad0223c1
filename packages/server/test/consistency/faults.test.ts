import { DatabaseError as ServerError } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { PostgresDirectory } from '../../src/directory/postgres-directory.ts'
import { limits } from '../../src/domain/limits.ts'
import { openPool } from '../../src/store/postgres.ts'
import { PostgresPoolReads } from '../../src/store/postgres-reads.ts'
import { PostgresWriter } from '../../src/store/postgres-writer.ts'
import { DatabaseError } from '../../src/store/transaction.ts'
import type { Head } from '../../src/store/head.ts'
import { LaggingReads, type CommitFate } from './gated.ts'
import type { Key } from './node.ts'
import { everything, PostgresRig, succeeded } from './rig.ts'
import { codeOf } from './trace.ts'

let rig: PostgresRig
let alice: Key
beforeAll(async () => void (rig = await PostgresRig.open(inject('postgresUrl'))))
afterAll(() => rig.close())
beforeEach(async () => {
  await rig.renew()
  alice = await rig.user('alice', everything)
  await rig.user('bob')
  await rig.begin()
})

const bob = { UserName: 'bob' }
const tag = { ...bob, 'Tags.member.1.Key': 'colour', 'Tags.member.1.Value': 'red' }

/** How many states the database went through since the test began. */
const effects = async () => (await rig.ledger.states()).size - 1

async function pids(): Promise<readonly number[]> {
  const rows = await rig.ledger.ask.rows(
    "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend' order by pid",
  )
  return rows.map((row) => Number(row['pid']))
}

describe('a COMMIT', () => {
  const meets = async (fate: CommitFate) => {
    const fates = [fate]
    rig.fate = () => fates.shift() ?? 'answered'
    return rig.a.call(alice, 'TagUser', tag)
  }

  it('that took place and whose answer was lost is answered as done, once', async () => {
    succeeded(await meets('answer lost'))
    expect(await effects()).toBe(1)
    expect(await rig.violations()).toEqual([])
  })

  it('that lands after the question what became of it is answered 503, and is seen when it is there', async () => {
    rig.gates.hold(/commit lands/)
    expect(codeOf(await meets('lands later'))).toBe('ServiceUnavailable')
    expect((await rig.a.call(alice, 'GetUser', bob)).body).not.toContain('colour')
    rig.gates.release()
    await rig.gates.quiet()
    expect((await rig.a.call(alice, 'GetUser', bob)).body).toContain('colour')
    expect(await rig.violations()).toEqual([])
  })

  it.each(['never sent', 'rolled back'] as const)(
    'that is %s is answered 503, and nothing of it is kept',
    async (fate) => {
      expect(codeOf(await meets(fate))).toBe('ServiceUnavailable')
      expect(await effects()).toBe(0)
      expect(await rig.violations()).toEqual([])
    },
  )

  it('that is answered with a warning is 503: a standby may lack it', async () => {
    await rig.sql(`create function warn() returns trigger language plpgsql as $$ begin
      raise warning 'canceling wait for synchronous replication due to user request'; return null; end $$`)
    await rig.sql(
      'create constraint trigger warns after insert on event deferrable initially deferred for each row execute function warn()',
    )
    expect(codeOf(await rig.b.call(alice, 'TagUser', tag))).toBe('ServiceUnavailable')
    await rig.sql('drop function warn() cascade')
    expect(await rig.violations()).toEqual([])
  })

  it('is not sent where the server would not wait for the disk', async () => {
    const url = new URL(rig.url)
    url.searchParams.set('options', '-c synchronous_commit=off')
    const writer = new PostgresWriter(openPool(url.href, limits, { max: 1 }))
    await expect(writer.change(async () => 'done')).rejects.toThrow('synchronous_commit is off')
    await writer.close()
    expect(await effects()).toBe(0)
  })
})

describe('a change', () => {
  it('that fails after it wrote is answered 503, and nobody saw what it wrote', async () => {
    rig.spoilChange = () => {
      throw new DatabaseError('the disk is full')
    }
    rig.gates.hold(/^a change moved/)
    const tagging = rig.a.call(alice, 'TagUser', tag)
    await rig.gates.reached('a change moved')
    rig.gates.release()
    expect(codeOf(await tagging)).toBe('ServiceUnavailable')
    expect((await rig.b.call(alice, 'GetUser', bob)).body).not.toContain('colour')
    expect(await effects()).toBe(0)
    expect(await rig.violations()).toEqual([])
  })

  const refusedWith = (code: string) => {
    const error = new ServerError('refused by the test', 0, 'error')
    error.code = code
    const errors = [error]
    rig.spoilChange = () => {
      const next = errors.shift()
      if (next !== undefined) throw new DatabaseError(next)
    }
  }

  it('runs again after a serialization failure, and takes place once', async () => {
    refusedWith('40001')
    const tagging = succeeded(await rig.a.call(alice, 'TagUser', tag))
    expect(tagging.moved).toHaveLength(2)
    expect(await effects()).toBe(1)
    expect(await rig.violations()).toEqual([])
  })

  it('runs again after no other error', async () => {
    refusedWith('23505')
    expect(codeOf(await rig.a.call(alice, 'TagUser', tag))).toBe('ServiceUnavailable')
    expect(await effects()).toBe(0)
  })

  it('whose connection is ended inside its transaction is answered 503, and the process goes on', async () => {
    rig.gates.hold(/^a change commit/)
    const tagging = rig.a.call(alice, 'TagUser', tag)
    await rig.gates.reached('a change commit')
    await rig.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
    )
    // Seen by the client while no query of it is under way.
    while (
      (
        await rig.ledger.ask.rows(
          "select 1 as one from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
        )
      ).length > 0
    );
    rig.gates.release()
    expect(codeOf(await tagging)).toBe('ServiceUnavailable')
    succeeded(await rig.a.call(alice, 'TagUser', tag))
    expect(await effects()).toBe(1)
    expect(await rig.violations()).toEqual([])
  })

  it('on a server that may only be read is answered 503, and its connection is not used again', async () => {
    const [{ name } = {}] = await rig.ledger.ask.rows('select current_database() as name')
    await rig.sql(`alter database ${name} set default_transaction_read_only = on`)
    const writer = new PostgresWriter(openPool(rig.url, limits, { max: 1 }))
    await expect(writer.change(async () => 'done')).rejects.toThrow('read-only')
    await rig.ledger.ask.rows(`set default_transaction_read_only = off`)
    await rig.ledger.ask.rows(`alter database ${name} reset default_transaction_read_only`)
    expect(await writer.change(async () => 'done')).toBe('done')
    await writer.close()
  })
})

describe('a read', () => {
  it('is judged in a snapshot of its own after three starts that changes overtook, and is answered from it', async () => {
    rig.gates.hold(/^a fetch sent/)
    const looking = rig.a.call(alice, 'GetUser', bob)
    for (let start = 1; start <= limits.startsBeforeTransaction; start++) {
      await rig.gates.reached('a fetch sent')
      await rig.does('TagUser', { ...tag, 'Tags.member.1.Value': `red ${start}` })
      rig.gates.open(0)
    }
    rig.gates.release()
    expect(succeeded(await looking).starts).toBe(4)
    expect(await rig.violations()).toEqual([])
  })

  it('that is refused in its snapshot leaves the connection as it was', async () => {
    const pool = openPool(rig.url, limits, { max: 1 })
    let opened = 0
    pool.on('connect', () => opened++)
    const reads = new PostgresPoolReads(() => pool)
    await reads.head()
    await expect(
      reads.snapshot(async () => {
        throw new Error('AccessDenied')
      }),
    ).rejects.toThrow('AccessDenied')
    await reads.head()
    expect(opened).toBe(1)
    const busy = await rig.ledger.ask.rows(
      "select 1 as one from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    )
    expect(busy).toEqual([])
    await reads.close()
  })

  it('is not answered by a server in recovery, whose connections are all closed', async () => {
    const reads = new PostgresPoolReads(() => openPool(rig.url, limits, { max: 2 }))
    const [{ name } = {}] = await rig.ledger.ask.rows('select current_database() as name')
    // What the head query asks the server is answered by a function of the test's.
    await rig.sql('create schema recovery')
    await rig.sql('create table recovery.on as select true as standby')
    await rig.sql(
      'create function recovery.pg_is_in_recovery() returns boolean language sql as $$ select standby from recovery.on $$',
    )
    await rig.sql(`alter database ${name} set search_path = recovery, public, pg_catalog`)
    const directory = new PostgresDirectory(reads)
    await expect(directory.settle(() => 'judged')).rejects.toThrow('in recovery')
    await expect(reads.snapshot(async () => 'judged')).rejects.toThrow('in recovery')
    const demoted = await pids()
    await rig.sql('update recovery.on set standby = false')
    expect(await directory.settle(() => 'judged')).toBe('judged')
    const [backend] = (await pids()).filter((pid) => !demoted.includes(pid))
    expect(backend).toBeDefined()
    await directory.close()
    await rig.sql(`alter database ${name} reset search_path`)
    await rig.sql('drop schema recovery cascade')
  })

  it('is answered 503 when the database does not answer in time', async () => {
    await rig.ledger.ask.rows('begin')
    await rig.ledger.ask.rows('lock table head in access exclusive mode')
    const looking = await rig.a.call(alice, 'GetUser', bob)
    await rig.ledger.ask.rows('rollback')
    expect(codeOf(looking)).toBe('ServiceUnavailable')
    succeeded(await rig.a.call(alice, 'GetUser', bob))
    expect(await rig.violations()).toEqual([])
  })

  it('over a connection that came back inside a transaction is caught by the checker', async () => {
    const stuck = new LaggingReads(openPool(rig.url, limits, { max: 1 }))
    await stuck.catchUp()
    const { pool } = stuck
    await rig.renew({
      reads: (reads) => ({ ...sameReads(new PostgresPoolReads(() => pool)), close: () => reads.close() }),
    })
    alice = await rig.user('alice', everything)
    await rig.begin()
    await stuck.catchUp()
    succeeded(await rig.a.call(alice, 'GetCallerIdentity'))
    await rig.does('UpdateAccessKey', { UserName: 'alice', AccessKeyId: alice.accessKeyId, Status: 'Inactive' })
    await rig.a.call(alice, 'GetCallerIdentity')
    expect(await rig.violations()).toContainEqual(expect.stringMatching(/was known before it came/))
    await stuck.end()
  })
})

const sameReads = (reads: PostgresPoolReads) => ({
  head: () => reads.head(),
  fetch: (asked: Parameters<typeof reads.fetch>[0]) => reads.fetch(asked),
  snapshot: <Value>(body: Parameters<typeof reads.snapshot<Value>>[0]) => reads.snapshot(body),
})

it('tells when a state that was answered from is not in history: answered changes may be undone', async () => {
  const told: [number, number][] = []
  const directory = new PostgresDirectory(new PostgresPoolReads(() => openPool(rig.url, limits, { max: 2 })), {
    tellUndone: (seen: Head, found: Head) => told.push([seen.n, found.n]),
  })
  const n = () => directory.settle((view) => view.head.n)
  const first = await n()
  await rig.does('TagUser', tag)
  const seen = await n()
  expect(seen).toBe(first + 1)
  await rig.sql("update head set nonce = 'restored'")
  await rig.sql('delete from history')
  await n()
  await expect.poll(() => told).toEqual([[seen, seen]])
  await directory.close()
})
