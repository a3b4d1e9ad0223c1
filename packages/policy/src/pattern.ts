/**
 * A compiled wildcard pattern: `*` matches any run of characters, line ends included, `?` exactly one UTF-16 unit.
 * Every match takes at most about text × pattern steps, whatever the two hold.
 */
export type Pattern =
  | { readonly kind: 'any' }
  | { readonly kind: 'exact'; readonly text: string }
  /** Stars only: what stands before the first, between two and behind the last. */
  | { readonly kind: 'stars'; readonly prefix: string; readonly middle: readonly string[]; readonly suffix: string }
  /** `shortest`: how long a text must be at least. */
  | { readonly kind: 'glob'; readonly units: ArrayLike<number>; readonly shortest: number }

// Wildcards are numbers that no UTF-16 unit has, so that literal stars and question marks can stand beside them.
const star = -1
const mark = -2

/** Compiles a text in which every `*` and `?` is a wildcard. */
export function compilePattern(text: string): Pattern {
  if (text === '*') return { kind: 'any' }
  if (text.includes('?')) {
    const units = globUnits(text)
    return { kind: 'glob', units, shortest: units.filter((unit) => unit !== star).length }
  }
  const [prefix = '', ...rest] = text.split('*')
  const suffix = rest.pop()
  if (suffix === undefined) return { kind: 'exact', text }
  return { kind: 'stars', prefix, middle: rest.filter((piece) => piece !== ''), suffix }
}

/** Answers whether the whole text matches. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  switch (pattern.kind) {
    case 'any':
      return true
    case 'exact':
      return text === pattern.text
    case 'stars': {
      const { prefix, middle, suffix } = pattern
      if (!text.startsWith(prefix) || !text.endsWith(suffix)) return false
      return standBetween(middle, text, prefix.length, text.length - suffix.length)
    }
    case 'glob':
      // What cannot fit is not tried at every place: the steps stay below the square of the text, however long the pattern.
      return pattern.shortest <= text.length && matchesUnits(pattern.units, text)
    default:
      return pattern satisfies never
  }
}

/**
 * Answers whether the pieces stand in the text between two places, one behind the other. Each takes the first
 * place it can, which leaves the most to those behind it: no piece is ever looked for twice.
 */
export function standBetween(pieces: readonly string[], text: string, start: number, end: number): boolean {
  let at = start
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return at <= end
}

/** The units of a text in which every `*` and `?` is a wildcard, added to those of what stands before it. */
export function globUnits(text: string, units: number[] = []): number[] {
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    units.push(character === '*' ? star : character === '?' ? mark : text.charCodeAt(at))
  }
  return units
}

/** The units of a text that is only itself, added to those of what stands before it. */
export function literalUnits(text: string, units: number[]): number[] {
  for (let at = 0; at < text.length; at += 1) units.push(text.charCodeAt(at))
  return units
}

/**
 * Matches with two pointers. On a mismatch only the latest star gives way by one character: earlier stars
 * have taken as little as they could, and giving them more can never help. So there is no backtracking tree.
 */
export function matchesUnits(units: ArrayLike<number>, text: string): boolean {
  let at = 0
  let unit = 0
  let starUnit = -1
  let starAt = 0
  while (at < text.length) {
    const wanted = units[unit]
    if (wanted === star) {
      starUnit = unit
      starAt = at
      unit += 1
    } else if (wanted === mark || wanted === text.charCodeAt(at)) {
      at += 1
      unit += 1
    } else if (starUnit !== -1) {
      starAt += 1
      at = starAt
      unit = starUnit + 1
    } else return false
  }
  while (units[unit] === star) unit += 1
  return unit === units.length
}

/** A unit that is no character: where a pattern does not hold it, only wildcards match it, and they match any other in its place. */
const stranger = '\uffff'

/** Answers whether every text matches that begins so and goes on by at least one unit. */
export function matchesAllBehind(pattern: Pattern, start: string): boolean {
  switch (pattern.kind) {
    case 'any':
      return true
    case 'exact':
      return false
    case 'stars':
      // Behind the last star nothing may be asked for; what is before it fits into the shortest text, and so into all.
      return (
        pattern.suffix === '' &&
        !pattern.middle.join('').includes(stranger) &&
        matchesPattern(pattern, start + stranger)
      )
    case 'glob':
      return unitsMatchAllBehind(pattern.units, start)
    default:
      return pattern satisfies never
  }
}

/**
 * The same for units. A pattern that matches the shortest text, and one in which more units go on than it has question marks, matches all:
 * behind its last star stand question marks alone, and what is before it fits already.
 */
export function unitsMatchAllBehind(units: ArrayLike<number>, start: string): boolean {
  let marks = 0
  for (let at = 0; at < units.length; at += 1) {
    if (units[at] === mark) marks += 1
    if (units[at] === stranger.charCodeAt(0)) return false
  }
  return matchesUnits(units, start + stranger) && matchesUnits(units, start + stranger.repeat(marks + 1))
}
