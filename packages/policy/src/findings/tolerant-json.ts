import { type Span } from '../errors.ts'
import {
  documentDepthMax,
  documentLengthMax,
  type JsonArray,
  type JsonMember,
  type JsonObject,
  type JsonString,
  type JsonValue,
  readJson,
} from '../json.ts'
import { bounds } from './bounds.ts'
import { LineStarts } from './line-starts.ts'

export type JsonFaultKind = 'syntax' | 'duplicate' | 'character' | 'depth' | 'length'

export interface JsonFault {
  readonly kind: JsonFaultKind
  readonly message: string
  readonly span: Span
}

/** A text read as far as it can be: what is wrong with it, and what it was most likely meant to say. */
export interface TolerantJson {
  readonly value: JsonValue | undefined
  readonly faults: readonly JsonFault[]
  /** Objects and arrays of which something may be missing, because it could not be read. */
  readonly damaged: ReadonlySet<JsonValue>
}

/** Reads JSON that may be broken. What `readJson` accepts has no faults, and what it refuses has at least one. */
export function readTolerantly(text: string): TolerantJson {
  try {
    return { value: readJson(text), faults: [], damaged: new Set() }
  } catch {
    return text.length > documentLengthMax ? tooLong(text) : new TolerantReader(text).read()
  }
}

function tooLong(text: string): TolerantJson {
  const message = `The document has ${text.length} characters. At most ${documentLengthMax} are read.`
  // Its lines are not counted: the text may be of any size.
  const span = { line: 1, column: 1, offset: 0, length: 0 }
  return { value: undefined, faults: [{ kind: 'length', message, span }], damaged: new Set() }
}

