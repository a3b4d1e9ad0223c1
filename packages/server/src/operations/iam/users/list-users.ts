import { nameKey, usersAfter, usersUnderPathAfter } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { describeUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html */
export const ListUsers = operation('iam', 'ListUsers', {
  access: 'List',
  requires({ input, caller }) {
    const arn = `arn:aws:iam::${caller.principal.account}:user${input.PathPrefix ?? '/'}`
    return { action: 'iam:ListUsers', resource: arn, spokenAs: arn, target: () => undefined }
  },

  answer({ input, caller, view, means }) {
    const { account } = caller.principal
    const prefix = input.PathPrefix ?? '/'
    const { rows, rest } = page(
      { operation: 'ListUsers', account, filters: [prefix], input, view, means },
      (after, limit) => {
        if (prefix === '/') return view.get(usersAfter, { account, after: after?.[0] ?? '', limit })
        // Paths are printable ASCII: everything that begins with the prefix sorts before it with this behind.
        const to = `${prefix}\u007f`
        const [afterPath = '', afterName = ''] = after ?? []
        return view.get(usersUnderPathAfter, { account, from: prefix, to, afterPath, afterName, limit })
      },
      (user) => (prefix === '/' ? [nameKey(user.name)] : [user.path, nameKey(user.name)]),
    )
    return { Users: rows.map((user) => describeUser(user)), ...rest }
  },
})
