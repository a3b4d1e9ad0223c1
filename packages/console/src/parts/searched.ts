/** The items whose text holds what was typed, whatever its case. */
export function searched<T>(items: readonly T[], typed: string, textOf: (item: T) => string): readonly T[] {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' ? items : items.filter((item) => textOf(item).toLowerCase().includes(wanted))
}

export interface PageOf<T> {
  readonly items: readonly T[]
  /** Counted from 1; the last one where there are fewer than was asked for. */
  readonly page: number
  readonly pages: number
}

/** One page of a list that is here already. */
export function pageOf<T>(items: readonly T[], asked: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const page = Math.min(Math.max(1, asked), pages)
  return { items: items.slice((page - 1) * size, page * size), page, pages }
}
