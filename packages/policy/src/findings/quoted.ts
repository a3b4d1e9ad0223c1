import { excerptOf } from './tolerant-json.ts'

/** A name of the document for a sentence: in quotes, and never long. */
export const quoted = (text: string): string => `"${excerptOf(text)}"`

/** Names for a sentence: the first few, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(excerptOf).join(', ')
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown
}

/** The end of a sentence that offers the likeliest spelling, if there is one. */
export const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` Did you mean ${excerptOf(meant)}?`
