import type { Clock } from '../domain/clock.ts'
import type { AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { credentialReportRowsIn } from '../store/credential-report-rows.ts'
import { readOneState, type DatabaseAt } from '../store/one-state.ts'
import type { Transaction } from '../store/transaction.ts'
import { header, rootRow, userRow } from './columns.ts'

export interface ReportBounds {
  readonly credentialReportBytesMax: number
  readonly credentialReportPieceBytes: number
  readonly credentialReportUsersAtOnce: number
}

/** Takes one piece, in base64. The next is not made before it has been taken. */
export type TakePiece = (content: string) => Promise<void>

/** A report that was given away in pieces. */
export interface BuiltReport {
  readonly takenAt: number
  /** In bytes. */
  readonly size: number
}

/** Builds the report of an account; undefined where it would be too long. It rejects at once when the signal comes. */
export type BuildReport = (account: AccountId, take: TakePiece, signal: AbortSignal) => Promise<BuiltReport | undefined>

/** In this thread. */
export const buildHere =
  (database: DatabaseAt, clock: Clock, bounds?: ReportBounds): BuildReport =>
  (account, take, signal) =>
    readOneState(database, clock, async (tx, takenAt) => {
      const takeUntilAborted = (content: string) => {
        signal.throwIfAborted()
        return take(content)
      }
      const size = await writePieces(tx, account, takeUntilAborted, bounds)
      return size === undefined ? undefined : { takenAt, size }
    })

/**
 * The credential report of an account as one transaction sees it, in pieces: rows are read, written as CSV and given away a few hundred at
 * a time. Its size in bytes; undefined where it would be too long, and then it stops there.
 */
async function writePieces(
  tx: Transaction,
  account: AccountId,
  take: TakePiece,
  bounds: ReportBounds = limits,
): Promise<number | undefined> {
  const rows = credentialReportRowsIn(tx, account)
  const pieces = new Pieces(take, bounds)
  const { root, keys } = await rows.root()
  // Lines are parted and not ended by a line feed.
  let fits = await pieces.add(`${header}\n${rootRow(account, root, keys.get(account) ?? [])}`)
  let after = ''
  while (fits) {
    const { users, keys } = await rows.usersAfter(after, bounds.credentialReportUsersAtOnce)
    const last = users.at(-1)
    if (last === undefined) return pieces.finish()
    let lines = ''
    for (const user of users) lines += `\n${userRow(account, user, keys.get(user.id) ?? [], root.passwordDays)}`
    fits = await pieces.add(lines)
    after = last.nameKey
  }
  return undefined
}

/** Cuts what is added into pieces of one size. */
class Pieces {
  readonly #take: TakePiece
  readonly #bounds: ReportBounds
  #rest = Buffer.alloc(0)
  #size = 0

  constructor(take: TakePiece, bounds: ReportBounds) {
    this.#take = take
    this.#bounds = bounds
  }

  /** False where it is too much. */
  async add(lines: string): Promise<boolean> {
    const bytes = Buffer.concat([this.#rest, Buffer.from(lines)])
    this.#size += bytes.length - this.#rest.length
    if (this.#size > this.#bounds.credentialReportBytesMax) return false
    const size = this.#bounds.credentialReportPieceBytes
    let start = 0
    for (; bytes.length - start >= size; start += size) {
      await this.#take(bytes.toString('base64', start, start + size))
    }
    this.#rest = bytes.subarray(start)
    return true
  }

  /** Gives away what is left, and says how many bytes there were. */
  async finish(): Promise<number> {
    if (this.#rest.length > 0) await this.#take(this.#rest.toString('base64'))
    return this.#size
  }
}
