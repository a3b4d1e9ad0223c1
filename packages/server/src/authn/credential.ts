import type { View } from '../directory/view.ts'
import type { Caller, Credential } from '../domain/caller.ts'
import { liveSession, sessionCaller } from './console-session.ts'
import { activeKey, findCaller } from './find-caller.ts'

/** The caller that a credential speaks for now: nothing of an earlier judgement enters. Undefined for a step of signing in. */
export function callerOf(credential: Credential, view: View): Caller | undefined {
  switch (credential.type) {
    case 'AccessKey':
      return findCaller(activeKey(credential.id, view), view)
    case 'ConsoleSession':
      return sessionCaller(liveSession(credential.id, view), view)
    case 'None':
      return undefined
    default:
      return credential satisfies never
  }
}
