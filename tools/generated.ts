import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a page of the documentation that is made from code; with --check it only compares, and fails where they differ. */
export function writeOrCheck(page: string, command: string, lines: readonly string[]): void {
  const file = join(import.meta.dirname, '..', page)
  const text = lines.join('\n')
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${page} is not what the code says: run "npm exec -- ${command}"`)
    process.exitCode = 1
  }
}
