/** What stands under a name just before it is saved: its document, nothing, or what may not be read. */
export type Standing = { readonly document: string } | 'absent' | 'hidden'

/** What a person must decide before a document is saved; undefined where nothing stands in the way. */
export type Conflict = { readonly kind: 'changed' | 'taken'; readonly theirs: string } | { readonly kind: 'deleted' }

/** Compares what was opened with what stands there now. `opened` is undefined for a policy that is new. */
export function conflictOf(opened: string | undefined, standing: Standing): Conflict | undefined {
  if (standing === 'hidden') return undefined
  if (standing === 'absent') return opened === undefined ? undefined : { kind: 'deleted' }
  if (opened === undefined) return { kind: 'taken', theirs: standing.document }
  return standing.document === opened ? undefined : { kind: 'changed', theirs: standing.document }
}
