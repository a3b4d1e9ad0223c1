import { expect, it } from 'vitest'
import { TestHouse } from '../../test/harness.ts'
import type { AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { accessKeyById } from '../store/access-keys.ts'
import type { Signer } from './find-caller.ts'
import { SigningKeys } from './signing-keys.ts'

const scope = (region: string) => ({
  credential: `AKIA/20261124/${region}/iam/aws4_request`,
  date: '20261124',
  region,
  service: 'iam',
})

it('keeps a few scopes of a key, and only those a good signature was made in', async () => {
  const house = await TestHouse.open()
  const keys = new SigningKeys(house.house.keyRing)
  const { accessKeyId } = house.administrator
  await house.house.directory.settle((view) => {
    const key = view.get(accessKeyById, { id: accessKeyId })
    if (key === undefined) throw new Error('the administrator has no key')
    const signer = (): Signer => ({
      key,
      caller: {
        principal: { type: 'Root', account: '123456789012' as AccountId, arn: '', alias: undefined },
        accessKeyId,
        session: undefined,
      },
      signing: undefined,
    })
    // What a stranger tries is derived and forgotten.
    keys.derive(key, scope('a-stranger'), view)
    expect(keys.find(signer(), scope('a-stranger'))).toBeUndefined()
    for (let i = 0; i < 10; i++) keys.keep(signer(), scope(`r-${i}`), keys.derive(key, scope(`r-${i}`), view))
    const kept = Array.from({ length: 10 }, (_, i) => keys.find(signer(), scope(`r-${i}`)) !== undefined)
    expect(kept.filter(Boolean)).toHaveLength(limits.signingKeysPerKeyMax)
    expect(kept.at(-1)).toBe(true)
    // Another secret under the same id: nothing of the old one is found.
    expect(keys.find({ ...signer(), key: { ...key, sealedSecret: 'another' } }, scope('r-9'))).toBeUndefined()
  })
  await house.close()
})
