import { randomBytes } from 'node:crypto'
import type { View } from '../directory/view.ts'
import type { Cookie } from '../domain/browser.ts'
import { limits } from '../domain/limits.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { keysOf } from '../store/access-keys.ts'
import { dataKeys } from '../store/data-keys.ts'
import type { LoginProfile } from '../store/login-profiles.ts'

/** Whose password a browser has given once. Another password makes it worthless. */
interface Device {
  /** The unique id. */
  readonly owner: string
  readonly stamp: string
  /** Random: failures are counted by it. */
  readonly id: string
  readonly until: number
}

const purpose = 'device-cookie'

/** For a browser that has signed in: it is spared the delay that strangers have where many guess, and admitted to nothing. */
export function deviceCookie({ owner, stamp }: LoginProfile, keyRing: KeyRing, view: View): Cookie {
  const id = randomBytes(16).toString('base64url')
  const device: Device = { ...keysOf(owner), stamp, id, until: view.now + limits.deviceDuration }
  const value = keyRing.sealFor(purpose, device, '', view.get(dataKeys, {}))
  return { name: 'device', value, secondsMax: limits.deviceDuration / 1_000 }
}

/** The random id of a device that has given this very password. Undefined for any other. */
export function deviceId(
  cookie: string | undefined,
  { owner, stamp }: LoginProfile,
  keyRing: KeyRing,
  view: View,
): string | undefined {
  if (cookie === undefined) return undefined
  // What opens was sealed above.
  const device = keyRing.openFor(purpose, cookie, '', view.get(dataKeys, {})) as Device | undefined
  if (device === undefined || view.now >= device.until) return undefined
  return device.owner === keysOf(owner).owner && device.stamp === stamp ? device.id : undefined
}
