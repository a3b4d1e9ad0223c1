import { useSyncExternalStore } from 'react'
import type { Output, Remembered, Session } from '../api/types.ts'

/**
 * Who this page acts for.
 * - `none`: nobody is signed in.
 * - `open`: `session` is.
 * - `ended`: `session` was, and the server has said that it no longer is.
 * - `changed`: another session has taken this browser's cookie, in another tab.
 */
export interface SessionState {
  readonly phase: 'none' | 'open' | 'ended' | 'changed'
  readonly session?: Session | undefined
  readonly remembered?: Remembered | undefined
}

let state: SessionState = { phase: 'none' }
const watchers = new Set<() => void>()
const mourners = new Set<() => void>()

function change(next: SessionState): void {
  state = next
  for (const watcher of watchers) watcher()
}

let server: Pick<Output<'signin', 'Begin'>, 'ApiUrl' | 'Region'> = { ApiUrl: '', Region: '' }

/** What the first request found. */
export function beginSession({ Session, Remembered, ...rest }: Output<'signin', 'Begin'>): void {
  server = rest
  change({ phase: Session ? 'open' : 'none', session: Session, remembered: Remembered })
}

/** Where programs reach the API of this server, for the profiles people copy. */
export function apiServer(): typeof server {
  return server
}

/** Somebody signed in, in this page. */
export function openSession(session: Session): void {
  // What was read or held for one person must not be there for the next.
  if (!isSamePerson(state.session, session)) for (const mourner of mourners) mourner()
  change({ ...state, phase: 'open', session })
}

export function isSamePerson(one: Session | undefined, other: Session): boolean {
  return one?.PrincipalId === other.PrincipalId && one.AccountId === other.AccountId
}

/** The server said so: everything that was read, and every secret on the page, is dropped at once. */
export function loseSession(code: string): void {
  for (const mourner of mourners) mourner()
  change({ ...state, phase: code === 'SessionChanged' ? 'changed' : 'ended' })
}

export function forgetRemembered(): void {
  change({ ...state, remembered: undefined })
}

/** How the console calls somebody: `alice @ acme`; root goes by what the language calls it. */
export function nameAtAccount({ UserName, AccountAlias, AccountId }: Session, root: string): string {
  return `${UserName ?? root} @ ${AccountAlias ?? AccountId}`
}

export function currentSession(): Session | undefined {
  return state.session
}

/** Calls back when the session is lost or passes to somebody else. Returns how to stop. */
export function onSessionLoss(drop: () => void): () => void {
  mourners.add(drop)
  return () => mourners.delete(drop)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(watch, () => state)
}

/** The session of a page that stands behind sign-in; layout/ shows no other. */
export function useSession(): Session {
  const { session } = useSessionState()
  if (!session) throw new Error('no session on a page that needs one')
  return session
}
