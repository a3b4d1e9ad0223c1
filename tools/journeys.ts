import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measured } from '../e2e/console/measured.ts'
import type { Label, Labels } from '../packages/console/src/i18n/labels.ts'

/**
 * Walks the journeys of the console, writes docs/console/journeys.md from what they took, and names the labels that none of
 * them met. Needs a build and a browser.
 */
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'keyward-journeys-'))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
// One file at a time: what another browser takes of the machine is not a journey's.
const { status } = spawnSync(process.execPath, [vitest, 'run', '--no-file-parallelism', 'e2e/console'], {
  cwd: root,
  env: { ...process.env, KEYWARD_JOURNEYS: folder },
  stdio: 'inherit',
})
const read = (name: string): readonly unknown[] => {
  const file = join(folder, `${name}.jsonl`)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line))
}
const measured = read('measured') as readonly Measured[]
const named = new Set((read('labels') as readonly Label[]).map(textOf))
rmSync(folder, { recursive: true })

if (status !== 0) {
  console.error('not every journey came to its end: docs/console/journeys.md stays as it is')
  process.exit(1)
}
mkdirSync(join(root, 'docs', 'console'), { recursive: true })
writeFileSync(join(root, 'docs', 'console', 'journeys.md'), `${document(measured)}\n`)
for (const [file, names] of await unmet()) console.log(`not met in ${file}: ${names.join(', ')}`)

function document(all: readonly Measured[]): string {
  const journeys = Map.groupBy(all, ({ journey }) => journey)
  const rows = [...journeys].map(([journey, walks]) => {
    const clicks = [...new Set(walks.map((walk) => walk.clicks))].toSorted((a, b) => a - b).join('–')
    return `| ${journey} | ${clicks} | ${(median(walks.map(({ ms }) => ms)) / 1000).toFixed(1)} |`
  })
  return [
    '# Journeys of the console',
    '',
    'Made by `npm run journeys`, which walks every journey of `e2e/console` in a browser and counts. Clicks are presses of the',
    'mouse; typing is none, nor is going to a field by the Tab key. Seconds are from before the first press to what it led to, with',
    'nobody who reads or thinks: they are what the console, the server and the browser take, all on one machine',
    `(${cpus().length} cores), the median where a journey was walked more than once. The test of a key creation fails if it takes more`,
    'clicks than the steps of AWS’s page.',
    '',
    '| journey | clicks | seconds |',
    '|---|---:|---:|',
    ...rows,
  ].join('\n')
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function textOf({ en, ja }: Label): string {
  return JSON.stringify([en, ja])
}

/** By file, the labels that no journey named. */
async function unmet(): Promise<Map<string, readonly string[]>> {
  const left = new Map<string, readonly string[]>()
  for (const file of globSync('packages/console/src/**/*labels.ts', { cwd: root }).toSorted()) {
    const module = (await import(join(root, file))) as Readonly<Record<string, Labels>>
    const names = Object.values(module).flatMap((labels) =>
      Object.entries(labels).flatMap(([name, label]) => (named.has(textOf(label)) ? [] : [name])),
    )
    if (names.length > 0) left.set(file, names)
  }
  return left
}
