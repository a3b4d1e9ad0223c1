import type { View } from '../../../directory/view.ts'
import type { Caller } from '../../../domain/caller.ts'
import type { AccountId } from '../../../domain/ids.ts'
import { ServiceError } from '../../../errors.ts'
import { readPolicyArn, attachablePolicy } from '../policies/policy.ts'
import { onUser } from './user.ts'

/** What a condition may ask of a boundary: the one that a call asks for, or the one that the user has. */
const contextOf = (boundary: string | undefined): ReadonlyMap<string, string> =>
  boundary === undefined ? new Map() : new Map([['iam:permissionsboundary', boundary]])

/**
 * `onUser` for what changes a user's permissions. A condition may ask for the boundary that the user has, so that a delegate gives more
 * to bounded users alone.
 */
export function onBoundedUser(action: string, name: string | undefined, caller: Caller, view: View) {
  const on = onUser(action, name, caller, view)
  return { ...on, context: contextOf(on.user?.boundary) }
}

interface RequestedBoundary {
  /** A condition may ask for it. */
  readonly context: ReadonlyMap<string, string>
  /** The ARN of the policy. Throws NoSuchEntity where there is none that this account may use. */
  found(): string | undefined
}

/** The boundary that a call asks for. Throws ValidationError for what is no policy's ARN. */
export function requestedBoundary(arn: string | undefined, account: AccountId, view: View): RequestedBoundary {
  if (arn !== undefined) readPolicyArn(arn)
  return {
    context: contextOf(arn),
    found() {
      // A policy of another account bounds nobody here.
      if (arn === undefined || attachablePolicy(arn, account, view) !== undefined) return arn
      throw new ServiceError('NoSuchEntity', `Scope ARN: ${arn} does not exist or is not attachable.`)
    },
  }
}
