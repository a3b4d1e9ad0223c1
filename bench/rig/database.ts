import { createHash, hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { initialise, folderPlace, parseAccountId, systemClock, type AccountId } from '@keyward/server'
import { KeyRing } from '../../packages/server/src/secrets/key-ring.ts'
import { readMasterKeys } from '../../packages/server/src/secrets/master-key.ts'
import { Secret } from '../../packages/server/src/domain/secret.ts'
import { secretContext } from '../../packages/server/src/store/access-keys.ts'
import type { AccessKeyId } from '../../packages/server/src/domain/ids.ts'
import { temporaryFolder } from './process.ts'
import type { Credentials } from './requests.ts'
import { settings } from './settings.ts'

/** A data folder with many users, all of one account. */
export interface Population {
  readonly folder: string
  readonly administrator: Credentials
  /** User number `index`, from 0. */
  userName(index: number): string
  /** Key `slot` (1 or 2) of a user. */
  credentials(index: number, slot?: number): Credentials
}

export interface Size {
  readonly users: number
  readonly keysEach: 0 | 1 | 2
  /** Each user is in ten groups and has twenty managed policies attached: ten of its own, ten of its groups. */
  readonly manyPolicies?: true
}

// What a user needs to look after its own keys, as AWS's documentation words it, shortened.
const ownKeys = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ManageOwnAccessKeys',
      Effect: 'Allow',
      Action: ['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:ListAccessKeys', 'iam:UpdateAccessKey'],
      Resource: 'arn:aws:iam::*:user/${aws:username}',
    },
  ],
})

const account = accountId('123456789012')

/** Makes the folder, or takes the one an earlier row or run made. Rows that change it ask for a `fresh` one. */
export async function populate(size: Size, { fresh = false }: { fresh?: boolean } = {}): Promise<Population> {
  const name = `${size.users}-users-${size.keysEach}-keys${size.manyPolicies ? '-many-policies' : ''}`
  const known = fresh ? undefined : populated.get(name)
  const made = known ?? make(size, name, fresh)
  if (!fresh) populated.set(name, made)
  return made
}
const populated = new Map<string, Promise<Population>>()

async function make(size: Size, name: string, fresh: boolean): Promise<Population> {
  const keep = settings.keepIn
  if (keep === undefined || fresh || size.users < 100_000) {
    return fill(join(temporaryFolder(name), 'data'), size)
  }
  // Made by these very lines and these tables, or made anew.
  const version = hash('sha256', readFileSync(import.meta.filename) + readMigrations(), 'hex').slice(0, 12)
  const folder = join(keep, `${name}-${version}`)
  if (!existsSync(folder)) {
    mkdirSync(keep, { recursive: true })
    await fill(`${folder}.new`, size)
    renameSync(`${folder}.new`, folder)
  }
  return populationOf(folder)
}

function readMigrations(): string {
  const folder = join(import.meta.dirname, '../../packages/server/src/store/migrations')
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('')
}

/** Writes the rows themselves, in one transaction: a million users through the front door would take an hour. */
async function fill(folder: string, { users, keysEach, manyPolicies }: Size): Promise<Population> {
  const place = folderPlace(folder)
  const made = await initialise(place, { accountId: account, administrator: true, rootAccessKey: false }, systemClock)
  const database = new Database(join(folder, 'keyward.db'))
  database.pragma('journal_mode = DELETE')
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -1048576')
  const keyRing = new KeyRing(() => readMasterKeys(place.masterKeyFile))
  const dataKeys = database
    .prepare('select id, wrapped, created_at as createdAt, retired_at as retiredAt from data_key')
    .all() as { id: string; wrapped: string; createdAt: number; retiredAt: number | null }[]
  const at = Date.now()
  const insertUser = database.prepare(
    'insert into iam_user (id, account_id, name, name_key, path, created_at) values (?, ?, ?, ?, ?, ?)',
  )
  const insertPolicy = database.prepare(
    'insert into user_policy (owner, name_key, name, text, hash, size) values (?, ?, ?, ?, ?, ?)',
  )
  const insertKey = database.prepare(
    'insert into access_key (id, account_id, owner, user_id, slot, status, secret, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const policyHash = createHash('sha256').update(ownKeys).digest('hex')
  database.transaction(() => {
    for (let index = 0; index < users; index++) {
      const id = userId(index)
      const name = userName(index)
      insertUser.run(id, account, name, name, '/', at)
      insertPolicy.run(id, 'manageownaccesskeys', 'ManageOwnAccessKeys', ownKeys, policyHash, ownKeys.length)
      for (let slot = 1; slot <= keysEach; slot++) {
        const { accessKeyId, secretAccessKey } = credentialsOf(index, slot)
        // The id was just made in the form that ids have.
        const context = secretContext(accessKeyId as AccessKeyId)
        const sealed = keyRing.seal(new Secret(secretAccessKey), context, dataKeys)
        insertKey.run(accessKeyId, account, id, id, slot, 'Active', sealed, at)
      }
    }
    if (manyPolicies) addPolicies(database, users, at)
    database.prepare('update account set users = users + ? where id = ?').run(users, account)
  })()
  database.pragma('journal_mode = WAL')
  database.close()
  const { administrator } = made
  if (administrator === undefined) throw new Error('there is no administrator')
  const { accessKeyId, secretAccessKey } = administrator
  writeFileSync(administratorFile(folder), JSON.stringify({ accessKeyId, secretAccessKey: secretAccessKey.reveal() }))
  return populationOf(folder)
}

/** What people are given: most of it speaks of other services than the one that is called, some of every call. */
const documentOf = (index: number): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Read', Effect: 'Allow', Action: [`service${index}:Get*`, `service${index}:List*`], Resource: '*' },
      {
        Sid: 'Write',
        Effect: 'Allow',
        Action: [`service${index}:Put*`, `service${index}:Delete*`],
        Resource: `arn:aws:service${index}:*:*:team/\${aws:username}/*`,
        Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      },
      {
        Sid: 'NotElsewhere',
        Effect: 'Deny',
        Action: index === 0 ? '*' : `service${index}:*`,
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
      },
    ],
  })

