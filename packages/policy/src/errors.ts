/** A place in the document text: line and column count from 1, offset and length in UTF-16 units. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly offset: number
  readonly length: number
}

/** A policy document that AWS would refuse. The message is AWS's sentence; the span says where it went wrong. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
  readonly code = 'MalformedPolicyDocument'
  readonly span?: Span

  constructor(message: string, span?: Span) {
    super(message)
    if (span) this.span = span
  }
}

/** Runs a reader whose refusals are mistakes of form, and gives them the sentence that this kind of policy has for them. */
export function refusingAs<Value>(message: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof PolicyError ? new PolicyError(message, error.span) : error
  }
}

/** Throws the refusal that covers every mistake of form. */
export function refuseSyntax(span: Span): never {
  throw new PolicyError('Syntax errors in policy.', span)
}

/** Throws the refusal that covers values the older of AWS's two parsers could not read. */
export function refuseLegacy(span: Span): never {
  throw new PolicyError('The policy failed legacy parsing', span)
}
