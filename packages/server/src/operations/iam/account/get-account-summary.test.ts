import { expect, it } from 'vitest'
import { expectOk, TestHouse } from '../../../../test/harness.ts'

it('counts users and root keys, and names the quotas that are kept here', async () => {
  const house = await TestHouse.open({ usersPerAccount: 7_000 })
  try {
    await house.user('alice')
    const answer = await expectOk(house.iam(house.root, 'GetAccountSummary'))
    expect(answer.body).toMatch(
      /^<GetAccountSummaryResponse [^>]+>\n {2}<GetAccountSummaryResult>\n {4}<SummaryMap>\n {6}<entry>\n {8}<key>Users<\/key>\n {8}<value>2<\/value>\n {6}<\/entry>\n/,
    )
    const keys = answer.all('key')
    const values = answer.all('value')
    expect(Object.fromEntries(keys.map((key, index) => [key, Number(values[index])]))).toMatchObject({
      Users: 2,
      UsersQuota: 7_000,
      UserPolicySizeQuota: 2_048,
      AttachedPoliciesPerUserQuota: 10,
      AccessKeysPerUserQuota: 2,
      Policies: 0,
      PolicyVersionsInUse: 1,
      AccountAccessKeysPresent: 1,
    })
    await expectOk(house.iam(house.root, 'CreateAccessKey'))
    expect((await house.iam(house.root, 'GetAccountSummary')).body).toMatch(
      /<key>AccountAccessKeysPresent<\/key>\s*<value>2<\/value>/,
    )
  } finally {
    await house.close()
  }
})
