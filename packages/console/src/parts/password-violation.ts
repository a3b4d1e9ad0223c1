import type { ApiError } from '../api/api-error.ts'
import type { Translate } from '../i18n/language-provider.tsx'
import { labels } from './password-labels.ts'

/** What only the server can know of a password, in the language in use; other sentences are the server's own. */
export function passwordViolation(t: Translate, { message }: ApiError): string {
  if (message.includes('the one that must be changed')) return t(labels.sameAsLast)
  if (message.includes('one of the last')) return t(labels.usedBefore)
  if (message.includes('the name or the e-mail address')) return t(labels.isName)
  return t(labels.violates, { sentence: message })
}
