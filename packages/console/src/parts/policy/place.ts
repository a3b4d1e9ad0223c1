import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** Where in a policy somebody writes. */
export interface Place {
  /** The name of a member, or a value. */
  readonly part: 'name' | 'value'
  /** The names from the document down to here, lists left out: Statement, Condition, StringEquals, aws:username. */
  readonly path: readonly string[]
  /** What is written so far: the inside of the string, or nothing. */
  readonly from: number
  readonly to: number
  /** The string with its quotes; the same empty range where there is no string yet. */
  readonly outer: { readonly from: number; readonly to: number }
  /** The other names in the same object. */
  readonly siblings: readonly string[]
  /** What the statement around it has as Action or NotAction. */
  readonly actions: readonly string[]
  /** For a name: whether its colon is there already. */
  readonly named: boolean
}

/** How long a key stroke may wait for the tree of a long document, in milliseconds. */
const patience = 20

/** More white space than this between two tokens is not looked past. */
const spaceMax = 500

/** Undefined where nothing of a policy can be written: between a value and its comma, or outside of everything. */
export function placeAt(state: EditorState, at: number): Place | undefined {
  const tree = ensureSyntaxTree(state, at, patience) ?? syntaxTree(state)
  const node = tree.resolveInner(at, -1)
  const string = /^(?:String|PropertyName)$/.test(node.name) && node.from < at ? node : undefined
  if (string) return inString(state, string, at)
  // A word that is no JSON yet: somebody begins without the quote, or has not closed it.
  const line = state.doc.lineAt(at)
  const word = begun(line.text.slice(0, at - line.from))
  const from = at - word.length
  const space = /\s*$/.exec(state.doc.sliceString(Math.max(0, from - spaceMax), from))?.[0].length ?? 0
  const before = tree.resolveInner(from - space, -1)
  const part = partIn(state, before, from - space)
  if (part === undefined) return undefined
  const inside = word.startsWith('"') ? from + 1 : from
  return { part, from: inside, to: at, outer: { from, to: at }, named: false, ...around(state, before) }
}

/** What a line ends with that is begun and not done: a string that is not closed, with its quote, or a word. */
function begun(line: string): string {
  let quote = -1
  for (let at = 0; at < line.length; at++) {
    if (quote !== -1 && line[at] === '\\') at++
    else if (line[at] === '"') quote = quote === -1 ? at : -1
  }
  return quote === -1 ? (/[\w:*?-]+$/.exec(line)?.[0] ?? '') : line.slice(quote)
}

function inString(state: EditorState, string: SyntaxNode, at: number): Place | undefined {
  const text = state.doc.sliceString(string.from, string.to)
  const closed = text.length > 1 && text.endsWith('"')
  const [from, to] = [string.from + 1, closed ? string.to - 1 : string.to]
  if (at < from || at > to) return undefined
  const isName = string.name === 'PropertyName'
  const named = isName && /^\s*:/.test(state.doc.sliceString(string.to, string.to + 50))
  return {
    part: isName ? 'name' : 'value',
    from,
    to,
    outer: { from: string.from, to: string.to },
    named,
    ...around(state, string),
  }
}

/** Where no string stands: what could. */
function partIn(state: EditorState, node: SyntaxNode, at: number): Place['part'] | undefined {
  const last = state.doc
    .sliceString(Math.max(0, at - 500), at)
    .trimEnd()
    .slice(-1)
  if (last === ':') return 'value'
  if (last !== '{' && last !== ',' && last !== '[') return undefined
  for (let outer: SyntaxNode | null = node; outer; outer = outer.parent) {
    if (outer.name === 'Object') return last === '[' ? undefined : 'name'
    if (outer.name === 'Array') return 'value'
  }
  return undefined
}

function around(state: EditorState, node: SyntaxNode): Pick<Place, 'path' | 'siblings' | 'actions'> {
  const path: string[] = []
  let actions: readonly string[] = []
  let siblings: readonly string[] = []
  let isInner = true
  for (let outer: SyntaxNode | null = node; outer; outer = outer.parent) {
    if (outer.name === 'Property') {
      const name = outer.getChild('PropertyName')
      // The name that is being written leads nowhere yet.
      if (name && !isSame(name, node)) path.unshift(textOf(state, name))
    } else if (outer.name === 'Object') {
      const members = outer.getChildren('Property')
      if (isInner) siblings = members.flatMap((member) => nameOf(state, member, node))
      isInner = false
      const found = members.filter((member) => /^(?:Not)?Action$/.test(nameOf(state, member, node)[0] ?? ''))
      if (found.length > 0) actions = found.flatMap((member) => stringsIn(state, member))
    }
  }
  return { path, siblings, actions }
}

function nameOf(state: EditorState, member: SyntaxNode, except: SyntaxNode): readonly string[] {
  const name = member.getChild('PropertyName')
  return name && !isSame(name, except) ? [textOf(state, name)] : []
}

const isSame = (one: SyntaxNode, other: SyntaxNode) => one.name === other.name && one.from === other.from

function stringsIn(state: EditorState, member: SyntaxNode): readonly string[] {
  const list = member.getChild('Array')
  return (list ?? member).getChildren('String').map((string) => textOf(state, string))
}

/** No name or action of a policy needs an escape. */
const textOf = (state: EditorState, { from, to }: SyntaxNode): string =>
  state.doc.sliceString(from, to).replaceAll(/^"|"$/g, '')
