import type { RawResponse } from '../src/domain/http.ts'

/** The body of an answer as a client puts it together, piece after piece. */
export async function textOf({ body }: RawResponse): Promise<string> {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body.toString()
  let text = ''
  for await (const piece of body) text += piece
  if (Buffer.byteLength(text) !== body.length) throw new Error(`${body.length} bytes were promised`)
  return text
}
