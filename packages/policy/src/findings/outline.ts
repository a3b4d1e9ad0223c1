import { parseOperator, type ConditionOperator } from '../conditions/operators.ts'
import { documentKeys, statementKeys } from '../draft.ts'
import { type Span } from '../errors.ts'
import { type JsonMember, type JsonObject, type JsonString, type JsonValue } from '../json.ts'
import { type PolicyKind } from '../parse.ts'
import { type Location } from './finding.ts'
import { type Knowledge } from './knowledge.ts'
import { nearest } from './spelling.ts'
import { type TolerantJson } from './tolerant-json.ts'

/**
 * A document as far as it can be made out, whatever is wrong with it. What has the wrong type is noted and left out; an element whose
 * name is misspelt is noted and taken for the one it means.
 */
export interface Outline {
  readonly text: string
  readonly kind: PolicyKind
  /** The service whose resource a resource policy is attached to, by its prefix; undefined: any. */
  readonly attachedTo: string | undefined
  readonly knowledge: Knowledge
  readonly json: TolerantJson
  /** The whole document. */
  readonly place: Location
  /** Part of it could not be read: what seems to be missing may be there. */
  readonly damaged: boolean
  readonly version: Word | undefined
  readonly hasVersion: boolean
  /** Variables stand for something: version 2012-10-17. */
  readonly variables: boolean
  readonly statements: readonly StatementOutline[]
  readonly statement: Location | undefined
  readonly wrongTypes: readonly WrongType[]
  readonly unknown: readonly Unknown[]
}

export interface WrongType {
  readonly place: Location
  readonly expected: string
}

export interface Unknown {
  readonly place: Location
  readonly name: string
  readonly meant: string | undefined
}

/** A text and its place. */
export interface Word {
  readonly text: string
  readonly place: Location
}

export interface StatementOutline {
  readonly place: Location
  readonly damaged: boolean
  readonly names: ReadonlySet<string>
  readonly sid: Word | undefined
  readonly effect: Word | undefined
  readonly allows: boolean
  readonly denies: boolean
  readonly action: WordList | undefined
  readonly resource: WordList | undefined
  readonly principal: PrincipalOutline | undefined
  /** Elements that stand beside their opposites. */
  readonly pairs: readonly { readonly names: readonly [string, string]; readonly place: Location }[]
  readonly condition: Location | undefined
  readonly blocks: readonly BlockOutline[]
  readonly conditions: readonly ConditionOutline[]
}

/** The values of Action, NotAction, Resource or NotResource. */
export interface WordList {
  readonly name: string
  readonly negated: boolean
  readonly words: readonly Word[]
  /** Of the whole list. */
  readonly place: Location
  /** Nothing was left out of it for having the wrong type. */
  readonly whole: boolean
}

export interface PrincipalOutline {
  readonly name: string
  readonly negated: boolean
  readonly place: Location
  /** It was an object or a text, and all of it could be read. */
  readonly whole: boolean
  /** The value, where it is a text: `*` or something wrong. */
  readonly word: Word | undefined
  readonly entries: readonly {
    readonly type: Word
    readonly values: readonly Word[]
    readonly place: Location
  }[]
}

/** What stands under one operator. */
export interface BlockOutline {
  readonly name: Word
  readonly operator: ConditionOperator | undefined
  readonly place: Location
  readonly empty: boolean
}

export interface ConditionOutline {
  readonly block: BlockOutline
  readonly operator: ConditionOperator | undefined
  readonly key: Word
  readonly values: readonly (Word & { readonly type: 'string' | 'number' | 'boolean' })[]
  readonly place: Location
  readonly whole: boolean
}

type Path = Location['path']

const start: Span = { line: 1, column: 1, offset: 0, length: 0 }

export function outlineOf(
  given: Pick<Outline, 'text' | 'kind' | 'attachedTo' | 'knowledge'>,
  json: TolerantJson,
): Outline {
  return new Sketcher(json).document(given)
}

/** The elements of an object by the names they mean. */
type Elements = ReadonlyMap<string, JsonMember & { readonly path: Path }>

class Sketcher {
  readonly #json: TolerantJson
  readonly #wrongTypes: WrongType[] = []
  readonly #unknown: Unknown[] = []

  constructor(json: TolerantJson) {
    this.#json = json
  }

