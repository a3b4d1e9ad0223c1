import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Parameters } from '../../../../test/harness.ts'
import { addAccount, engines, openOn, pages } from '../../../../test/houses.ts'

const PolicyDocument = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'
const arnOf = (name: string, path = '/') => `arn:aws:iam::123456789012:policy${path}${name}`

describe.each(engines)('on %s', (engine) => {
  let house: Awaited<ReturnType<typeof openOn>>
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)

  beforeAll(async () => {
    house = await openOn(engine)
    for (const [PolicyName, Path] of [
      ['administratoraccess', '/'],
      ['zebra', '/team/red/'],
      ['IAMUseful', '/team/'],
      ['attached', '/'],
      ['bounding', '/team/'],
      ['both', '/'],
    ] as const)
      await expectOk(asAdmin('CreatePolicy', { PolicyName, Path, PolicyDocument }))
    for (const [UserName, Path] of [
      ['Bob', '/'],
      ['alice', '/team/'],
      ['carol', '/team/'],
    ] as const)
      await expectOk(asAdmin('CreateUser', { UserName, Path }))
    for (const [GroupName, Path] of [
      ['Night', '/'],
      ['day', '/team/'],
    ] as const)
      await expectOk(asAdmin('CreateGroup', { GroupName, Path }))
    await expectOk(asAdmin('AttachUserPolicy', { UserName: 'Bob', PolicyArn: arnOf('attached') }))
    for (const GroupName of ['Night', 'day'])
      await expectOk(asAdmin('AttachGroupPolicy', { GroupName, PolicyArn: arnOf('both') }))
    for (const UserName of ['Bob', 'alice'])
      await expectOk(asAdmin('AttachUserPolicy', { UserName, PolicyArn: arnOf('both') }))
    for (const UserName of ['alice', 'carol'])
      await expectOk(asAdmin('PutUserPermissionsBoundary', { UserName, PermissionsBoundary: arnOf('both') }))
    await expectOk(
      asAdmin('PutUserPermissionsBoundary', { UserName: 'Bob', PermissionsBoundary: arnOf('bounding', '/team/') }),
    )
    // What another account does with the policies of AWS counts for itself alone.
    const other = await addAccount(house, '210987654321')
    await expectOk(house.iam(other.root, 'CreatePolicy', { PolicyName: 'elsewhere', PolicyDocument }))
    await expectOk(
      house.iam(other.root, 'AttachUserPolicy', {
        UserName: 'administrator',
        PolicyArn: 'arn:aws:iam::aws:policy/IAMFullAccess',
      }),
    )
  })
  afterAll(() => house.close())

  describe('ListPolicies', () => {
    const listed = async (parameters: Parameters) =>
      (await expectOk(asAdmin('ListPolicies', parameters))).all('PolicyName')

    it("lists AWS's and the account's own in one order, AWS's first where names are the same", async () => {
      const all = await expectOk(asAdmin('ListPolicies'))
      const arns = all.all('Arn')
      expect(arns.slice(0, 2)).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess', arnOf('administratoraccess')])
      const names = all.all('PolicyName')
      expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
      expect(names).toHaveLength(20)
      const { items } = await pages((page) => asAdmin('ListPolicies', page), 'Arn')
      expect(items).toEqual(arns)
    })

    it.each([
      [{ Scope: 'Local' }, ['administratoraccess', 'attached', 'both', 'bounding', 'IAMUseful', 'zebra']],
      [{ Scope: 'Local', PathPrefix: '/team/' }, ['bounding', 'IAMUseful', 'zebra']],
      [{ PathPrefix: '/team/red/' }, ['zebra']],
      [{ OnlyAttached: 'true' }, ['AdministratorAccess', 'attached', 'both', 'bounding']],
      [{ OnlyAttached: 'true', PolicyUsageFilter: 'PermissionsPolicy' }, ['AdministratorAccess', 'attached', 'both']],
      [{ OnlyAttached: 'true', PolicyUsageFilter: 'PermissionsBoundary' }, ['both', 'bounding']],
      [{ OnlyAttached: 'true', Scope: 'Local', PathPrefix: '/team/' }, ['bounding']],
      [{ OnlyAttached: 'true', Scope: 'AWS' }, ['AdministratorAccess']],
    ])('lists what fits %j', async (parameters, expected) => {
      expect(await listed(parameters)).toEqual(expected)
      const { items, markers } = await pages(
        (page) => asAdmin('ListPolicies', { ...parameters, ...page }),
        'PolicyName',
      )
      expect(items).toEqual(expected)
      for (const marker of markers.slice(0, 1))
        expect(await asAdmin('ListPolicies', { Marker: marker })).toMatchObject({
          code: 'ValidationError',
          message: 'Invalid Marker.',
        })
    })

    it('counts attachments to users and groups, and boundaries', async () => {
      const answer = await expectOk(asAdmin('ListPolicies', { Scope: 'Local' }))
      expect(answer.all('AttachmentCount')).toEqual(['0', '1', '4', '0', '0', '0'])
      expect(answer.all('PermissionsBoundaryUsageCount')).toEqual(['0', '0', '2', '1', '0', '0'])
      const got = await expectOk(asAdmin('GetPolicy', { PolicyArn: arnOf('both') }))
      expect([got.get('AttachmentCount'), got.get('PermissionsBoundaryUsageCount')]).toEqual(['4', '2'])
    })

    it('refuses to delete one that is a boundary alone', async () => {
      expect(await asAdmin('DeletePolicy', { PolicyArn: arnOf('bounding', '/team/') })).toMatchObject({
        status: 409,
        code: 'DeleteConflict',
        message: 'Cannot delete a policy attached to entities.',
      })
    })

    it('is what GetAccountSummary counts', async () => {
      const { body } = await expectOk(asAdmin('GetAccountSummary'))
      const entry = (key: string) => new RegExp(`<key>${key}</key>\\s*<value>(\\d+)</value>`).exec(body)?.[1]
      expect(
        ['Policies', 'PoliciesQuota', 'PolicyVersionsInUse', 'PolicySizeQuota', 'VersionsPerPolicyQuota'].map(entry),
      ).toEqual(['6', '1500', '4', '6144', '5'])
      expect(['PolicyVersionsInUseQuota', 'AttachedPoliciesPerGroupQuota'].map(entry)).toEqual(['10000', '10'])
    })
  })

  describe('ListEntitiesForPolicy', () => {
    const PolicyArn = arnOf('both')
    const entities = async (parameters: Parameters) => {
      const answer = await expectOk(asAdmin('ListEntitiesForPolicy', { PolicyArn, ...parameters }))
      return [...answer.all('GroupName'), ...answer.all('UserName')]
    }

    it('names groups and users with their ids', async () => {
      const answer = await expectOk(asAdmin('ListEntitiesForPolicy', { PolicyArn: arnOf('attached') }))
      const id = (await asAdmin('GetUser', { UserName: 'Bob' })).get('UserId') ?? ''
      expect(answer.body).toContain(
        '    <PolicyGroups/>\n' +
          '    <PolicyUsers>\n' +
          `      <member>\n        <UserName>Bob</UserName>\n        <UserId>${id}</UserId>\n      </member>\n` +
          '    </PolicyUsers>\n' +
          '    <PolicyRoles/>\n' +
          '    <IsTruncated>false</IsTruncated>\n',
      )
    })

    it.each([
      [{}, ['day', 'Night', 'alice', 'Bob', 'carol']],
      [{ EntityFilter: 'User' }, ['alice', 'Bob', 'carol']],
      [{ EntityFilter: 'Group' }, ['day', 'Night']],
      [{ EntityFilter: 'Role' }, []],
      [{ EntityFilter: 'LocalManagedPolicy' }, []],
      [{ PathPrefix: '/team/' }, ['day', 'alice', 'carol']],
      [{ PolicyUsageFilter: 'PermissionsPolicy' }, ['day', 'Night', 'alice', 'Bob']],
      [{ PolicyUsageFilter: 'PermissionsBoundary' }, ['alice', 'carol']],
      [{ PolicyUsageFilter: 'PermissionsBoundary', EntityFilter: 'Group' }, []],
    ])('names those that fit %j, once each, also over pages of both kinds', async (parameters, expected) => {
      expect(await entities(parameters)).toEqual(expected)
      const names: string[] = []
      for (const element of ['GroupName', 'UserName']) {
        const { items } = await pages(
          (page) => asAdmin('ListEntitiesForPolicy', { PolicyArn, ...parameters, ...page }),
          element,
        )
        names.push(...items)
      }
      expect(names).toEqual(expected)
    })

    it("names those of the caller's account alone", async () => {
      const answer = await expectOk(
        asAdmin('ListEntitiesForPolicy', { PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
      )
      expect(answer.all('UserName')).toEqual(['administrator'])
    })

    it('says NoSuchEntity of a policy that is not there', async () => {
      expect(await asAdmin('ListEntitiesForPolicy', { PolicyArn: arnOf('none') })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${arnOf('none')} was not found.`,
      })
    })
  })
})
