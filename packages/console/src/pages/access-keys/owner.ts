import type { Session } from '../../api/types.ts'

/** Whose keys a screen shows, and where its screens are. */
export interface Owner {
  /** Undefined for the root user, whose keys are those of calls without UserName. */
  readonly userName: string | undefined
  /** What the calls are judged on, for the sentences that name it. The server knows a user's path, this does not. */
  readonly arn: string
  /** The page with the Access keys section. */
  readonly home: string
  /** Below it are the wizard and the rotation. */
  readonly base: string
}

/** The person who is signed in, on My security credentials. */
export function oneself({ Arn, UserName }: Session): Owner {
  const home = '/iam/security_credentials'
  return { userName: UserName, arn: Arn, home, base: home }
}

/** A user, on the page of that user. */
export function userOf({ AccountId, UserName, Arn }: Session, userName: string): Owner {
  const base = `/iam/users/details/${encodeURIComponent(userName)}`
  const arn = UserName === userName ? Arn : `arn:aws:iam::${AccountId}:user/${userName}`
  return { userName, arn, home: `${base}?section=security_credentials`, base }
}

/** The part of every call that says whose key it is about: always said, since a session is no key that could say it. */
export function named({ userName }: Owner): { readonly UserName?: string } {
  return userName === undefined ? {} : { UserName: userName }
}

/** The name of a profile that holds a key of this owner. */
export function profileName({ userName }: Owner): string {
  return userName ?? 'root'
}
