import type { Context } from './raw.ts'

/** One character of a pattern; a wild one stands for others. */
export interface Cell {
  readonly character: string
  readonly wild: boolean
}

export function cells(text: string, wildcards = true): Cell[] {
  return text.split('').map((character) => ({ character, wild: wildcards && (character === '*' || character === '?') }))
}

/** Fills a table: reachable[i] says that the first i pattern cells can match the text read so far. */
export function glob(pattern: readonly Cell[], text: string): boolean {
  const isStar = (cell: Cell | undefined) => cell?.wild === true && cell.character === '*'
  const closure = (reachable: boolean[]) => {
    pattern.forEach((cell, at) => {
      if (reachable[at] && isStar(cell)) reachable[at + 1] = true
    })
    return reachable
  }
  let reachable = closure([true, ...pattern.map(() => false)])
  for (const character of text.split('')) {
    const next = reachable.map(() => false)
    pattern.forEach((cell, at) => {
      if (!reachable[at]) return
      if (isStar(cell)) next[at] = true
      else if (cell.wild || cell.character === character) next[at + 1] = true
    })
    reachable = closure(next)
  }
  return reachable[pattern.length] === true
}

export function substitute(text: string, context: Context): Cell[] | 'unresolved' {
  const close = (from: number) => text.indexOf('}', from)
  const result: Cell[] = []
  for (let at = 0; at < text.length;) {
    if (!text.startsWith('${', at) || close(at) === -1) {
      result.push(...cells(text[at]!))
      at += 1
      continue
    }
    const inner = text.slice(at + 2, close(at))
    const comma = inner.indexOf(',')
    const quoted = comma > 0 ? /^ *'([^']*)'\}/.exec(text.slice(at + 2 + comma + 1)) : null
    if (['*', '?', '$'].includes(inner)) {
      result.push({ character: inner, wild: false })
      at = close(at) + 1
      continue
    }
    const value = lookUp(context, quoted ? inner.slice(0, comma).trimEnd() : inner)
    if (Array.isArray(value)) return 'unresolved'
    if (value === undefined && !quoted) return 'unresolved'
    result.push(...cells((value as string | undefined) ?? quoted![1]!, false))
    at = quoted ? at + 2 + comma + 1 + quoted[0].length : close(at) + 1
  }
  return result
}

export function lookUp(context: Context, key: string): string | readonly string[] | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())
  return found?.[1]
}
