import { accountOfKeyId } from '../../domain/ids.ts'
import { accessKeyById } from '../../store/access-keys.ts'
import { accountById } from '../../store/accounts.ts'
import { operation } from '../operation.ts'

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html */
export const GetAccessKeyInfo = operation('sts', 'GetAccessKeyInfo', {
  access: 'Read',
  requires: () => ({ action: 'sts:GetAccessKeyInfo', resource: '*', spokenAs: undefined, target: () => undefined }),

  answer({ input, view, fault }) {
    const id = input.AccessKeyId
    // Temporary keys are in no list: their id tells the account. Long-term keys are found by record, whatever their status.
    const decoded = id.startsWith('ASIA') ? accountOfKeyId(id) : undefined
    const account = id.startsWith('ASIA')
      ? decoded && view.get(accountById, { id: decoded })?.id
      : view.get(accessKeyById, { id })?.owner.account
    if (account === undefined) throw fault('ValidationError', `The access key with id ${id} does not exist.`)
    return { Account: account }
  },
})
