import type { ApiError } from './api-error.ts'

/** A refusal, taken apart: what belongs to one field each, and what is left for the form as a whole. */
export interface RefusedFields {
  /** The server's sentences by the path it names, `userName` or `tags.1.member.value`, without the list's counting. */
  readonly fields: Readonly<Record<string, string>>
  readonly rest: string | undefined
}

/** Maps "Value at 'userName' failed to satisfy constraint: …" to the field, in the server's words. */
export function refusedFields(error: ApiError | undefined): RefusedFields {
  if (!error) return { fields: {}, rest: undefined }
  const sentences = error.message.replace(/^\d+ validation errors? detected: /, '').split(/; (?=Value )/)
  const fields: Record<string, string> = {}
  const rest: string[] = []
  for (const sentence of sentences) {
    const [, path] = /^Value(?: .*?)? at '([^']+)' failed to satisfy constraint: /s.exec(sentence) ?? []
    if (path === undefined) rest.push(sentence)
    else fields[path.replaceAll(/\.\d+\.member/g, '')] ??= sentence
  }
  return { fields, rest: rest.length > 0 ? rest.join('; ') : undefined }
}
