import { limits } from '../../../domain/limits.ts'
import { groupsAfter } from '../../../store/groups.ts'
import { nameKey } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { describeGroup } from './group.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html */
export const ListGroups = operation('iam', 'ListGroups', {
  access: 'List',
  requires({ input, caller }) {
    const arn = `arn:aws:iam::${caller.principal.account}:group${input.PathPrefix ?? '/'}`
    return { action: 'iam:ListGroups', resource: arn, spokenAs: arn, target: () => undefined }
  },

  answer({ input, caller, view, means }) {
    const { account } = caller.principal
    const prefix = input.PathPrefix ?? '/'
    // An account has few: a page under a path is picked from all that follow.
    const under = (after: string) =>
      view
        .get(groupsAfter, { account, after, limit: limits.groupsPerAccount })
        .filter((group) => group.path.startsWith(prefix))
    const { rows, rest } = page(
      { operation: 'ListGroups', account, filters: [prefix], input, view, means },
      {
        read: ([after] = [''], limit) => under(after).slice(0, limit),
        positionOf: (group) => [nameKey(group.name)],
      },
    )
    return { Groups: rows.map(describeGroup), ...rest }
  },
})
