import type { Requirement } from '../../../authz/requirement.ts'
import type { View } from '../../../directory/view.ts'
import { groupArn } from '../../../domain/arn.ts'
import type { Caller } from '../../../domain/caller.ts'
import { ServiceError } from '../../../errors.ts'
import type { Group as GroupShape } from '../../../protocol/types/iam.ts'
import { groupByName, type Group } from '../../../store/groups.ts'
import { nameKey } from '../../../store/users.ts'

const groupArnOf = (group: Group): string => groupArn(group.account, group.path, group.name)

/** A group as IAM shows it. */
export const describeGroup = (group: Group): GroupShape => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: groupArnOf(group),
  CreateDate: group.createdAt,
})

/**
 * An action on the group of this name. Judged on the stored ARN; where there is no such group, on the ARN it would have, so that only
 * those who may learn that it is missing.
 */
export function onGroup(
  action: string,
  name: string,
  caller: Caller,
  view: View,
): Requirement<Group> & { readonly group: Group | undefined } {
  const { account } = caller.principal
  const group = view.get(groupByName, { account, nameKey: nameKey(name) })
  return {
    group,
    action,
    resource: group === undefined ? groupArn(account, '/', name) : groupArnOf(group),
    spokenAs: `group ${name}`,
    target: () => {
      if (group === undefined) throw new ServiceError('NoSuchEntity', `The group with name ${name} cannot be found.`)
      return group
    },
  }
}
