import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { engines, openOn, pages } from '../../../../test/houses.ts'

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const allow = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })

const kinds = ['User', 'Group'] as const

describe.each(engines.flatMap((engine) => kinds.map((kind) => ({ engine, kind }))))(
  'the policies attached to a $kind on $engine',
  ({ engine, kind }) => {
    let house: TestHouse
    const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
    const attach = (name: string, PolicyArn: string) =>
      asAdmin(`Attach${kind}Policy`, { [`${kind}Name`]: name, PolicyArn })
    const detach = (name: string, PolicyArn: string) =>
      asAdmin(`Detach${kind}Policy`, { [`${kind}Name`]: name, PolicyArn })
    const list = (name: string, parameters: Parameters = {}) =>
      asAdmin(`ListAttached${kind}Policies`, { [`${kind}Name`]: name, ...parameters })
    const fresh = async (name: string) => {
      await expectOk(asAdmin(`Create${kind}`, { [`${kind}Name`]: name }))
      return name
    }
    const policy = async (PolicyName: string, Path = '/', action = 's3:GetObject') =>
      (await expectOk(asAdmin('CreatePolicy', { PolicyName, Path, PolicyDocument: allow(action) }))).get('Arn') ?? ''
    /** A user for whom the policies of this name speak: of the user itself, or of its group. */
    const spokenFor = async (name: string): Promise<Credentials> => {
      const key = await house.user(name)
      if (kind === 'User') return key
      await fresh(name)
      await expectOk(asAdmin('AddUserToGroup', { GroupName: name, UserName: name }))
      return key
    }

    beforeAll(async () => {
      house = await openOn(engine)
    })
    afterAll(() => house.close())

    it('are attached once however often, listed with name and ARN, and detached', async () => {
      const name = await fresh('attached')
      expect((await expectOk(attach(name, administratorAccess))).body).not.toContain('Result')
      await expectOk(attach(name, administratorAccess))
      expect((await expectOk(list(name))).body).toContain(
        '    <AttachedPolicies>\n' +
          '      <member>\n' +
          '        <PolicyName>AdministratorAccess</PolicyName>\n' +
          `        <PolicyArn>${administratorAccess}</PolicyArn>\n` +
          '      </member>\n' +
          '    </AttachedPolicies>\n' +
          '    <IsTruncated>false</IsTruncated>\n',
      )
      expect((await expectOk(detach(name, administratorAccess))).body).not.toContain('Result')
      expect(await detach(name, administratorAccess)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${administratorAccess} was not found.`,
      })
      expect((await list(name)).body).toContain('<AttachedPolicies/>')
    })

    it('take effect with the answer, AWS’s and the account’s own alike', async () => {
      const key = await spokenFor('promoted')
      for (const arn of [administratorAccess, await policy('lists', '/', 'iam:ListUsers')]) {
        await expectOk(attach('promoted', arn))
        await expectOk(house.iam(key, 'ListUsers'))
        await expectOk(detach('promoted', arn))
        expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
      }
    })

    it('are listed by the path of the policy, and in pages', async () => {
      const name = await fresh('listed')
      for (const [policyName, path] of [
        ['b', '/team/'],
        ['a', '/'],
        ['AdministratorAccess', '/team/red/'],
      ] as const)
        await expectOk(attach(name, await policy(policyName, path)))
      await expectOk(attach(name, administratorAccess))
      const listed = async (PathPrefix: string) => (await expectOk(list(name, { PathPrefix }))).all('PolicyName')
      expect(await listed('/')).toEqual(['AdministratorAccess', 'AdministratorAccess', 'a', 'b'])
      expect(await listed('/team/')).toEqual(['AdministratorAccess', 'b'])
      expect(await listed('/job-function/')).toEqual([])
      const { items } = await pages((page) => list(name, page), 'PolicyArn')
      expect(items).toEqual((await list(name)).all('PolicyArn'))
      expect(new Set(items).size).toBe(4)
    })

    it('are ten at most, and the tenth again', async () => {
      const name = await fresh('full')
      const arns: string[] = []
      for (let i = 0; i < 11; i++) arns.push(await policy(`full-${i}`))
      const [last = '', ...ten] = arns
      for (const arn of ten) await expectOk(attach(name, arn))
      const exceeded = { status: 409, code: 'LimitExceeded', message: `Cannot exceed quota for PoliciesPer${kind}: 10` }
      expect(await attach(name, last)).toMatchObject(exceeded)
      await expectOk(attach(name, ten[9] ?? ''))
      await expectOk(detach(name, ten[0] ?? ''))
      await expectOk(attach(name, last))
    })

    it.each([
      'arn:aws:iam::123456789012:policy/none',
      'arn:aws:iam::999999999999:policy/none',
      'arn:aws:iam::aws:policy/None',
    ])('must be there: %s', async (PolicyArn) => {
      await asAdmin(`Create${kind}`, { [`${kind}Name`]: 'without' })
      expect(await attach('without', PolicyArn)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${PolicyArn} does not exist or is not attachable.`,
      })
    })

    it.each([
      'arn:aws:s3:::a-bucket/with/a/path',
      'arn:aws:iam::aws:role/AdministratorAccess',
      'arn:aws:iam:us-east-1:aws:policy/AdministratorAccess',
      'arn:aws:iam::aws:policy/with a space in it',
      'not an ARN, however long it is',
      'arn:aws:iam::aws:policy/zero\0byte',
    ])('are named by an ARN of a policy: %j is refused', async (PolicyArn) => {
      const refused = { status: 400, code: 'ValidationError', message: 'Invalid ARN:  Could not be parsed!' }
      for (const call of [attach, detach]) expect(await call('anyone', PolicyArn)).toMatchObject(refused)
    })

    it.each(['attach', 'detach', 'list'] as const)(
      '%s says NoSuchEntity of an owner that is not there',
      async (verb) => {
        const calls = { attach, detach, list: (name: string) => list(name) }
        expect(await calls[verb]('nobody', administratorAccess)).toMatchObject({
          status: 404,
          code: 'NoSuchEntity',
          message: `The ${kind.toLowerCase()} with name nobody cannot be found.`,
        })
      },
    )

    it('are given by those alone whom iam:PolicyARN lets', async () => {
      const key = await house.user('delegate')
      const name = await fresh('delegated')
      const mine = await policy('mine')
      await house.allow('delegate', {
        Effect: 'Allow',
        Action: [`iam:Attach${kind}Policy`, `iam:Detach${kind}Policy`],
        Resource: '*',
        Condition: { ArnEquals: { 'iam:PolicyARN': mine } },
      })
      const call = (verb: string, PolicyArn: string) =>
        house.iam(key, `${verb}${kind}Policy`, { [`${kind}Name`]: name, PolicyArn })
      expect(await call('Attach', administratorAccess)).toMatchObject({ code: 'AccessDenied' })
      await expectOk(call('Attach', mine))
      expect(await call('Detach', administratorAccess)).toMatchObject({ code: 'AccessDenied' })
      await expectOk(call('Detach', mine))
    })
  },
)

it.each(engines)('replaces the bootstrap administrator without a moment that nobody may, on %s', async (engine) => {
  const house = await openOn(engine)
  try {
    const second = await house.user('second')
    const UserName = 'administrator'
    const first = house.administrator
    await expectOk(house.iam(first, 'AttachUserPolicy', { UserName: 'second', PolicyArn: administratorAccess }))
    await expectOk(house.iam(second, 'DetachUserPolicy', { UserName, PolicyArn: administratorAccess }))
    expect(await house.iam(first, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    await expectOk(house.iam(second, 'DeleteAccessKey', { UserName, AccessKeyId: first.accessKeyId }))
    await expectOk(house.iam(second, 'DeleteLoginProfile', { UserName }))
    await expectOk(house.iam(second, 'DeleteUser', { UserName }))
    expect(await house.sts(first, 'GetCallerIdentity')).toMatchObject({ code: 'InvalidClientTokenId' })
    expect(await house.iam(second, 'GetUser', { UserName })).toMatchObject({ code: 'NoSuchEntity' })
  } finally {
    await house.close()
  }
})
