import { compilePattern, matchesPattern, type Pattern } from '../../pattern.ts'
import { bounds } from '../bounds.ts'
import { type Check, documented } from '../check.ts'
import { type Outline, type Word } from '../outline.ts'
import { listed } from '../quoted.ts'

/** Values that another value of the same list covers. */
export const redundancyChecks: readonly Check[] = [
  {
    code: 'REDUNDANT_ACTION',
    type: 'SUGGESTION',
    source: documented('suggestion-redundant-action'),
    about: 'Another action of the same statement covers this one.',
    find(policy, report) {
      findCovered(
        policy,
        'action',
        (text) => text.toLowerCase(),
        (words) => {
          const names = listed(words.map(({ text }) => text))
          report(
            `Other actions of the statement cover ${names}. Remove what is covered.`,
            ...words.map(({ place }) => place),
          )
        },
      )
    },
  },
  {
    code: 'REDUNDANT_RESOURCE',
    type: 'SUGGESTION',
    source: documented('suggestion-redundant-resource'),
    about: 'Another resource of the same statement covers this one.',
    find(policy, report) {
      findCovered(
        policy,
        'resource',
        (text) => text,
        (words) => {
          const names = listed(words.map(({ text }) => text))
          report(
            `Other resources of the statement cover ${names}. Remove what is covered.`,
            ...words.map(({ place }) => place),
          )
        },
      )
    },
  },
]

/** Hands over what is covered, statement by statement, until enough pairs were compared. */
function findCovered(
  { statements }: Outline,
  part: 'action' | 'resource',
  fold: (text: string) => string,
  tell: (covered: readonly Word[]) => void,
): void {
  let comparisons = 0
  for (const statement of statements) {
    const words = statement[part]?.words ?? []
    if (words.length < 2) continue
    const seen = new Set<string>()
    const patterns: { readonly text: string; readonly pattern: Pattern }[] = []
    for (const { text } of words) {
      const folded = fold(text)
      if (/[*?]/.test(text) && !patterns.some((other) => other.text === folded) && patterns.length < 100) {
        patterns.push({ text: folded, pattern: compilePattern(folded) })
      }
    }
    const covered: Word[] = []
    for (const word of words) {
      const folded = fold(word.text)
      comparisons += patterns.length
      if (comparisons > bounds.comparisons) break
      // A pattern that matches another's text matches all that the other does: its stars take the other's wildcards for text.
      const wider = patterns.some(({ text, pattern }) => text !== folded && matchesPattern(pattern, folded))
      if (seen.has(folded) || wider) covered.push(word)
      seen.add(folded)
    }
    if (covered.length > 0) tell(covered)
  }
}
