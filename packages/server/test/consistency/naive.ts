import { evaluateNaively } from '../../../policy/test/model/evaluate.ts'
import type { Effect, Row, State, TableName } from './ledger.ts'
import { texts, type Call } from './trace.ts'

/** What a call must be answered over one state: a code, or the texts of these elements, and what it must do to the rows. */
export interface Expected {
  readonly code?: string
  readonly shows?: Readonly<Record<string, readonly string[]>>
  readonly does?: readonly string[]
}

type RowEffect = Pick<Effect, 'before' | 'after'> & { readonly table: TableName }

/** Reads rows and answers, with no cache, no compilation and no code of the house's. */
export function answerNaively(state: State, call: Call, now: number): Expected {
  try {
    return new World(state, call, now).answer()
  } catch (thrown) {
    if (thrown instanceof Refused) return { code: thrown.code }
    throw thrown
  }
}

class Refused {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

const text = (row: Row | undefined, column: string): string => String(row?.[column])
const byText = (column: string) => (a: Row, b: Row) => (text(a, column) < text(b, column) ? -1 : 1)
const arnOf = (account: string, path: string, name: string) => `arn:aws:iam::${account}:user${path}${name}`
const administratorArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
const allowAll = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }

class World {
  readonly #state: State
  readonly #call: Call
  readonly #now: number

  constructor(state: State, call: Call, now: number) {
    this.#state = state
    this.#call = call
    this.#now = now
  }

  answer(): Expected {
    const { action } = this.#call
    const key = this.#state.tables.access_key.get(this.#call.accessKeyId)
    if (text(key, 'status') !== 'Active') throw new Refused('InvalidClientTokenId')
    const caller = this.#rows('iam_user').find((row) => row['id'] === key?.['user_id'])
    if (caller === undefined) throw new Error('the naive evaluator knows users alone')
    const account = text(caller, 'account_id')
    const arn = arnOf(account, text(caller, 'path'), text(caller, 'name'))
    if (action === 'GetCallerIdentity')
      return { shows: { Arn: [arn], UserId: [text(caller, 'id')], Account: [account] } }

    const name = this.#parameter('UserName')
    const user =
      name === undefined
        ? caller
        : this.#rows('iam_user').find((row) => row['name_key'] === name.toLowerCase() && row['account_id'] === account)
    const target = user && arnOf(account, text(user, 'path'), text(user, 'name'))
    const missing = arnOf(account, this.#parameter('Path') ?? '/', name ?? '')
    const resources =
      action === 'ListUsers'
        ? [`arn:aws:iam::${account}:user/`]
        : [action === 'CreateUser' ? missing : (target ?? missing)]
    if (action === 'UpdateUser') {
      const path = this.#parameter('NewPath') ?? (user === undefined ? '/' : text(user, 'path'))
      const newName = this.#parameter('NewUserName') ?? (user === undefined ? (name ?? '') : text(user, 'name'))
      resources.push(arnOf(account, path, newName))
    }
    for (const resource of resources) this.#authorise(caller, arn, `iam:${action}`, resource)
    if (action === 'ListUsers') return this.#listUsers(account)
    if (action === 'CreateUser') return this.#createUser(account, name ?? '', user)
    if (user === undefined) throw new Refused('NoSuchEntity')
    return this.#onUser(user)
  }

  #authorise(caller: Row, arn: string, action: string, resource: string): void {
    const id = caller['id']
    const attached = this.#rows('user_attachment').filter((row) => row['owner'] === id)
    const inline = this.#rows('user_policy').filter((row) => row['owner'] === id)
    // A policy that is referred to and has no body: no answer, never "no policy".
    if (inline.some((row) => !inline.some((other) => other['name_key'] === text(row, 'name').toLowerCase()))) {
      throw new Refused('InternalFailure')
    }
    const policies = [
      ...inline.map((row) => JSON.parse(text(row, 'text')) as object),
      ...attached.map((row) => (row['policy_arn'] === administratorArn ? allowAll : {})),
    ]
    const context = {
      'aws:username': text(caller, 'name'),
      'aws:PrincipalArn': arn,
      'aws:CurrentTime': new Date(this.#now).toISOString(),
    }
    if (evaluateNaively(policies, { action, resource, context }).effect !== 'Allow') throw new Refused('AccessDenied')
  }

  #listUsers(account: string): Expected {
    const all = this.#rows('iam_user').filter((row) => row['account_id'] === account)
    const shown = all.sort(byText('name_key')).slice(0, Number(this.#parameter('MaxItems') ?? 100))
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
    const path = this.#parameter('Path') ?? '/'
    return {
      shows: { UserName: [name], Path: [path], Arn: [arnOf(account, path, name)] },
      does: this.#effects(
        { table: 'iam_user', before: undefined, after: { account_id: account, name, path } },
        this.#counted(account, 1),
      ),
    }
  }

  #tagsOf(user: Row): { Key: string[]; Value: string[] } {
    const tags = this.#rows('user_tag').filter((row) => row['owner'] === user['id'])
    tags.sort(byText('key_key'))
    return { Key: tags.map((row) => text(row, 'key')), Value: tags.map((row) => text(row, 'value')) }
  }

