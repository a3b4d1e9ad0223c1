import type { View } from '../../../directory/view.ts'
import type { Caller } from '../../../domain/caller.ts'
import { onUser } from './user.ts'

/** What policies call the boundary that a call asks for, or that the user has now. */
const boundaryKey = 'iam:permissionsboundary'

/** The context of a call that asks for a boundary; of none where it asks for none. */
export const requestedBoundary = (arn: string | undefined): ReadonlyMap<string, string> =>
  arn === undefined ? new Map() : new Map([[boundaryKey, arn]])

/**
 * `onUser` for what changes a user's permissions: a condition may ask for the boundary the user has, so that a delegate gives more to
 * bounded users alone.
 */
export function onBoundedUser(action: string, name: string | undefined, caller: Caller, view: View) {
  const on = onUser(action, name, caller, view)
  return { ...on, context: requestedBoundary(on.user?.boundary) }
}
