import { userArn } from '../../../domain/arn.ts'
import { operation } from '../../operation.ts'
import { onUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html */
export const UpdateUser = operation('iam', 'UpdateUser', {
  access: 'Write',
  requires({ input, caller, view }) {
    const source = onUser('iam:UpdateUser', input.UserName, caller, view)
    const path = input.NewPath ?? source.user?.path ?? '/'
    const name = input.NewUserName ?? source.user?.name ?? input.UserName
    // A rename is a move: both where the user is and where it goes must be allowed.
    const { action, spokenAs } = source
    return { ...source, further: [{ action, resource: userArn(caller.principal.account, path, name), spokenAs }] }
  },

  async run({ input, target, store, fault }) {
    const name = input.NewUserName ?? target.name
    const taken = await store.users.byName(target.account, name)
    if (taken !== undefined && taken.id !== target.id) {
      throw fault('EntityAlreadyExists', `User with name ${name} already exists.`)
    }
    await store.users.rename(target.id, { name, path: input.NewPath ?? target.path })
    return undefined
  },
})
