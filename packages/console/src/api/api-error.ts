/** The code of an answer that never came, or could not be read. */
export const noAnswer = 'NoAnswer'

export interface ApiErrorOptions extends ErrorOptions {
  readonly sealedReason?: string | undefined
}

/** What the server refused with, in its own words, or that it did not answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  /** Empty where no answer came. */
  readonly requestId: string
  /** 0 where no answer came. */
  readonly status: number
  /** When it arrived, in milliseconds. */
  readonly at = Date.now()
  /** Why it was denied, sealed: DecodeAuthorizationMessage opens it. It belongs in no log and no address. */
  readonly sealedReason: string | undefined

  constructor(code: string, message: string, requestId: string, status: number, options: ApiErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.requestId = requestId
    this.status = status
    this.sealedReason = options.sealedReason
  }

  /** The caller may not do this: shown as a panel, never as a broken page. */
  get isDenied(): boolean {
    return this.code === 'AccessDenied'
  }

  /** The session went away under the page: session/ shows what to do, nobody else needs to. */
  get isSessionLoss(): boolean {
    return this.code === 'SessionEnded' || this.code === 'SessionChanged'
  }

  /** Whether the call may have been carried out although no answer says so. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}
