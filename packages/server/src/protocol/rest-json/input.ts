import { header, type RawRequest } from '../../domain/http.ts'
import { malformed, readBody } from '../json/body.ts'
import { readInput } from '../json/input.ts'
import type { Member, OperationModel } from '../model.ts'
import { firstValueOf, readForm } from '../query/form.ts'

/**
 * Reads an operation's input from where its model has each member: query string, header or body. What the model does not know is left
 * alone, as AWS leaves it: a newer client may send more. Throws MalformedInput.
 */
export function inputOf(operation: OperationModel, request: RawRequest): unknown {
  const body = request.body.length === 0 ? {} : readBody(request)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw malformed('The request body is not a JSON object')
  }
  const values = new Map<string, unknown>(Object.entries(body))
  const query = readForm({ ...request, body: Buffer.alloc(0) })
  const input: Record<string, unknown> = {}
  for (const member of operation.input?.members ?? []) {
    const { name, location } = member
    if (location === undefined) {
      if (values.has(name)) input[name] = values.get(name)
      continue
    }
    const text =
      location.in === 'header' ? header(request, location.name.toLowerCase()) : firstValueOf(query, location.name)
    if (text !== undefined) input[name] = readText(member, text)
  }
  return readInput(operation, input)
}

/** A member outside of the body is text. */
function readText({ name, shape }: Member, text: string): unknown {
  if (shape.type === 'string') return text
  if (shape.type === 'integer' && /^-?[0-9]{1,10}$/.test(text)) return Number(text)
  throw malformed(`${name} is not ${shape.type === 'integer' ? 'a 32-bit integer' : `a ${shape.type}`}`)
}
