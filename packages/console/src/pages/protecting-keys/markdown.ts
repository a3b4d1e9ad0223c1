/** A run of text in a paragraph. `href` is a place on the same page: other links are left as their words. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }

/**
 * Reads as much of Markdown as docs/protecting-keys is written in: headings, paragraphs, fenced code, lists whose items may
 * hold paragraphs and code. It runs while the console is built, on our own text, and never on anybody's input.
 */
export function parseMarkdown(text: string): Block[] {
  return blocksOf(text.split('\n'))
}

const fence = /^```/
const heading = /^(#+) (.*)$/
const item = /^(?:- |(\d+)\. +)/

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  /** Takes lines while they belong, and stands behind them. */
  const take = (belongs: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '')) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const [, hashes = '', title = ''] = heading.exec(line) ?? []
    if (line.trim() === '') at++
    else if (hashes !== '') {
      blocks.push({ kind: 'heading', level: hashes.length, id: anchorOf(title), text: title })
      at++
    } else if (fence.test(line)) {
      at++
      blocks.push({ kind: 'code', text: take((next) => !fence.test(next)).join('\n') })
      at++
    } else if (item.test(line))
      blocks.push(listOf(take((next) => next.trim() === '' || /^\s/.test(next) || item.test(next))))
    else {
      const own = take((next) => next.trim() !== '' && !fence.test(next) && !item.test(next))
      blocks.push({ kind: 'paragraph', spans: spansOf(joined(own)) })
    }
  }
  return blocks
}

function listOf(lines: readonly string[]): Block {
  const items: string[][] = []
  let indent = 0
  for (const line of lines) {
    const mark = item.exec(line)?.[0]
    if (mark !== undefined) {
      indent = mark.length
      items.push([line.slice(indent)])
    } else items.at(-1)?.push(line.slice(Math.min(indent, line.length - line.trimStart().length)))
  }
  return { kind: 'list', ordered: /^\d/.test(lines[0] ?? ''), items: items.map(blocksOf) }
}

/** Lines of one paragraph, as one. */
function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ')
}

function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let behind = 0
  for (const match of text.matchAll(/\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g)) {
    const [whole, strong, code, words, target = ''] = match
    if (match.index > behind) spans.push({ kind: 'text', text: text.slice(behind, match.index) })
    behind = match.index + whole.length
    if (strong !== undefined) spans.push({ kind: 'strong', text: strong.replaceAll('`', '') })
    else if (code !== undefined) spans.push({ kind: 'code', text: code })
    else if (target.startsWith('#')) spans.push({ kind: 'link', text: words ?? '', href: target })
    else spans.push({ kind: 'text', text: words ?? '' })
  }
  if (behind < text.length) spans.push({ kind: 'text', text: text.slice(behind) })
  return spans
}

/** The name of a heading's place, as GitHub makes it: the document's own links are written for that. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')
}
