import Database from 'better-sqlite3'
import { inject } from 'vitest'
import { administratorAccess } from '../src/authz/managed-policies.ts'
import type { AccountId } from '../src/domain/ids.ts'
import { addAccessKey } from '../src/operations/iam/access-keys/create-access-key.ts'
import { operatorChange, type ChangeBody } from '../src/operator/operator-change.ts'
import { databaseFile, openWriter } from '../src/operator/place.ts'
import { resetRootPassword } from '../src/operator/reset-root-password.ts'
import { storeIn } from '../src/store/store.ts'
import {
  expectOk,
  TestHouse,
  type Answer,
  type Credentials,
  type Parameters,
  type TestHouseOptions,
} from './harness.ts'
import { createDatabase } from './postgres-database.ts'

/** The engines that a promise of the store's holds on. */
export const engines = ['sqlite', 'postgres'] as const

export async function openOn(engine: (typeof engines)[number], options: TestHouseOptions = {}): Promise<TestHouse> {
  if (engine === 'sqlite') return TestHouse.open(options)
  return TestHouse.open({ ...options, database: (await createDatabase(inject('postgresUrl'))).url })
}

/** Another account in the same database: its root, and an administrator that root made. */
export async function addAccount(
  house: TestHouse,
  id: string,
): Promise<{ administrator: Credentials; root: Credentials }> {
  const account = id as AccountId
  const writer = openWriter(house.place, () => house.now)
  const rootKey = await writer.change(async (tx, head) => {
    const store = storeIn(tx, house.house.keyRing)
    await store.accounts.insert({ id: account, rootEmail: `root@${id}.invalid`, createdAt: head.at })
    const added = await addAccessKey(store, { account, userId: undefined }, head.at)
    await store.head.remember(head)
    return added
  })
  await writer.close()
  const root = { accessKeyId: rootKey.key.id, secretAccessKey: rootKey.secret.reveal() }
  const UserName = 'administrator'
  await expectOk(house.iam(root, 'CreateUser', { UserName }))
  await expectOk(house.iam(root, 'AttachUserPolicy', { UserName, PolicyArn: administratorAccess }))
  return { root, administrator: keyIn(await expectOk(house.iam(root, 'CreateAccessKey', { UserName }))) }
}

/** A command's change, at the time of the house: a head that is ahead of it would make every later call look old. */
export const operate = <Value>(house: TestHouse, body: ChangeBody<Value>): Promise<Value> =>
  operatorChange(house.place, body, () => house.now)

/** `keyward root reset-password`, at the time of the house. */
export const resetRoot = async (house: TestHouse): Promise<string> =>
  (await resetRootPassword(house.place, undefined, () => house.now)).password.reveal()

/** The database of a house on SQLite as anyone may read and spoil it who has the file. */
export function withDatabase<Value>(house: TestHouse, use: (database: Database.Database) => Value): Value {
  if (house.place.kind !== 'folder') throw new Error('this house is not on SQLite')
  const database = new Database(databaseFile(house.place.folder))
  try {
    return use(database)
  } finally {
    database.close()
  }
}

/** The key that an answer of CreateAccessKey gives out. */
export const keyIn = (answer: Answer): Credentials => ({
  accessKeyId: answer.get('AccessKeyId') ?? '',
  secretAccessKey: answer.get('SecretAccessKey') ?? '',
})

/** `{ 'Tags.member.1.Key': 'team', … }` of `{ team: 'red', … }` */
export const tagParameters = (tags: Readonly<Record<string, string>>): Parameters =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key],
      [`Tags.member.${index + 1}.Value`, value],
    ]),
  )

/** All pages of a list, one item each, and how many calls it took. */
export async function pages(
  call: (page: Parameters) => Promise<Answer>,
  element: string,
): Promise<{ items: readonly string[]; markers: readonly string[] }> {
  const items: string[] = []
  const markers: string[] = []
  let marker: string | undefined
  do {
    const answer = await expectOk(call({ MaxItems: '1', ...(marker === undefined ? {} : { Marker: marker }) }))
    items.push(...answer.all(element))
    marker = answer.get('IsTruncated') === 'true' ? answer.get('Marker') : undefined
    if (marker !== undefined) markers.push(marker)
    if (markers.length > 200) throw new Error('the list has no end')
  } while (marker !== undefined)
  return { items, markers }
}
