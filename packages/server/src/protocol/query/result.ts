import { BlobInPieces, bodyWith, placeOfBlob } from '../../domain/blob-in-pieces.ts'
import type { RawResponse } from '../../domain/http.ts'
import {
  type ListShape,
  type MapShape,
  type OperationModel,
  services,
  type Shape,
  type StructureShape,
} from '../model.ts'
import { answer } from './answer.ts'
import { escapeText } from './xml.ts'

/** Writes one element, indented, with its line feed. */
type Renderer = (value: unknown) => string

const prepared = new Map<OperationModel, (result: unknown, requestId: string) => string>()

/** Renders what an operation returned, in the byte form of AWS. */
export function renderResult(operation: OperationModel, result: unknown, requestId: string): RawResponse {
  let render = prepared.get(operation)
  if (render === undefined) {
    render = envelope(operation)
    prepared.set(operation, render)
  }
  return answer(operation.service, 200, bodyWith(render(result, requestId), result), requestId)
}

function envelope({ service, name, output }: OperationModel): (result: unknown, requestId: string) => string {
  const open = `<${name}Response xmlns="${services[service].xmlNamespace}">\n`
  const beforeId = '  <ResponseMetadata>\n    <RequestId>'
  const close = `</RequestId>\n  </ResponseMetadata>\n</${name}Response>\n`
  if (output === undefined) return (_result, requestId) => open + beforeId + requestId + close
  const render = structureRenderer(output, `${name}Result`, 1)
  return (result, requestId) => open + render(result ?? {}) + beforeId + requestId + close
}

/** The shapes whose text is sent percent-encoded: every policy document that IAM returns. */
const percentEncodedShapes: ReadonlySet<string> = new Set(['policyDocumentType'])

/** The order of elements, where AWS has another than its model. */
const elementOrders: ReadonlyMap<string, readonly string[]> = new Map([
  ['GetCallerIdentityResponse', ['Arn', 'UserId', 'Account']],
  ['AssumeRoleResponse', ['AssumedRoleUser', 'Credentials']],
])

function rendererOf(shape: Shape, name: string, depth: number): Renderer {
  switch (shape.type) {
    case 'structure':
      return structureRenderer(shape, name, depth)
    case 'list':
      return listRenderer(shape, name, depth)
    case 'map':
      return mapRenderer(shape, name, depth)
    case 'string':
      return percentEncodedShapes.has(shape.name)
        ? scalarRenderer(name, depth, percentEncoded)
        : scalarRenderer(name, depth, text)
    case 'integer':
      return scalarRenderer(name, depth, integer)
    case 'boolean':
      return scalarRenderer(name, depth, boolean)
    case 'timestamp':
      return scalarRenderer(name, depth, timestamp)
    case 'blob':
      return scalarRenderer(name, depth, base64)
    default:
      return shape satisfies never
  }
}

function tags(name: string, depth: number): { indent: string; empty: string } {
  const indent = '  '.repeat(depth)
  return { indent, empty: `${indent}<${name}/>\n` }
}

function scalarRenderer(name: string, depth: number, print: (value: unknown) => string): Renderer {
  const { indent, empty } = tags(name, depth)
  const open = `${indent}<${name}>`
  const close = `</${name}>\n`
  return (value) => {
    const printed = print(value)
    return printed === '' ? empty : open + printed + close
  }
}

/** Elements within an element: an element without any is written as an empty one. */
function wrapper(name: string, depth: number): (inside: string) => string {
  const { indent, empty } = tags(name, depth)
  const open = `${indent}<${name}>\n`
  const close = `${indent}</${name}>\n`
  return (inside) => (inside === '' ? empty : open + inside + close)
}

function structureRenderer(shape: StructureShape, name: string, depth: number): Renderer {
  const wrap = wrapper(name, depth)
  const order = elementOrders.get(shape.name) ?? []
  const rank = (member: string) => (order.includes(member) ? order.indexOf(member) : order.length)
  const members = shape.members
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map((member) => ({ name: member.name, render: rendererOf(member.shape, member.name, depth + 1) }))
  return (value) => {
    if (!isRecord(value)) throw new TypeError(`${name}: not a structure`)
    let inside = ''
    for (const member of members) {
      const part = value[member.name]
      if (part !== undefined && part !== null) inside += member.render(part)
    }
    return wrap(inside)
  }
}

function listRenderer(shape: ListShape, name: string, depth: number): Renderer {
  const wrap = wrapper(name, depth)
  const render = rendererOf(shape.member, 'member', depth + 1)
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError(`${name}: not a list`)
    let inside = ''
    for (const member of value) inside += render(member)
    return wrap(inside)
  }
}

function mapRenderer(shape: MapShape, name: string, depth: number): Renderer {
  const wrap = wrapper(name, depth)
  const wrapEntry = wrapper('entry', depth + 1)
  const renderKey = rendererOf(shape.key, 'key', depth + 2)
  const renderValue = rendererOf(shape.value, 'value', depth + 2)
  return (value) => {
    if (!isRecord(value)) throw new TypeError(`${name}: not a map`)
    let inside = ''
    for (const [key, each] of Object.entries(value)) {
      if (each !== undefined) inside += wrapEntry(renderKey(key) + renderValue(each))
    }
    return wrap(inside)
  }
}

// What an operation returns is checked by its type; these look again, so that nothing else can leave the house by mistake.

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return escapeText(value)
}

/** RFC 3986: everything but the unreserved characters, as the clients undo it. */
function percentEncoded(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function integer(value: unknown): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('not an integer')
  return String(value)
}

function boolean(value: unknown): string {
  if (typeof value !== 'boolean') throw new TypeError('not a boolean')
  return value ? 'true' : 'false'
}

/** Whole seconds: AWS sends no fractions. */
function timestamp(value: unknown): string {
  if (typeof value !== 'number') throw new TypeError('not a time')
  return `${new Date(value).toISOString().slice(0, 19)}Z`
}

function base64(value: unknown): string {
  if (value instanceof BlobInPieces) return placeOfBlob
  if (!(value instanceof Uint8Array)) throw new TypeError('not bytes')
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
