import { groupArn } from '../../../domain/arn.ts'
import { operation } from '../../operation.ts'
import { onGroup } from './group.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html */
export const UpdateGroup = operation('iam', 'UpdateGroup', {
  access: 'Write',
  requires({ input, caller, view }) {
    const source = onGroup('iam:UpdateGroup', input.GroupName, caller, view)
    const path = input.NewPath ?? source.group?.path ?? '/'
    const name = input.NewGroupName ?? source.group?.name ?? input.GroupName
    // A rename is a move: both where the group is and where it goes must be allowed.
    const { action, spokenAs } = source
    return { ...source, further: [{ action, resource: groupArn(caller.principal.account, path, name), spokenAs }] }
  },

  async run({ input, target, store, fault }) {
    const name = input.NewGroupName ?? target.name
    const taken = await store.groups.byName(target.account, name)
    if (taken !== undefined && taken.id !== target.id)
      throw fault('EntityAlreadyExists', `Group with name ${name} already exists.`)
    await store.groups.rename(target.id, { name, path: input.NewPath ?? target.path })
    return undefined
  },
})
