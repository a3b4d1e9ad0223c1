/** One line of the table: a number, what it is held against, and whether it holds. */
export interface Line {
  readonly what: string
  /** The two sides as text, units included; the second is what it is measured against. */
  readonly ours: string
  readonly other: string
  /** The number that is held; undefined where nothing could be measured. */
  readonly value: number | undefined
  readonly unit: string
  /** Undefined where the design holds no number against it. */
  readonly bar: Bar | undefined
  readonly note?: string
}

export interface Bar {
  readonly is: 'at least' | 'at most' | 'below'
  readonly value: number
}

/** One file of the bench: it measures one number of the design's table, in as many lines as that takes. */
export interface Row {
  readonly name: string
  run(): Promise<readonly Line[]>
}

export const atLeast = (value: number): Bar => ({ is: 'at least', value })
export const atMost = (value: number): Bar => ({ is: 'at most', value })
export const below = (value: number): Bar => ({ is: 'below', value })

export function verdict({ value, bar }: Line): 'met' | 'short' | 'not measured' | 'no bar' {
  if (value === undefined) return 'not measured'
  if (bar === undefined) return 'no bar'
  const met = bar.is === 'at least' ? value >= bar.value : bar.is === 'at most' ? value <= bar.value : value < bar.value
  return met ? 'met' : 'short'
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
