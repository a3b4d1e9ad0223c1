import type { Cookie } from '../../domain/browser.ts'
import { limits } from '../../domain/limits.ts'
import type { Remembered } from '../../protocol/types/signin.ts'

/** Whom the sign-in page offers next time: `an-alias/alice`. No secret, and no proof of anything. */
export const rememberedCookie = ({ Account, UserName }: Remembered): Cookie => ({
  name: 'remembered',
  value: `${Account}/${encodeURIComponent(UserName)}`,
  secondsMax: limits.rememberedDuration / 1_000,
})

/** Undefined for what was not written above: anything may stand in a cookie. */
export function readRemembered(cookie: string | undefined): Remembered | undefined {
  const [, Account, name = ''] = /^([a-zA-Z0-9-]{1,63})\/([\w.%@-]{1,192})$/.exec(cookie ?? '') ?? []
  // As encodeURIComponent has them; a lone % would be an error.
  const UserName = name.replaceAll(/%(2B|3D|2C|40)/g, (code) => decodeURIComponent(code))
  return Account === undefined || !/^[\w+=,.@-]{1,64}$/.test(UserName) ? undefined : { Account, UserName }
}
