import { expect, test } from 'vitest'
import { check } from './duplicates.ts'
import { tree } from './test/tree.ts'

const lines = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `  ${prefix}${i} = call(${i}${', x'.repeat(i)})`).join('\n')

function messages(files: Record<string, string>): string[] {
  return check(tree(files)).map(({ file, line, message }) => `${file}:${line} ${message}`)
}

test('names eight lines that stand in two files, whatever their layout and comments', () => {
  const copy = lines('a', 8)
  expect(
    messages({
      'packages/server/src/a.ts': `import { x } from './x.ts'\n${copy}\nreturn 1\n`,
      'packages/server/src/b.ts': `// Another.\n\n${copy.replaceAll('\n', ' // why\n\n\t').replaceAll(' = ', '=')}\nthrow 1\n`,
    }),
  ).toEqual(['packages/server/src/b.ts:3 lines 3 to 17 are the same as packages/server/src/a.ts:2'])
})

test('names a copy in the same file once, not once a line', () => {
  const copy = lines('a', 12)
  expect(messages({ 'tools/a.ts': `${copy}\nbetween()\n${copy}\n` })).toEqual([
    'tools/a.ts:14 lines 14 to 25 are the same as tools/a.ts:1',
  ])
})

test('names a copy whose names were changed', () => {
  expect(messages({ 'tools/a.ts': lines('a', 14), 'tools/b.ts': lines('b', 14) })).toEqual([
    'tools/b.ts:1 lines 1 to 14 are the same but for its names as tools/a.ts:1',
  ])
})

test('lets seven lines, tables, imports and tests be', () => {
  const table = Array.from({ length: 30 }, (_, i) => `  ['${i}', ${i}],`).join('\n')
  const imports = Array.from({ length: 10 }, (_, i) => `import { a${i} } from './a${i}.ts'`).join('\n')
  expect(
    messages({
      'tools/a.ts': `${imports}\n${lines('a', 7)}\nconst one = [\n${table}\n]\n`,
      'tools/b.ts': `${imports}\n${lines('a', 7)}\nconst two = {}\nlet three = [\n${table.replaceAll("'", '"x')}\n]\n`,
      'tools/a.test.ts': lines('t', 20),
      'packages/policy/test/b.ts': lines('t', 20),
    }),
  ).toEqual([])
})
