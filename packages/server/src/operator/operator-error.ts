/** What an operator has to put right: one clear sentence. The command prints it and ends with a code that is not zero. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
