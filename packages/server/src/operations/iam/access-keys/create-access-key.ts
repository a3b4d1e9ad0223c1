import { mintAccessKeyId, mintSecretAccessKey } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { ServiceError } from '../../../errors.ts'
import type { KeyOwner } from '../../../store/access-keys.ts'
import type { Store } from '../../../store/store.ts'
import { operation } from '../../operation.ts'
import { describeAccessKey, onOwner } from './access-key.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html */
export const CreateAccessKey = operation('iam', 'CreateAccessKey', {
  access: 'Write',
  requires: ({ input, caller, view }) => onOwner('iam:CreateAccessKey', input.UserName, caller, view),

  async run({ target, store, now }) {
    const { key, secret } = await addAccessKey(store, target, now)
    return { AccessKey: { ...describeAccessKey(key, target), SecretAccessKey: secret.reveal() } }
  },
})

/** A new active key for an owner, and the only sight of its secret. Throws LimitExceeded. */
export async function addAccessKey(store: Store, owner: KeyOwner, now: number) {
  const secret = mintSecretAccessKey()
  for (;;) {
    // The count is taken inside the transaction: two callers cannot both have the last place.
    const key = await store.accessKeys.insert(
      { id: mintAccessKeyId(owner.account), owner, secret, createdAt: now },
      { atMost: limits.accessKeysPerUser },
    )
    if (key === 'full') {
      throw new ServiceError('LimitExceeded', `Cannot exceed quota for AccessKeysPerUser: ${limits.accessKeysPerUser}`)
    }
    // 39 random bits: an id that exists already is drawn again.
    if (key !== 'taken') return { key, secret }
  }
}
