import { membersAfter, nameKey } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { describeUser } from '../users/user.ts'
import { describeGroup, onGroup } from './group.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html */
export const GetGroup = operation('iam', 'GetGroup', {
  access: 'Read',
  requires: ({ input, caller, view }) => onGroup('iam:GetGroup', input.GroupName, caller, view),

  answer({ input, target, view, means }) {
    const { id, account } = target
    const { rows, rest } = page(
      { operation: 'GetGroup', account, filters: [id], input, view, means },
      {
        read: ([after] = [''], limit) => view.get(membersAfter, { groupId: id, after, limit }),
        positionOf: (user) => [nameKey(user.name)],
      },
    )
    return {
      Group: describeGroup(target),
      Users: rows.map((user) => describeUser(user, { passwordUsedAt: user.passwordUsedAt })),
      ...rest,
    }
  },
})
