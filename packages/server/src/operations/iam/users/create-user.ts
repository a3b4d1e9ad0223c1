import { userArn } from '../../../domain/arn.ts'
import { mintUserId } from '../../../domain/ids.ts'
import { operation } from '../../operation.ts'
import { checkTagQuota, checkTags, readTags } from './tags.ts'
import { describeUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
export const CreateUser = operation('iam', 'CreateUser', {
  access: 'Write',
  missing: 'a PermissionsBoundary is refused with NotImplemented',
  requires({ input, caller }) {
    const arn = userArn(caller.principal.account, input.Path ?? '/', input.UserName)
    const requestTags = readTags(input.Tags)
    const on = { resource: arn, spokenAs: arn }
    // As on AWS, whoever may not tag users may not make tagged ones: tags decide in policies.
    const further = requestTags.length === 0 ? [] : [{ action: 'iam:TagUser', ...on }]
    return { action: 'iam:CreateUser', ...on, further, requestTags, target: () => undefined }
  },

  async run({ input, caller, store, now, settings, fault }) {
    // A boundary that is not enforced would let the user do what it was made to prevent.
    if (input.PermissionsBoundary !== undefined)
      throw fault('NotImplemented', 'Permissions boundaries are not implemented yet.')
    const tags = readTags(input.Tags)
    checkTags(tags)
    checkTagQuota([], tags)
    const { account } = caller.principal
    const user = {
      id: mintUserId(account),
      account,
      name: input.UserName,
      path: input.Path ?? '/',
      createdAt: now,
    }
    if (!(await store.users.insert(user)))
      throw fault('EntityAlreadyExists', `User with name ${user.name} already exists.`)
    if (!(await store.accounts.countUserIn(account, { atMost: settings.usersPerAccount }))) {
      throw fault('LimitExceeded', `Cannot exceed quota for UsersPerAccount: ${settings.usersPerAccount}`)
    }
    await store.userTags.put(user.id, tags)
    return { User: describeUser(user, { tags }) }
  },
})
