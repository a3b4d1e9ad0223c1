import type { Row, State, TableName } from './ledger.ts'
import { answerOnGroup } from './naive-groups.ts'
import { authorise } from './naive-rights.ts'
import { arnOf, byText, does, Refused, Rows, text, type Expected, type RowEffect } from './naive-rows.ts'
import { texts, type Call } from './trace.ts'

/** Reads rows and answers, with no cache, no compilation and no code of the house's. */
export function answerNaively(state: State, call: Call, now: number): Expected {
  try {
    return new World(new Rows(state, call, now)).answer()
  } catch (thrown) {
    if (thrown instanceof Refused) return { code: thrown.code }
    throw thrown
  }
}

class World {
  readonly #rows: Rows

  constructor(rows: Rows) {
    this.#rows = rows
  }

  answer(): Expected {
    const rows = this.#rows
    const { action } = rows.call
    const key = rows.one('access_key', rows.call.accessKeyId)
    if (text(key, 'status') !== 'Active') throw new Refused('InvalidClientTokenId')
    const caller = rows.in('iam_user').find((row) => row['id'] === key?.['user_id'])
    if (caller === undefined) throw new Error('the naive evaluator knows users alone')
    const account = text(caller, 'account_id')
    const arn = arnOf(account, 'user', text(caller, 'path'), text(caller, 'name'))
    if (action === 'GetCallerIdentity')
      return { shows: { Arn: [arn], UserId: [text(caller, 'id')], Account: [account] } }
    const may = (resource: string) => authorise(rows, caller, arn, `iam:${action}`, resource)

    if (action === 'SetDefaultPolicyVersion') {
      may(rows.parameter('PolicyArn') ?? '')
      return setDefaultVersion(rows)
    }
    const groupName = rows.parameter('GroupName')
    if (groupName !== undefined) {
      const group = rows.named('iam_group', account, groupName)
      for (const resource of resourcesOf(rows, 'group', account, group)) may(resource)
      return answerOnGroup(rows, account, group)
    }
    const name = rows.parameter('UserName')
    const user = name === undefined ? caller : rows.named('iam_user', account, name)
    if (action === 'ListUsers') {
      may(`arn:aws:iam::${account}:user/`)
      return this.#listUsers(account)
    }
    for (const resource of resourcesOf(rows, 'user', account, user)) may(resource)
    if (action === 'CreateUser') return this.#createUser(account, name ?? '', user)
    if (user === undefined) throw new Refused('NoSuchEntity')
    return this.#onUser(user)
  }

  #listUsers(account: string): Expected {
    const all = this.#rows.in('iam_user').filter((row) => row['account_id'] === account)
    const shown = all.sort(byText('name_key')).slice(0, Number(this.#rows.parameter('MaxItems') ?? 100))
    return {
      shows: {
        UserName: shown.map((row) => text(row, 'name')),
        UserId: shown.map((row) => text(row, 'id')),
        Path: shown.map((row) => text(row, 'path')),
        IsTruncated: [String(shown.length < all.length)],
      },
    }
  }

  #createUser(account: string, name: string, there: Row | undefined): Expected {
    if (there !== undefined) throw new Refused('EntityAlreadyExists')
    const path = this.#rows.parameter('Path') ?? '/'
    return {
      shows: { UserName: [name], Path: [path], Arn: [arnOf(account, 'user', path, name)] },
      ...does(
        { table: 'iam_user', before: undefined, after: { account_id: account, name, path } },
        this.#counted(account, 1),
      ),
    }
  }

