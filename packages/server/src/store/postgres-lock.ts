import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { second } from '../domain/clock.ts'

// Any number will do, as long as everything that is Keyward's uses the same.
const lockKey = 7_221_750

/**
 * The lock of a PostgreSQL database: shared by serving nodes and commands, alone by init and restore. It goes with its connection; one
 * that is shared is taken again when its connection breaks, so that no restore begins under a node that serves.
 */
export class PostgresLock {
  readonly #url: string
  #client: Client
  #released = false

  /** Undefined where another process holds it in a way that excludes this one. */
  static async take(url: string, mode: 'shared' | 'alone'): Promise<PostgresLock | undefined> {
    const client = await connected(url)
    const take = mode === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
    const { rows } = await client.query<{ taken: boolean }>(`select ${take}($1) as taken`, [lockKey])
    if (rows[0]?.taken === true) return new PostgresLock(url, client, mode)
    await client.end()
    return undefined
  }

  private constructor(url: string, client: Client, mode: 'shared' | 'alone') {
    this.#url = url
    this.#client = client
    if (mode === 'shared') void this.#keep(endOf(client))
  }

  async release(): Promise<void> {
    this.#released = true
    await this.#client.end()
  }

  async #keep(ended: Promise<void>): Promise<void> {
    let lost = ended
    for (;;) {
      await lost
      const taken = await this.#takeAgain()
      if (taken === undefined) return
      lost = taken
    }
  }

  /** The end of the connection that holds it now; undefined once it was released. */
  async #takeAgain(): Promise<Promise<void> | undefined> {
    while (!this.#released) {
      try {
        const client = await connected(this.#url)
        const ended = endOf(client)
        this.#client = client
        // Waits for a restore that has begun meanwhile: calls see its end by the head, as they see any change.
        await client.query('select pg_advisory_lock_shared($1)', [lockKey])
        return ended
      } catch {
        // The database is away, and every call says so.
        await pause(second, undefined, { ref: false })
      }
    }
    await this.#client.end()
    return undefined
  }
}

const endOf = (client: Client): Promise<void> => new Promise((resolve) => client.once('end', () => resolve()))

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true })
  // A connection that breaks while it idles: what it was for is lost with it, and no error of it may end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
