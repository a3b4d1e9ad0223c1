import { type Span } from '../errors.ts'

/** As AWS sorts its findings: what does not work, what lets too much in, what will surprise, what could be said better. */
export const findingTypes = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'] as const

export type FindingType = (typeof findingTypes)[number]

/** Something to say of a policy document. */
export interface Finding {
  readonly type: FindingType
  /** AWS's issue code where it documents one; ours begin with `KEYWARD_`. */
  readonly code: string
  /** One or two sentences, with the names that the document uses. */
  readonly message: string
  /** At least one; the first is the one to show. */
  readonly locations: readonly Location[]
}

/** A place by its path from the root (member names and list indices), and in the text. */
export interface Location {
  readonly path: readonly (string | number)[]
  readonly span: Span
  /** What of the value at the path is meant; absent: the value. `key`: the name of the member that the path ends with. */
  readonly part?: 'key' | { readonly start: number; readonly length: number }
}
