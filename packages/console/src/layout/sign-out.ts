import { call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'

/** Ends the session on the server, and leaves nothing of it in this page or behind Back. */
export async function signOut(): Promise<void> {
  // Ended or unreachable: the page is left in either case, and the sign-in page tells who is still signed in.
  await call('signin', 'SignOut', {}).catch(() => undefined)
  queryClient.clear()
  location.replace('/signin')
}
