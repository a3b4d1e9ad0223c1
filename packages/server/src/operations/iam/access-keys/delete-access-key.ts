import { operation } from '../../operation.ts'
import { onOwner, ownKey } from './access-key.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html */
export const DeleteAccessKey = operation('iam', 'DeleteAccessKey', {
  access: 'Write',
  requires: ({ input, caller, view }) => onOwner('iam:DeleteAccessKey', input.UserName, caller, view),

  async run({ input, target, store }) {
    await store.accessKeys.delete(await ownKey(store, target, input.AccessKeyId))
    return undefined
  },
})
