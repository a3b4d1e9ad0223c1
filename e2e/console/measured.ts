import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Label } from '../../packages/console/src/i18n/labels.ts'
import type { Language, Person } from './person.ts'

/** Where `npm run journeys` wants the numbers. Without it nothing is written. */
const folder = process.env['KEYWARD_JOURNEYS']

export interface Measured {
  readonly journey: string
  readonly clicks: number
  readonly ms: number
}

/** Walks, and notes the presses of the mouse and the time from the first to the last. */
export async function measured<T>(journey: string, person: Person, walk: () => Promise<T>): Promise<T> {
  const [clicks, began] = [await person.clicks(), performance.now()]
  const result = await walk()
  const ms = performance.now() - began
  note('measured', { journey, clicks: (await person.clicks()) - clicks, ms } satisfies Measured)
  return result
}

/** Which labels a file of journeys has named. */
export function noteLabels(named: ReadonlyMap<Label, ReadonlySet<Language>>): void {
  for (const [{ en, ja }, languages] of named) note('labels', { en, ja, languages: [...languages] })
}

function note(file: string, what: object): void {
  if (folder !== undefined) appendFileSync(join(folder, `${file}.jsonl`), `${JSON.stringify(what)}\n`)
}
