import { randomBytes } from 'node:crypto'
import type { View } from '../directory/view.ts'
import type { Browser, Cookie } from '../domain/browser.ts'
import { limits } from '../domain/limits.ts'
import { ServiceError } from '../errors.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import type { KeyOwner } from '../store/access-keys.ts'
import { dataKeys } from '../store/data-keys.ts'

/** Signing in that has come as far as a right password, and not to its end. */
interface Attempt {
  /** By the unique id: a name may have gone to another. */
  readonly principal: KeyOwner
  /** What was typed, for the memory of the browser. */
  readonly account: string | undefined
  readonly step: 'ChangePassword'
  /** Of the password that was right. Another one ends the attempt, and so does the new one it leads to: it is used once. */
  readonly stamp: string
}

type Sealed = Attempt & { readonly until: number }

const purpose = 'sign-in-attempt'

/** Sealed together with the page's address and what the browser alone holds: elsewhere, it does not open. */
const contextOf = ({ origin }: Browser, nonce: string): string => JSON.stringify([origin, nonce])

/** What the page hands back with the next step, and the cookie that stays in the browser. */
export function sealAttempt(
  attempt: Attempt,
  browser: Browser,
  keyRing: KeyRing,
  view: View,
): { text: string; cookie: Cookie } {
  const nonce = randomBytes(16).toString('base64url')
  const sealed: Sealed = { ...attempt, until: view.now + limits.signInAttemptDuration }
  return {
    text: keyRing.sealFor(purpose, sealed, contextOf(browser, nonce), view.get(dataKeys, {})),
    cookie: { name: 'attempt', value: nonce, secondsMax: limits.signInAttemptDuration / 1_000 },
  }
}

export const attemptEnded = () =>
  new ServiceError('AttemptEnded', 'Signing in took too long or was begun elsewhere. Sign in again.')

/** Throws AttemptEnded for one that expired, was begun in another browser or at another address, or is at another step. */
export function openAttempt(
  text: string,
  step: Attempt['step'],
  browser: Browser,
  keyRing: KeyRing,
  view: View,
): Attempt {
  const { attempt: nonce } = browser
  if (nonce === undefined) throw attemptEnded()
  // What opens was sealed above.
  const sealed = keyRing.openFor(purpose, text, contextOf(browser, nonce), view.get(dataKeys, {})) as Sealed | undefined
  if (sealed === undefined || view.now >= sealed.until || sealed.step !== step) throw attemptEnded()
  return sealed
}
