import { call, readAnswer } from '../api/call.ts'
import type { Output } from '../api/types.ts'

export type Begun = Output<'signin', 'Begin'>

/** Who is signed in, and whom this browser remembers. The first time the answer is that of the request start.ts has sent. */
export async function begin(): Promise<Begun> {
  const sent = window.keywardBegin
  window.keywardBegin = undefined
  return sent ? await readAnswer<Begun>(sent) : await call('signin', 'Begin', {})
}
