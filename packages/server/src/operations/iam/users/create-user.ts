import { userArn } from '../../../domain/arn.ts'
import { mintUserId } from '../../../domain/ids.ts'
import { operation } from '../../operation.ts'
import { checkTagQuota, checkTags, readTags } from '../tags/tags.ts'
import { requestedBoundary } from './boundary.ts'
import { describeUser } from './user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
export const CreateUser = operation('iam', 'CreateUser', {
  access: 'Write',
  requires({ input, caller, view }) {
    const { account } = caller.principal
    const arn = userArn(account, input.Path ?? '/', input.UserName)
    const requestTags = readTags(input.Tags)
    const on = { resource: arn, spokenAs: arn }
    const boundary = requestedBoundary(input.PermissionsBoundary, account, view)
    // As on AWS, whoever may not tag users may not make tagged ones: tags decide in policies.
    const further = requestTags.length === 0 ? [] : [{ action: 'iam:TagUser', ...on }]
    return { action: 'iam:CreateUser', ...on, further, requestTags, context: boundary.context, target: boundary.found }
  },

  async run({ input, caller, target: boundary, store, now, settings, fault }) {
    const tags = readTags(input.Tags)
    checkTags(tags)
    checkTagQuota('User', [], tags)
    const { account } = caller.principal
    const user = {
      id: mintUserId(account),
      account,
      name: input.UserName,
      path: input.Path ?? '/',
      createdAt: now,
      boundary,
    }
    if (!(await store.users.insert(user)))
      throw fault('EntityAlreadyExists', `User with name ${user.name} already exists.`)
    if (!(await store.accounts.countUserIn(account, { atMost: settings.usersPerAccount }))) {
      throw fault('LimitExceeded', `Cannot exceed quota for UsersPerAccount: ${settings.usersPerAccount}`)
    }
    await store.userTags.put(user.id, tags)
    return { User: describeUser(user, { tags, boundary }) }
  },
})
