import type { Requirement } from '../../../authz/requirement.ts'
import { limits } from '../../../domain/limits.ts'
import { groupsOfUser, type Group } from '../../../store/groups.ts'
import { nameKey, userByName, type User } from '../../../store/users.ts'
import { operation, type Judging } from '../../operation.ts'
import { page } from '../../paging.ts'
import { noSuchUser, onUser } from '../users/user.ts'
import { describeGroup, onGroup } from './group.ts'

interface Membership {
  readonly group: Group
  readonly user: User
}

/** Judged on the group alone, as on AWS: who may fill a group may put anyone into it. */
function onMembership(
  action: string,
  { input, caller, view }: Judging<{ readonly GroupName: string; readonly UserName: string }>,
): Requirement<Membership> {
  const on = onGroup(action, input.GroupName, caller, view)
  return {
    ...on,
    target() {
      const group = on.target()
      const user = view.get(userByName, { account: group.account, nameKey: nameKey(input.UserName) })
      if (user === undefined) throw noSuchUser(input.UserName)
      return { group, user }
    },
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html */
export const AddUserToGroup = operation('iam', 'AddUserToGroup', {
  access: 'Write',
  requires: (judging) => onMembership('iam:AddUserToGroup', judging),

  async run({ target: { group, user }, store, now, fault }) {
    const others = (await store.groups.ofUser(user.id)).filter(({ id }) => id !== group.id)
    if (others.length >= limits.groupsPerUser)
      throw fault('LimitExceeded', `Cannot exceed quota for GroupsPerUser: ${limits.groupsPerUser}`)
    await store.groups.addMember(group.id, user.id, now)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html */
export const RemoveUserFromGroup = operation('iam', 'RemoveUserFromGroup', {
  access: 'Write',
  requires: (judging) => onMembership('iam:RemoveUserFromGroup', judging),

  async run({ target: { group, user }, store }) {
    // AWS says nothing of a user who was no member.
    await store.groups.removeMember(group.id, user.id)
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html */
export const ListGroupsForUser = operation('iam', 'ListGroupsForUser', {
  access: 'List',
  requires: ({ input, caller, view }) => onUser('iam:ListGroupsForUser', input.UserName, caller, view),

  answer({ input, target, view, means }) {
    const { id, account } = target
    const groups = view.get(groupsOfUser, { userId: id })
    const { rows, rest } = page(
      { operation: 'ListGroupsForUser', account, filters: [id], input, view, means },
      {
        read: ([after] = [''], limit) => groups.filter((group) => nameKey(group.name) > after).slice(0, limit),
        positionOf: (group) => [nameKey(group.name)],
      },
    )
    return { Groups: rows.map(describeGroup), ...rest }
  },
})
