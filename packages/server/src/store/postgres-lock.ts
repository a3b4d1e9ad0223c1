import { Client } from 'pg'

// Any number will do, as long as everything that is Keyward's uses the same.
const lockKey = 7_221_750

/** The lock of a PostgreSQL database: shared by serving nodes and commands, alone by init and restore. It goes with its connection. */
export class PostgresLock {
  readonly #client: Client

  /** Undefined where another process holds it in a way that excludes this one. */
  static async take(url: string, mode: 'shared' | 'alone'): Promise<PostgresLock | undefined> {
    const client = new Client({ connectionString: url, keepAlive: true })
    // A connection that breaks while it idles: the lock is gone with it, and the next query of anyone says what is wrong.
    client.on('error', () => undefined)
    await client.connect()
    const take = mode === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
    const { rows } = await client.query<{ taken: boolean }>(`select ${take}($1) as taken`, [lockKey])
    if (rows[0]?.taken === true) return new PostgresLock(client)
    await client.end()
    return undefined
  }

  private constructor(client: Client) {
    this.#client = client
  }

  async release(): Promise<void> {
    await this.#client.end()
  }
}
