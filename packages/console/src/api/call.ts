import { currentSession, loseSession } from '../session/session-state.ts'
import { ApiError, noAnswer } from './api-error.ts'
import { timestamps } from './model.ts'
import type { Input, Operation, Output, Service } from './types.ts'

/**
 * One operation, called as the person who is signed in. Times in the answer are milliseconds. Throws an ApiError, and
 * nothing else. It remembers nothing, so calls that carry a password or return a secret key may use it, and use only it.
 */
export async function call<S extends Service, O extends Operation<S>>(
  service: S,
  operation: O,
  input: Input<S, O>,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Output<S, O>> {
  // The steps of signing in belong to no session; leaving one does.
  const handle = service === 'signin' && operation !== 'SignOut' ? '-' : (currentSession()?.Handle ?? '-')
  const request = fetch(`/api/${service}/${operation}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Keyward-Console': handle },
    body: JSON.stringify(input),
    ...(signal && { signal }),
  })
  try {
    return await readAnswer<Output<S, O>>(request)
  } catch (error) {
    // A late answer to a session that has been replaced since says nothing about the new one.
    if (error instanceof ApiError && error.isSessionLoss && currentSession()?.Handle === handle) loseSession(error.code)
    throw error
  }
}

/** What an answer says: its output, or an ApiError. */
export async function readAnswer<T>(request: Promise<Response>): Promise<T> {
  let response: Response
  let text: string
  try {
    response = await request
    text = await response.text()
  } catch (cause) {
    throw new ApiError(noAnswer, 'The server did not answer.', '', 0, { cause })
  }
  const requestId = response.headers.get('x-amzn-RequestId') ?? ''
  const body = parse(text)
  if (response.ok && body !== undefined) return body as T
  const { __type: code, message } = (body ?? {}) as { __type?: unknown; message?: unknown }
  throw new ApiError(
    typeof code === 'string' ? code : noAnswer,
    typeof message === 'string' ? message : `The server answered with the status ${response.status}.`,
    requestId,
    response.status,
    { sealedReason: response.headers.get('x-keyward-authorization-message') ?? undefined },
  )
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text, (name, member: unknown) =>
      // On the wire a time is in seconds, with a fraction.
      typeof member === 'number' && timestamps.has(name) ? Math.round(member * 1000) : member,
    )
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