  document(given: Pick<Outline, 'text' | 'kind' | 'attachedTo' | 'knowledge'>): Outline {
    const { value: root } = this.#json
    const place = { path: [], span: root?.span ?? start }
    const object = root && this.#object(root, [])
    const elements: Elements = object ? this.#elements(object, [], documentKeys) : new Map()
    const version = this.#word(elements.get('Version'))
    this.#word(elements.get('Id'))
    const statement = elements.get('Statement')
    const items = statement?.value.type === 'array' ? statement.value.items : statement ? [statement.value] : []
    const statements = items.flatMap((item, index) => {
      const path = statement?.value.type === 'array' ? [...statement.path, index] : (statement?.path ?? [])
      const found = this.#object(item, path)
      return found ? [this.#statement(found, path)] : []
    })
    return {
      ...given,
      json: this.#json,
      place,
      damaged: root === undefined || object === undefined || this.#json.damaged.has(root),
      version,
      hasVersion: elements.has('Version'),
      variables: version?.text === '2012-10-17',
      statements,
      statement: statement && locationOf(statement),
      wrongTypes: this.#wrongTypes,
      unknown: this.#unknown,
    }
  }

  #statement(object: JsonObject, path: Path): StatementOutline {
    const elements = this.#elements(object, path, statementKeys)
    const effect = this.#word(elements.get('Effect'))
    const condition = elements.get('Condition')
    const { blocks, conditions } = this.#conditions(condition)
    const pairs = (['Action', 'Resource', 'Principal'] as const).flatMap((name) => {
      const negated = elements.get(`Not${name}`)
      return negated && elements.has(name)
        ? [{ names: [name, `Not${name}`] as const, place: keyLocation(negated) }]
        : []
    })
    return {
      place: { path, span: object.span },
      damaged: this.#json.damaged.has(object),
      names: new Set(elements.keys()),
      sid: this.#word(elements.get('Sid')),
      effect,
      allows: effect !== undefined && /^allow$/i.test(effect.text),
      denies: effect !== undefined && /^deny$/i.test(effect.text),
      action: this.#list(elements, 'Action'),
      resource: this.#list(elements, 'Resource'),
      principal: this.#principal(elements),
      pairs,
      condition: condition && locationOf(condition),
      blocks,
      conditions,
    }
  }

