import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'

// Writes, one transaction each and as durably as the server, the rows that one CreateAccessKey writes. Nothing is judged or sealed.
const [folder = '', seconds = '', from = '', record = ''] = process.argv.slice(2)

const database = new Database(join(folder, 'keyward.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('foreign_keys = ON')

const users = database
  .prepare("select id, account_id from iam_user where name_key >= 'user-' order by name_key limit ? offset ?")
  .all(Math.ceil(Number(seconds) * 20_000), Number(from)) as { id: string; account_id: string }[]
// What is as long as a sealed secret; ids are told apart by the user's number.
const sealed = randomBytes(77).toString('base64url')

const begin = database.prepare('begin immediate')
const commit = database.prepare('commit')
const moveHead = database.prepare('update head set n = n + 1, nonce = ?, at = max(at, ?) returning n')
const slots = database.prepare('select slot from access_key where owner = ?')
const insertKey = database.prepare(
  'insert into access_key (id, account_id, owner, user_id, slot, status, secret, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
)
const insertEvent = database.prepare(
  'insert into event (n, i, event_id, account_id, at, record) values (?, 0, ?, ?, ?, ?)',
)
const insertHistory = database.prepare('insert into history (n, nonce, at) values (?, ?, ?)')

const started = performance.now()
const before = process.threadCpuUsage()
let transactions = 0
for (const { id, account_id: account } of users) {
  const at = Date.now()
  const nonce = `nonce-${transactions}-${at}`.slice(-12)
  begin.run()
  const { n } = moveHead.get(nonce, at) as { n: number }
  slots.all(id)
  insertKey.run(`AKIA${id.slice(4, 20)}`, account, id, id, 1, 'Active', sealed, at)
  insertEvent.run(n, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, account, at, record)
  insertHistory.run(n, nonce, at)
  commit.run()
  transactions++
  if (performance.now() - started > Number(seconds) * 1000) break
}
const { user, system } = process.threadCpuUsage(before)
const result = { transactions, cpu: (user + system) / 1e6, seconds: (performance.now() - started) / 1000 }
process.stdout.write(JSON.stringify(result))
