import { operation } from '../../operation.ts'
import { onOwner, ownKey } from './access-key.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html */
export const UpdateAccessKey = operation('iam', 'UpdateAccessKey', {
  access: 'Write',
  requires: ({ input, caller, view }) => onOwner('iam:UpdateAccessKey', input.UserName, caller, view),

  async run({ input, target, store, fault }) {
    // `Expired` is in the model's enum and only ever an output.
    if (input.Status !== 'Active' && input.Status !== 'Inactive') {
      throw fault('InvalidInput', `The status ${input.Status} cannot be set: it must be Active or Inactive.`)
    }
    await store.accessKeys.setStatus(await ownKey(store, target, input.AccessKeyId), input.Status)
    return undefined
  },
})
