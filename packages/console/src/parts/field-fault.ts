import { faultOf, type ConstrainedMember, type ConstrainedOperation } from '../api/constraints.ts'
import type { ApiError } from '../api/api-error.ts'
import { refusedFields } from '../api/refused-fields.ts'
import { useT, type Translate } from '../i18n/language-provider.tsx'
import { labels } from './labels.ts'

/** What is wrong with a value, in words for its field; undefined where the server would take it. */
export function faultText<O extends ConstrainedOperation>(
  t: Translate,
  operation: O,
  member: ConstrainedMember<O>,
  value: string,
): string | undefined {
  const fault = faultOf(operation, member, value)
  if (!fault) return undefined
  switch (fault.kind) {
    case 'required':
    case 'badCharacters':
    case 'notWhole':
      return t(labels[fault.kind])
    case 'tooShort':
    case 'tooLong':
    case 'tooSmall':
    case 'tooLarge':
      return t(labels[fault.kind], { count: fault.bound })
    default:
      return fault.kind satisfies never
  }
}

/**
 * The errorText of a form's fields: what the server said of the member, else what the model says of the value. `show` is
 * false until somebody has tried to go on: nobody is told off while typing.
 */
export function useFieldFaults<O extends ConstrainedOperation>(
  operation: O,
  error: ApiError | undefined,
  show: boolean,
): {
  readonly of: (member: ConstrainedMember<O>, value: string) => string | undefined
  readonly rest: string | undefined
} {
  const t = useT()
  const { fields, rest } = refusedFields(error)
  return {
    of: (member, value) => fields[wirePath(member)] ?? (show ? faultText(t, operation, member, value) : undefined),
    rest,
  }
}

/** The server writes `userName` and `tags.value` for UserName and Tags.Value. */
function wirePath(member: string): string {
  return member.replaceAll(/(^|\.)([A-Z])/g, (_, dot: string, first: string) => dot + first.toLowerCase())
}
