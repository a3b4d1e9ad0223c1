import { isUtf8 } from 'node:buffer'
import { header, type RawRequest } from '../../domain/http.ts'
import { ServiceError } from '../../errors.ts'
import { limits } from '../limits.ts'

/** The parameters of a request as sent, query string before body: names and values in turn, decoded. */
export type Form = readonly string[]

/** The parameters of a call as a tree of the parts of their names: `Tags.member.1.Key=team` is four nodes deep. */
export interface FormNode {
  value: string | undefined
  // Maps, so that a part named `__proto__` or `constructor` is a name like any other.
  children: Map<string, FormNode> | undefined
}

export function malformed(message: string): ServiceError {
  return new ServiceError('MalformedInput', message)
}

/** The query string as sent, undefined where the target has no `?`. */
export function queryStringOf(request: RawRequest): string | undefined {
  const question = request.target.indexOf('?')
  return question === -1 ? undefined : request.target.slice(question + 1)
}

/** Is there a body that a form can be read from? AWS looks into no other. */
export function hasFormBody(request: RawRequest): boolean {
  if (request.method !== 'POST') return false
  const contentType = header(request, 'content-type')
  if (contentType === undefined) return false
  const semicolon = contentType.indexOf(';')
  const mediaType = semicolon === -1 ? contentType : contentType.slice(0, semicolon)
  return mediaType.trim().toLowerCase() === 'application/x-www-form-urlencoded'
}

/** Reads query string and form body. Throws MalformedInput or MalformedQueryString where there is no way to read them. */
export function readForm(request: RawRequest): Form {
  const form: string[] = []
  const query = queryStringOf(request)
  if (query !== undefined && query !== '') addParameters(form, textOfTarget(query), 'MalformedQueryString')
  if (hasFormBody(request)) {
    // Replacement characters would let two different requests mean the same name.
    if (!isUtf8(request.body)) throw malformed('The request body is not valid UTF-8')
    addParameters(form, request.body.toString('utf8'), 'MalformedInput')
  }
  return form
}

/** The value of a parameter that has no parts: the first one stands. */
export function firstValueOf(form: Form, name: string): string | undefined {
  for (let i = 0; i < form.length; i += 2) if (form[i] === name) return form[i + 1]
  return undefined
}

/**
 * The tree of the parameters whose names begin with one of these words. The rest is left alone: no operation knows it, and a
 * stranger's form shall not cost more than its bytes.
 */
export function treeOf(form: Form, words: ReadonlySet<string>): FormNode {
  const root: FormNode = { value: undefined, children: undefined }
  for (let i = 0; i < form.length; i += 2) {
    const name = form[i] ?? ''
    const dot = name.indexOf('.')
    if (words.has(dot === -1 ? name : name.slice(0, dot))) addToTree(root, name, form[i + 1] ?? '')
  }
  return root
}

// Node hands the target over as one character a byte.
function textOfTarget(query: string): string {
  if (/^[\u0000-\u007f]*$/.test(query)) return query
  const bytes = Buffer.from(query, 'latin1')
  if (!isUtf8(bytes)) throw malformed('The query string is not valid UTF-8')
  return bytes.toString('utf8')
}

function addParameters(form: string[], text: string, code: 'MalformedInput' | 'MalformedQueryString'): void {
  const plain = !/[%+]/.test(text)
  let start = 0
  while (start < text.length) {
    let end = text.indexOf('&', start)
    if (end === -1) end = text.length
    if (end > start) {
      const pair = text.slice(start, end)
      const equals = pair.indexOf('=')
      const name = equals === -1 ? pair : pair.slice(0, equals)
      const value = equals === -1 ? '' : pair.slice(equals + 1)
      if (name.length > limits.parameterNameCharactersMax) {
        throw malformed(`A parameter name is longer than ${limits.parameterNameCharactersMax} characters`)
      }
      if (plain) form.push(name, value)
      else form.push(decode(name, code), decode(value, code))
      if (form.length > 2 * limits.parametersMax) throw malformed(`More than ${limits.parametersMax} parameters`)
    }
    start = end + 1
  }
}

function decode(text: string, code: 'MalformedInput' | 'MalformedQueryString'): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    const wrong = /%(?![0-9A-Fa-f]{2})/.exec(spaced)
    if (wrong === null) throw malformed('A percent-encoded parameter is not valid UTF-8')
    const escape = spaced.slice(wrong.index, wrong.index + 3)
    throw new ServiceError(
      code,
      escape.length < 3
        ? 'Incomplete trailing escape % sequence'
        : `Illegal hex character in escape % pattern: ${escape}`,
    )
  }
}

function addToTree(root: FormNode, name: string, value: string): void {
  let node = root
  let parts = 0
  let start = 0
  for (;;) {
    if (++parts > limits.parameterNamePartsMax) {
      throw malformed(`A parameter name has more than ${limits.parameterNamePartsMax} parts`)
    }
    const dot = name.indexOf('.', start)
    const part = withoutLeadingZeros(dot === -1 ? name.slice(start) : name.slice(start, dot))
    const children = (node.children ??= new Map<string, FormNode>())
    let child = children.get(part)
    if (child === undefined) {
      child = { value: undefined, children: undefined }
      children.set(part, child)
    }
    node = child
    if (dot === -1) break
    start = dot + 1
  }
  node.value ??= value
}

/** `1` and `01` are the same slot of a list. */
function withoutLeadingZeros(part: string): string {
  if (part.charCodeAt(0) !== 0x30 || !/^0[0-9]+$/.test(part)) return part
  return part.replace(/^0+(?=[0-9])/, '')
}
