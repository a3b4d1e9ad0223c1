export interface DifferentLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** As many pairs of lines as are compared one by one; texts that differ by more are told as one replaced by the other. */
const pairsMax = 4_000_000

/** What turns one text into another, line by line: the longest common run of lines stays. */
export function lineDifference(before: string, after: string): readonly DifferentLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [innerA, innerB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return [
    ...all('same', a.slice(0, start)),
    ...(innerA.length * innerB.length > pairsMax
      ? [...all('removed', innerA), ...all('added', innerB)]
      : inner(innerA, innerB)),
    ...all('same', a.slice(a.length - end)),
  ]
}

const all = (kind: DifferentLine['kind'], lines: readonly string[]): DifferentLine[] =>
  lines.map((text) => ({ kind, text }))

function inner(a: readonly string[], b: readonly string[]): readonly DifferentLine[] {
  // common[i][j]: how many lines a from i and b from j have in common, in order.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i]
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: DifferentLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left })
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: left })
      i++
    } else {
      lines.push({ kind: 'added', text: right ?? '' })
      j++
    }
  }
  return lines
}
