import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'

/** What is known of a key id that somebody searched for: each has its own sentence. */
export type KeyOwner =
  | { readonly kind: 'user'; readonly userName: string }
  | { readonly kind: 'root' }
  | { readonly kind: 'otherAccount'; readonly account: string }
  | { readonly kind: 'hidden'; readonly action: string }
  | { readonly kind: 'temporary'; readonly account: string }
  | { readonly kind: 'unknown' }

/** The three questions that find an owner, and what only they can refuse. */
export interface Asks {
  /** Whose key it is: a user's name, or the account's id for root's. */
  readonly lastUsed: (id: string) => Promise<string>
  readonly accountOf: (id: string) => Promise<string>
  /** Whether a user of this account has the key. */
  readonly userHas: (id: string) => Promise<boolean>
}

const overTheWire: Asks = {
  lastUsed: async (AccessKeyId) => (await call('iam', 'GetAccessKeyLastUsed', { AccessKeyId })).UserName ?? '',
  accountOf: async (AccessKeyId) => (await call('sts', 'GetAccessKeyInfo', { AccessKeyId })).Account ?? '',
  userHas: async (AccessKeyId) => (await call('keyward', 'SearchUsers', { AccessKeyId })).TotalCount > 0,
}

/** Finds the owner of a whole key id. Refusals are answers here; anything else that goes wrong is thrown. */
export async function ownerOfKey(
  id: string,
  account: string,
  { lastUsed, accountOf, userHas }: Asks = overTheWire,
): Promise<KeyOwner> {
  if (id.startsWith('ASIA')) {
    const found = await answered(accountOf(id))
    if (found instanceof ApiError) return refusal(found, 'sts:GetAccessKeyInfo')
    return { kind: 'temporary', account: found }
  }
  const name = await answered(lastUsed(id))
  if (typeof name === 'string') {
    // Root has no name and answers with the account's id, which is also a name that a user may have.
    if (name !== account || (await answered(userHas(id))) === true) return { kind: 'user', userName: name }
    return { kind: 'root' }
  }
  const found = await answered(accountOf(id))
  if (found instanceof ApiError) return refusal(found, 'iam:GetAccessKeyLastUsed')
  return found === account
    ? { kind: 'hidden', action: 'iam:GetAccessKeyLastUsed' }
    : { kind: 'otherAccount', account: found }
}

function refusal(error: ApiError, action: string): KeyOwner {
  return error.isDenied ? { kind: 'hidden', action } : { kind: 'unknown' }
}

async function answered<T>(answer: Promise<T>): Promise<T | ApiError> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiError && !error.isUncertain && !error.isSessionLoss) return error
    throw error
  }
}