const space = new Set([' ', '\t', '\n', '\r'])
const strictNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/
const likeNumber = /[-+.0-9][-+.0-9a-zA-Z]*/y
const bareWord = /[A-Za-z_$*][A-Za-z0-9_$.:/*?-]*/y
const rubbish = /[^\s{}[\],:"]+/y
/** Spaces that come with copies from pages and documents, and the byte order mark. */
const oddSpace = /[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]+/y
const outside = /[^\t\n\r\u0020-\u00FF]/g

/** Opening quotes, and what closes them. Those that are not straight come out of word processors. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201C', '\u201D'],
  ['\u201D', '\u201D'],
  ['\u2018', '\u2019'],
])

const escapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['none', null],
])

/**
 * Goes on behind every fault at the likeliest place. Each turn of each loop takes a character or leaves its container, so the time is
 * linear in the text.
 */
class TolerantReader {
  readonly #text: string
  readonly #lines: LineStarts
  readonly #faults: JsonFault[] = []
  readonly #damaged = new Set<JsonValue>()
  /** Characters that a fault was already found for. */
  readonly #told = new Set<number>()
  readonly #open = { '}': 0, ']': 0 }
  #at = 0
  /** Nothing more is read, nor anything more found at fault. */
  #stopped = false

  constructor(text: string) {
    this.#text = text
    this.#lines = new LineStarts(text)
  }

  read(): TolerantJson {
    const value = this.#value(0)
    this.#skip()
    if (value === undefined) this.#fault(this.#at, 1, 'The document holds no JSON value. A policy is an object: { … }.')
    else if (this.#at < this.#text.length && !this.#stopped) {
      const what =
        this.#peek() === '}' || this.#peek() === ']'
          ? `This ${this.#peek()} closes nothing`
          : 'This stands behind the end of the document'
      this.#fault(this.#at, 1, `${what}. Remove it, or look for a bracket that closes too early.`)
    }
    this.#refuseCharacters()
    if (this.#faults.length === 0) this.#fault(0, 1, 'The document is not valid JSON.')
    return { value, faults: this.#faults.toSorted((a, b) => a.span.offset - b.span.offset), damaged: this.#damaged }
  }

  #refuseCharacters(): void {
    outside.lastIndex = 0
    for (let found = outside.exec(this.#text); found; found = outside.exec(this.#text)) {
      if (this.#told.has(found.index)) continue
      const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      this.#fault(
        found.index,
        1,
        `The character U+${code} cannot stand in a policy: only tab, line ends and U+0020 to U+00FF can.`,
        'character',
      )
      if (this.#stopped) return
    }
  }

  #value(depth: number): JsonValue | undefined {
    this.#skip()
    const start = this.#at
    const character = this.#peek()
    if (character === '{' || character === '[') {
      if (depth > documentDepthMax) {
        this.#fault(start, 1, `This nests deeper than ${documentDepthMax} levels. No policy does.`, 'depth')
        this.#stop()
        return undefined
      }
      return character === '{' ? this.#object(depth) : this.#array(depth)
    }
    if (quotes.has(character)) return this.#string()
    if (/[-+.0-9]/.test(character)) return this.#number()
    const word = this.#match(bareWord)
    if (word === undefined) return undefined
    const constant = words.get(word.toLowerCase())
    if (constant === undefined) {
      this.#fault(start, word.length, `Text stands in double quotes: ${excerptOf(`"${word}"`)}.`)
      return { type: 'string', value: word, span: this.#span(start, word.length) }
    }
    if (word !== String(constant)) this.#fault(start, word.length, `JSON writes ${word} as ${String(constant)}.`)
    const span = this.#span(start, word.length)
    return constant === null ? { type: 'null', span } : { type: 'boolean', value: constant, span }
  }

  #number(): JsonValue {
    const start = this.#at
    const value = this.#match(likeNumber) ?? ''
    if (!strictNumber.test(value)) {
      this.#fault(
        start,
        value.length,
        `JSON knows no number like this. Text stands in double quotes: ${excerptOf(`"${value}"`)}.`,
      )
    }
    return { type: 'number', value, span: this.#span(start, value.length) }
  }

  #object(depth: number): JsonObject {
    const start = this.#at
    const members = new Map<string, JsonMember>()
    let damaged = false
    this.#items('}', (place) => {
      const key = this.#key()
      if (key === undefined) {
        damaged = true
        // A value without a name: it is read, so that what is wrong inside is told too, and left out.
        this.#fault(place, 1, 'A member begins with its name in double quotes.')
        if (this.#value(depth + 1) === undefined) this.#skipRubbish()
        return
      }
      this.#skip()
      if (this.#peek() === ':') this.#at += 1
      else {
        this.#fault(this.#at, 1, `A colon is missing behind ${excerptOf(`"${key.value}"`)}.`)
        if (this.#peek() === '=') this.#at += 1
      }
      const value = this.#value(depth + 1)
      if (value === undefined) {
        damaged = true
        this.#fault(this.#at, 1, `The value of ${excerptOf(`"${key.value}"`)} is missing.`)
        if (!this.#atStructure()) this.#skipRubbish()
      } else if (members.has(key.value)) {
        const message = `${excerptOf(`"${key.value}"`)} stands twice in one object. Merge the two.`
        this.#fault(key.span.offset, key.span.length, message, 'duplicate')
      } else members.set(key.value, { key, value })
    })
    const object: JsonObject = { type: 'object', members, span: this.#span(start, this.#at - start) }
    if (damaged || this.#closed !== '}') this.#damaged.add(object)
    return object
  }

  #array(depth: number): JsonArray {
    const start = this.#at
    const items: JsonValue[] = []
    let damaged = false
    this.#items(']', (place) => {
      const item = this.#value(depth + 1)
      if (item !== undefined) {
        items.push(item)
        this.#skip()
        // A pair in a list: most likely a list that should have been an object, or a brace that is missing.
        if (this.#peek() === ':') {
          this.#fault(this.#at, 1, 'A list holds values without names. Put { and } around the names and their values.')
          this.#at += 1
          damaged = true
          this.#value(depth + 1)
        }
      } else {
        damaged = true
        this.#fault(place, 1, 'This is no JSON value.')
        this.#skipRubbish()
      }
    })
    const array: JsonArray = { type: 'array', items, span: this.#span(start, this.#at - start) }
    if (damaged || this.#closed !== ']') this.#damaged.add(array)
    return array
  }

  /** What closed the container that was read last; undefined where nothing did. */
  #closed: string | undefined

  /** Reads what stands between an opening bracket, which is here, and its closing one, commas and all. */
  #items(close: '}' | ']', readItem: (place: number) => void): void {
    const opened = this.#at
    const open = this.#text[opened] ?? ''
    const other = close === '}' ? ']' : '}'
    this.#at += 1
    this.#open[close] += 1
    let comma: number | undefined
    let first = true
    let closed: string | undefined
    for (;;) {
      this.#skip()
      const place = this.#at
      const character = this.#peek()
      if (this.#stopped || character === '') {
        this.#fault(opened, 1, `This ${open} is never closed: a ${close} is missing.`)
        break
      }
      if (character === close) {
        if (comma !== undefined) this.#fault(comma, 1, `Nothing follows this comma. Remove it.`)
        this.#at += 1
        closed = close
        break
      }
      if (character === other) {
        const message = `The ${open} of line ${this.#lines.lineOf(opened)} is closed by ${close}, not by ${other}.`
        this.#fault(place, 1, message)
        // It belongs to what is around, if anything there waits for it; else it was meant for this.
        if (this.#open[other] > 0) break
        this.#at += 1
        closed = close
        break
      }
      if (character === ',') {
        this.#fault(place, 1, 'A comma too many. Remove it.')
        this.#at += 1
        continue
      }
      if (!first && comma === undefined) this.#fault(place, 1, 'A comma is missing before this.')
      first = false
      comma = undefined
      readItem(place)
      // A loop that does not advance would never end.
      if (this.#at === place) this.#at += 1
      this.#skip()
      if (this.#peek() === ',') {
        comma = this.#at
        this.#at += 1
      }
    }
    this.#open[close] -= 1
    this.#closed = closed
  }

  #key(): JsonString | undefined {
    const start = this.#at
    if (quotes.has(this.#peek())) return this.#string()
    const word = this.#match(/[A-Za-z_$][A-Za-z0-9_$-]*/y)
    if (word === undefined) return undefined
    this.#fault(start, word.length, `Names stand in double quotes: ${excerptOf(`"${word}"`)}.`)
    return { type: 'string', value: word, span: this.#span(start, word.length) }
  }

  #string(): JsonString {
    const start = this.#at
    const open = this.#peek()
    const close = quotes.get(open) ?? '"'
    if (open !== '"') {
      this.#told.add(start)
      this.#fault(start, 1, `JSON takes straight double quotes (") and no ${open}.`)
    }
    this.#at += 1
    let value = ''
    for (;;) {
      const character = this.#text[this.#at]
      if (character === undefined || character === '\n' || character === '\r') {
        this.#unended(start)
        value = this.#text.slice(start + 1, this.#at)
        break
      }
      if (character === close) {
        if (close !== '"') this.#told.add(this.#at)
        this.#at += 1
        break
      }
      if (character === '\\') value += this.#escape()
      else {
        if (character < ' ') this.#fault(this.#at, 1, 'A control character in a string is written as an escape: \\t.')
        value += character
        this.#at += 1
      }
    }
    const span = this.#span(start, this.#at - start)
    if (!value.isWellFormed()) {
      this.#fault(
        start,
        span.length,
        'This string holds half a character: an escape of a surrogate without the other.',
        'character',
      )
      value = value.toWellFormed()
    }
    return { type: 'string', value, span }
  }

  /** A string whose end is missing ends before the comma that ends its line, for that was hardly meant to be in it. */
  #unended(start: number): void {
    let end = this.#at
    while (end > start + 1 && space.has(this.#text[end - 1] ?? '')) end -= 1
    if (this.#text[end - 1] === ',') end -= 1
    if (end > start) this.#at = end
    this.#fault(start, this.#at - start, 'The quote that ends this string is missing.')
  }

  #escape(): string {
    const start = this.#at
    const letter = this.#text[start + 1] ?? ''
    if (letter === 'u') {
      const digits = /^[0-9A-Fa-f]{4}/.exec(this.#text.slice(start + 2, start + 6))?.[0]
      if (digits !== undefined) {
        this.#at += 6
        return String.fromCharCode(parseInt(digits, 16))
      }
    } else if (letter === '"' || letter === '\\' || letter === '/' || escapes.has(letter)) {
      this.#at += 2
      return escapes.get(letter) ?? letter
    }
    this.#fault(start, 2, 'JSON knows no such escape. A backslash is written as two.')
    this.#at += 1
    return '\\'
  }

  #skip(): void {
    for (;;) {
      while (space.has(this.#peek())) this.#at += 1
      const odd = this.#match(oddSpace)
      if (odd !== undefined) {
        for (let at = this.#at - odd.length; at < this.#at; at += 1) this.#told.add(at)
        this.#fault(
          this.#at - odd.length,
          odd.length,
          'This space, or mark at the start of a file, is none that JSON knows.',
        )
        continue
      }
      const two = this.#text.slice(this.#at, this.#at + 2)
      if (two !== '//' && two !== '/*') return
      const start = this.#at
      const end = two === '//' ? this.#text.indexOf('\n', start) : this.#text.indexOf('*/', start + 2)
      this.#at = end === -1 ? this.#text.length : two === '//' ? end : end + 2
      this.#fault(start, this.#at - start, 'JSON has no comments. Remove this.')
    }
  }

  /** Passes over what cannot be read: to the next bracket, comma, colon or quote, and at least one character. */
  #skipRubbish(): void {
    if (this.#match(rubbish) === undefined && this.#at < this.#text.length && !this.#atStructure()) this.#at += 1
  }

  #atStructure(): boolean {
    return /^[{}[\],"]?$/.test(this.#peek())
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    this.#at += found?.length ?? 0
    return found
  }

  /** The character here; nothing at the end. */
  #peek(): string {
    return this.#text[this.#at] ?? ''
  }

  #stop(): void {
    this.#stopped = true
    this.#at = this.#text.length
  }

  #span(offset: number, length: number): Span {
    return this.#lines.spanOf(offset, length)
  }

  #fault(offset: number, length: number, message: string, kind: JsonFaultKind = 'syntax'): void {
    if (this.#stopped) return
    this.#faults.push({ kind, message, span: this.#span(offset, Math.min(length, this.#text.length - offset)) })
    if (this.#faults.length >= bounds.jsonFaults) this.#stop()
  }
}

/** A text for a sentence about it, cut where it is long. */
export function excerptOf(text: string): string {
  return text.length <= bounds.excerpt ? text : `${text.slice(0, bounds.excerpt).toWellFormed()}…`
}
