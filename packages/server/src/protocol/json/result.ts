import { BlobInPieces, bodyWith, placeOfBlob } from '../../domain/blob-in-pieces.ts'
import type { RawResponse } from '../../domain/http.ts'
import type { OperationModel, Shape, StructureShape } from '../model.ts'
import { answer } from './answer.ts'

/** The JSON of an answer as it grows. */
interface Sink {
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
  const sink: Sink = { text: '' }
  render(result ?? {}, sink)
  return answer(200, bodyWith(sink.text, result), requestId)
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
      return scalarRenderer(base64)
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

function base64(value: unknown): string | false {
  if (value instanceof BlobInPieces) return `"${placeOfBlob}"`
  return (
    value instanceof Uint8Array &&
    `"${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}"`
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
