import ts from 'typescript'
import { isGenerated, isTest, readSources, runAsCommand, type Finding, type Source } from './sources.ts'

/** How many lines in a row make a copy worth a name, and how many of them must differ from each other. */
const identical = { lines: 8, distinct: 5 }
const sameShape = { lines: 14, distinct: 9 }

interface Line {
  /** Counted from 1. */
  readonly number: number
  /** The line's tokens, without layout and comments. */
  readonly text: string
  /** The same with every name and value struck out: what is left when a copy was renamed. */
  readonly shape: string
}

interface Place {
  readonly path: string
  readonly lines: readonly Line[]
  readonly at: number
}

/** Names runs of lines that stand twice in the sources, tests and generated files left out; each is told where it stands second. */
export function check(root: string): Finding[] {
  const files = readSources(root)
    .filter(({ path }) => !isTest(path) && !isGenerated(path))
    .map((source) => ({ path: source.path, lines: linesOf(source) }))
  const copies = repeats(files, identical, ({ text }) => text, 'the same as')
  const shapes = repeats(files, sameShape, ({ shape }) => shape, 'the same but for its names as')
  const told = new Set(copies.map(({ file, line }) => `${file}:${line}`))
  return [...copies, ...shapes.filter(({ file, line }) => !told.has(`${file}:${line}`))]
}

function repeats(
  files: readonly Omit<Place, 'at'>[],
  least: { readonly lines: number; readonly distinct: number },
  key: (line: Line) => string,
  says: string,
): Finding[] {
  const first = new Map<string, Place>()
  const findings: Finding[] = []
  for (const { path, lines } of files) {
    for (let at = 0; at + least.lines <= lines.length;) {
      const window = lines.slice(at, at + least.lines).map(key)
      const place = first.get(window.join('\n'))
      const length = place ? common(place, { path, lines, at }, key) : 0
      // A table's rows all look alike: a run counts by the lines in it that differ.
      if (place && length >= least.lines && new Set(window).size >= least.distinct) {
        const [from, to] = [lines[at]!.number, lines[at + length - 1]!.number]
        const where = `${place.path}:${place.lines[place.at]!.number}`
        findings.push({ file: path, line: from, message: `lines ${from} to ${to} are ${says} ${where}` })
        at += length
      } else {
        if (!place) first.set(window.join('\n'), { path, lines, at })
        at++
      }
    }
  }
  return findings
}

/** How many lines two places have in common, from their starts on, without running into each other. */
function common(a: Place, b: Place, key: (line: Line) => string): number {
  const most = a.path === b.path ? b.at - a.at : Infinity
  let length = 0
  while (length < most) {
    const [left, right] = [a.lines[a.at + length], b.lines[b.at + length]]
    if (!left || !right || key(left) !== key(right)) break
    length++
  }
  return length
}

/** The lines that say something: no imports, no comments, no lone brackets. */
function linesOf({ tree }: Source): Line[] {
  const parts = new Map<number, { text: string[]; shape: string[] }>()
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    const children = node.getChildren(tree)
    if (children.length > 0) return children.forEach(visit)
    const text = node.getText(tree)
    if (text === '' || ts.isJSDoc(node)) return
    const number = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
    const part = parts.get(number) ?? { text: [], shape: [] }
    parts.set(number, part)
    part.text.push(text)
    part.shape.push(shapeOf(node, text))
  }
  visit(tree)
  return [...parts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([number, { text, shape }]) => ({ number, text: text.join(' '), shape: shape.join(' ') }))
    .filter(({ text }) => /\w/.test(text))
}

function shapeOf(node: ts.Node, text: string): string {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return 'name'
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isTemplateLiteralToken(node) ? 'value' : text
}

runAsCommand(import.meta, check)
