import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type TestHouse } from '../../../../test/harness.ts'
import { addAccount, engines, openOn } from '../../../../test/houses.ts'

describe.each(engines)('account aliases on %s', (engine) => {
  let house: TestHouse
  let other: Credentials
  const create = (as: Credentials, AccountAlias: string) => house.iam(as, 'CreateAccountAlias', { AccountAlias })
  const remove = (as: Credentials, AccountAlias: string) => house.iam(as, 'DeleteAccountAlias', { AccountAlias })
  const aliases = async (as: Credentials) => (await expectOk(house.iam(as, 'ListAccountAliases'))).all('member')
  const exists = (alias: string) => ({
    status: 409,
    code: 'EntityAlreadyExists',
    message: `The account alias ${alias} already exists.`,
  })

  beforeAll(async () => {
    house = await openOn(engine)
    other = (await addAccount(house, '210987654321')).administrator
  })
  afterAll(() => house.close())

  it('are none at first, then one, then none again', async () => {
    const admin = house.administrator
    expect((await expectOk(house.iam(admin, 'ListAccountAliases'))).body).toContain(
      '    <AccountAliases/>\n    <IsTruncated>false</IsTruncated>\n',
    )
    expect((await expectOk(create(admin, 'example-corp'))).body).not.toContain('Result')
    expect((await expectOk(house.iam(admin, 'ListAccountAliases', { MaxItems: '1' }))).body).toContain(
      '    <AccountAliases>\n' +
        '      <member>example-corp</member>\n' +
        '    </AccountAliases>\n' +
        '    <IsTruncated>false</IsTruncated>\n',
    )
    expect((await expectOk(remove(admin, 'example-corp'))).body).not.toContain('Result')
    expect(await aliases(admin)).toEqual([])
  })

  it('take the place of the one before, whose name is free then', async () => {
    await expectOk(create(house.administrator, 'first'))
    await expectOk(create(house.administrator, 'second'))
    expect(await aliases(house.administrator)).toEqual(['second'])
    await expectOk(create(other, 'first'))
    expect(await aliases(other)).toEqual(['first'])
  })

  it('are one account’s alone, and a refusal leaves what is there', async () => {
    await expectOk(create(house.administrator, 'taken'))
    await expectOk(create(other, 'theirs'))
    expect(await create(other, 'taken')).toMatchObject(exists('taken'))
    expect(await create(house.administrator, 'taken')).toMatchObject(exists('taken'))
    expect(await aliases(other)).toEqual(['theirs'])
    expect(await aliases(house.administrator)).toEqual(['taken'])
  })

  it('are deleted by their own account alone', async () => {
    await expectOk(create(house.administrator, 'mine'))
    for (const alias of ['mine', 'nobodys']) {
      expect(await remove(other, alias)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `The account alias ${alias} cannot be found.`,
      })
    }
    expect(await aliases(house.administrator)).toEqual(['mine'])
  })

  it.each(['ab', 'Upper', '-begins', 'ends-', 'two--dashes', 'dot.ted', 'a'.repeat(64)])(
    'are not %j',
    async (alias) => {
      for (const call of [create, remove]) {
        expect(await call(house.administrator, alias)).toMatchObject({ status: 400, code: 'ValidationError' })
      }
    },
  )

  it('are the name that root is shown under', async () => {
    await create(house.administrator, 'named')
    const self = await expectOk(house.iam(house.root, 'GetUser'))
    expect(self.get('UserName')).toBe('named')
    expect(self.get('Arn')).toBe('arn:aws:iam::123456789012:root')
    await expectOk(remove(house.administrator, 'named'))
    expect((await expectOk(house.iam(house.root, 'GetUser'))).get('UserName')).toBeUndefined()
  })
})
