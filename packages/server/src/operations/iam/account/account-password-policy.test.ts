import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type TestHouse } from '../../../../test/harness.ts'
import { addAccount, engines, openOn } from '../../../../test/houses.ts'

describe.each(engines)('the password policy of an account on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Record<string, string> = {}) =>
    house.iam(house.administrator, action, parameters)
  const shown = async () =>
    /<PasswordPolicy>\n(.*)\n {4}<\/PasswordPolicy>/s
      .exec((await expectOk(asAdmin('GetAccountPasswordPolicy'))).body)?.[1]
      ?.replaceAll(/ *<(\w+)>([^<]*)<\/\1>/g, '$1 $2')
      .split('\n')
  const none = {
    status: 404,
    code: 'NoSuchEntity',
    message: 'The Password Policy with domain name 123456789012 cannot be found.',
  }

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  it('is not there at first', async () => {
    expect(await asAdmin('GetAccountPasswordPolicy')).toMatchObject(none)
    expect(await asAdmin('DeleteAccountPasswordPolicy')).toMatchObject(none)
  })

  it('is shown as it was set, every field', async () => {
    const policy = {
      MinimumPasswordLength: '14',
      RequireSymbols: 'true',
      RequireNumbers: 'true',
      RequireUppercaseCharacters: 'true',
      RequireLowercaseCharacters: 'true',
      AllowUsersToChangePassword: 'true',
      MaxPasswordAge: '90',
      PasswordReusePrevention: '24',
      HardExpiry: 'true',
    }
    expect((await expectOk(asAdmin('UpdateAccountPasswordPolicy', policy))).body).not.toContain('Result')
    expect(await shown()).toEqual([
      'MinimumPasswordLength 14',
      'RequireSymbols true',
      'RequireNumbers true',
      'RequireUppercaseCharacters true',
      'RequireLowercaseCharacters true',
      'AllowUsersToChangePassword true',
      'ExpirePasswords true',
      'MaxPasswordAge 90',
      'PasswordReusePrevention 24',
      'HardExpiry true',
    ])
  })

  it('is replaced whole: what is left out goes back to its default', async () => {
    await expectOk(asAdmin('UpdateAccountPasswordPolicy', { RequireNumbers: 'true' }))
    expect(await shown()).toEqual([
      'MinimumPasswordLength 6',
      'RequireSymbols false',
      'RequireNumbers true',
      'RequireUppercaseCharacters false',
      'RequireLowercaseCharacters false',
      'AllowUsersToChangePassword false',
      'ExpirePasswords false',
    ])
    await expectOk(asAdmin('UpdateAccountPasswordPolicy', { MaxPasswordAge: '30' }))
    expect(await shown()).toEqual(
      expect.arrayContaining(['RequireNumbers false', 'MaxPasswordAge 30', 'HardExpiry false']),
    )
  })

  it.each([
    ['MinimumPasswordLength', '5'],
    ['MinimumPasswordLength', '129'],
    ['MaxPasswordAge', '0'],
    ['MaxPasswordAge', '1096'],
    ['PasswordReusePrevention', '0'],
    ['PasswordReusePrevention', '25'],
  ])('takes no %s of %s', async (field, value) => {
    expect(await asAdmin('UpdateAccountPasswordPolicy', { [field]: value })).toMatchObject({
      status: 400,
      code: 'ValidationError',
    })
  })

  it('is one account’s alone, and gone when it is deleted', async () => {
    const other = (await addAccount(house, '210987654321')).administrator
    expect(await house.iam(other, 'GetAccountPasswordPolicy')).toMatchObject({ code: 'NoSuchEntity' })
    expect((await expectOk(asAdmin('DeleteAccountPasswordPolicy'))).body).not.toContain('Result')
    expect(await asAdmin('GetAccountPasswordPolicy')).toMatchObject(none)
  })

  it('gives every user its own password and the sight of it, where it says so, and no more', async () => {
    const alice = await house.user('alice')
    const codes = async () => [
      (await house.iam(alice, 'ChangePassword', { OldPassword: 'Wrong-Horse-1', NewPassword: 'Battery-Staple-2' }))
        .message,
      (await house.iam(alice, 'GetAccountPasswordPolicy')).code,
      (await house.iam(alice, 'UpdateAccountPasswordPolicy')).code,
      (await house.iam(alice, 'UpdateLoginProfile', { UserName: 'alice' })).code,
    ]
    const denied = expect.stringContaining('is not authorized to perform: iam:ChangePassword') as string
    await expectOk(asAdmin('CreateLoginProfile', { UserName: 'alice', Password: 'Correct-Horse-1' }))
    expect(await codes()).toEqual([denied, 'AccessDenied', 'AccessDenied', 'AccessDenied'])
    await expectOk(asAdmin('UpdateAccountPasswordPolicy', { AllowUsersToChangePassword: 'true' }))
    expect(await codes()).toEqual(['The old password was incorrect.', undefined, 'AccessDenied', 'AccessDenied'])
    await house.allow('alice', { Effect: 'Deny', Action: 'iam:ChangePassword', Resource: '*' })
    expect(await codes()).toEqual([denied, undefined, 'AccessDenied', 'AccessDenied'])
    await expectOk(asAdmin('DeleteUserPolicy', { UserName: 'alice', PolicyName: 'test' }))
    // A path does not take it away, nor a key make it another's.
    await expectOk(asAdmin('UpdateUser', { UserName: 'alice', NewPath: '/team/' }))
    expect((await codes())[0]).toBe('The old password was incorrect.')
    await expectOk(asAdmin('UpdateAccountPasswordPolicy', { AllowUsersToChangePassword: 'false' }))
    expect(await codes()).toEqual([denied, 'AccessDenied', 'AccessDenied', 'AccessDenied'])
  })
})
