import type { AccessKeyId, AccountId, UserId } from '../domain/ids.ts'
import type { Secret } from '../domain/secret.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import { dataKeysIn } from './data-keys.ts'
import { lastUsedIn } from './last-used.ts'
import { first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { userSummariesIn } from './user-summaries.ts'

/** Whose key it is: a user, or the root of an account. */
export interface KeyOwner {
  readonly account: AccountId
  /** Undefined for root. */
  readonly userId: UserId | undefined
}

export type AccessKeyStatus = 'Active' | 'Inactive'

export interface AccessKey {
  /** Never reused, also not after deletion. */
  readonly seq: number
  readonly id: AccessKeyId
  readonly owner: KeyOwner
  readonly status: AccessKeyStatus
  readonly sealedSecret: string
  readonly createdAt: number
}

interface AccessKeyRow {
  seq: number
  id: string
  account_id: string
  user_id: string | null
  status: string
  secret: string
  created_at: number
}

/** A secret is sealed for one key id: moved to another row it does not open. */
export const secretContext = (id: AccessKeyId): string => `access-key:${id}`

const columns = ['seq', 'id', 'account_id', 'user_id', 'status', 'secret', 'created_at'] as const

const ownerColumn = (owner: KeyOwner): string => owner.userId ?? owner.account

const selectById = statement<{ id: string }, AccessKeyRow>((db, { id }) =>
  db.selectFrom('access_key').select(columns).where('id', '=', id),
)

const selectByOwner = statement<{ owner: string }, AccessKeyRow>((db, { owner }) =>
  db.selectFrom('access_key').select(columns).where('owner', '=', owner).orderBy('id'),
)

const selectSlots = statement<{ owner: string }, { slot: number }>((db, { owner }) =>
  db.selectFrom('access_key').select('slot').where('owner', '=', owner),
)

const insertKey = statement<
  {
    id: AccessKeyId
    account: AccountId
    owner: string
    userId: UserId | null
    slot: number
    status: AccessKeyStatus
    secret: string
    createdAt: number
  },
  AccessKeyRow
>((db, key) =>
  db
    .insertInto('access_key')
    .values({
      id: key.id,
      account_id: key.account,
      owner: key.owner,
      user_id: key.userId,
      slot: key.slot,
      status: key.status,
      secret: key.secret,
      created_at: key.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns),
)

const updateStatus = statement<{ seq: number; status: AccessKeyStatus }, never>((db, { seq, status }) =>
  db.updateTable('access_key').set({ status }).where('seq', '=', seq),
)

const deleteKey = statement<{ seq: number }, never>((db, { seq }) => db.deleteFrom('access_key').where('seq', '=', seq))

const decode = (row: AccessKeyRow): AccessKey => ({
  seq: row.seq,
  // Ids and status were checked when the row was written.
  id: row.id as AccessKeyId,
  owner: { account: row.account_id as AccountId, userId: (row.user_id ?? undefined) as UserId | undefined },
  status: row.status as AccessKeyStatus,
  sealedSecret: row.secret,
  createdAt: row.created_at,
})
const decodeOne = (rows: readonly AccessKeyRow[]): AccessKey | undefined => {
  const row = first(rows)
  return row && decode(row)
}

export const accessKeyById = lookup(selectById, decodeOne)

const keysByOwner = lookup(selectByOwner, (rows): readonly AccessKey[] => rows.map(decode))
/** An owner's keys, in order of their ids: the arguments for the lookup are `keysOf(owner)`. */
export const accessKeysByOwner = keysByOwner
export const keysOf = (owner: KeyOwner) => ({ owner: ownerColumn(owner) })

export const accessKeysIn = (tx: Transaction, keyRing: KeyRing) => ({
  async of(owner: KeyOwner): Promise<readonly AccessKey[]> {
    return (await tx.all(selectByOwner, keysOf(owner))).map(decode)
  },
  /** `full` where the owner has `atMost` keys, active or not; `taken` where the id exists. */
  async insert(
    key: { id: AccessKeyId; owner: KeyOwner; secret: Secret; createdAt: number },
    { atMost }: { atMost: number },
  ): Promise<AccessKey | 'full' | 'taken'> {
    const owner = ownerColumn(key.owner)
    const taken = new Set((await tx.all(selectSlots, { owner })).map((row) => row.slot))
    let slot = 1
    while (taken.has(slot)) slot++
    if (slot > atMost) return 'full'
    const rows = await tx.all(insertKey, {
      id: key.id,
      account: key.owner.account,
      owner,
      userId: key.owner.userId ?? null,
      slot,
      status: 'Active',
      secret: keyRing.seal(key.secret, secretContext(key.id), await dataKeysIn(tx).all()),
      createdAt: key.createdAt,
    })
    const [added] = rows.map(decode)
    if (added === undefined) return 'taken'
    await userSummariesIn(tx).refresh(added.owner)
    return added
  },
  async setStatus(key: AccessKey, status: AccessKeyStatus): Promise<void> {
    await tx.run(updateStatus, { seq: key.seq, status })
    await userSummariesIn(tx).refresh(key.owner)
  },
  /** With what is known of its uses. */
  async delete(key: AccessKey): Promise<void> {
    await tx.run(deleteKey, { seq: key.seq })
    await lastUsedIn(tx).forget(key.seq)
    await userSummariesIn(tx).refresh(key.owner)
  },
})
