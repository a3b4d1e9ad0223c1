import { randomBytes } from 'node:crypto'
import type { View } from '../directory/view.ts'
import type { Browser, Cookie } from '../domain/browser.ts'
import { limits } from '../domain/limits.ts'
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