  #list(elements: Elements, name: string): WordList | undefined {
    const plain = elements.get(name)
    const member = plain ?? elements.get(`Not${name}`)
    if (!member) return undefined
    const words = this.#words(member.value, member.path)
    const place = locationOf(member)
    const all = member.value.type === 'array' ? member.value.items.length : 1
    const whole = words.length === all && !this.#json.damaged.has(member.value)
    return { name: plain ? name : `Not${name}`, negated: !plain, words, place, whole }
  }

  #principal(elements: Elements): PrincipalOutline | undefined {
    const plain = elements.get('Principal')
    const member = plain ?? elements.get('NotPrincipal')
    if (!member) return undefined
    const { value, path } = member
    const at = { name: plain ? 'Principal' : 'NotPrincipal', negated: !plain, place: locationOf(member) }
    if (value.type === 'string') {
      return { ...at, whole: true, word: { text: value.value, place: at.place }, entries: [] }
    }
    if (value.type !== 'object') {
      this.#wrongTypes.push({ place: at.place, expected: 'an object, or the text "*"' })
      return { ...at, whole: false, word: undefined, entries: [] }
    }
    const before = this.#wrongTypes.length
    const entries = [...value.members.values()].map(({ key, value: values }) => {
      const place = { path: [...path, key.value], span: values.span }
      return { type: keyWord(key, path), values: this.#words(values, place.path), place }
    })
    const whole = this.#wrongTypes.length === before && !this.#json.damaged.has(value)
    return { ...at, whole, word: undefined, entries }
  }

  #conditions(member: (JsonMember & { readonly path: Path }) | undefined): {
    blocks: readonly BlockOutline[]
    conditions: readonly ConditionOutline[]
  } {
    const object = member && this.#object(member.value, member.path)
    const blocks: BlockOutline[] = []
    const conditions: ConditionOutline[] = []
    for (const { key: name, value } of object?.members.values() ?? []) {
      const path = [...(member?.path ?? []), name.value]
      const body = this.#object(value, path)
      const block: BlockOutline = {
        name: keyWord(name, member?.path ?? []),
        operator: parseOperator(name.value),
        place: { path, span: value.span },
        empty: body?.members.size === 0,
      }
      blocks.push(block)
      for (const { key, value: values } of body?.members.values() ?? []) {
        const place = { path: [...path, key.value], span: values.span }
        const found = this.#scalars(values, place.path)
        const all = values.type === 'array' ? values.items.length : 1
        conditions.push({
          block,
          operator: block.operator,
          key: keyWord(key, path),
          values: found,
          place,
          whole: found.length === all && !this.#json.damaged.has(values),
        })
      }
    }
    return { blocks, conditions }
  }

  #scalars(value: JsonValue, path: Path): ConditionOutline['values'] {
    return itemsOf(value, path).flatMap(({ item, path: place }): ConditionOutline['values'] => {
      switch (item.type) {
        case 'string':
        case 'number':
          return [{ text: item.value, place: { path: place, span: item.span }, type: item.type }]
        case 'boolean':
          return [{ text: String(item.value), place: { path: place, span: item.span }, type: item.type }]
        default:
          this.#wrongTypes.push({
            place: { path: place, span: item.span },
            expected: 'a text, a number, true or false',
          })
          return []
      }
    })
  }

  #words(value: JsonValue, path: Path): readonly Word[] {
    return itemsOf(value, path).flatMap(({ item, path: place }) => {
      if (item.type === 'string') return [{ text: item.value, place: { path: place, span: item.span } }]
      this.#wrongTypes.push({ place: { path: place, span: item.span }, expected: 'a text in double quotes' })
      return []
    })
  }

  #word(member: (JsonMember & { readonly path: Path }) | undefined): Word | undefined {
    if (!member) return undefined
    if (member.value.type === 'string') return { text: member.value.value, place: locationOf(member) }
    this.#wrongTypes.push({ place: locationOf(member), expected: 'a text in double quotes' })
    return undefined
  }

  #object(value: JsonValue, path: Path): JsonObject | undefined {
    if (value.type === 'object') return value
    this.#wrongTypes.push({ place: { path, span: value.span }, expected: 'an object: { … }' })
    return undefined
  }

  #elements(object: JsonObject, path: Path, known: ReadonlySet<string>): Elements {
    const elements = new Map<string, JsonMember & { readonly path: Path }>()
    for (const { key, value } of object.members.values()) {
      if (known.has(key.value)) elements.set(key.value, { key, value, path: [...path, key.value] })
    }
    for (const { key, value } of object.members.values()) {
      if (known.has(key.value)) continue
      const meant = nearest(key.value, known)
      this.#unknown.push({ place: keyWord(key, path).place, name: key.value, meant })
      if (meant !== undefined && !elements.has(meant)) elements.set(meant, { key, value, path: [...path, key.value] })
    }
    return elements
  }
}

function itemsOf(value: JsonValue, path: Path): readonly { item: JsonValue; path: Path }[] {
  if (value.type !== 'array') return [{ item: value, path }]
  return value.items.map((item, index) => ({ item, path: [...path, index] }))
}

function locationOf({ value, path }: JsonMember & { readonly path: Path }): Location {
  return { path, span: value.span }
}

function keyLocation({ key, path }: JsonMember & { readonly path: Path }): Location {
  return { path, span: key.span, part: 'key' }
}

function keyWord(key: JsonString, path: Path): Word {
  return { text: key.value, place: { path: [...path, key.value], span: key.span, part: 'key' } }
}

/** A part of a text, by its place in it; the whole where escapes hide where it stands in the document. */
export function within({ text, place }: Word, from: number, length: number): Location {
  const { span, path } = place
  if (span.length !== text.length + 2) return place
  const part = { ...span, column: span.column + 1 + from, offset: span.offset + 1 + from, length }
  return { path, span: part, part: { start: from, length } }
}

/** A list without values; one of which something could not be read is none. */
export function isEmpty(list: WordList | undefined): list is WordList {
  return list !== undefined && list.words.length === 0 && list.whole
}

/** An object that names no principal, in whichever way. */
export function namesNobody({ word, entries, whole }: PrincipalOutline): boolean {
  return word === undefined && whole && entries.every(({ values }) => values.length === 0)
}
