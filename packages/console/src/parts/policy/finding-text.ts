import type { Language } from '../../i18n/language.ts'
import { findingLabels } from './finding-labels.ts'
import type { PlacedFinding } from './findings.ts'

/** As much of what stands at a finding's place as a sentence bears. */
const quotedMax = 60

/** What a finding says: the package's own sentence, or ours for its code where another language is spoken. */
export function findingText(language: Language, { code, message, from, to }: PlacedFinding, text: string): string {
  const sentence = language === 'en' ? undefined : findingLabels[code]
  if (sentence === undefined) return message
  const found = text.slice(from, to).replaceAll(/\s+/g, ' ')
  const quoted = found.length > quotedMax ? `${found.slice(0, quotedMax)}…` : found
  const said = sentence.replaceAll('{found}', () => quoted).replaceAll('{message}', () => message)
  const meant = /Did you mean (.+)\?$/.exec(message)?.[1]
  return meant === undefined ? said : `${said}もしかして: ${meant}`
}
