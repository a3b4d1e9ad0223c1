import { callerIdentityRow, listAccessKeysRow, manyPoliciesRow } from './against-bare.ts'
import { row as credentialReport } from './credential-report.ts'
import { row as decisions } from './decisions.ts'
import { row as durableCreate } from './durable-create.ts'
import { row as eventLoopDelay } from './event-loop-delay.ts'
import { row as kills } from './kills.ts'
import { row as lastUsed } from './last-used.ts'
import { row as memory } from './memory.ts'
import { row as millionUsers } from './million-users.ts'
import { row as moto } from './moto.ts'
import { row as movingHead } from './moving-head.ts'
import { row as revocation } from './revocation.ts'
import { pinClient } from './rig/cores.ts'
import type { Line, Row } from './rig/line.ts'
import { cleanUp } from './rig/process.ts'
import { asMarkdown, asText } from './rig/table.ts'
import { row as signinTiming } from './signin-timing.ts'
import { row as signInPage } from './sign-in-page.ts'
import { row as searchUsers } from './search-users.ts'
import { row as start } from './start.ts'
import { row as usersList } from './users-list.ts'
import { row as verification } from './verification.ts'

// `node bench/all.ts [--markdown] [ROW…]`: measures, and prints one table. Every row by itself: `node bench/all.ts start`.

const rows: readonly Row[] = [
  callerIdentityRow,
  listAccessKeysRow,
  manyPoliciesRow,
  lastUsed,
  millionUsers,
  movingHead,
  eventLoopDelay,
  durableCreate,
  decisions,
  verification,
  memory,
  credentialReport,
  signinTiming,
  start,
  signInPage,
  usersList,
  searchUsers,
  kills,
  revocation,
  moto,
]

const flags = process.argv.slice(2)
const names = flags.filter((flag) => flag !== '--markdown')
const unknown = names.filter((name) => rows.every((row) => row.name !== name))
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. There are: ${rows.map((row) => row.name).join(', ')}.`)
  process.exit(1)
}

pinClient()
const markdown = flags.includes('--markdown')
const lines: Line[] = []
for (const row of rows) {
  if (names.length > 0 && !names.includes(row.name)) continue
  const started = performance.now()
  // A row that fails takes no other with it, and the bench has failed.
  try {
    const measured = await row.run()
    lines.push(...measured)
    if (!markdown) process.stdout.write(asText(measured))
  } catch (error) {
    process.exitCode = 1
    console.error(`${row.name} failed:`, error)
  }
  console.error(`${row.name}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
if (markdown) process.stdout.write(asMarkdown(lines))
cleanUp()
// What a failed row left open must not keep this process.
process.exit()