  #tagsOf(user: Row): { Key: string[]; Value: string[] } {
    const tags = this.#rows.of('user_tag', text(user, 'id'), 'key_key')
    return { Key: tags.map((row) => text(row, 'key')), Value: tags.map((row) => text(row, 'value')) }
  }

  #onUser(user: Row): Expected {
    const id = text(user, 'id')
    const own = (table: TableName, order = 'owner') => this.#rows.of(table, id, order)
    const keys = own('access_key', 'id')
    const memberships = this.#rows.in('group_member').filter((row) => row['user_id'] === id)
    const policyName = this.#rows.parameter('PolicyName') ?? ''
    const policy = own('user_policy').find((row) => row['name_key'] === policyName.toLowerCase())
    const attachment = own('user_attachment').find((row) => row['policy_arn'] === this.#rows.parameter('PolicyArn'))
    const key = (): Row => {
      const found = keys.find((row) => row['id'] === this.#rows.parameter('AccessKeyId'))
      if (found === undefined) throw new Refused('NoSuchEntity')
      return found
    }
    switch (this.#rows.call.action) {
      case 'GetUser':
        return {
          shows: {
            UserName: [text(user, 'name')],
            UserId: [id],
            Path: [text(user, 'path')],
            PermissionsBoundaryArn: user['boundary'] === null ? [] : [text(user, 'boundary')],
            ...this.#tagsOf(user),
          },
        }
      case 'ListUserTags':
        return { shows: this.#tagsOf(user) }
      case 'ListAccessKeys':
        return {
          shows: {
            AccessKeyId: keys.map((row) => text(row, 'id')),
            Status: keys.map((row) => text(row, 'status')),
            UserName: keys.map(() => text(user, 'name')),
          },
        }
      case 'GetUserPolicy':
        if (policy === undefined) throw new Refused('NoSuchEntity')
        return { shows: { PolicyDocument: [text(policy, 'text')] } }
      case 'UpdateUser': {
        const name = this.#rows.parameter('NewUserName') ?? text(user, 'name')
        const taken = this.#rows.named('iam_user', text(user, 'account_id'), name)
        if (taken !== undefined && taken['id'] !== id) throw new Refused('EntityAlreadyExists')
        const after = { ...user, name, path: this.#rows.parameter('NewPath') ?? text(user, 'path') }
        return does({ table: 'iam_user', before: user, after })
      }
      case 'DeleteUser':
        if (keys.length + memberships.length + own('user_attachment').length + own('user_policy').length > 0)
          throw new Refused('DeleteConflict')
        return does(
          ...own('user_tag').map((before) => ({ table: 'user_tag' as const, before, after: undefined })),
          { table: 'iam_user', before: user, after: undefined },
          this.#counted(text(user, 'account_id'), -1),
        )
      case 'ListGroupsForUser': {
        const isOne = (group: Row) => memberships.some((row) => row['group_id'] === group['id'])
        const groups = this.#rows.in('iam_group').filter(isOne).sort(byText('name_key'))
        return {
          shows: { GroupName: groups.map((row) => text(row, 'name')), GroupId: groups.map((row) => text(row, 'id')) },
        }
      }
      case 'PutUserPermissionsBoundary': {
        const boundary = this.#rows.parameter('PermissionsBoundary') ?? ''
        const isThere = this.#rows.in('managed_policy').some((row) => row['arn'] === boundary)
        if (!isThere && !boundary.startsWith('arn:aws:iam::aws:')) throw new Refused('NoSuchEntity')
        return does({ table: 'iam_user', before: user, after: { ...user, boundary } })
      }
      case 'DeleteUserPermissionsBoundary':
        return does({ table: 'iam_user', before: user, after: { ...user, boundary: null } })
      case 'CreateAccessKey':
        if (keys.length >= 2) throw new Refused('LimitExceeded')
        return {
          shows: { UserName: [text(user, 'name')], Status: ['Active'] },
          ...does({ table: 'access_key', before: undefined, after: { owner: id, status: 'Active' } }),
        }
      case 'UpdateAccessKey': {
        const before = key()
        return does({ table: 'access_key', before, after: { ...before, status: this.#rows.parameter('Status') ?? '' } })
      }
      case 'DeleteAccessKey':
        return does({ table: 'access_key', before: key(), after: undefined })
      case 'PutUserPolicy': {
        const written = { name: policyName, text: this.#rows.parameter('PolicyDocument') ?? '' }
        const after = {
          owner: id,
          name_key: policyName.toLowerCase(),
          ...written,
          name: text(policy ?? written, 'name'),
        }
        return does({ table: 'user_policy', before: policy, after })
      }
      case 'DeleteUserPolicy':
        if (policy === undefined) throw new Refused('NoSuchEntity')
        return does({ table: 'user_policy', before: policy, after: undefined })
      case 'AttachUserPolicy': {
        const after = { owner: id, policy_arn: this.#rows.parameter('PolicyArn') ?? '' }
        return attachment === undefined ? does({ table: 'user_attachment', before: undefined, after }) : does()
      }
      case 'DetachUserPolicy':
        if (attachment === undefined) throw new Refused('NoSuchEntity')
        return does({ table: 'user_attachment', before: attachment, after: undefined })
      case 'TagUser': {
        const [key = '', value = ''] = [
          this.#rows.parameter('Tags.member.1.Key'),
          this.#rows.parameter('Tags.member.1.Value'),
        ]
        const before = own('user_tag').find((row) => row['key_key'] === key.toLowerCase())
        return does({ table: 'user_tag', before, after: { owner: id, key_key: key.toLowerCase(), key, value } })
      }
      default:
        throw new Error(`the naive evaluator does not know ${this.#rows.call.action}`)
    }
  }

  #counted(account: string, by: number): RowEffect {
    const before = this.#rows.one('account', account)
    return { table: 'account', before, after: { ...before, users: Number(before?.['users']) + by } }
  }
}

/** What a call on a user or a group must be allowed on: where it is, or would be, and where it goes. */
function resourcesOf(rows: Rows, kind: 'user' | 'group', account: string, found: Row | undefined): readonly string[] {
  const [word, { action }] = [kind === 'user' ? 'User' : 'Group', rows.call]
  const name = rows.parameter(`${word}Name`) ?? ''
  const missing = arnOf(account, kind, rows.parameter('Path') ?? '/', name)
  const there = found === undefined ? missing : arnOf(account, kind, text(found, 'path'), text(found, 'name'))
  if (action === `Create${word}`) return [missing]
  if (action !== `Update${word}`) return [there]
  const path = rows.parameter('NewPath') ?? (found === undefined ? '/' : text(found, 'path'))
  const newName = rows.parameter(`New${word}Name`) ?? (found === undefined ? name : text(found, 'name'))
  return [there, arnOf(account, kind, path, newName)]
}

function setDefaultVersion(rows: Rows): Expected {
  const policy = rows.in('managed_policy').find((row) => row['arn'] === rows.parameter('PolicyArn'))
  if (policy === undefined) throw new Refused('NoSuchEntity')
  const after = { ...policy, default_version: Number(rows.parameter('VersionId')?.slice(1)) }
  return does({ table: 'managed_policy', before: policy, after })
}

/** Where an answer differs from what was expected of it; undefined where it does not. */
export function difference(call: Call, { code, shows }: Expected): string | undefined {
  const given = texts(call, 'Code')[0]
  if (given !== code) return `answered ${given ?? 'a success'}, not ${code ?? 'a success'}`
  for (const [element, expected] of Object.entries(shows ?? {})) {
    const shown = texts(call, element).map((one) => (element === 'PolicyDocument' ? decodeURIComponent(one) : one))
    if (JSON.stringify(shown) !== JSON.stringify(expected))
      return `shows ${element} ${shown.join()}, not ${expected.join()}`
  }
  return undefined
}
