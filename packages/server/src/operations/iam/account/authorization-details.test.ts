import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Answer, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { addAccount, engines, openOn, tagParameters } from '../../../../test/houses.ts'

const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const own = 'arn:aws:iam::123456789012:policy/team/own'
const document = (Action: string, pad = '') =>
  `{"Version":"2012-10-17",${pad}"Statement":{"Effect":"Allow","Action":"${Action}","Resource":"*"}}`

/** The texts of all elements of a name that stand in the list of this name. */
const within = (answer: Answer, list: string, element: string): readonly string[] => {
  const [, inside = ''] = new RegExp(`<${list}>([^]*)</${list}>`).exec(answer.body) ?? []
  return [...inside.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text]) => text ?? '')
}

describe.each(engines)('GetAccountAuthorizationDetails on %s', (engine) => {
  let house: TestHouse
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const ask = (parameters: Parameters = {}) => asAdmin('GetAccountAuthorizationDetails', parameters)
  const only = (...filter: readonly string[]): Parameters =>
    Object.fromEntries(filter.map((kind, index) => [`Filter.member.${index + 1}`, kind]))

  beforeAll(async () => {
    house = await openOn(engine)
    for (const GroupName of ['Readers', 'all']) await expectOk(asAdmin('CreateGroup', { GroupName }))
    const alice = { UserName: 'Alice', Path: '/a/', PermissionsBoundary: administratorAccess }
    await expectOk(asAdmin('CreateUser', { ...alice, ...tagParameters({ team: 'red' }) }))
    for (const UserName of ['bob', 'carol']) await expectOk(asAdmin('CreateUser', { UserName }))
    for (const GroupName of ['Readers', 'all']) {
      await expectOk(asAdmin('AddUserToGroup', { GroupName, UserName: 'alice' }))
    }
    const inline = { PolicyName: 'Inline', PolicyDocument: document('iam:Get*') }
    await expectOk(asAdmin('PutUserPolicy', { UserName: 'alice', ...inline }))
    await expectOk(asAdmin('PutGroupPolicy', { GroupName: 'readers', ...inline, PolicyName: 'OfGroup' }))
    const policy = { PolicyName: 'own', Path: '/team/', Description: 'Ours.', PolicyDocument: document('s3:*') }
    await expectOk(asAdmin('CreatePolicy', policy))
    await expectOk(asAdmin('CreatePolicyVersion', { PolicyArn: own, PolicyDocument: document('ec2:*') }))
    await expectOk(asAdmin('CreatePolicy', { PolicyName: 'unused', PolicyDocument: document('sqs:*') }))
    await expectOk(asAdmin('AttachGroupPolicy', { GroupName: 'all', PolicyArn: own }))
    await expectOk(asAdmin('AttachUserPolicy', { UserName: 'alice', PolicyArn: own }))
  })
  afterAll(() => house.close())

  it('gives a user whole: policies, groups, attachments, boundary and tags', async () => {
    const answer = await expectOk(ask(only('User')))
    expect(within(answer, 'UserDetailList', 'UserName')).toEqual(
      ['administrator', 'Alice', 'bob', 'carol'].toSorted(byName),
    )
    expect(answer.body).toMatch(
      new RegExp(
        '<Path>/a/</Path>\\s*<UserName>Alice</UserName>\\s*<UserId>AIDA\\w+</UserId>\\s*' +
          '<Arn>arn:aws:iam::123456789012:user/a/Alice</Arn>\\s*<CreateDate>[^<]+</CreateDate>\\s*' +
          '<UserPolicyList>\\s*<member>\\s*<PolicyName>Inline</PolicyName>\\s*<PolicyDocument>%7B[^<]+</PolicyDocument>\\s*' +
          '</member>\\s*</UserPolicyList>\\s*' +
          '<GroupList>\\s*<member>all</member>\\s*<member>Readers</member>\\s*</GroupList>\\s*' +
          `<AttachedManagedPolicies>\\s*<member>\\s*<PolicyName>own</PolicyName>\\s*<PolicyArn>${own}</PolicyArn>\\s*` +
          '</member>\\s*</AttachedManagedPolicies>\\s*' +
          '<PermissionsBoundary>\\s*<PermissionsBoundaryType>Policy</PermissionsBoundaryType>\\s*' +
          `<PermissionsBoundaryArn>${administratorAccess}</PermissionsBoundaryArn>\\s*</PermissionsBoundary>\\s*` +
          '<Tags>\\s*<member>\\s*<Key>team</Key>\\s*<Value>red</Value>\\s*</member>\\s*</Tags>',
      ),
    )
    const [text = ''] = within(answer, 'UserDetailList', 'PolicyDocument')
    expect(decodeURIComponent(text)).toBe(document('iam:Get*'))
    expect(answer.body).toContain('<GroupDetailList/>')
    expect(answer.body).toContain('<RoleDetailList/>')
    expect(answer.body).toContain('<Policies/>')
    expect(answer.get('IsTruncated')).toBe('false')
  })

  it('gives groups with their policies', async () => {
    const answer = await expectOk(ask(only('Group')))
    expect(within(answer, 'GroupDetailList', 'GroupName')).toEqual(['all', 'Readers'])
    expect(within(answer, 'GroupDetailList', 'PolicyArn')).toEqual([own])
    expect(within(answer, 'GroupPolicyList', 'PolicyName')).toEqual(['OfGroup'])
    expect(answer.body).toContain('<UserDetailList/>')
  })

  it("gives the account's own policies with every version, used or not, and how they are used", async () => {
    const answer = await expectOk(ask(only('LocalManagedPolicy')))
    expect(within(answer, 'Policies', 'Arn')).toEqual([own, 'arn:aws:iam::123456789012:policy/unused'])
    expect(within(answer, 'Policies', 'VersionId')).toEqual(['v2', 'v1', 'v1'])
    expect(within(answer, 'Policies', 'IsDefaultVersion')).toEqual(['false', 'true', 'true'])
    expect(within(answer, 'Policies', 'AttachmentCount')).toEqual(['2', '0'])
    expect(within(answer, 'Policies', 'Document').map(decodeURIComponent)).toEqual(
      ['ec2:*', 's3:*', 'sqs:*'].map((action) => document(action)),
    )
    expect(answer.get('Description')).toBe('Ours.')
  })

  it('gives those of AWS that the account uses, a boundary among them', async () => {
    const answer = await expectOk(ask(only('AWSManagedPolicy')))
    expect(within(answer, 'Policies', 'PolicyName')).toEqual(['AdministratorAccess'])
    expect(within(answer, 'Policies', 'AttachmentCount')).toEqual(['1'])
    expect(within(answer, 'Policies', 'PermissionsBoundaryUsageCount')).toEqual(['1'])
    expect(within(answer, 'Policies', 'VersionId')).toHaveLength(1)
  })

  it('gives no roles while there are none', async () => {
    expect((await expectOk(ask(only('Role')))).body).toContain('<RoleDetailList/>')
  })

  it('gives everything without a filter, the same as kind by kind, and page by page', async () => {
    const whole = await expectOk(ask())
    const shown = (answer: Answer) => [
      ...within(answer, 'UserDetailList', 'UserName'),
      ...within(answer, 'GroupDetailList', 'GroupName'),
      ...within(answer, 'Policies', 'Arn'),
    ]
    const all = shown(whole)
    expect(all).toHaveLength(4 + 2 + 2 + 1)
    for (const MaxItems of ['1', '2', '4', '5']) {
      const found: string[] = []
      let marker: Parameters = {}
      for (;;) {
        const answer = await expectOk(ask({ MaxItems, ...marker }))
        found.push(...shown(answer))
        if (answer.get('IsTruncated') === 'false') break
        expect(shown(answer)).toHaveLength(Number(MaxItems))
        marker = { Marker: answer.get('Marker') ?? '' }
      }
      expect(found).toEqual(all)
    }
  })

  it('does not go on with a marker of another filter', async () => {
    const first = await expectOk(ask({ ...only('User', 'Group'), MaxItems: '1' }))
    const Marker = first.get('Marker') ?? ''
    await expectOk(ask({ ...only('Group', 'User', 'User'), Marker }))
    for (const filter of [{}, only('User')]) {
      expect(await ask({ ...filter, Marker })).toMatchObject({
        status: 400,
        code: 'ValidationError',
        message: 'Marker and Filter do not match',
      })
    }
  })

  it('refuses a kind that is none', async () => {
    expect(await ask(only('User', 'Robot'))).toMatchObject({
      status: 400,
      code: 'ValidationError',
      message:
        "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [LocalManagedPolicy, User, AWSManagedPolicy, Role, Group]]",
    })
  })

  it("shows nothing of another account's", async () => {
    const other = await addAccount(house, '210987654321')
    const answer = await expectOk(house.iam(other.root, 'GetAccountAuthorizationDetails'))
    expect(within(answer, 'UserDetailList', 'UserName')).toEqual(['administrator'])
    expect(answer.body).toContain('<GroupDetailList/>')
    expect(within(answer, 'Policies', 'Arn')).toEqual([administratorAccess])
  })

  it('ends a page early where the policies are long: none is left out, and none comes twice', async () => {
    const other = await addAccount(house, '321098765432')
    const as = (action: string, parameters: Parameters) => house.iam(other.root, action, parameters)
    // White space is stored, and not counted by the quotas.
    const long = (UserName: string, PolicyName: string, spaces: number) =>
      as('PutUserPolicy', { UserName, PolicyName, PolicyDocument: document('s3:*', ' '.repeat(spaces)) })
    for (const UserName of ['a', 'b', 'c', 'd', 'e']) {
      await expectOk(as('CreateUser', { UserName }))
      for (const PolicyName of ['p', 'q', 'r']) {
        await expectOk(long(UserName, PolicyName, UserName === 'd' ? 100_000 : 33_000))
      }
    }
    const users: string[][] = []
    let marker: Parameters = {}
    do {
      const answer = await expectOk(
        as('GetAccountAuthorizationDetails', { ...only('User'), MaxItems: '1000', ...marker }),
      )
      users.push([...within(answer, 'UserDetailList', 'UserName')])
      marker = answer.get('IsTruncated') === 'true' ? { Marker: answer.get('Marker') ?? '' } : {}
    } while (marker['Marker'] !== undefined)
    // Two of 100,000 characters, and not a third; whose are longer than a page's is alone.
    expect(users).toEqual([['a', 'administrator', 'b'], ['c'], ['d'], ['e']])
  })
})

const byName = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)
