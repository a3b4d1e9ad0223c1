import { isUtf8 } from 'node:buffer'
import { header, type RawRequest } from '../../domain/http.ts'
import { ServiceError } from '../../errors.ts'
import { limits } from '../limits.ts'
import { excerpt } from './excerpt.ts'

export function malformed(message: string): ServiceError {
  return new ServiceError('MalformedInput', message)
}

// A page of another site can send forms and plain text without asking first, and never this type.
const jsonType = /^application\/json[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i

/** The JSON of a request's body, of any shape. Throws MalformedInput, whose message never quotes a value. */
export function readBody(request: RawRequest): unknown {
  const contentType = header(request, 'content-type')
  if (contentType === undefined || !jsonType.test(contentType)) {
    throw malformed('The Content-Type of a call is application/json')
  }
  // Replacement characters would let two different requests mean the same name.
  if (!isUtf8(request.body)) throw malformed('The request body is not valid UTF-8')
  const text = request.body.toString('utf8')
  scan(text)
  try {
    return JSON.parse(text)
  } catch {
    // What the engine says of it quotes the text, and with it, perhaps, a password.
    throw malformed('The request body is not valid JSON')
  }
}

interface Level {
  /** Of an object; undefined for an array. */
  readonly keys: Set<string> | undefined
  /** The next string of an object is a key. */
  keyNext: boolean
}

/**
 * What JSON.parse does not look at: how deep the text goes, how many values it holds, and keys that stand twice in one object,
 * where the last would win here and perhaps the first elsewhere. Takes no offence at text that is not JSON.
 */
function scan(text: string): void {
  const levels: Level[] = []
  let values = 1
  let level: Level | undefined
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
      case '[':
        level = { keys: text[at] === '{' ? new Set() : undefined, keyNext: true }
        if (levels.push(level) > limits.jsonDepthMax) {
          throw malformed(`The request body nests deeper than ${limits.jsonDepthMax} levels`)
        }
        break
      case '}':
      case ']':
        levels.pop()
        level = levels.at(-1)
        break
      case ',':
        if (++values > limits.jsonValuesMax) {
          throw malformed(`The request body holds more than ${limits.jsonValuesMax} values`)
        }
        if (level !== undefined) level.keyNext = true
        break
      case '"': {
        const end = endOfString(text, at)
        if (level?.keys !== undefined && level.keyNext) addKey(level.keys, text.slice(at, end))
        if (level !== undefined) level.keyNext = false
        at = end - 1
        break
      }
    }
  }
}

/** The offset behind the closing quote; of the text, where there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1
    if (text[at] === '\\') at += 1
  }
  return text.length
}

function addKey(keys: Set<string>, quoted: string): void {
  const key = quoted.includes('\\') ? unescaped(quoted) : quoted.slice(1, -1)
  if (keys.has(key)) throw malformed(`${excerpt(key)} stands twice in one object`)
  keys.add(key)
}

function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
