/**
 * Writes the TypeScript types of every operation from the API model: `node tools/import-model.ts`.
 * With `--check` it writes nothing and fails where the files differ from what the model says.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

interface Reference {
  shape: string
}

interface Shape {
  type: string
  members?: Record<string, Reference>
  required?: string[]
  member?: Reference
  key?: Reference
  value?: Reference
  enum?: string[]
  error?: { code?: string }
}

interface Model {
  operations: Record<string, { input?: Reference; output?: Reference; errors?: Reference[] }>
  shapes: Record<string, Shape>
}

const services = ['access-analyzer', 'iam', 'keyward', 'signin', 'sts'] as const
const modelFolder = new URL('../packages/server/model/', import.meta.url)
const typesFolder = new URL('../packages/server/src/protocol/types/', import.meta.url)

const heading =
  '// Written by tools/import-model.ts from the API model in packages/server/model. Change the model or the tool, not this file.\n\n'

const models = new Map<string, Model>(
  services.map((service) => [service, JSON.parse(readFileSync(new URL(`${service}.json`, modelFolder), 'utf8'))]),
)

/** The wire code of an error; the few error shapes that declare none go by their own name. */
function wireCode(model: Model, shapeName: string): string {
  return model.shapes[shapeName]?.error?.code ?? shapeName
}

const typeName = (name: string) => name.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
const union = (words: string[]) => words.map((word) => JSON.stringify(word)).join(' | ')
const property = (name: string) => (/^\w+$/.test(name) ? name : JSON.stringify(name))

function typeOf(model: Model, shapeName: string): string {
  const shape = model.shapes[shapeName]
  switch (shape?.type) {
    case 'structure':
      return typeName(shapeName)
    case 'list':
      return `readonly (${typeOf(model, shape.member!.shape)})[]`
    case 'map':
      return `{ readonly [key: string]: ${typeOf(model, shape.value!.shape)} }`
    case 'string':
      return shape.enum ? typeName(shapeName) : 'string'
    case 'integer':
    case 'timestamp':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'blob':
      return 'Uint8Array'
    default:
      throw new Error(`${shapeName}: no TypeScript type for ${shape?.type}`)
  }
}

function structure(model: Model, shapeName: string, shape: Shape): string {
  const members = Object.entries(shape.members ?? {}).map(([name, { shape: memberShape }]) => {
    const type = typeOf(model, memberShape)
    return shape.required?.includes(name)
      ? `readonly ${property(name)}: ${type}`
      : `readonly ${property(name)}?: ${type} | undefined`
  })
  if (members.length === 0) return `export type ${typeName(shapeName)} = { readonly [name: string]: never }\n`
  return `export interface ${typeName(shapeName)} {\n${members.join('\n')}\n}\n`
}

/** The shapes that an operation's input or output reaches, errors left out. */
function reachable(model: Model): Set<string> {
  const found = new Set<string>()
  const visit = (reference: Reference | undefined) => {
    if (!reference || found.has(reference.shape)) return
    found.add(reference.shape)
    const shape = model.shapes[reference.shape]
    for (const next of [...Object.values(shape?.members ?? {}), shape?.member, shape?.key, shape?.value]) visit(next)
  }
  for (const { input, output } of Object.values(model.operations)) {
    visit(input)
    visit(output)
  }
  return found
}

function serviceTypes(service: string, model: Model): string {
  const parts: string[] = []
  const names = new Map<string, string>()
  const reached = reachable(model)
  for (const [name, shape] of Object.entries(model.shapes)) {
    const declared =
      shape.type === 'structure'
        ? structure(model, name, shape)
        : shape.enum
          ? `export type ${typeName(name)} = ${union(shape.enum)}\n`
          : ''
    if (declared === '' || !reached.has(name)) continue
    const other = names.get(typeName(name))
    if (other) throw new Error(`${service}: ${other} and ${name} would have the same type name`)
    names.set(typeName(name), name)
    parts.push(declared)
  }
  const operations = Object.entries(model.operations).map(([name, { input, output, errors }]) => {
    const codes = (errors ?? []).map(({ shape }) => wireCode(model, shape))
    return `${name}: {
      input: ${input ? typeName(input.shape) : '{ readonly [name: string]: never }'}
      output: ${output ? typeName(output.shape) : 'undefined'}
      errors: ${codes.length > 0 ? union(codes) : 'never'}
    }`
  })
  parts.push(`/** What each operation takes, returns and may refuse with, by its wire name. Times are milliseconds since the epoch. */
export interface ${typeName(service)}Operations {\n${operations.join('\n')}\n}\n`)
  return parts.join('\n')
}

const files = new Map<string, string>()
for (const [service, model] of models) files.set(`${service}.ts`, serviceTypes(service, model))

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [name, text] of files) {
  const path = fileURLToPath(new URL(name, typesFolder))
  const written = await format(heading + text, { ...(await resolveConfig(path)), parser: 'typescript' })
  if (!check) writeFileSync(path, written)
  else if (readFileSync(path, 'utf8') !== written) stale.push(name)
}
if (stale.length > 0) {
  console.error(`${stale.join(', ')}: not what the model says. Run: node tools/import-model.ts`)
  process.exitCode = 1
}
