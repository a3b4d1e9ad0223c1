import { operation } from '../../operation.ts'
import { onGroup } from './group.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html */
export const DeleteGroup = operation('iam', 'DeleteGroup', {
  access: 'Write',
  requires: ({ input, caller, view }) => onGroup('iam:DeleteGroup', input.GroupName, caller, view),

  async run({ target, store, fault }) {
    if (await store.groups.hasMembers(target.id))
      throw fault('DeleteConflict', 'Cannot delete entity, must remove users from group first.')
    if ((await store.groupAttachments.of(target.id)).length > 0)
      throw fault('DeleteConflict', 'Cannot delete entity, must detach all policies first.')
    if ((await store.groupPolicies.sizes(target.id)).size > 0)
      throw fault('DeleteConflict', 'Cannot delete entity, must delete policies first.')
    await store.groups.delete(target.id)
    return undefined
  },
})
