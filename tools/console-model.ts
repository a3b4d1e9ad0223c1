/**
 * Writes packages/console/src/api/model.ts from the API model: what the console must know while it runs of the operations
 * it calls. `node tools/console-model.ts`; with `--check` it writes nothing and fails where the file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { operations } from '../packages/console/src/api/operations.ts'

interface Reference {
  readonly shape: string
}

interface Shape {
  readonly type: string
  readonly members?: Readonly<Record<string, Reference>>
  readonly member?: Reference
  readonly value?: Reference
  readonly enum?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
}

interface Model {
  readonly operations: Readonly<Record<string, { readonly input?: Reference; readonly output?: Reference }>>
  readonly shapes: Readonly<Record<string, Shape>>
}

interface Constraint {
  readonly type: 'string' | 'integer'
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
}

const target = fileURLToPath(new URL('../packages/console/src/api/model.ts', import.meta.url))

/** Members that no person types. */
const untyped = new Set(['Marker', 'MaxItems', 'Attempt'])

const timestamps = new Set<string>()
const numbers = new Set<string>()
const constraints: Record<string, Record<string, Constraint>> = {}

for (const [service, names] of Object.entries(operations)) {
  const path = new URL(`../packages/server/model/${service}.json`, import.meta.url)
  const model = JSON.parse(readFileSync(path, 'utf8')) as Model
  for (const name of names) {
    const { input, output } = model.operations[name] ?? {}
    walk(model, input, '', new Set(), (member, path, shape) => {
      if (shape.type === 'timestamp') throw new Error(`${service}:${name} takes a time in ${path}: call.ts sends none`)
      const found = constraintOf(shape)
      if (found && !untyped.has(member)) (constraints[`${service}:${name}`] ??= {})[path] = found
    })
    walk(model, output, '', new Set(), (member, _path, shape) => {
      if (shape.type === 'timestamp') timestamps.add(member)
      if (shape.type === 'integer') numbers.add(member)
    })
  }
}
for (const name of timestamps) {
  if (numbers.has(name))
    throw new Error(`${name} is a time in one answer and a number in another: call.ts tells them by name`)
}

/** Visits every member that a shape reaches, with its path: `Tags.Value`. */
function walk(
  model: Model,
  reference: Reference | undefined,
  path: string,
  above: ReadonlySet<string>,
  visit: (member: string, path: string, shape: Shape) => void,
): void {
  const shape = reference && model.shapes[reference.shape]
  if (!shape || !reference || above.has(reference.shape)) return
  const below = new Set([...above, reference.shape])
  for (const inner of [shape.member, shape.value]) walk(model, inner, path, below, visit)
  for (const [member, inner] of Object.entries(shape.members ?? {})) {
    const innerShape = model.shapes[inner.shape]
    const innerPath = path === '' ? member : `${path}.${member}`
    if (innerShape) visit(member, innerPath, innerShape)
    walk(model, inner, innerPath, below, visit)
  }
}

function constraintOf({ type, min, max, pattern, enum: words }: Shape): Constraint | undefined {
  if ((type !== 'string' && type !== 'integer') || words) return undefined
  if (min === undefined && max === undefined && pattern === undefined) return undefined
  // What the page could not compile must fail here.
  if (pattern !== undefined) new RegExp(`^(?:${pattern})$`, 'u')
  return {
    type,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
  }
}

const text = `// Written by tools/console-model.ts from the API model and operations.ts. Change those or the tool, not this file.

/** The members of answers that are times: seconds on the wire. */
export const timestamps: ReadonlySet<string> = new Set(${JSON.stringify([...timestamps].sort())})

/** What the model asks of the members that people type, by operation. */
export const constraints = ${JSON.stringify(constraints)} as const
`
const written = await format(text, { ...(await resolveConfig(target)), parser: 'typescript' })
if (!process.argv.includes('--check')) writeFileSync(target, written)
else if (readFileSync(target, 'utf8') !== written) {
  console.error('packages/console/src/api/model.ts: not what the model says. Run: node tools/console-model.ts')
  process.exitCode = 1
}