function addPolicies(database: Database.Database, users: number, at: number): void {
  const insertGroup = database.prepare(
    'insert into iam_group (id, account_id, name, name_key, path, created_at) values (?, ?, ?, ?, ?, ?)',
  )
  const insertPolicy = database.prepare(
    'insert into managed_policy (id, account_id, arn, name, name_key, path, created_at, updated_at, default_version, last_version) values (?, ?, ?, ?, ?, ?, ?, ?, 1, 1)',
  )
  const insertVersion = database.prepare(
    'insert into managed_policy_version (policy_id, n, text, hash, size, created_at) values (?, 1, ?, ?, ?, ?)',
  )
  const attach = (table: 'user_attachment' | 'group_attachment') =>
    database.prepare(
      `insert into ${table} (owner, policy_arn, policy_name, attached_at, account_id) values (?, ?, ?, ?, ?)`,
    )
  const [attachToUser, attachToGroup] = [attach('user_attachment'), attach('group_attachment')]
  const join = database.prepare('insert into group_member (user_id, group_id, name_key, joined_at) values (?, ?, ?, ?)')
  const groups = Array.from({ length: 10 }, (_, index) => `${mint('AGPA', index)}A`)
  const policies = Array.from({ length: 20 }, (_, index) => {
    const [id, name, text] = [`${mint('ANPA', index)}A`, `policy-${index}`, documentOf(index)]
    const arn = `arn:aws:iam::${account}:policy/${name}`
    insertPolicy.run(id, account, arn, name, name, '/', at, at)
    insertVersion.run(id, text, createHash('sha256').update(text).digest('hex'), text.length, at)
    return { arn, name }
  })
  for (const [index, id] of groups.entries()) {
    insertGroup.run(id, account, `group-${index}`, `group-${index}`, '/', at)
    const { arn, name } = policies[10 + index] ?? { arn: '', name: '' }
    attachToGroup.run(id, arn, name, at, account)
  }
  for (let index = 0; index < users; index++) {
    for (const { arn, name } of policies.slice(0, 10)) attachToUser.run(userId(index), arn, name, at, account)
    for (const id of groups) join.run(userId(index), id, userName(index), at)
  }
}

const administratorFile = (folder: string): string => join(folder, 'bench-administrator.json')

function populationOf(folder: string): Population {
  const administrator = JSON.parse(readFileSync(administratorFile(folder), 'utf8')) as Credentials
  return { folder, administrator, userName, credentials: credentialsOf }
}

function accountId(text: string): AccountId {
  const parsed = parseAccountId(text)
  if (parsed === undefined) throw new Error(`${text} is not an account id`)
  return parsed
}

// Names are as long as each other, so that all answers are.
const userName = (index: number): string => `user-${String(index).padStart(7, '0')}`
const userId = (index: number): string => `${mint('AIDA', index)}A`

/** Ids and secrets follow from the number, spread like random ones: whoever makes the load knows them without reading the database. */
function credentialsOf(index: number, slot = 1): Credentials {
  const number = 2 * index + slot - 1
  const bytes = hash('sha256', `secret of key ${number}`, 'buffer').subarray(0, 30)
  return { accessKeyId: mint('AKIA', number), secretAccessKey: bytes.toString('base64') }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Eighty bits in base 32: one set, forty of the account, thirty-nine that are random in real ids and here scattered, no two alike. */
function mint(prefix: string, number: number): string {
  // An odd factor is a permutation of all numbers of 39 bits; below 2 ** 21 the product is exact.
  const scattered = (number * 2_654_435_761) % 2 ** 39
  return (
    prefix + base32(2 ** 39 + Math.floor(Number(account) / 2)) + base32((Number(account) % 2) * 2 ** 39 + scattered)
  )
}

/** Forty bits. */
function base32(bits: number): string {
  let text = ''
  for (let left = bits; text.length < 8; left = Math.floor(left / 32)) text = alphabet.charAt(left % 32) + text
  return text
}
