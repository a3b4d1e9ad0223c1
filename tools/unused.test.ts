import { expect, test } from 'vitest'
import { tree } from './test/tree.ts'
import { check } from './unused.ts'

const manifest = {
  'packages/server/package.json': JSON.stringify({
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  }),
}

function messages(files: Record<string, string>): string[] {
  return check(tree({ ...manifest, ...files })).map(({ file, line, message }) => `${file}:${line} ${message}`)
}

test('finds nothing where every export has a user', () => {
  expect(
    messages({
      'packages/server/src/index.ts': `export { a } from './a.ts'\nexport * from './all.ts'\nexport const world = 1\n`,
      'packages/server/src/a.ts': `import * as b from './b.ts'\nexport const a = b\n`,
      'packages/server/src/b.ts': `export const b1 = 1\nexport function b2() {}\n`,
      'packages/server/src/all.ts': `export class All {}\n`,
    }),
  ).toEqual([])
})

test('names an export that no other file uses; a test is a user', () => {
  expect(
    messages({
      'packages/server/src/index.ts': `export { a } from './a.ts'`,
      'packages/server/src/a.ts': `export const a = 1\nexport const b = a\nexport const { c, d } = { c: 1, d: 2 }\n`,
      'packages/server/src/a.test.ts': `import { a, c } from './a.ts'`,
    }),
  ).toEqual([
    'packages/server/src/a.ts:2 b is exported and used by no other file',
    'packages/server/src/a.ts:3 d is exported and used by no other file',
  ])
})

test('names files that nobody reaches, but not what dies with them; of a ring every file; and files that only tests reach', () => {
  expect(
    messages({
      'packages/server/src/index.ts': '',
      'packages/server/src/dead.ts': `import './dies-too.ts'`,
      'packages/server/src/dies-too.ts': '',
      'packages/server/src/ring-a.ts': `import './ring-b.ts'`,
      'packages/server/src/ring-b.ts': `import './ring-a.ts'`,
      'packages/server/src/tested.ts': `export const x = 1`,
      'packages/server/src/tested.test.ts': `import { x } from './tested.ts'`,
    }),
  ).toEqual([
    'packages/server/src/dead.ts:1 nobody uses this file',
    'packages/server/src/ring-a.ts:1 nobody uses this file',
    'packages/server/src/ring-b.ts:1 nobody uses this file',
    'packages/server/src/tested.ts:1 only tests use this file',
  ])
})

test('counts what the page of a package for browsers starts, and what builds it, as users', () => {
  expect(
    messages({
      'packages/server/src/index.ts': '',
      'packages/console/vite.config.ts': `import { plugin } from './build/plugin.ts'\nexport default plugin`,
      'packages/console/build/plugin.ts': `export const plugin = 1`,
      'packages/console/index.html': `<script type="module" src="/src/app.tsx"></script>`,
      'packages/console/src/app.tsx': `import './page.tsx'`,
      'packages/console/src/page.tsx': '',
      'packages/console/src/dead.tsx': '',
    }),
  ).toEqual(['packages/console/src/dead.tsx:1 nobody uses this file'])
})

test('counts bench, tools and other packages as users', () => {
  expect(
    messages({
      'packages/server/src/index.ts': `import './a.ts'`,
      'packages/server/src/a.ts': `export const a = 1\nexport const b = 1\n`,
      'bench/rate.ts': `import { a } from '../packages/server/src/a.ts'`,
      'packages/cli/package.json': JSON.stringify({ bin: { keyward: 'dist/main.js' } }),
      'packages/cli/src/main.ts': `import { b } from '@keyward/server/a'`,
    }),
  ).toEqual([])
})

test('keeps a file that is started by its path', () => {
  expect(
    messages({
      'packages/server/src/index.ts': "new Worker(new URL('./a.js', import.meta.url))\nnew URL(`./b${extension}`)\n",
      'packages/server/src/a.ts': '',
      'packages/server/src/b.ts': '',
    }),
  ).toEqual([])
})

test('takes a type in a used signature as used, and one that only a body names as not', () => {
  expect(
    messages({
      'packages/server/src/index.ts': `export { run } from './a.ts'`,
      'packages/server/src/a.ts': `export interface Settings {}\nexport interface Inner {}\nexport function run(s: Settings) {\n  const i: Inner = s\n}\n`,
    }),
  ).toEqual(['packages/server/src/a.ts:2 Inner is exported and used by no other file'])
})

test('lets tests be the users of a harness', () => {
  expect(
    messages({
      'packages/server/src/index.ts': '',
      'packages/server/src/a.test.ts': `import { serve } from '../test/harness.ts'`,
      'packages/server/test/harness.ts': `export const serve = 1\nexport const stale = 1\n`,
      'packages/server/test/forgotten.ts': '',
    }),
  ).toEqual([
    'packages/server/test/forgotten.ts:1 nobody uses this file',
    'packages/server/test/harness.ts:2 stale is exported and used by no other file',
  ])
})
