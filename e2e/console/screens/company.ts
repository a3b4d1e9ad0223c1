import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { initialise, Server, type Place } from '../../server.ts'
import { manageOwnAccessKeys, manageWithoutTags } from '../../seed-policies.ts'
import { House, password } from '../house.ts'

interface KeyOfCompany {
  readonly age: number
  /** Days since it was used, for which service. Absent: never used. */
  readonly used?: readonly [days: number, service: string]
  readonly description?: string
  readonly inactive?: true
  /** No call of this build makes a key so. */
  readonly expired?: true
}

interface UserOfCompany {
  readonly name: string
  readonly path?: string
  readonly age: number
  readonly keys?: readonly KeyOfCompany[]
  /** The password: days since it was set, and days since it was used. */
  readonly password?: readonly [age: number, used?: number]
  readonly policies?: Readonly<Record<string, string>>
  readonly managed?: readonly string[]
  readonly tags?: Readonly<Record<string, string>>
}

const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword'

const allow = (...Action: string[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })

const staff: readonly UserOfCompany[] = [
  {
    name: 'alice',
    age: 620,
    password: [41, 1],
    keys: [{ age: 41, used: [0.1, 'iam'], description: 'Laptop: release scripts' }],
    policies: { ManageOwnAccessKeys: manageOwnAccessKeys },
    tags: { department: 'Logistics platform' },
  },
  {
    name: 'bruno',
    age: 300,
    password: [88, 6],
    policies: { ManageOwnAccessKeys: manageWithoutTags },
  },
  {
    name: 'haruka.sato',
    path: '/engineering/',
    age: 940,
    password: [12, 0.3],
    keys: [
      { age: 412, used: [95, 'sts'], description: 'Old laptop' },
      { age: 30, used: [0.4, 'iam'], description: 'Laptop since October' },
    ],
    managed: [changePassword],
    policies: { ManageOwnAccessKeys: manageOwnAccessKeys },
    tags: { department: 'Engineering', 'cost-center': '4410' },
  },
  {
    name: 'kenji.mori',
    path: '/engineering/',
    age: 511,
    password: [61, 2],
    keys: [{ age: 127, used: [1.2, 'iam'], description: 'Terraform' }],
    managed: [changePassword],
  },
  { name: 'maria.costa', path: '/finance/', age: 230, password: [75, 3] },
  {
    name: 'emma.lindqvist',
    path: '/finance/',
    age: 402,
    password: [19, 19],
    keys: [{ age: 301, inactive: true, description: 'Spreadsheet import' }],
  },
  {
    name: 'deploy-pipeline',
    path: '/applications/',
    age: 700,
    keys: [{ age: 20, used: [0.01, 'sts'], description: 'CI runner' }],
    tags: { owner: 'haruka.sato', repository: 'parcels/deploy' },
    policies: { AssumeDeployRole: allow('sts:AssumeRole') },
  },
  { name: 'backup-agent', path: '/applications/', age: 260, keys: [{ age: 230, description: 'Nightly backup' }] },
  {
    name: 'metrics-exporter',
    path: '/applications/',
    age: 380,
    keys: [{ age: 380, used: [200, 'sts'], inactive: true, description: 'Exporter on node 3' }],
  },
  {
    name: 'invoice-sync',
    path: '/applications/',
    age: 480,
    keys: [
      { age: 300, used: [0.2, 'sts'], description: 'Invoices' },
      { age: 140, used: [120, 'sts'], inactive: true, description: 'Invoices trial' },
    ],
  },
  {
    name: 'label-printer',
    path: '/applications/warehouse/',
    age: 91,
    keys: [{ age: 91, used: [0.6, 'sts'], description: 'Printers in hall B' }],
  },
  { name: 'tomas.novak', path: '/operations/', age: 88, password: [88], keys: [{ age: 3 }] },
  {
    name: 'fax-gateway',
    path: '/applications/',
    age: 900,
    keys: [{ age: 900, used: [640, 'sts'], expired: true, description: 'Fax gateway' }],
  },
  { name: 'yuki.tanaka', path: '/operations/', age: 2 },
  { name: 'auditor', path: '/external/', age: 33, password: [33, 5], policies: { ListUsers: allow('iam:ListUsers') } },
]

/** Policies of the company's own: what they allow. */
const ownPolicies: Readonly<Record<string, readonly string[]>> = {
  ParcelLabels: ['s3:GetObject', 's3:PutObject'],
  InvoiceArchive: ['s3:GetObject', 's3:ListBucket'],
  EngineeringBoundary: ['s3:*', 'iam:*', 'sts:*'],
}

interface GroupOfCompany {
  readonly name: string
  readonly path?: string
  readonly users?: readonly string[]
  /** Names of the company's own policies. */
  readonly managed?: readonly string[]
  readonly policies?: Readonly<Record<string, string>>
}

const groups: readonly GroupOfCompany[] = [
  {
    name: 'Engineers',
    path: '/engineering/',
    users: ['haruka.sato', 'kenji.mori'],
    managed: ['ParcelLabels'],
    policies: { ReadUsers: allow('iam:GetUser', 'iam:ListUsers') },
  },
  { name: 'Finance', path: '/finance/', users: ['emma.lindqvist'], managed: ['InvoiceArchive'] },
  { name: 'OnCall', users: ['haruka.sato'], managed: ['ParcelLabels'] },
  { name: 'Empty' },
]

const bounded = { user: 'haruka.sato', boundary: 'EngineeringBoundary' } as const

