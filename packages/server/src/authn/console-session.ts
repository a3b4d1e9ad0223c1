import type { View } from '../directory/view.ts'
import type { Browser } from '../domain/browser.ts'
import type { Caller } from '../domain/caller.ts'
import { ServiceError } from '../errors.ts'
import { consoleSessionById, type ConsoleSession } from '../store/console-sessions.ts'
import { principalOf } from './find-caller.ts'

const ended = () => new ServiceError('SessionEnded', 'Your session has ended. Sign in again.')

/** The session of a page, now. Throws SessionEnded, and SessionChanged where another has taken its place in the browser. */
export function sessionOf({ sessionId, handle }: Browser, view: View): ConsoleSession {
  if (sessionId === undefined) throw ended()
  const session = liveSession(sessionId, view)
  if (session.handle !== handle) {
    throw new ServiceError(
      'SessionChanged',
      'This page was opened in another session than the one of your browser now.',
    )
  }
  return session
}

/** Throws SessionEnded. */
export function liveSession(id: string, view: View): ConsoleSession {
  const session = view.get(consoleSessionById, { id })
  if (session === undefined || view.now >= session.endsAt) throw ended()
  return session
}

/** Whom a session speaks for. */
export const sessionCaller = (session: ConsoleSession, view: View): Caller => ({
  principal: principalOf(session, view),
  accessKeyId: session.accessKeyId,
  session: { id: session.id, provenAt: session.provenAt, mfaPresent: session.mfaAt !== undefined },
})
