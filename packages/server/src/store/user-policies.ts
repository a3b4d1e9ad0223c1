import type { AccountId, UserId } from '../domain/ids.ts'
import { all, first, lookup } from './lookup.ts'
import { statement } from './statement.ts'
import type { Transaction } from './transaction.ts'
import { nameKey } from './users.ts'

/** An inline policy without its text: `hash` (SHA-256, hex) stands for it. */
export interface InlinePolicy {
  readonly name: string
  readonly hash: string
}

export interface Attachment {
  readonly policyArn: string
  readonly policyName: string
}

const selectPolicies = statement<{ userId: UserId }, InlinePolicy>((db, { userId }) =>
  db.selectFrom('user_policy').select(['name', 'hash']).where('user_id', '=', userId).orderBy('name_key'),
)

const selectText = statement<{ userId: UserId; nameKey: string }, { name: string; text: string }>(
  (db, { userId, nameKey }) =>
    db.selectFrom('user_policy').select(['name', 'text']).where('user_id', '=', userId).where('name_key', '=', nameKey),
)

const selectSizes = statement<{ userId: UserId }, { name_key: string; size: number }>((db, { userId }) =>
  db.selectFrom('user_policy').select(['name_key', 'size']).where('user_id', '=', userId),
)

// Put with another case overwrites the document and keeps the first spelling of the name.
const upsertPolicy = statement<
  { userId: UserId; name: string; nameKey: string; text: string; hash: string; size: number },
  never
>((db, { userId, name, nameKey, text, hash, size }) =>
  db
    .insertInto('user_policy')
    .values({ user_id: userId, name, name_key: nameKey, text, hash, size })
    .onConflict((conflict) => conflict.columns(['user_id', 'name_key']).doUpdateSet({ text, hash, size })),
)

const deletePolicy = statement<{ userId: UserId; nameKey: string }, never>((db, { userId, nameKey }) =>
  db.deleteFrom('user_policy').where('user_id', '=', userId).where('name_key', '=', nameKey),
)

const selectAttachments = statement<{ userId: UserId }, Attachment>((db, { userId }) =>
  db
    .selectFrom('user_attachment')
    .select(['policy_arn as policyArn', 'policy_name as policyName'])
    .where('user_id', '=', userId)
    .orderBy('policy_name'),
)

const countAttachments = statement<{ account: AccountId; policyArn: string }, { count: number }>(
  (db, { account, policyArn }) =>
    db
      .selectFrom('user_attachment')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', account)
      .where('policy_arn', '=', policyArn),
)

// The account is read from the user's row: the two cannot differ.
const insertAttachment = statement<Attachment & { userId: UserId; at: number }, never>(
  (db, { userId, policyArn, policyName, at }) =>
    db
      .insertInto('user_attachment')
      .columns(['user_id', 'policy_arn', 'policy_name', 'attached_at', 'account_id'])
      .expression(({ selectFrom, val }) =>
        selectFrom('iam_user')
          .select([
            'id',
            val(policyArn).as('policy_arn'),
            val(policyName).as('policy_name'),
            val(at).as('attached_at'),
            'account_id',
          ])
          .where('id', '=', userId),
      )
      .onConflict((conflict) => conflict.doNothing()),
)

const deleteAttachment = statement<{ userId: UserId; policyArn: string }, never>((db, { userId, policyArn }) =>
  db.deleteFrom('user_attachment').where('user_id', '=', userId).where('policy_arn', '=', policyArn),
)

/** A user's inline policies, in order of their names without regard to case. */
export const policiesOfUser = lookup(selectPolicies, all)
export const policyOfUser = lookup(selectText, first)
/** Managed policies attached to a user, in order of their names. */
export const attachmentsOfUser = lookup(selectAttachments, all)
/** How many of an account's users a managed policy is attached to. */
export const attachmentCount = lookup(countAttachments, (rows) => first(rows)?.count ?? 0)

export const userPoliciesIn = (tx: Transaction) => ({
  /** The sizes of a user's inline policies by the key of their names, white space not counted. */
  async sizes(userId: UserId): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.all(selectSizes, { userId })
    return new Map(rows.map((row) => [row.name_key, row.size]))
  },
  async put(userId: UserId, policy: InlinePolicy & { text: string; size: number }): Promise<void> {
    await tx.run(upsertPolicy, { userId, ...policy, nameKey: nameKey(policy.name) })
  },
  /** False where there was none of that name. */
  async delete(userId: UserId, name: string): Promise<boolean> {
    return (await tx.run(deletePolicy, { userId, nameKey: nameKey(name) })) === 1
  },
  async attachments(userId: UserId): Promise<readonly Attachment[]> {
    return tx.all(selectAttachments, { userId })
  },
  async attach(userId: UserId, attachment: Attachment, at: number): Promise<void> {
    await tx.run(insertAttachment, { userId, ...attachment, at })
  },
  /** False where it was not attached. */
  async detach(userId: UserId, policyArn: string): Promise<boolean> {
    return (await tx.run(deleteAttachment, { userId, policyArn })) === 1
  },
})
