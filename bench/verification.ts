import { join } from 'node:path'
import { atMost, median, type Row } from './rig/line.ts'
import { runNode } from './rig/process.ts'
import { settings } from './rig/settings.ts'

/** What verifying a signature costs, against the hashes that no verifier can do without. */
export const row: Row = {
  name: 'verification',
  async run() {
    const program = join(import.meta.dirname, 'rig/verify.ts')
    const output = await runNode([program, String(settings.seconds / 5), String(settings.rounds)])
    const { verifying, hashing } = JSON.parse(output) as { verifying: number[]; hashing: number[] }
    return [
      {
        what: 'Verifying the signature of GetCallerIdentity, its signing key known, against the four bare SHA-256 it needs',
        ours: `${median(verifying).toFixed(2)} µs`,
        other: `hashes ${median(hashing).toFixed(2)} µs`,
        value: median(verifying) / median(hashing),
        unit: '×',
        bar: atMost(1.4),
      },
    ]
  },
}
