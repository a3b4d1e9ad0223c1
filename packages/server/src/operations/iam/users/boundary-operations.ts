import { operation } from '../../operation.ts'
import { onBoundedUser, requestedBoundary } from './boundary.ts'
import { onUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html */
export const PutUserPermissionsBoundary = operation('iam', 'PutUserPermissionsBoundary', {
  access: 'Permissions management',
  requires({ input, caller, view }) {
    const on = onUser('iam:PutUserPermissionsBoundary', input.UserName, caller, view)
    const { context, found } = requestedBoundary(input.PermissionsBoundary, caller.principal.account, view)
    return { ...on, context, target: () => ({ user: on.target(), boundary: found() }) }
  },

  async run({ target: { user, boundary }, store }) {
    await store.users.bound(user.id, boundary)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html */
export const DeleteUserPermissionsBoundary = operation('iam', 'DeleteUserPermissionsBoundary', {
  access: 'Permissions management',
  requires: ({ input, caller, view }) =>
    onBoundedUser('iam:DeleteUserPermissionsBoundary', input.UserName, caller, view),

  async run({ target, store }) {
    await store.users.bound(target.id, undefined)
    return undefined
  },
})
