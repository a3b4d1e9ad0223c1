import { refuseSyntax, type Span } from './errors.ts'

/** A JSON value that remembers where it stood. */
export type JsonValue = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull

/** Members are a Map, in document order: a key such as `__proto__` is a key like any other. */
export interface JsonObject {
  readonly type: 'object'
  readonly members: ReadonlyMap<string, JsonMember>
  readonly span: Span
}
export interface JsonMember {
  readonly key: JsonString
  readonly value: JsonValue
}
export interface JsonArray {
  readonly type: 'array'
  readonly items: readonly JsonValue[]
  readonly span: Span
}
export interface JsonString {
  readonly type: 'string'
  readonly value: string
  readonly span: Span
}
/** The value is the number's text, as written: policies compare it as text or as an exact decimal. */
export interface JsonNumber {
  readonly type: 'number'
  readonly value: string
  readonly span: Span
}
export interface JsonBoolean {
  readonly type: 'boolean'
  readonly value: boolean
  readonly span: Span
}
export interface JsonNull {
  readonly type: 'null'
  readonly span: Span
}

/** The model's bound on every policy document parameter. */
export const documentLengthMax = 131_072

/** The deepest lawful policy nests six levels; the rest is room for a better place in the error. */
export const documentDepthMax = 32

const forbidden = /[^\t\n\r\u0020-\u00FF]/
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const plain = /[^"\\\u0000-\u001F]*/y
const hex = /[0-9A-Fa-f]{4}/y

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Reads strict JSON of at most 131,072 characters of the set that policies may use; throws PolicyError. */
export function readJson(text: string): JsonValue {
  const reader = new Reader(text)
  if (text.length > documentLengthMax) refuseSyntax(reader.spanAt(documentLengthMax))
  const outside = forbidden.exec(text)
  if (outside) refuseSyntax(reader.spanAt(outside.index))
  const value = reader.value(0)
  reader.end()
  return value
}

class Reader {
  readonly #text: string
  #offset = 0
  #line = 1
  #lineStart = 0

  constructor(text: string) {
    this.#text = text
  }

  /** One character at an offset not before the present one, counting the lines between. */
  spanAt(offset: number): Span {
    let line = this.#line
    let lineStart = this.#lineStart
    for (
      let at = this.#text.indexOf('\n', this.#offset);
      at !== -1 && at < offset;
      at = this.#text.indexOf('\n', at + 1)
    ) {
      line += 1
      lineStart = at + 1
    }
    return { line, column: offset - lineStart + 1, offset, length: offset < this.#text.length ? 1 : 0 }
  }

  end(): void {
    this.#skipSpace()
    if (this.#offset < this.#text.length) this.#refuse()
  }

  value(depth: number): JsonValue {
    if (depth > documentDepthMax) this.#refuse()
    this.#skipSpace()
    const start = this.#start()
    switch (this.#text[this.#offset]) {
      case '{':
        return { type: 'object', members: this.#members(depth), span: this.#since(start) }
      case '[':
        return { type: 'array', items: this.#items(depth), span: this.#since(start) }
      case '"':
        return this.#string()
      case 't':
        this.#word('true')
        return { type: 'boolean', value: true, span: this.#since(start) }
      case 'f':
        this.#word('false')
        return { type: 'boolean', value: false, span: this.#since(start) }
      case 'n':
        this.#word('null')
        return { type: 'null', span: this.#since(start) }
      default:
        return { type: 'number', value: this.#match(number), span: this.#since(start) }
    }
  }

  #members(depth: number): ReadonlyMap<string, JsonMember> {
    const members = new Map<string, JsonMember>()
    this.#offset += 1
    if (this.#take('}')) return members
    do {
      this.#skipSpace()
      const key = this.#string()
      // The last of two equal keys winning would let a reader see one policy and the engine another.
      if (members.has(key.value)) refuseSyntax(key.span)
      this.#expect(':')
      members.set(key.value, { key, value: this.value(depth + 1) })
    } while (this.#take(','))
    this.#expect('}')
    return members
  }

  #items(depth: number): readonly JsonValue[] {
    const items: JsonValue[] = []
    this.#offset += 1
    if (this.#take(']')) return items
    do items.push(this.value(depth + 1))
    while (this.#take(','))
    this.#expect(']')
    return items
  }

  #string(): JsonString {
    const start = this.#start()
    if (this.#text[this.#offset] !== '"') this.#refuse()
    this.#offset += 1
    let value = this.#match(plain)
    while (this.#text[this.#offset] === '\\') {
      value += this.#escape()
      value += this.#match(plain)
    }
    if (this.#text[this.#offset] !== '"') this.#refuse()
    this.#offset += 1
    const span = this.#since(start)
    // Half a surrogate pair can equal no text a request carries, and no XML can carry it back in an error.
    if (!value.isWellFormed()) refuseSyntax(span)
    return { type: 'string', value, span }
  }

  #escape(): string {
    const letter = this.#text[this.#offset + 1] ?? ''
    if (letter === 'u') {
      this.#offset += 2
      return String.fromCharCode(parseInt(this.#match(hex), 16))
    }
    const value = escapes.get(letter)
    if (value === undefined) this.#refuse()
    this.#offset += 2
    return value
  }

  /** Every pattern here is sticky and free of nested repeats: it reads each character once. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset
    const found = pattern.exec(this.#text)
    if (!found) this.#refuse()
    this.#offset += found[0].length
    return found[0]
  }

  #word(word: string): void {
    if (!this.#text.startsWith(word, this.#offset)) this.#refuse()
    this.#offset += word.length
  }

  #take(character: string): boolean {
    this.#skipSpace()
    if (this.#text[this.#offset] !== character) return false
    this.#offset += 1
    return true
  }

  #expect(character: string): void {
    if (!this.#take(character)) this.#refuse()
  }

  #skipSpace(): void {
    for (; this.#offset < this.#text.length; this.#offset += 1) {
      const character = this.#text[this.#offset]
      if (character === '\n') {
        this.#line += 1
        this.#lineStart = this.#offset + 1
      } else if (character !== ' ' && character !== '\t' && character !== '\r') return
    }
  }

  #start(): Span {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1, offset: this.#offset, length: 0 }
  }

  #since(start: Span): Span {
    return { ...start, length: this.#offset - start.offset }
  }

  #refuse(): never {
    refuseSyntax(this.spanAt(this.#offset))
  }
}
