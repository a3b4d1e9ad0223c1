import { groupArn } from '../../../domain/arn.ts'
import { mintGroupId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { operation } from '../../operation.ts'
import { describeGroup } from './group.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html */
export const CreateGroup = operation('iam', 'CreateGroup', {
  access: 'Write',
  requires({ input, caller }) {
    const arn = groupArn(caller.principal.account, input.Path ?? '/', input.GroupName)
    return { action: 'iam:CreateGroup', resource: arn, spokenAs: arn, target: () => undefined }
  },

  async run({ input, caller, store, now, fault }) {
    const { account } = caller.principal
    const group = {
      id: mintGroupId(account),
      account,
      name: input.GroupName,
      path: input.Path ?? '/',
      createdAt: now,
    }
    if (!(await store.groups.insert(group)))
      throw fault('EntityAlreadyExists', `Group with name ${group.name} already exists.`)
    // This one is among them.
    if ((await store.groups.count(account)) > limits.groupsPerAccount)
      throw fault('LimitExceeded', `Cannot exceed quota for GroupsPerAccount: ${limits.groupsPerAccount}`)
    return { Group: describeGroup(group) }
  },
})
