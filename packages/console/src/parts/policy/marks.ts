/** A part of the text that something is said of. */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'info' | 'hint'
  readonly message: string
}
