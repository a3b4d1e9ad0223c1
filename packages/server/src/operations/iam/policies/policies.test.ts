import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type Parameters } from '../../../../test/harness.ts'
import { addAccount, engines, openOn } from '../../../../test/houses.ts'

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const names = [
  'AdministratorAccess',
  'AmazonS3FullAccess',
  'AmazonS3ReadOnlyAccess',
  'IAMAccessAdvisorReadOnly',
  'IAMFullAccess',
  'IAMReadOnlyAccess',
  'IAMSelfManageServiceSpecificCredentials',
  'IAMUserChangePassword',
  'IAMUserSSHKeys',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'SecurityAudit',
  'SupportUser',
  'ViewOnlyAccess',
]
const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword'

describe.each(engines)('managed policies on %s', (engine) => {
  let house: Awaited<ReturnType<typeof openOn>>
  let other: Credentials
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const listed = async (parameters: Parameters = {}) =>
    (await expectOk(asAdmin('ListPolicies', parameters))).all('PolicyName')
  const count = async (as: Credentials, PolicyArn: string) =>
    (await expectOk(house.iam(as, 'GetPolicy', { PolicyArn }))).get('AttachmentCount')

  beforeAll(async () => {
    house = await openOn(engine)
    other = (await addAccount(house, '210987654321')).administrator
  })
  afterAll(() => house.close())

  it('are shown with what AWS tells of them', async () => {
    expect((await expectOk(asAdmin('GetPolicy', { PolicyArn: administratorAccess }))).body).toContain(
      '    <Policy>\n' +
        '      <PolicyName>AdministratorAccess</PolicyName>\n' +
        '      <PolicyId>ANPAIWMBCKSKIEE64ZLYK</PolicyId>\n' +
        `      <Arn>${administratorAccess}</Arn>\n` +
        '      <Path>/</Path>\n' +
        '      <DefaultVersionId>v1</DefaultVersionId>\n' +
        '      <AttachmentCount>1</AttachmentCount>\n' +
        '      <PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount>\n' +
        '      <IsAttachable>true</IsAttachable>\n' +
        '      <Description>Provides full access to AWS services and resources.</Description>\n' +
        '      <CreateDate>2015-02-06T18:39:46Z</CreateDate>\n' +
        '      <UpdateDate>2015-02-06T18:39:46Z</UpdateDate>\n' +
        '    </Policy>\n',
    )
  })

  it('are listed by name, without their descriptions', async () => {
    const answer = await expectOk(asAdmin('ListPolicies'))
    expect(answer.all('PolicyName')).toEqual(names)
    expect(answer.all('PolicyId')[0]).toBe('ANPAIWMBCKSKIEE64ZLYK')
    expect(answer.all('AttachmentCount')).toEqual(names.map((_, index) => (index === 0 ? '1' : '0')))
    expect(answer.get('IsTruncated')).toBe('false')
    expect(answer.body).not.toContain('Description')
  })

  it.each([
    [{ Scope: 'All' }, names],
    [{ Scope: 'AWS' }, names],
    [{ Scope: 'Local' }, []],
    [{ PathPrefix: '/' }, names],
    [{ PathPrefix: '/job-function/' }, ['SupportUser', 'ViewOnlyAccess']],
    [{ OnlyAttached: 'true' }, ['AdministratorAccess']],
    [{ OnlyAttached: 'true', Scope: 'Local' }, []],
    [{ OnlyAttached: 'true', PolicyUsageFilter: 'PermissionsPolicy' }, ['AdministratorAccess']],
    [{ OnlyAttached: 'true', PolicyUsageFilter: 'PermissionsBoundary' }, []],
    // How it is used is asked of those alone that are.
    [{ OnlyAttached: 'false', PolicyUsageFilter: 'PermissionsBoundary' }, names],
    [{ PolicyUsageFilter: 'PermissionsBoundary' }, names],
  ])('are listed where they fit %j', async (parameters, expected) => {
    expect(await listed(parameters)).toEqual(expected)
  })

  it('are counted once a user of the account that asks', async () => {
    for (const UserName of ['one', 'two']) {
      await expectOk(asAdmin('CreateUser', { UserName }))
      for (let i = 0; i < 2; i++) await expectOk(asAdmin('AttachUserPolicy', { UserName, PolicyArn: changePassword }))
    }
    expect(await count(house.administrator, changePassword)).toBe('2')
    expect(await count(other, changePassword)).toBe('0')
    expect(await count(other, administratorAccess)).toBe('1')
    expect(await listed({ OnlyAttached: 'true' })).toEqual(['AdministratorAccess', 'IAMUserChangePassword'])
    expect((await asAdmin('GetAccountSummary')).body).toMatch(/<key>PolicyVersionsInUse<\/key>\s*<value>2<\/value>/)
    await expectOk(asAdmin('DetachUserPolicy', { UserName: 'one', PolicyArn: changePassword }))
    expect(await count(house.administrator, changePassword)).toBe('1')
    await expectOk(asAdmin('DetachUserPolicy', { UserName: 'two', PolicyArn: changePassword }))
    expect(await listed({ OnlyAttached: 'true' })).toEqual(['AdministratorAccess'])
    expect((await asAdmin('GetAccountSummary')).body).toMatch(/<key>PolicyVersionsInUse<\/key>\s*<value>1<\/value>/)
  })

  it('have one version, with the document percent-encoded', async () => {
    const answer = await expectOk(asAdmin('GetPolicyVersion', { PolicyArn: changePassword, VersionId: 'v2' }))
    expect(answer.get('VersionId')).toBe('v2')
    expect(answer.get('IsDefaultVersion')).toBe('true')
    expect(answer.get('CreateDate')).toBe('2016-11-15T23:18:00Z')
    expect(answer.get('Document')).toMatch(/^[A-Za-z0-9._~%-]+$/)
    expect(JSON.parse(decodeURIComponent(answer.get('Document') ?? ''))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' },
        { Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy', Resource: '*' },
      ],
    })
    expect(await asAdmin('GetPolicyVersion', { PolicyArn: changePassword, VersionId: 'v9' })).toMatchObject({
      status: 404,
      code: 'NoSuchEntity',
      message: `Policy ${changePassword} version v9 does not exist or is not attachable.`,
    })
  })

  it('must be there', async () => {
    const PolicyArn = 'arn:aws:iam::123456789012:policy/none'
    for (const action of ['GetPolicy', 'GetPolicyVersion']) {
      expect(await asAdmin(action, { PolicyArn, VersionId: 'v1' })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${PolicyArn} was not found.`,
      })
    }
  })

  it.each(['not an ARN, however long it is', 'arn:aws:iam::aws:role/AdministratorAccess'])(
    'are named by an ARN of a policy: %j is refused',
    async (PolicyArn) => {
      for (const action of ['GetPolicy', 'GetPolicyVersion']) {
        expect(await asAdmin(action, { PolicyArn, VersionId: 'v1' })).toMatchObject({
          status: 400,
          code: 'ValidationError',
          message: 'Invalid ARN:  Could not be parsed!',
        })
      }
    },
  )
})
