import type { AccessKeyId, AccountId, UserId } from './ids.ts'

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

export interface Caller {
  readonly principal: Principal
  readonly accessKeyId: AccessKeyId
}

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
}
