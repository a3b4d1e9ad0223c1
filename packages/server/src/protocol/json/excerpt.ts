import { limits } from '../limits.ts'

/** What a client sent, for a sentence about it: in quotes, its odd characters escaped, and never long. */
export function excerpt(text: string): string {
  const { excerptCharactersMax } = limits
  return text.length <= excerptCharactersMax
    ? JSON.stringify(text)
    : `${JSON.stringify(text.slice(0, excerptCharactersMax))}…`
}
