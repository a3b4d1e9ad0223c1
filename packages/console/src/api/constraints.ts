import { constraints } from './model.ts'

interface Constraint {
  readonly type: 'string' | 'integer'
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
}

export type ConstrainedOperation = keyof typeof constraints
export type ConstrainedMember<O extends ConstrainedOperation> = keyof (typeof constraints)[O] & string

/** What is wrong with a value, in terms of the API model. `bound` is the number it went past. */
export interface Fault {
  readonly kind: 'required' | 'tooShort' | 'tooLong' | 'badCharacters' | 'notWhole' | 'tooSmall' | 'tooLarge'
  readonly bound: number
}

/** Judges what somebody typed as the server will, before it is sent. The server's word is the last one all the same. */
export function faultOf<O extends ConstrainedOperation>(
  operation: O,
  member: ConstrainedMember<O>,
  value: string,
): Fault | undefined {
  const table: Readonly<Record<string, Constraint>> = constraints[operation]
  const constraint = table[member]
  return constraint && judge(constraint, value)
}

export function judge({ type, min, max, pattern }: Constraint, value: string): Fault | undefined {
  if (type === 'integer') {
    if (value === '') return { kind: 'required', bound: 0 }
    const number = Number(value)
    if (!Number.isInteger(number)) return { kind: 'notWhole', bound: 0 }
    if (min !== undefined && number < min) return { kind: 'tooSmall', bound: min }
    return max !== undefined && number > max ? { kind: 'tooLarge', bound: max } : undefined
  }
  if (value === '' && (min ?? 0) > 0) return { kind: 'required', bound: min ?? 0 }
  if (min !== undefined && value.length < min) return { kind: 'tooShort', bound: min }
  if (max !== undefined && value.length > max) return { kind: 'tooLong', bound: max }
  // Anchored: the model's pattern is for the whole value.
  const matches = pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value)
  return matches ? undefined : { kind: 'badCharacters', bound: 0 }
}
