import type { Browser } from './browser.ts'
import type { AccountId, UserId } from './ids.ts'

/** Who a credential speaks for. */
export type Principal =
  | {
      readonly type: 'Root'
      readonly account: AccountId
      readonly arn: string
      /** Of the account: events of root show it as a name. */
      readonly alias: string | undefined
    }
  | {
      readonly type: 'User'
      readonly account: AccountId
      readonly arn: string
      readonly userId: UserId
      readonly userName: string
    }

/** The unique id of a principal: `AIDA…`, or the account's for root. */
export const uniqueId = (principal: Principal): string =>
  principal.type === 'User' ? principal.userId : principal.account

export interface Caller {
  readonly principal: Principal
  /** `AKIA…` of a key; of a session `ASIA…`, which signs nothing and stands in the trail. */
  readonly accessKeyId: string
  /** For callers by a session, and not by a key of their own. */
  readonly session: SessionFacts | undefined
}

export interface SessionFacts {
  /** Names the session's row. */
  readonly id: string
  /** When its principal was proven: milliseconds since the epoch. */
  readonly provenAt: number
  readonly mfaPresent: boolean
}

/** What proved a caller, as plain data: a change finds the caller by it once more, inside its transaction. `None`: a step of signing in. */
export type Credential =
  | { readonly type: 'AccessKey'; readonly id: string }
  | { readonly type: 'ConsoleSession'; readonly id: string }
  | { readonly type: 'None' }

/** What a call brings besides its input: the same in both judgements of a change. Plain data: it crosses to the writer. */
export interface CallFacts {
  readonly requestId: string
  /** Undefined for a client on a UNIX socket, which has none. */
  readonly sourceIp: string | undefined
  readonly secure: boolean
  readonly userAgent: string | undefined
  readonly referer: string | undefined
  readonly host: string | undefined
  /** The region the call was signed for. */
  readonly region: string
  /** For calls from a page of the console. */
  readonly browser: Browser | undefined
}
