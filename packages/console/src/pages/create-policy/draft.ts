import type { TypedTag } from '../../parts/tags/tag-keys.ts'

/** What the wizard has gathered. */
export interface Draft {
  readonly document: string
  readonly name: string
  readonly description: string
  /** Empty for none. */
  readonly path: string
  readonly tags: readonly TypedTag[]
}

export const firstDraft: Draft = {
  document: JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Sid: 'Statement1', Effect: 'Allow', Action: [], Resource: [] }] },
    null,
    2,
  ),
  name: '',
  description: '',
  path: '',
  tags: [],
}
