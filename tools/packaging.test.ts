import { expect, test } from 'vitest'
import { check } from './packaging.ts'
import { tree } from './test/tree.ts'

const manifest = {
  name: 'a',
  version: '1.0.0',
  type: 'module',
  license: 'Apache-2.0',
  engines: { node: '>=22' },
  files: ['dist'],
  sideEffects: false,
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
}
const built = {
  'packages/a/dist/index.js': 'export {}',
  'packages/a/dist/index.d.ts': 'export {}',
  'packages/a/LICENSE': '',
}

async function messages(files: Record<string, string>): Promise<string[]> {
  return (await check(tree(files))).map(({ file, message }) => `${file} ${message}`)
}

test('finds nothing in a package that is well made, and does not ask about private ones', async () => {
  expect(
    await messages({
      'packages/a/package.json': JSON.stringify(manifest),
      ...built,
      'packages/b/package.json': JSON.stringify({ private: true }),
    }),
  ).toEqual([])
})

test('names an entry that is not there', async () => {
  const exports = { '.': './dist/other.js' }
  const found = await messages({ 'packages/a/package.json': JSON.stringify({ ...manifest, exports }), ...built })
  expect(found.join()).toContain('dist/other.js')
})

test('refuses an install script, a missing licence and a package that is not built', async () => {
  expect(
    await messages({ 'packages/a/package.json': JSON.stringify({ ...manifest, scripts: { postinstall: 'x' } }) }),
  ).toEqual([
    'packages/a/package.json has the install script postinstall',
    'packages/a/package.json has no LICENSE',
    'packages/a/package.json is not built: npm run build',
  ])
})

test('names a console whose page is older than what it is made of', async () => {
  const exports = { '.': './dist/index.js' }
  const found = await messages({
    'packages/console/package.json': JSON.stringify({ ...manifest, exports }),
    'packages/console/LICENSE': '',
    'packages/console/dist/index.js': 'export {}',
  })
  expect(found.join()).toContain('was changed since it was built')
})
