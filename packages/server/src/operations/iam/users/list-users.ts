import type { View } from '../../../directory/view.ts'
import type { AccountId, UserId } from '../../../domain/ids.ts'
import { nameKey, userById, usersAfter, usersUnderPathAfter, type ListedUser } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { page, type Position } from '../../paging.ts'
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
      prefix === '/' ? byName(account, view) : underPath(account, prefix, view),
    )
    return { Users: rows.map((user) => describeUser(user, { passwordUsedAt: user.passwordUsedAt })), ...rest }
  },
})

const byName = (account: AccountId, view: View) => ({
  read: ([after]: Position = [''], limit: number) => view.get(usersAfter, { account, after, limit }),
  positionOf: (user: ListedUser): Position => [nameKey(user.name)],
})

const underPath = (account: AccountId, prefix: string, view: View) => ({
  read: ([afterPath, afterName = '']: Position = [''], limit: number) =>
    // Paths are printable ASCII: everything that begins with the prefix sorts before it with this behind.
    view.get(usersUnderPathAfter, { account, from: prefix, to: `${prefix}\u007f`, afterPath, afterName, limit }),
  positionOf: (user: ListedUser): Position => [user.path, nameKey(user.name)],
  // A path may have 512 characters. The marker was sealed for this account: it finds no other's user.
  shortId: {
    of: (user: ListedUser): string => user.id,
    find: (id: string) => view.get(userById, { id: id as UserId }),
  },
})
