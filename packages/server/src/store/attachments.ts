import type { AccountId, GroupId, UserId } from '../domain/ids.ts'
import { all, first, lookup } from './lookup.ts'
import { isListed, statement } from './statement.ts'
import type { Transaction } from './transaction.ts'

export interface Attachment {
  readonly policyArn: string
  readonly policyName: string
}

/** Built for each table of attachments: all have the same columns, so that one stands for all in the types. */
function attachments<Owner extends string>(
  table: 'user_attachment' | 'group_attachment',
  owners: 'iam_user' | 'iam_group',
) {
  const name = table as 'user_attachment'
  const ownersTable = owners as 'iam_user'

  const selectAll = statement<{ owner: Owner }, Attachment>((db, { owner }) =>
    db
      .selectFrom(name)
      .select(['policy_arn as policyArn', 'policy_name as policyName'])
      .where('owner', '=', owner)
      .orderBy('policy_name'),
  )
  const selectAllOf = statement<{ owners: string }, Attachment & { owner: string }>((db, { owners }, engine) =>
    db
      .selectFrom(name)
      .select(['owner', 'policy_arn as policyArn', 'policy_name as policyName'])
      .where(isListed('owner', owners, engine))
      .orderBy('policy_name'),
  )
  const count = statement<{ account: AccountId; policyArn: string }, { count: number }>((db, { account, policyArn }) =>
    db
      .selectFrom(name)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('account_id', '=', account)
      .where('policy_arn', '=', policyArn),
  )
  // The account is read from the owner's row: the two cannot differ.
  const insert = statement<Attachment & { owner: Owner; at: number }, never>(
    (db, { owner, policyArn, policyName, at }) =>
      db
        .insertInto(name)
        .columns(['owner', 'policy_arn', 'policy_name', 'attached_at', 'account_id'])
        .expression(({ selectFrom, val }) =>
          selectFrom(ownersTable)
            .select([
              'id',
              val(policyArn).as('policy_arn'),
              val(policyName).as('policy_name'),
              val(at).as('attached_at'),
              'account_id',
            ])
            .where('id', '=', owner),
        )
        .onConflict((conflict) => conflict.doNothing()),
  )
  const remove = statement<{ owner: Owner; policyArn: string }, never>((db, { owner, policyArn }) =>
    db.deleteFrom(name).where('owner', '=', owner).where('policy_arn', '=', policyArn),
  )

  return {
    /** Managed policies attached to an owner, in order of their names. */
    of: lookup(selectAll, all),
    /** Those of several owners (ids, as JSON), in order of their names. */
    allOf: lookup(selectAllOf, all),
    /** To how many owners of this kind, in one account, a managed policy is attached. */
    count: lookup(count, (rows) => first(rows)?.count ?? 0),
    in: (tx: Transaction) => ({
      async of(owner: Owner): Promise<readonly Attachment[]> {
        return tx.all(selectAll, { owner })
      },
      async count(account: AccountId, policyArn: string): Promise<number> {
        return first(await tx.all(count, { account, policyArn }))?.count ?? 0
      },
      async attach(owner: Owner, attachment: Attachment, at: number): Promise<void> {
        await tx.run(insert, { owner, ...attachment, at })
      },
      /** False where it was not attached. */
      async detach(owner: Owner, policyArn: string): Promise<boolean> {
        return (await tx.run(remove, { owner, policyArn })) === 1
      },
    }),
  }
}

/** Attachments of one kind of owner. */
export type Attachments<Owner extends string> = ReturnType<typeof attachments<Owner>>

export const userAttachments = attachments<UserId>('user_attachment', 'iam_user')
export const groupAttachments = attachments<GroupId>('group_attachment', 'iam_group')
