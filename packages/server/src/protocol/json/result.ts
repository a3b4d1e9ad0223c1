import type { RawResponse } from '../../domain/http.ts'
import { limits } from '../limits.ts'
import type { OperationModel, Shape, StructureShape } from '../model.ts'
import { answer } from './answer.ts'

/** The JSON of an answer as it grows: text, and long base64 as bytes already. */
interface Sink {
  readonly parts: (string | Buffer)[]
  text: string
}

type Renderer = (value: unknown, sink: Sink) => void

const prepared = new Map<OperationModel, Renderer>()

/** Renders what an operation returned as a JSON object. */
export function renderResult(operation: OperationModel, result: unknown, requestId: string): RawResponse {
  if (operation.output === undefined) return answer(200, '{}', requestId)
  let render = prepared.get(operation)
  if (render === undefined) {
    render = structureRenderer(operation.output)
    prepared.set(operation, render)
  }
  const sink: Sink = { parts: [], text: '' }
  render(result ?? {}, sink)
  return answer(200, bodyOf(sink), requestId)
}

function bodyOf({ parts, text }: Sink): string | Buffer {
  if (parts.length === 0) return text
  return Buffer.concat([...parts, text].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
}

function rendererOf(shape: Shape): Renderer {
  switch (shape.type) {
    case 'structure':
      return structureRenderer(shape)
    case 'list':
      return listRenderer(rendererOf(shape.member))
    case 'map':
      return mapRenderer(rendererOf(shape.value))
    case 'string':
      return scalarRenderer((value) => typeof value === 'string' && JSON.stringify(value))
    case 'integer':
      return scalarRenderer((value) => Number.isSafeInteger(value) && String(value))
    case 'boolean':
      return scalarRenderer((value) => typeof value === 'boolean' && String(value))
    case 'timestamp':
      // Seconds with their fraction.
      return scalarRenderer((value) => typeof value === 'number' && Number.isFinite(value) && String(value / 1000))
    case 'blob':
      return renderBlob
    default:
      return shape satisfies never
  }
}

// What an operation returns is checked by its type; these look again, so that nothing else can leave the house by mistake.

function wrongType(): TypeError {
  return new TypeError('not of the type that the model says')
}

/** `print` gives false for a value of another type. */
function scalarRenderer(print: (value: unknown) => string | false): Renderer {
  return (value, sink) => {
    const printed = print(value)
    if (printed === false) throw wrongType()
    sink.text += printed
  }
}

function structureRenderer({ members }: StructureShape): Renderer {
  const renderers = members.map(({ name, shape }) => ({
    name,
    key: `${JSON.stringify(name)}:`,
    render: rendererOf(shape),
  }))
  return (value, sink) => {
    if (!isRecord(value)) throw wrongType()
    let opening = '{'
    for (const { name, key, render } of renderers) {
      const part = value[name]
      if (part === undefined || part === null) continue
      sink.text += opening + key
      render(part, sink)
      opening = ','
    }
    sink.text += opening === '{' ? '{}' : '}'
  }
}

function listRenderer(render: Renderer): Renderer {
  return (value, sink) => {
    if (!Array.isArray(value)) throw wrongType()
    sink.text += '['
    for (const [index, each] of value.entries()) {
      if (index > 0) sink.text += ','
      render(each, sink)
    }
    sink.text += ']'
  }
}

function mapRenderer(render: Renderer): Renderer {
  return (value, sink) => {
    if (!isRecord(value)) throw wrongType()
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    sink.text += '{'
    for (const [index, [key, each]] of entries.entries()) {
      sink.text += `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`
      render(each, sink)
    }
    sink.text += '}'
  }
}

/** A report may have tens of megabytes: it is encoded piece by piece into its own bytes, and never is one text. */
function renderBlob(value: unknown, sink: Sink): void {
  if (!(value instanceof Uint8Array)) throw wrongType()
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  const piece = limits.base64PieceBytes
  if (bytes.length <= piece) {
    sink.text += `"${bytes.toString('base64')}"`
    return
  }
  const encoded = Buffer.allocUnsafe(4 * Math.ceil(bytes.length / 3))
  for (let from = 0, to = 0; from < bytes.length; from += piece) {
    to += encoded.write(bytes.toString('base64', from, from + piece), to, 'latin1')
  }
  sink.parts.push(`${sink.text}"`, encoded)
  sink.text = '"'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
