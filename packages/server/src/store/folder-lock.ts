import Database from 'better-sqlite3'

/**
 * The lock of a data folder, held by everything that uses it: shared by servers and commands, alone by init and restore. It is a
 * lock of the operating system's (SQLite's own, on a file of its own), so it goes with the process that held it.
 */
export class FolderLock {
  readonly #database: Database.Database

  /** Undefined where another process holds it in a way that excludes this one; waits up to `timeout` milliseconds. */
  static take(file: string, mode: 'shared' | 'alone', timeout: number): FolderLock | undefined {
    const database = new Database(file, { timeout })
    try {
      database.pragma('journal_mode = DELETE')
      if (mode === 'alone') database.exec('begin exclusive')
      else {
        database.exec('begin')
        // The first read is what takes the lock.
        database.prepare('select 1 from sqlite_master').all()
      }
      return new FolderLock(database)
    } catch (error) {
      database.close()
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
      throw error
    }
  }

  private constructor(database: Database.Database) {
    this.#database = database
  }

  release(): void {
    this.#database.close()
  }
}
