import { operation } from '../../operation.ts'
import { onUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html */
export const DeleteUser = operation('iam', 'DeleteUser', {
  access: 'Write',
  requires: ({ input, caller, view }) => onUser('iam:DeleteUser', input.UserName, caller, view),

  async run({ target, store, fault }) {
    const owner = { account: target.account, userId: target.id }
    if ((await store.accessKeys.of(owner)).length > 0)
      throw fault('DeleteConflict', 'Cannot delete entity, must delete access keys first.')
    if ((await store.loginProfiles.of(owner)) !== undefined)
      throw fault('DeleteConflict', 'Cannot delete entity, must delete login profile first.')
    if ((await store.groups.ofUser(target.id)).length > 0)
      throw fault('DeleteConflict', 'Cannot delete entity, must remove users from group first.')
    if ((await store.userAttachments.of(target.id)).length > 0)
      throw fault('DeleteConflict', 'Cannot delete entity, must detach all policies first.')
    if ((await store.userPolicies.sizes(target.id)).size > 0)
      throw fault('DeleteConflict', 'Cannot delete entity, must delete policies first.')
    await store.users.delete(target.id)
    await store.accounts.countUserOut(target.account)
    return undefined
  },
})
