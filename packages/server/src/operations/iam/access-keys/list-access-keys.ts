import { accessKeysByOwner, keysOf } from '../../../store/access-keys.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { describeAccessKey, onOwner } from './access-key.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html */
export const ListAccessKeys = operation('iam', 'ListAccessKeys', {
  access: 'List',
  requires: ({ input, caller, view }) => onOwner('iam:ListAccessKeys', input.UserName, caller, view),

  answer({ input, target, view, means }) {
    const keys = view.get(accessKeysByOwner, keysOf(target))
    const { rows, rest } = page(
      { operation: 'ListAccessKeys', account: target.account, filters: [target.userId ?? ''], input, view, means },
      {
        read: ([after] = [''], limit) => keys.filter((key) => key.id > after).slice(0, limit),
        positionOf: (key) => [key.id],
      },
    )
    return { AccessKeyMetadata: rows.map((key) => describeAccessKey(key, target)), ...rest }
  },
})