  #onUser(user: Row): Expected {
    const id = text(user, 'id')
    const own = (table: TableName) => this.#rows(table).filter((row) => row['owner'] === id)
    const keys = own('access_key').sort(byText('id'))
    const policyName = this.#parameter('PolicyName') ?? ''
    const policy = own('user_policy').find((row) => row['name_key'] === policyName.toLowerCase())
    const attachment = own('user_attachment').find((row) => row['policy_arn'] === this.#parameter('PolicyArn'))
    const does = (...effects: RowEffect[]): Expected => ({ does: this.#effects(...effects) })
    const key = (): Row => {
      const found = keys.find((row) => row['id'] === this.#parameter('AccessKeyId'))
      if (found === undefined) throw new Refused('NoSuchEntity')
      return found
    }
    switch (this.#call.action) {
      case 'GetUser':
        return {
          shows: { UserName: [text(user, 'name')], UserId: [id], Path: [text(user, 'path')], ...this.#tagsOf(user) },
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
        const name = this.#parameter('NewUserName') ?? text(user, 'name')
        const taken = this.#rows('iam_user').find(
          (row) => row['account_id'] === user['account_id'] && row['name_key'] === name.toLowerCase(),
        )
        if (taken !== undefined && taken['id'] !== id) throw new Refused('EntityAlreadyExists')
        const after = { ...user, name, path: this.#parameter('NewPath') ?? text(user, 'path') }
        return does({ table: 'iam_user', before: user, after })
      }
      case 'DeleteUser':
        if (keys.length + own('user_attachment').length + own('user_policy').length > 0)
          throw new Refused('DeleteConflict')
        return does(
          ...own('user_tag').map((before) => ({ table: 'user_tag' as const, before, after: undefined })),
          { table: 'iam_user', before: user, after: undefined },
          this.#counted(text(user, 'account_id'), -1),
        )
      case 'CreateAccessKey':
        if (keys.length >= 2) throw new Refused('LimitExceeded')
        return {
          shows: { UserName: [text(user, 'name')], Status: ['Active'] },
          ...does({ table: 'access_key', before: undefined, after: { owner: id, status: 'Active' } }),
        }
      case 'UpdateAccessKey': {
        const before = key()
        return does({ table: 'access_key', before, after: { ...before, status: this.#parameter('Status') ?? '' } })
      }
      case 'DeleteAccessKey':
        return does({ table: 'access_key', before: key(), after: undefined })
      case 'PutUserPolicy': {
        const written = { name: policyName, text: this.#parameter('PolicyDocument') ?? '' }
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
        const after = { owner: id, policy_arn: this.#parameter('PolicyArn') ?? '' }
        return attachment === undefined ? does({ table: 'user_attachment', before: undefined, after }) : does()
      }
      case 'DetachUserPolicy':
        if (attachment === undefined) throw new Refused('NoSuchEntity')
        return does({ table: 'user_attachment', before: attachment, after: undefined })
      case 'TagUser': {
        const [key = '', value = ''] = [this.#parameter('Tags.member.1.Key'), this.#parameter('Tags.member.1.Value')]
        const before = own('user_tag').find((row) => row['key_key'] === key.toLowerCase())
        return does({ table: 'user_tag', before, after: { owner: id, key_key: key.toLowerCase(), key, value } })
      }
      default:
        throw new Error(`the naive evaluator does not know ${this.#call.action}`)
    }
  }

  #counted(account: string, by: number): RowEffect {
    const before = this.#state.tables.account.get(account)
    return { table: 'account', before, after: { ...before, users: Number(before?.['users']) + by } }
  }

  #effects(...effects: readonly RowEffect[]): readonly string[] {
    return effects.flatMap((effect) => describeEffect(effect)).sort()
  }

  #parameter(name: string): string | undefined {
    return this.#call.parameters[name]
  }

  #rows(table: TableName): Row[] {
    return [...this.#state.tables[table].values()]
  }
}

/** What of a row is neither minted nor measured. */
const told: Readonly<Record<TableName, readonly string[]>> = {
  account: ['users'],
  iam_user: ['account_id', 'name', 'path'],
  user_tag: ['owner', 'key', 'value'],
  user_policy: ['owner', 'name', 'text'],
  user_attachment: ['owner', 'policy_arn'],
  access_key: ['owner', 'status'],
}

/** One line of what happened to a row; nothing where it stayed the same. */
export function describeEffect({ table, before, after }: RowEffect): readonly string[] {
  const side = (row: Row | undefined) => row && JSON.stringify(told[table].map((column) => row[column]))
  const [from, to] = [side(before), side(after)]
  const which = before === undefined ? '' : ` ${before['id'] ?? ''}`
  return from === to ? [] : [`${table}${which} ${from ?? 'nothing'} -> ${to ?? 'nothing'}`]
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
