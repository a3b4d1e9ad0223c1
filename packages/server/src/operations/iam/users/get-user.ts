import type { Requirement } from '../../../authz/requirement.ts'
import { rootArn } from '../../../domain/arn.ts'
import type { User as UserShape } from '../../../protocol/types/iam.ts'
import { keysOf } from '../../../store/access-keys.ts'
import { accountById } from '../../../store/accounts.ts'
import { aliasOfAccount } from '../../../store/aliases.ts'
import { loginProfileOf } from '../../../store/login-profiles.ts'
import { userTags } from '../../../store/tags.ts'
import type { User } from '../../../store/users.ts'
import { operation } from '../../operation.ts'
import { describeUser, onUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html */
export const GetUser = operation('iam', 'GetUser', {
  access: 'Read',
  requires({ input, caller, view }): Requirement<User | undefined> {
    const { arn, type } = caller.principal
    const onRoot = input.UserName === undefined && type === 'Root'
    return onRoot
      ? { action: 'iam:GetUser', resource: arn, spokenAs: arn, target: () => undefined }
      : onUser('iam:GetUser', input.UserName, caller, view)
  },

  answer({ target, caller, view }) {
    const { account } = caller.principal
    const passwordUsedAt = view.get(loginProfileOf, keysOf({ account, userId: target?.id }))?.usedAt
    if (target !== undefined) {
      const tags = view.get(userTags.of, { owner: target.id })
      return { User: describeUser(target, { tags, passwordUsedAt, boundary: target.boundary }) }
    }
    const alias = view.get(aliasOfAccount, { account })
    const root = {
      ...(alias === undefined ? {} : { UserName: alias }),
      UserId: account,
      Arn: rootArn(account),
      CreateDate: view.get(accountById, { id: account })?.createdAt,
      ...(passwordUsedAt === undefined ? {} : { PasswordLastUsed: passwordUsedAt }),
    }
    // AWS shows root without the path that its own model requires, and under the account's alias where it has one.
    return { User: root as Partial<UserShape> as UserShape }
  },
})
