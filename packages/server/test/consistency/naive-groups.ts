import type { Row } from './ledger.ts'
import { arnOf, byText, does, Refused, text, type Expected, type Rows } from './naive-rows.ts'

/** What a call on a group must be answered, once its caller may. `group` is the one of the name that it gives. */
export function answerOnGroup(rows: Rows, account: string, group: Row | undefined): Expected {
  const name = rows.parameter('GroupName') ?? ''
  if (rows.call.action === 'CreateGroup') {
    if (group !== undefined) throw new Refused('EntityAlreadyExists')
    const path = rows.parameter('Path') ?? '/'
    return {
      shows: { GroupName: [name], Path: [path], Arn: [arnOf(account, 'group', path, name)] },
      ...does({ table: 'iam_group', before: undefined, after: { account_id: account, name, path } }),
    }
  }
  if (group === undefined) throw new Refused('NoSuchEntity')
  return onGroup(rows, group)
}

function onGroup(rows: Rows, group: Row): Expected {
  const id = text(group, 'id')
  const account = text(group, 'account_id')
  const policyName = rows.parameter('PolicyName') ?? ''
  const policies = rows.of('group_policy', id, 'name_key')
  const policy = policies.find((row) => row['name_key'] === policyName.toLowerCase())
  const attached = rows.of('group_attachment', id, 'policy_arn')
  const attachment = attached.find((row) => row['policy_arn'] === rows.parameter('PolicyArn'))
  const members = rows.in('group_member').filter((row) => row['group_id'] === id)
  const membership = () => {
    const user = rows.named('iam_user', account, rows.parameter('UserName') ?? '')
    if (user === undefined) throw new Refused('NoSuchEntity')
    const after = { user_id: text(user, 'id'), group_id: id }
    return { table: 'group_member' as const, before: members.find((row) => row['user_id'] === user['id']), after }
  }
  switch (rows.call.action) {
    case 'GetGroup': {
      const isMember = (user: Row) => members.some((row) => row['user_id'] === user['id'])
      const users = rows.in('iam_user').filter(isMember).sort(byText('name_key'))
      return {
        shows: { GroupName: [text(group, 'name')], GroupId: [id], UserName: users.map((user) => text(user, 'name')) },
      }
    }
    case 'UpdateGroup': {
      const name = rows.parameter('NewGroupName') ?? text(group, 'name')
      const taken = rows.named('iam_group', account, name)
      if (taken !== undefined && taken['id'] !== id) throw new Refused('EntityAlreadyExists')
      const after = { ...group, name, path: rows.parameter('NewPath') ?? text(group, 'path') }
      return does({ table: 'iam_group', before: group, after })
    }
    case 'DeleteGroup':
      if (members.length + policies.length + attached.length > 0) throw new Refused('DeleteConflict')
      return does({ table: 'iam_group', before: group, after: undefined })
    case 'AddUserToGroup':
      return does(membership())
    case 'RemoveUserFromGroup': {
      const { table, before } = membership()
      return does({ table, before, after: undefined })
    }
    case 'PutGroupPolicy': {
      const written = { name: policyName, text: rows.parameter('PolicyDocument') ?? '' }
      const after = { owner: id, ...written, name: text(policy ?? written, 'name') }
      return does({ table: 'group_policy', before: policy, after })
    }
    case 'DeleteGroupPolicy':
      if (policy === undefined) throw new Refused('NoSuchEntity')
      return does({ table: 'group_policy', before: policy, after: undefined })
    case 'AttachGroupPolicy': {
      const after = { owner: id, policy_arn: rows.parameter('PolicyArn') ?? '' }
      return does({ table: 'group_attachment', before: attachment, after })
    }
    case 'DetachGroupPolicy':
      if (attachment === undefined) throw new Refused('NoSuchEntity')
      return does({ table: 'group_attachment', before: attachment, after: undefined })
    default:
      throw new Error(`the naive evaluator does not know ${rows.call.action}`)
  }
}
