import { type Draft } from '../draft.ts'
import { PolicyError } from '../errors.ts'

/** Refuses statement ids that are not alphanumeric. */
export function checkSidCharacters({ statements }: Draft): void {
  for (const { sid } of statements) {
    if (!sid || /^[A-Za-z0-9]*$/.test(sid.value)) continue
    throw new PolicyError(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
      sid.span,
    )
  }
}

/** Refuses two statements of one id. */
export function checkSidsUnique({ statements }: Draft): void {
  const seen = new Set<string>()
  for (const { sid } of statements) {
    if (!sid || sid.value === '') continue
    if (seen.has(sid.value)) throw new PolicyError('Statement IDs (SID) in a single policy must be unique.', sid.span)
    seen.add(sid.value)
  }
}
