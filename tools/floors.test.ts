import { expect, test } from 'vitest'
import { check } from './floors.ts'
import { tree } from './test/tree.ts'

const src = 'packages/server/src'

function messages(files: Record<string, string>): string[] {
  return check(tree(files)).map(({ file, line, message }) => `${file}:${line} ${message}`)
}

test('lets a room import itself and any floor below', () => {
  expect(
    messages({
      [`${src}/dispatch.ts`]: `import { authorize } from './authz/authorize.ts'\nimport './errors.ts'\n`,
      [`${src}/authz/authorize.ts`]: `import { policies } from './policies.ts'\nimport { Arn } from '../domain/arn.ts'\n`,
      [`${src}/authz/policies.ts`]: '',
      [`${src}/domain/arn.ts`]: '',
      [`${src}/errors.ts`]: `import type { Arn } from './domain/arn.ts'`,
      [`${src}/server.ts`]: `import { listen } from './http/listener.ts'`,
      [`${src}/http/listener.ts`]: `import { createServer } from 'node:http'`,
    }),
  ).toEqual([])
})

test('refuses an import that goes sideways, also of a type', () => {
  expect(messages({ [`${src}/authn/a.ts`]: `\nimport type { Context } from '../authz/context.ts'` })).toEqual([
    `${src}/authn/a.ts:2 goes sideways: authn/ may not import authz/, a room of the same floor`,
  ])
})

test('refuses an import that goes up, however it is written', () => {
  const up = 'goes up: store/ may not import operations/'
  expect(
    messages({
      [`${src}/store/a.ts`]: `export { b } from '../operations/b.ts'\nexport const c = await import('../operations/b.ts')\n`,
      [`${src}/store/b.ts`]: `export type B = import('../operations/b.ts').B`,
    }),
  ).toEqual([`${src}/store/a.ts:1 ${up}`, `${src}/store/a.ts:2 ${up}`, `${src}/store/b.ts:1 ${up}`])
})

test('names a file that stands in no room', () => {
  expect(messages({ [`${src}/utils/a.ts`]: '' })).toEqual([
    `${src}/utils/a.ts:1 stands in no room of the table in tools/floors.ts`,
  ])
})

test('keeps SQL in the store and the listener in http', () => {
  const manifest = { 'packages/server/package.json': '{ "dependencies": { "kysely": "1" } }' }
  expect(
    messages({
      ...manifest,
      [`${src}/operations/a.ts`]: `import { sql } from 'kysely'`,
      [`${src}/dispatch.ts`]: `import type { IncomingMessage } from 'node:http'`,
      [`${src}/store/a.ts`]: `import { Migrator } from 'kysely/migration'`,
    }),
  ).toEqual([
    `${src}/dispatch.ts:1 dispatch.ts may not import node:http: it belongs to http/`,
    `${src}/operations/a.ts:1 operations/ may not import kysely: it belongs to store/`,
  ])
})

test('refuses a library that the package does not declare', () => {
  expect(messages({ [`${src}/http/a.ts`]: `import sirv from 'sirv'` })).toEqual([
    `${src}/http/a.ts:1 sirv is not among the dependencies of server`,
  ])
})

test('keeps sigv4 and policy pure', () => {
  expect(
    messages({
      'packages/sigv4/src/a.ts': `import { createHmac } from 'node:crypto'\nimport { readFileSync } from 'node:fs'\n`,
      'packages/policy/src/a.ts': `import { createHash } from 'node:crypto'\nimport '../../sigv4/src/a.ts'\n`,
      'packages/policy/src/b.ts': [
        `export const at = Date.now()`,
        `export const now = new Date()`,
        `export const given = new Date(0)`,
        `export const home = process.env['HOME']`,
        `export const member = { process: 1 }.process`,
      ].join('\n'),
    }),
  ).toEqual([
    'packages/policy/src/a.ts:1 policy may import nothing from outside itself, not node:crypto',
    'packages/policy/src/a.ts:2 leaves its package: packages/sigv4/src/a.ts',
    'packages/policy/src/b.ts:1 policy is pure: no Date.now',
    'packages/policy/src/b.ts:2 policy is pure: no new Date()',
    'packages/policy/src/b.ts:4 policy is pure: no process',
    'packages/sigv4/src/a.ts:2 sigv4 may import node:crypto from outside itself, not node:fs',
  ])
})

test('lets the console take types from the server and nothing that runs, and lets no package reach into another', () => {
  expect(
    messages({
      'packages/console/package.json': '{ "devDependencies": { "@keyward/server": "1" } }',
      'packages/console/src/app.ts': `import { serve, type Settings } from '@keyward/server'\n`,
      'packages/cli/package.json': '{ "dependencies": { "@keyward/server": "1" } }',
      'packages/cli/src/serve.ts': `import { serve } from '@keyward/server'\n`,
      'packages/cli/src/peek.ts': `import type { Row } from '../../server/src/store/row.ts'\n`,
    }),
  ).toEqual([
    'packages/cli/src/peek.ts:1 leaves its package: packages/server/src/store/row.ts',
    'packages/console/src/app.ts:1 console takes only types from @keyward/server, not serve',
  ])
})

test('leaves tests alone, but lets no source import one', () => {
  expect(
    messages({
      [`${src}/store/a.test.ts`]: `import '../server.ts'`,
      [`${src}/store/a.ts`]: `import './a.test.ts'`,
    }),
  ).toEqual([`${src}/store/a.ts:1 imports a test: ${src}/store/a.test.ts`])
})
