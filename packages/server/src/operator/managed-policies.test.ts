import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectOk, type Parameters, type TestHouse } from '../../test/harness.ts'
import { engines, openOn } from '../../test/houses.ts'
import { takeOverManagedPolicies } from './managed-policies.ts'

const arnOf = (name: string) => `arn:aws:iam::aws:policy/${name}`
const allow = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
})

describe.each(engines)("policies of AWS's from a folder, on %s", (engine) => {
  let house: TestHouse
  let folder: string
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const write = (name: string, more: object = {}) =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ name, document: allow('iam:ListUsers'), ...more }))
  const takeAway = (name: string) => rmSync(join(folder, `${name}.json`))
  const takeOver = () => takeOverManagedPolicies(house.place, folder, () => house.now)
  const listed = async () =>
    (await expectOk(asAdmin('ListPolicies', { Scope: 'AWS', PathPrefix: '/ours/' }))).all('PolicyName')

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyward-policies-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    house.faults.length = 0
  })

  it('are there for every account from then on, with what their files tell', async () => {
    write('Lists', { path: '/ours/', description: 'Lists users', version: 'v4', created: '2016-01-02T03:04:05Z' })
    writeFileSync(join(folder, 'README.md'), 'not a policy')
    expect(await takeOver()).toEqual({ added: [arnOf('ours/Lists')], changed: [], removed: [], withdrawn: [] })
    expect(await takeOver()).toEqual({ added: [], changed: [], removed: [], withdrawn: [] })
    const got = await expectOk(asAdmin('GetPolicy', { PolicyArn: arnOf('ours/Lists') }))
    expect(got.get('DefaultVersionId')).toBe('v4')
    expect(got.get('Description')).toBe('Lists users')
    expect(got.get('CreateDate')).toBe('2016-01-02T03:04:05Z')
    expect(got.get('IsAttachable')).toBe('true')
    expect(await listed()).toEqual(['Lists'])
    expect((await expectOk(asAdmin('ListPolicies', { Scope: 'Local' }))).all('PolicyName')).toEqual([])
    const key = await house.user('lister')
    await expectOk(asAdmin('AttachUserPolicy', { UserName: 'lister', PolicyArn: arnOf('ours/Lists') }))
    await expectOk(house.iam(key, 'ListUsers'))
    expect(await house.iam(house.root, 'DeletePolicy', { PolicyArn: arnOf('ours/Lists') })).toMatchObject({
      code: 'AccessDenied',
    })
    await expectOk(asAdmin('DetachUserPolicy', { UserName: 'lister', PolicyArn: arnOf('ours/Lists') }))
  })

  it('get a further version where the document changed, at most five, and lose nothing else', async () => {
    const PolicyArn = arnOf('Changes')
    write('Changes')
    await takeOver()
    for (let n = 2; n <= 7; n++) {
      write('Changes', { document: allow(`iam:List${n}`), description: `now ${n}` })
      expect((await takeOver()).changed).toEqual([PolicyArn])
    }
    const versions = await expectOk(asAdmin('ListPolicyVersions', { PolicyArn }))
    expect(versions.all('VersionId')).toEqual(['v7', 'v6', 'v5', 'v4', 'v3'])
    expect(versions.all('IsDefaultVersion')).toEqual(['true', 'false', 'false', 'false', 'false'])
    const text = (await asAdmin('GetPolicyVersion', { PolicyArn, VersionId: 'v7' })).get('Document') ?? ''
    expect(JSON.parse(decodeURIComponent(text))).toEqual(allow('iam:List7'))
    expect((await asAdmin('GetPolicy', { PolicyArn })).get('Description')).toBe('now 7')
    takeAway('Changes')
    expect((await takeOver()).removed).toEqual([PolicyArn])
    expect(await asAdmin('GetPolicy', { PolicyArn })).toMatchObject({ code: 'NoSuchEntity' })
  })

  describe.each(['User', 'Group'] as const)('whose file is gone while a %s has them', (kind) => {
    const name = `Gone${kind}`
    const PolicyArn = arnOf(name)

    it('refuse everything to whom they speak for, until the file is back or they are detached', async () => {
      write(name)
      await takeOver()
      const UserName = `member-${kind}`
      const key = await house.user(UserName, { Effect: 'Allow', Action: 'iam:*', Resource: '*' })
      const owner = { [`${kind}Name`]: kind === 'User' ? UserName : 'group' }
      if (kind === 'Group') {
        await expectOk(asAdmin('CreateGroup', { GroupName: 'group' }))
        await expectOk(asAdmin('AddUserToGroup', { GroupName: 'group', UserName }))
      }
      const attach = () => asAdmin(`Attach${kind}Policy`, { ...owner, PolicyArn })
      const detach = () => asAdmin(`Detach${kind}Policy`, { ...owner, PolicyArn })
      await expectOk(attach())
      await expectOk(house.iam(key, 'ListUsers'))

      takeAway(name)
      expect(await takeOver()).toMatchObject({ removed: [], withdrawn: [PolicyArn] })
      // Said again at every start.
      expect((await takeOver()).withdrawn).toEqual([PolicyArn])
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ status: 500, code: 'InternalFailure' })
      expect(String(house.faults.at(-1))).toContain(`the policy ${PolicyArn} that speaks for`)
      expect((await asAdmin('GetPolicy', { PolicyArn })).get('IsAttachable')).toBe('false')
      expect(await attach()).toMatchObject({
        code: 'NoSuchEntity',
        message: `Policy ${PolicyArn} does not exist or is not attachable.`,
      })
      expect(await asAdmin('PutUserPermissionsBoundary', { UserName, PermissionsBoundary: PolicyArn })).toMatchObject({
        code: 'NoSuchEntity',
      })

      write(name)
      expect((await takeOver()).changed).toEqual([PolicyArn])
      await expectOk(house.iam(key, 'ListUsers'))
      takeAway(name)
      await takeOver()
      await expectOk(detach())
      await expectOk(house.iam(key, 'ListUsers'))
      expect((await takeOver()).removed).toEqual([PolicyArn])
    })
  })

  it.each(['User', 'Group'] as const)(
    'are not attached to a %s where they are for a role of a service',
    async (kind) => {
      write('OfService', { path: '/aws-service-role/' })
      await takeOver()
      const named = { [`${kind}Name`]: `no-service-${kind}` }
      await expectOk(asAdmin(`Create${kind}`, named))
      expect(
        await asAdmin(`Attach${kind}Policy`, { ...named, PolicyArn: arnOf('aws-service-role/OfService') }),
      ).toMatchObject({
        status: 400,
        code: 'PolicyNotAttachable',
        message: `Cannot attach a Service Role Policy to a Customer ${kind}.`,
      })
    },
  )

  it('bound to nothing where the file of a boundary is gone', async () => {
    write('Bounds', { document: allow('iam:*') })
    await takeOver()
    const key = await house.user('bounded', { Effect: 'Allow', Action: 'iam:*', Resource: '*' })
    const PermissionsBoundary = arnOf('Bounds')
    await expectOk(asAdmin('PutUserPermissionsBoundary', { UserName: 'bounded', PermissionsBoundary }))
    await expectOk(house.iam(key, 'ListUsers'))
    takeAway('Bounds')
    expect((await takeOver()).withdrawn).toEqual([PermissionsBoundary])
    expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    await expectOk(asAdmin('DeleteUserPermissionsBoundary', { UserName: 'bounded' }))
    await expectOk(house.iam(key, 'ListUsers'))
  })

  it('are refused with one sentence that names the file, and nothing is changed', async () => {
    write('AGood')
    const bad = join(folder, 'Bad.json')
    writeFileSync(bad, '{"name": "Bad"}')
    await expect(takeOver()).rejects.toThrow(`The file ${bad} has no "document".`)
    write('Bad', { document: {} })
    await expect(takeOver()).rejects.toThrow(
      `The file ${bad} has a "document" that IAM refuses: Syntax errors in policy.`,
    )
    writeFileSync(bad, JSON.stringify({ name: 'agood', document: allow('s3:*') }))
    await expect(takeOver()).rejects.toThrow(
      `The file ${bad} has the name or id of a policy that ${join(folder, 'AGood.json')} has: take one of them away.`,
    )
    writeFileSync(bad, JSON.stringify({ name: 'ReadOnlyAccess', path: '/x/', document: allow('s3:*') }))
    await expect(takeOver()).rejects.toThrow(
      `The file ${bad} has the name or id of a policy that Keyward itself has: take one of them away.`,
    )
    await expect(takeOverManagedPolicies(house.place, join(folder, 'none'))).rejects.toThrow(
      'The folder of managed policies cannot be read: ENOENT',
    )
    expect(await asAdmin('GetPolicy', { PolicyArn: arnOf('AGood') })).toMatchObject({ code: 'NoSuchEntity' })
  })
})
