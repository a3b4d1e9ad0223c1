import { ServiceError } from '../../errors.ts'
import { limits } from '../limits.ts'
import type { ListShape, MapShape, OperationModel, Shape, StructureShape } from '../model.ts'
import { malformed, treeOf, type Form, type FormNode } from './form.ts'

/** What a node holds, undefined where it holds nothing. A gap in a list is null, which no constraint lets pass. */
type Reader = (node: FormNode) => unknown

interface Prepared {
  readonly words: ReadonlySet<string>
  readonly read: Reader
}

const prepared = new Map<OperationModel, Prepared>()

/** Reads an operation's input out of a form, by its shape. Throws MalformedInput where a parameter cannot be what the shape says. */
export function readInput(operation: OperationModel, form: Form): unknown {
  if (operation.input === undefined) return {}
  let reader = prepared.get(operation)
  if (reader === undefined) {
    const words = new Set(operation.input.members.map((member) => member.name))
    reader = { words, read: readerOfStructure(operation.input) }
    prepared.set(operation, reader)
  }
  return reader.read(treeOf(form, reader.words))
}

function readerOf(shape: Shape): Reader {
  switch (shape.type) {
    case 'structure':
      return readerOfStructure(shape)
    case 'list':
      return readerOfList(shape)
    case 'map':
      return readerOfMap(shape)
    case 'string':
      return readString
    case 'integer':
      return readInteger
    case 'boolean':
      return readBoolean
    case 'timestamp':
    case 'blob':
      // No input of IAM or STS has one.
      throw new Error(`${shape.name}: the query protocol reads no ${shape.type}`)
    default:
      return shape satisfies never
  }
}

function readerOfStructure(shape: StructureShape): Reader {
  const members = shape.members.map(({ name, shape: memberShape, required }) => ({
    name,
    read: readerOf(memberShape),
    // A list that is sent as an empty parameter is an empty list; where one is required, it counts as missing.
    emptyIsMissing: required && memberShape.type === 'list',
    emptyIsRefused: shape.name === 'TagUserRequest' && name === 'Tags',
  }))
  return (node) => {
    const { children } = node
    const input: Record<string, unknown> = {}
    if (children === undefined) {
      if (node.value) throw malformed('Expected structure or null')
      return input
    }
    for (const member of members) {
      const child = children.get(member.name)
      if (child === undefined) continue
      const value = member.read(child)
      if (value === undefined) continue
      if (member.emptyIsMissing && Array.isArray(value) && value.length === 0) {
        // The one operation that has a word for it.
        if (member.emptyIsRefused) throw new ServiceError('InvalidInput', 'Error occurred while validating input. ')
        continue
      }
      input[member.name] = value
    }
    return input
  }
}

function readerOfList(shape: ListShape): Reader {
  const read = readerOf(shape.member)
  const structures = shape.member.type === 'structure'
  return (node) => {
    const members = node.children?.get('member')
    if (members === undefined) return readWithoutMembers(node)
    const { slots, named } = readSlots(members)
    if (named) {
      // AWS takes what follows `member` for the one member of a list: a structure with unknown members, or no scalar at all.
      if (!structures) throw malformed('Start of list found where not expected')
      if (slots.length === 0) return [read({ value: undefined, children: members.children })]
    }
    return slots.map((slot) => (slot === undefined ? null : (read(slot) ?? null)))
  }
}

function readerOfMap(shape: MapShape): Reader {
  const read = readerOf(shape.value)
  return (node) => {
    const entries = node.children?.get('entry')
    if (entries === undefined) return readWithoutMembers(node) === undefined ? undefined : emptyMap()
    const map = emptyMap()
    for (const slot of readSlots(entries).slots) {
      const key = slot?.children?.get('key')?.value
      if (key === undefined) throw malformed('Map entry without a key')
      if (key in map) continue
      const value = slot?.children?.get('value')
      map[key] = (value && read(value)) ?? null
    }
    return map
  }
}

/** Without a prototype: a key named `__proto__` is a key. */
function emptyMap(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>
}

function readWithoutMembers(node: FormNode): [] | undefined {
  if (node.value === undefined) return undefined
  if (node.value === '') return []
  throw malformed('Expected list or null')
}

const onlyDigits = /^[0-9]+$/

/** Puts what stands below `member` or `entry` in order. `named`: something stands there under a name that is not an index. */
function readSlots(members: FormNode): { slots: (FormNode | undefined)[]; named: boolean } {
  const slots: (FormNode | undefined)[] = []
  let named = members.value !== undefined
  for (const [part, node] of members.children ?? []) {
    if (part.startsWith('-')) throw malformed(`Key ${part} may not have a leading '-'`)
    if (!onlyDigits.test(part)) {
      named = true
      continue
    }
    for (const below of node.children?.keys() ?? []) {
      if (onlyDigits.test(below)) throw malformed('Two index elements may not occur back to back')
    }
    if (part === '0') throw malformed('0 is not a valid index')
    // In the order sent, each index may lengthen the list by a few members only, so a list is never much longer than its form.
    const skipped = part.length > 10 ? BigInt(part) - 1n - BigInt(slots.length) : Number(part) - 1 - slots.length
    if (skipped > limits.listMembersSkippedMax) {
      throw malformed(`Excessively sparse input would skip ${skipped} list elements`)
    }
    const index = Number(part)
    while (slots.length < index) slots.push(undefined)
    slots[index - 1] = node
  }
  return { slots, named }
}

function readString(node: FormNode): string {
  if (node.value !== undefined) return node.value
  throw malformed(
    node.children?.has('member')
      ? 'Start of list found where not expected'
      : 'Start of structure or map found where not expected',
  )
}

function readInteger(node: FormNode): number {
  const text = readString(node)
  if (text === '') throw malformed('missing value for decimal type')
  const digits = /^[+-]?0*([0-9]{1,10})$/.exec(text)
  const value = digits === null ? NaN : Number(digits[1]) * (text.startsWith('-') ? -1 : 1)
  if (!(value >= -0x80000000 && value <= 0x7fffffff)) throw malformed('Not a 32-bit integer')
  return value === 0 ? 0 : value
}

function readBoolean(node: FormNode): boolean {
  const text = readString(node)
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw malformed('Not a boolean')
}
