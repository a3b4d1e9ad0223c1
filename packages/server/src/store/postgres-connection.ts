import type { Pool, PoolClient } from 'pg'
import { DatabaseError } from './transaction.ts'

/** Gives up after a while. What it waited for goes on by itself: whoever calls this closes the connection. */
export async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseError(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, expired])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Lends a connection for one piece of work. It goes back to the pool only if the work resolved in time; otherwise it is closed, whatever
 * state it is in. The limit counts from now, waiting for a connection included: a paused server must not hold callers for ever.
 */
export async function lend<Value>(
  pool: Pool,
  milliseconds: number,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const lent: { client?: PoolClient; ended?: true } = {}
  const borrow = async (): Promise<Value> => {
    const client = await connect(pool)
    if (lent.ended) {
      client.release()
      throw new DatabaseError('the connection came too late')
    }
    lent.client = client
    return work(client)
  }
  try {
    const value = await within(milliseconds, borrow())
    lent.client?.release()
    return value
  } catch (error) {
    lent.ended = true
    lent.client?.release(true)
    throw error
  }
}

/** Throws DatabaseError. */
export async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw new DatabaseError(error)
  }
}
