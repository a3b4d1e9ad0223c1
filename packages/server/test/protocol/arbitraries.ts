import fc from 'fast-check'
import type { Shape, StringShape } from '../../src/protocol/model.ts'

export type Encoding = 'input' | 'output'

/** Text that meets a string shape's bounds and pattern. */
function stringOf(shape: StringShape): fc.Arbitrary<string> {
  if (shape.values) return fc.constantFrom(...shape.values)
  const min = shape.min ?? (shape.pattern?.endsWith('+') ? 1 : 0)
  const max = Math.min(shape.max ?? min + 30, min + 30)
  if (shape.pattern === undefined) return fc.string({ minLength: min, maxLength: max, unit: fc.constantFrom(...plain) })
  const body = shape.pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    // What the generator of texts does not know: classes of Unicode, looking ahead, and the astral part of a range.
    .replace('\\p{L}\\p{Z}\\p{N}', 'A-Za-z\\u00e9\\u6f220-9 ')
    .replace('|-(?!-)', '')
    .replace('\\uE000-\\uFFFD\\u10000-\\u10FFFF', '')
  const repeated = /^(\[(?:[^\]\\]|\\.)+\])[+*]$/.exec(body)
  const bounded = repeated ? `${repeated[1]}{${min},${max}}` : body
  return fc
    .stringMatching(new RegExp(`^(?:${bounded})$`))
    .filter((text) => text.length >= min && text.length <= (shape.max ?? Infinity))
}

const plain = [...'abcXYZ019 &=+%.-_/<>"\'\t\n\r漢é~*()!;:,{}[]']

/** A value of a shape, as an operation would take or return it. `name` is the member it stands in. */
export function valueOf(shape: Shape, encoding: Encoding, name = '', nested = false): fc.Arbitrary<unknown> {
  // A form says nothing of a structure or map without members, and of an empty list only sometimes.
  const sayable = encoding === 'input' && nested
  switch (shape.type) {
    case 'structure': {
      const members = shape.members.map((member) => [member.name, member] as const)
      const structure = fc.record(
        Object.fromEntries(
          members.map(([memberName, { shape: memberShape, required }]) => {
            const value = valueOf(memberShape, encoding, memberName, nested || memberShape.type === 'structure')
            // A required list that is empty cannot be said in a form.
            const missing = encoding === 'input' && required && memberShape.type === 'list'
            return [memberName, missing ? value.filter((list) => Array.isArray(list) && list.length > 0) : value]
          }),
        ),
        { requiredKeys: members.filter(([, member]) => member.required).map(([memberName]) => memberName) },
      )
      return sayable ? structure.filter((value) => Object.keys(value).length > 0) : structure
    }
    case 'list':
      return fc.array(valueOf(shape.member, encoding, '', true), {
        minLength: shape.min ?? (sayable ? 1 : 0),
        maxLength: Math.min(shape.max ?? 3, 3),
      })
    case 'map':
      return fc.dictionary(stringOf(shape.key), valueOf(shape.value, encoding, '', true), {
        minKeys: encoding === 'input' ? 1 : 0,
        maxKeys: 3,
        noNullPrototype: true,
      })
    case 'string':
      if (encoding === 'input' && name === 'PolicyArn') return fc.constant('arn:aws:iam::123456789012:policy/a/b')
      return stringOf(shape)
    case 'integer':
      return fc.integer({ min: shape.min ?? -0x80000000, max: shape.max ?? 0x7fffffff })
    case 'boolean':
      return fc.boolean()
    case 'timestamp':
      return fc.integer({ min: 0, max: 4102444800 }).map((seconds) => seconds * 1000)
    case 'blob':
      return fc.uint8Array({ maxLength: 40 })
    default:
      return shape satisfies never
  }
}

export type Style = 'botocore' | 'sdk'

/** The form of an input as a client would write it: names and values, not yet escaped. */
export function parametersOf(shape: Shape, value: unknown, style: Style, prefix = ''): [string, string][] {
  switch (shape.type) {
    case 'structure':
      return shape.members.flatMap((member) => {
        const part = (value as Record<string, unknown>)[member.name]
        if (part === undefined) return []
        return parametersOf(member.shape, part, style, prefix === '' ? member.name : `${prefix}.${member.name}`)
      })
    case 'list': {
      const list = value as unknown[]
      if (list.length === 0) return style === 'botocore' ? [[prefix, '']] : []
      return list.flatMap((each, index) => parametersOf(shape.member, each, style, `${prefix}.member.${index + 1}`))
    }
    case 'map':
      return Object.entries(value as Record<string, unknown>).flatMap(([key, each], index) => [
        [`${prefix}.entry.${index + 1}.key`, key] as [string, string],
        ...parametersOf(shape.value, each, style, `${prefix}.entry.${index + 1}.value`),
      ])
    default:
      return [[prefix, String(value)]]
  }
}

/** Form escapes as the two families of clients write them: a space is `+` or `%20`. */
export function encode(parameters: [string, string][], style: Style): string {
  const escape = (text: string) => {
    const escaped = encodeURIComponent(text)
    return style === 'botocore' ? escaped.replaceAll('%20', '+') : escaped
  }
  return parameters.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&')
}

/** A value without its empty lists and maps, which the one style of clients does not send. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => !(typeof part === 'object' && part !== null && Object.keys(part).length === 0))
      .map(([name, part]) => [name, withoutEmpty(part)]),
  )
}

/** A value as JSON has it: times in seconds, bytes in base64. */
export function jsonOf(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'structure': {
      const given = value as Record<string, unknown>
      const members = shape.members.filter(({ name }) => given[name] !== undefined)
      return Object.fromEntries(members.map((member) => [member.name, jsonOf(member.shape, given[member.name])]))
    }
    case 'list':
      return (value as unknown[]).map((each) => jsonOf(shape.member, each))
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Record<string, unknown>).map(([key, each]) => [key, jsonOf(shape.value, each)]),
      )
    case 'timestamp':
      return (value as number) / 1000
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64')
    default:
      return value
  }
}