/** What the walks need to know of the company: the access key ids of each user, oldest first. */
export type Company = ReadonlyMap<string, readonly string[]>

/** A company of a dozen, that has been here for years. */
export async function found(browser: Browser): Promise<{ house: House; company: Company }> {
  const flags = ['--account-id', '472589560521', '--root-email', 'it@aozora-parcels.example']
  const place = await initialise({ flags })
  const house = new House(browser, place, await Server.start(place))
  await house.iam.createAccountAlias({ AccountAlias: 'aozora-parcels' })
  const company = new Map<string, readonly string[]>()
  for (const user of staff) company.set(user.name, await hire(house, user))
  await organise(house)
  return { house: await house.restart((at) => age(at, company)), company }
}

async function hire(house: House, user: UserOfCompany): Promise<string[]> {
  const UserName = user.name
  const ids: string[] = []
  await house.iam.createUser({ UserName, Path: user.path, Tags: tagsOf(user.tags) })
  if (user.password) await house.iam.createLoginProfile({ UserName, Password: password })
  for (const key of user.keys ?? []) {
    const { accessKeyId } = await house.addKey(UserName)
    ids.push(accessKeyId)
    if (key.description) await house.iam.tagUser({ UserName, Tags: tagsOf({ [accessKeyId]: key.description }) })
    if (key.inactive) await house.iam.updateAccessKey({ UserName, AccessKeyId: accessKeyId, Status: 'Inactive' })
  }
  for (const [PolicyName, PolicyDocument] of Object.entries(user.policies ?? {})) {
    await house.iam.putUserPolicy({ UserName, PolicyName, PolicyDocument })
  }
  for (const PolicyArn of user.managed ?? []) await house.iam.attachUserPolicy({ UserName, PolicyArn })
  return ids
}

async function organise({ iam }: House): Promise<void> {
  const arns = new Map<string, string>()
  for (const [PolicyName, actions] of Object.entries(ownPolicies)) {
    const made = await iam.createPolicy({ PolicyName, PolicyDocument: allow(...actions) })
    arns.set(PolicyName, made.Policy?.Arn ?? '')
  }
  for (const { name: GroupName, path, users = [], managed = [], policies = {} } of groups) {
    await iam.createGroup({ GroupName, Path: path })
    for (const UserName of users) await iam.addUserToGroup({ GroupName, UserName })
    for (const name of managed) await iam.attachGroupPolicy({ GroupName, PolicyArn: arns.get(name) })
    for (const [PolicyName, PolicyDocument] of Object.entries(policies)) {
      await iam.putGroupPolicy({ GroupName, PolicyName, PolicyDocument })
    }
  }
  const PermissionsBoundary = arns.get(bounded.boundary)
  await iam.putUserPermissionsBoundary({ UserName: bounded.user, PermissionsBoundary })
}

const tagsOf = (tags: Readonly<Record<string, string>> = {}) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

/** Nobody waits for a year: while the server is away, its rows grow old. */
function age({ folder }: Place, company: Company): void {
  const database = new Database(join(folder, 'keyward.db'))
  const now = Date.now()
  const daysAgo = (days: number | undefined) => (days === undefined ? null : Math.round(now - days * 86_400_000))
  const set = (text: string, values: Readonly<Record<string, unknown>>) => database.prepare(text).run(values)
  try {
    database.exec('delete from key_used_recent')
    for (const [at, { name }] of groups.entries()) {
      set('update iam_group set created_at = @created where name = @name', { name, created: daysAgo(820 - 190 * at) })
    }
    for (const { name, age: days, keys = [], password: secret } of staff) {
      const ids = company.get(name) ?? []
      for (const [at, key] of keys.entries()) {
        const id = ids[at]
        set('update access_key set created_at = @at, status = coalesce(@status, status) where id = @id', {
          id,
          at: daysAgo(key.age),
          status: key.expired ? 'Expired' : null,
        })
        if (key.used) {
          const [when, service] = key.used
          set(
            `insert into key_used (key_seq, at, service, region)
             select seq, @at, @service, 'us-east-1' from access_key where id = @id`,
            { id, at: daysAgo(when), service },
          )
        }
      }
      if (secret) {
        const [since, used] = secret
        set(
          `update login_profile set created_at = @set, changed_at = @set, used_at = @used
           where owner = (select id from iam_user where name = @name)`,
          { name, set: daysAgo(since), used: daysAgo(used) },
        )
      }
      const active = keys.filter(({ inactive, expired }) => !inactive && !expired)
      const used = latest(keys.map((key) => key.used?.[0]))
      set(
        `update iam_user set created_at = @created, oldest_key_at = @oldest, idle_key_at = @idle,
           unused_keys = @unused, key_used_at = @used, password_changed_at = @changed, password_used_at = @signedIn,
           active_at = @active where name = @name`,
        {
          name,
          created: daysAgo(days),
          oldest: daysAgo(earliest(active.map((key) => key.age))),
          idle: daysAgo(earliest(active.map((key) => key.used?.[0] ?? key.age))),
          unused: active.filter((key) => key.used === undefined).length || null,
          used: daysAgo(used),
          changed: daysAgo(secret?.[0]),
          signedIn: daysAgo(secret?.[1]),
          active: daysAgo(latest([used, secret?.[1]])),
        },
      )
    }
  } finally {
    database.close()
  }
}

/** The most days among some. */
const earliest = (days: readonly number[]) => (days.length === 0 ? undefined : Math.max(...days))

/** The fewest days among some. */
const latest = (days: readonly (number | undefined)[]) => {
  const known = days.filter((day) => day !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}
