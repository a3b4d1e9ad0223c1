import type { ServiceError } from '../../errors.ts'
import type { ListShape, MapShape, OperationModel, Shape, StructureShape } from '../model.ts'
import { malformed } from './body.ts'
import { excerpt } from './excerpt.ts'

/** Turns a JSON value, never null, into what operations take. `path` names its place in a refusal. */
type Reader = (value: unknown, path: string) => unknown

const prepared = new Map<OperationModel, Reader>()

/** Reads an operation's input out of parsed JSON, by its shape. Throws MalformedInput where a member is unknown or of another type. */
export function readInput(operation: OperationModel, value: unknown): unknown {
  let read = prepared.get(operation)
  if (read === undefined) {
    read = readerOfStructure(operation.input ?? noInput)
    prepared.set(operation, read)
  }
  return read(value, '')
}

const noInput: StructureShape = { type: 'structure', name: '', members: [] }

function readerOf(shape: Shape): Reader {
  if (shape.type === 'structure') return readerOfStructure(shape)
  if (shape.type === 'list') return readerOfList(shape)
  if (shape.type === 'map') return readerOfMap(shape)
  return scalarReaders[shape.type]
}

const scalarReaders: Readonly<Record<Exclude<Shape['type'], 'structure' | 'list' | 'map'>, Reader>> = {
  string: readString,
  integer: readInteger,
  boolean: readBoolean,
  timestamp: readTimestamp,
  blob: readBlob,
}

function expected(what: string, path: string): ServiceError {
  return malformed(path === '' ? `The request body is not ${what}` : `${path} is not ${what}`)
}

function below(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`
}

function readerOfStructure(shape: StructureShape): Reader {
  const members = new Map(
    shape.members.map(({ name, shape: memberShape, required }) => [
      name,
      {
        read: readerOf(memberShape),
        // As in a form, which cannot say it otherwise: no operation ever sees a required list that is empty.
        emptyIsMissing: required && memberShape.type === 'list',
      },
    ]),
  )
  return (value, path) => {
    if (!isObject(value)) throw expected('a JSON object', path)
    const input: Record<string, unknown> = {}
    for (const [name, part] of Object.entries(value)) {
      const member = members.get(name)
      // A form may hold anything besides; here a slip of the pen in a call about security shall not pass in silence.
      if (member === undefined) throw malformed(`${below(path, excerpt(name))} is not a member of the input`)
      if (part === null) continue
      const read = member.read(part, below(path, name))
      if (member.emptyIsMissing && Array.isArray(read) && read.length === 0) continue
      input[name] = read
    }
    return input
  }
}

function readerOfList(shape: ListShape): Reader {
  const read = readerOf(shape.member)
  return (value, path) => {
    if (!Array.isArray(value)) throw expected('a JSON array', path)
    // No constraint lets a null pass.
    return value.map((each: unknown, index) => (each === null ? null : read(each, `${path}[${index}]`)))
  }
}

function readerOfMap(shape: MapShape): Reader {
  const read = readerOf(shape.value)
  return (value, path) => {
    if (!isObject(value)) throw expected('a JSON object', path)
    // Without a prototype: a key named `__proto__` is a key.
    const map = Object.create(null) as Record<string, unknown>
    for (const [key, each] of Object.entries(value)) {
      const place = below(path, excerpt(key))
      map[readString(key, place)] = each === null ? null : read(each, place)
    }
    return map
  }
}

/** Half a surrogate pair has no UTF-8, and U+0000 no place in a database. */
function readString(value: unknown, path: string): string {
  if (typeof value !== 'string') throw expected('a string', path)
  if (!value.isWellFormed() || value.includes('\0')) throw expected('well-formed text without U+0000', path)
  return value
}

/** Of 32 bits, as the types of AWS's model are. */
function readInteger(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < -0x80000000 || value > 0x7fffffff) {
    throw expected('a 32-bit integer', path)
  }
  return value === 0 ? 0 : value
}

function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw expected('true or false', path)
  return value
}

/** Beyond this, in milliseconds, there are no dates. */
const timeMax = 8.64e15

function readTimestamp(value: unknown, path: string): number {
  const time = typeof value === 'number' ? Math.round(value * 1000) : NaN
  if (!(Math.abs(time) <= timeMax)) throw expected('a time in seconds since the epoch', path)
  return time === 0 ? 0 : time
}

function readBlob(value: unknown, path: string): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
  // Written back and compared, because reading skips whatever is not base64.
  if (bytes?.toString('base64') !== value || bytes === undefined) throw expected('base64 with padding', path)
  return bytes
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
