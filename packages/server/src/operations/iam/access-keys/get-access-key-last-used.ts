import type { Requirement } from '../../../authz/requirement.ts'
import { rootArn } from '../../../domain/arn.ts'
import { accessKeyById, type AccessKey } from '../../../store/access-keys.ts'
import { laterUse, lastUseOf } from '../../../store/last-used.ts'
import { userById } from '../../../store/users.ts'
import { operation, type Judging } from '../../operation.ts'
import { arnOf, tagMap } from '../users/user.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html */
export const GetAccessKeyLastUsed = operation('iam', 'GetAccessKeyLastUsed', {
  access: 'Read',
  requires: onKeyOfAnyone,

  answer({ target: { key, ownerName }, view, means }) {
    // Of two in one millisecond the one that is not written yet is the later.
    const use = laterUse(means.lastUsed.of(key.seq), view.get(lastUseOf, { seq: key.seq }))
    return {
      UserName: ownerName,
      AccessKeyLastUsed: {
        ...(use === undefined ? {} : { LastUsedDate: use.at }),
        ServiceName: use?.service ?? 'N/A',
        Region: use?.region ?? 'N/A',
      },
    }
  },
})

/** Judged on the owner of the key. Unknown, another account's and denied are one refusal, which names the key id alone. */
function onKeyOfAnyone({
  input,
  caller,
  view,
}: Judging<{ AccessKeyId: string }>): Requirement<{ key: AccessKey; ownerName: string }> {
  const { account } = caller.principal
  const known = view.get(accessKeyById, { id: input.AccessKeyId })
  const key = known?.owner.account === account ? known : undefined
  const user = key?.owner.userId === undefined ? undefined : view.get(userById, { id: key.owner.userId })
  return {
    action: 'iam:GetAccessKeyLastUsed',
    resource: key === undefined ? undefined : user === undefined ? rootArn(account) : arnOf(user),
    spokenAs: `access key ${input.AccessKeyId}`,
    withoutReason: true,
    resourceTags: () => tagMap(user, view),
    target: () => {
      if (key === undefined) throw new Error('a key that is not there was authorised')
      // Root has no name: its keys show the account's id.
      return { key, ownerName: user?.name ?? account }
    },
  }
}
