import { existsSync, readFileSync, unlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compress, isBuilt } from './build-console.ts'
import { tree } from './test/tree.ts'

const page = '<!doctype html><title>Keyward</title>'
const old = new Date('2026-01-01')
const young = new Date('2026-01-02')

/** A checkout whose files and folders are all of one age, and its build of another. */
function checkout(built: Date): string {
  const root = tree({
    'packages/console/index.html': page,
    'packages/console/src/pages/users.tsx': '',
    'packages/console/dist/index.html.gz': '',
    'packages/console/node_modules/a/index.js': '',
    'packages/server/model/iam.json': '{}',
  })
  for (const path of ['index.html', 'src/pages/users.tsx', 'src/pages', 'src', 'dist', '.']) {
    utimesSync(join(root, 'packages/console', path), old, old)
  }
  for (const path of ['iam.json', '.']) utimesSync(join(root, 'packages/server/model', path), old, old)
  utimesSync(join(root, 'packages/console/dist/index.html.gz'), built, built)
  return root
}

test('the console is built once, and again when anything it is made of is younger', () => {
  const root = checkout(young)
  expect(isBuilt(root)).toBe(true)
  const changed = new Date('2026-01-03')
  for (const path of ['console/src/pages/users.tsx', 'console/index.html', 'server/model/iam.json']) {
    utimesSync(join(root, 'packages', path), changed, changed)
    expect(isBuilt(root), path).toBe(false)
    utimesSync(join(root, 'packages', path), old, old)
  }
  unlinkSync(join(root, 'packages/console/src/pages/users.tsx'))
  expect(isBuilt(root)).toBe(false)
})

test('a build that did not come to its end is none', () => {
  const root = checkout(young)
  unlinkSync(join(root, 'packages/console/dist/index.html.gz'))
  expect(isBuilt(root)).toBe(false)
})

test('what gains by it is compressed in both ways, and nothing else', async () => {
  const files = { 'index.html': page, 'assets/a.js': 'x'.repeat(1_000), 'assets/a.css': 'y', 'assets/a.png': 'z' }
  const root = tree(files)
  await compress(root)
  for (const name of ['index.html', 'assets/a.js', 'assets/a.css'] as const) {
    expect(brotliDecompressSync(readFileSync(join(root, `${name}.br`))).toString()).toBe(files[name])
    expect(gunzipSync(readFileSync(join(root, `${name}.gz`))).toString()).toBe(files[name])
  }
  expect(existsSync(join(root, 'assets/a.png.br'))).toBe(false)
})
