import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policyHash } from '../../../authz/policy-hash.ts'
import { mintPolicyId, type AccountId } from '../../../domain/ids.ts'
import { expectOk, type Credentials, type Parameters } from '../../../../test/harness.ts'
import { addAccount, engines, openOn, operate, pages, tagParameters } from '../../../../test/houses.ts'

const allow = (Action: string, Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })
const arnOf = (name: string, path = '/') => `arn:aws:iam::123456789012:policy${path}${name}`
const notFound = (arn: string) => ({ status: 404, code: 'NoSuchEntity', message: `Policy ${arn} was not found.` })

describe.each(engines)("an account's own managed policies on %s", (engine) => {
  let house: Awaited<ReturnType<typeof openOn>>
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const create = (PolicyName: string, parameters: Parameters = {}) =>
    asAdmin('CreatePolicy', { PolicyName, PolicyDocument: allow('s3:GetObject'), ...parameters })
  const fresh = async (name: string, parameters: Parameters = {}) =>
    (await expectOk(create(name, parameters))).get('Arn') ?? ''
  const version = (PolicyArn: string, PolicyDocument = allow('s3:PutObject'), parameters: Parameters = {}) =>
    asAdmin('CreatePolicyVersion', { PolicyArn, PolicyDocument, ...parameters })
  const versions = async (PolicyArn: string) =>
    (await expectOk(asAdmin('ListPolicyVersions', { PolicyArn }))).all('VersionId')
  const documentOf = async (PolicyArn: string, VersionId = 'v1') =>
    decodeURIComponent((await expectOk(asAdmin('GetPolicyVersion', { PolicyArn, VersionId }))).get('Document') ?? '')

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())

  describe('CreatePolicy', () => {
    it('gives a policy an id, an ARN with its path, and a first version that holds', async () => {
      const answer = await expectOk(create('Reports', { Path: '/team/', Description: 'Reads reports' }))
      expect(answer.get('PolicyId')).toMatch(/^ANPA[A-Z2-7]{17}$/)
      expect(answer.body).toMatch(
        new RegExp(
          [
            '    <Policy>',
            '      <PolicyName>Reports</PolicyName>',
            '      <PolicyId>ANPA[A-Z2-7]+</PolicyId>',
            '      <Arn>arn:aws:iam::123456789012:policy/team/Reports</Arn>',
            '      <Path>/team/</Path>',
            '      <DefaultVersionId>v1</DefaultVersionId>',
            '      <AttachmentCount>0</AttachmentCount>',
            '      <PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount>',
            '      <IsAttachable>true</IsAttachable>',
            '      <Description>Reads reports</Description>',
            '      <CreateDate>[^<]+</CreateDate>',
            '      <UpdateDate>[^<]+</UpdateDate>',
            '    </Policy>',
          ].join('\n'),
        ),
      )
      const got = await expectOk(asAdmin('GetPolicy', { PolicyArn: arnOf('Reports', '/team/') }))
      expect(got.get('Description')).toBe('Reads reports')
      expect(got.get('PolicyId')).toBe(answer.get('PolicyId'))
    })

    it('omits description and tags that were not given', async () => {
      const answer = await expectOk(create('Bare'))
      expect(answer.body).not.toMatch(/Description|Tags/)
      expect((await asAdmin('GetPolicy', { PolicyArn: arnOf('Bare') })).body).not.toMatch(/Description|Tags/)
    })

    it('keeps tags, and shows them with the policy', async () => {
      const answer = await expectOk(create('Tagged', tagParameters({ Team: 'red', Cost: '1' })))
      expect(answer.all('Key')).toEqual(['Team', 'Cost'])
      const got = await expectOk(asAdmin('GetPolicy', { PolicyArn: arnOf('Tagged') }))
      expect(got.all('Key')).toEqual(['Cost', 'Team'])
      expect((await asAdmin('ListPolicies', { Scope: 'Local' })).body).not.toContain('<Tags>')
    })

    it('keeps a document byte for byte', async () => {
      const document = `\n\t{"Version": "2012-10-17","Id":"\u00e9\u00ff", "Statement":\r\n[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a%3Ab/*"}]} \t`
      expect(await documentOf(await fresh('Bytes', { PolicyDocument: document }))).toBe(document)
    })

    it('refuses a name that is taken, in any case and under any path, and makes nothing', async () => {
      await fresh('Twice')
      for (const [name, path] of [
        ['Twice', '/'],
        ['TWICE', '/'],
        ['twice', '/elsewhere/'],
      ] as const) {
        expect(await create(name, { Path: path })).toMatchObject({
          status: 409,
          code: 'EntityAlreadyExists',
          message: `A policy called ${name} already exists. Duplicate names are not allowed.`,
        })
      }
      expect(await asAdmin('GetPolicy', { PolicyArn: arnOf('twice', '/elsewhere/') })).toMatchObject({
        code: 'NoSuchEntity',
      })
    })

    it.each([
      ['is not JSON', '{', 'Syntax errors in policy.'],
      [
        'is of 2008',
        allow('s3:*').replace('2012-10-17', '2008-10-17'),
        'Policy document must be version 2012-10-17 or greater.',
      ],
      [
        'names no version',
        '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
        'Policy document must be version 2012-10-17 or greater.',
      ],
      ['has no action', allow('').replace('"Action":""', '"Action":[]'), 'Policy statement must contain actions.'],
    ])('refuses a document that %s, and makes nothing', async (_, PolicyDocument, message) => {
      expect(await create('Malformed', { PolicyDocument })).toMatchObject({
        status: 400,
        code: 'MalformedPolicyDocument',
        message,
      })
      expect(await asAdmin('GetPolicy', { PolicyArn: arnOf('Malformed') })).toMatchObject(notFound(arnOf('Malformed')))
    })

    it('takes 6,144 characters, white space not counted, and not one more', async () => {
      const ofSize = (size: number) => allow(`s3:${'x'.repeat(size - allow('s3:').length)}`)
      await expectOk(create('Largest', { PolicyDocument: ` \n\t${ofSize(6_144)}\r\n` }))
      const tooLarge = { status: 409, code: 'LimitExceeded', message: 'Cannot exceed quota for PolicySize: 6144' }
      expect(await create('Larger', { PolicyDocument: ofSize(6_145) })).toMatchObject(tooLarge)
      expect(await version(arnOf('Largest'), ofSize(6_145))).toMatchObject(tooLarge)
      expect(await versions(arnOf('Largest'))).toEqual(['v1'])
    })

    it('refuses tags that no list of tags may hold', async () => {
      expect(await create('BadTags', tagParameters({ a: '1', A: '2' }))).toMatchObject({
        code: 'InvalidInput',
        message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      })
      expect(await create('BadTags', tagParameters({ 'aws:a': '1' }))).toMatchObject({ code: 'InvalidInput' })
      expect(await asAdmin('GetPolicy', { PolicyArn: arnOf('BadTags') })).toMatchObject({ code: 'NoSuchEntity' })
    })

    it('needs iam:TagPolicy as well where it is given tags', async () => {
      const key = await house.user('maker')
      const tagged = () =>
        house.iam(key, 'CreatePolicy', {
          PolicyName: 'OfMaker',
          PolicyDocument: allow('s3:*'),
          ...tagParameters({ Team: 'red' }),
        })
      await house.allow('maker', { Effect: 'Allow', Action: 'iam:CreatePolicy', Resource: '*' })
      expect(await tagged()).toMatchObject({
        status: 403,
        code: 'AccessDenied',
        message: `User: arn:aws:iam::123456789012:user/maker is not authorized to perform: iam:TagPolicy on resource: policy ${arnOf('OfMaker')} because no identity-based policy allows the iam:TagPolicy action`,
      })
      await house.allow('maker', {
        Effect: 'Allow',
        Action: ['iam:CreatePolicy', 'iam:TagPolicy'],
        Resource: arnOf('OfMaker'),
        Condition: {
          StringEquals: { 'aws:RequestTag/team': 'red' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] },
        },
      })
      expect(
        await house.iam(key, 'CreatePolicy', {
          PolicyName: 'OfMaker',
          PolicyDocument: allow('s3:*'),
          ...tagParameters({ Team: 'blue' }),
        }),
      ).toMatchObject({ code: 'AccessDenied' })
      await expectOk(tagged())
    })
  })

  describe('versions', () => {
    it('are numbered on, newest first, and never a number twice', async () => {
      const arn = await fresh('Versions')
      const second = await expectOk(version(arn))
      expect(second.body).toMatch(
        /<PolicyVersion>\s*<VersionId>v2<\/VersionId>\s*<IsDefaultVersion>false<\/IsDefaultVersion>\s*<CreateDate>[^<]+<\/CreateDate>\s*<\/PolicyVersion>/,
      )
      await expectOk(version(arn))
      expect(await versions(arn)).toEqual(['v3', 'v2', 'v1'])
      await expectOk(asAdmin('DeletePolicyVersion', { PolicyArn: arn, VersionId: 'v3' }))
      expect((await expectOk(version(arn))).get('VersionId')).toBe('v4')
      expect(await versions(arn)).toEqual(['v4', 'v2', 'v1'])
      const listed = await expectOk(asAdmin('ListPolicyVersions', { PolicyArn: arn }))
      expect(listed.all('IsDefaultVersion')).toEqual(['false', 'false', 'true'])
      expect(listed.body).not.toContain('Document')
    })

    it('hold as soon as they are the default, and the answer says so', async () => {
      const arn = await fresh('Default')
      const made = await expectOk(version(arn, allow('ec2:*'), { SetAsDefault: 'true' }))
      expect(made.get('IsDefaultVersion')).toBe('true')
      const defaultVersion = async () => (await asAdmin('GetPolicy', { PolicyArn: arn })).get('DefaultVersionId')
      expect(await defaultVersion()).toBe('v2')
      await expectOk(version(arn, allow('iam:*'), { SetAsDefault: 'false' }))
      expect(await defaultVersion()).toBe('v2')
      const set = await expectOk(asAdmin('SetDefaultPolicyVersion', { PolicyArn: arn, VersionId: 'v1' }))
      expect(set.body).not.toContain('Result')
      expect(await defaultVersion()).toBe('v1')
      expect(await documentOf(arn, 'v2')).toBe(allow('ec2:*'))
    })

    it('are five at most', async () => {
      const arn = await fresh('Five')
      for (let i = 2; i <= 5; i++) await expectOk(version(arn))
      expect(await version(arn)).toMatchObject({
        status: 409,
        code: 'LimitExceeded',
        message:
          'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      })
      await expectOk(asAdmin('DeletePolicyVersion', { PolicyArn: arn, VersionId: 'v2' }))
      await expectOk(version(arn))
      expect(await versions(arn)).toEqual(['v6', 'v5', 'v4', 'v3', 'v1'])
    })

    it('refuse a malformed document, and keep what was there', async () => {
      const arn = await fresh('KeptVersion')
      expect(await version(arn, '{}', { SetAsDefault: 'true' })).toMatchObject({
        status: 400,
        code: 'MalformedPolicyDocument',
      })
      expect(await versions(arn)).toEqual(['v1'])
    })

    it('are not deleted while they are the default', async () => {
      const arn = await fresh('Held')
      await expectOk(version(arn))
      expect(await asAdmin('DeletePolicyVersion', { PolicyArn: arn, VersionId: 'v1' })).toMatchObject({
        status: 409,
        code: 'DeleteConflict',
        message: 'Cannot delete the default version of a policy.',
      })
    })

    it.each(['GetPolicyVersion', 'SetDefaultPolicyVersion', 'DeletePolicyVersion'])(
      '%s says NoSuchEntity of a version that is not there',
      async (action) => {
        const PolicyArn = arnOf('Unversioned')
        await create('Unversioned')
        for (const VersionId of ['v7', 'v1.a', 'v99999999999999999999']) {
          expect(await asAdmin(action, { PolicyArn, VersionId })).toMatchObject({
            status: 404,
            code: 'NoSuchEntity',
            message: `Policy ${PolicyArn} version ${VersionId} does not exist or is not attachable.`,
          })
        }
      },
    )

    it('are paged, each once', async () => {
      const arn = await fresh('Paged')
      for (let i = 2; i <= 5; i++) await expectOk(version(arn))
      const { items, markers } = await pages(
        (page) => asAdmin('ListPolicyVersions', { PolicyArn: arn, ...page }),
        'VersionId',
      )
      expect(items).toEqual(['v5', 'v4', 'v3', 'v2', 'v1'])
      // A marker of one policy's versions opens no other's.
      const other = await fresh('PagedToo')
      expect(await asAdmin('ListPolicyVersions', { PolicyArn: other, Marker: markers[0] ?? '' })).toMatchObject({
        status: 400,
        code: 'ValidationError',
        message: 'Invalid Marker.',
      })
    })
  })

  describe('effect', () => {
    it('is that of the default version, from the answer on, and ends with the answer of its end', async () => {
      const key = await house.user('reader')
      const may = async () => (await house.iam(key, 'ListUsers')).code === undefined
      const arn = await fresh('Effect', { PolicyDocument: allow('iam:ListUsers') })
      expect(await may()).toBe(false)
      await expectOk(asAdmin('AttachUserPolicy', { UserName: 'reader', PolicyArn: arn }))
      expect(await may()).toBe(true)
      await expectOk(version(arn, allow('iam:ListGroups'), { SetAsDefault: 'true' }))
      expect(await may()).toBe(false)
      await expectOk(asAdmin('SetDefaultPolicyVersion', { PolicyArn: arn, VersionId: 'v1' }))
      expect(await may()).toBe(true)
      await expectOk(asAdmin('DetachUserPolicy', { UserName: 'reader', PolicyArn: arn }))
      expect(await may()).toBe(false)
    })
  })

  describe('DeletePolicy', () => {
    it('refuses while it is attached, then while it has versions, and takes the rest with it', async () => {
      const arn = await fresh('Doomed', tagParameters({ a: 'b' }))
      const remove = () => asAdmin('DeletePolicy', { PolicyArn: arn })
      await house.user('holder')
      await expectOk(asAdmin('AttachUserPolicy', { UserName: 'holder', PolicyArn: arn }))
      await expectOk(version(arn))
      expect((await asAdmin('GetPolicy', { PolicyArn: arn })).get('AttachmentCount')).toBe('1')
      expect(await remove()).toMatchObject({
        status: 409,
        code: 'DeleteConflict',
        message: 'Cannot delete a policy attached to entities.',
      })
      await expectOk(asAdmin('DetachUserPolicy', { UserName: 'holder', PolicyArn: arn }))
      expect(await remove()).toMatchObject({
        status: 409,
        code: 'DeleteConflict',
        message:
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      })
      await expectOk(asAdmin('DeletePolicyVersion', { PolicyArn: arn, VersionId: 'v2' }))
      expect((await expectOk(remove())).body).not.toContain('Result')
      expect(await asAdmin('GetPolicy', { PolicyArn: arn })).toMatchObject(notFound(arn))
      // A later one of its name is another: its numbers begin anew, and it has none of the tags.
      expect((await expectOk(create('Doomed'))).get('DefaultVersionId')).toBe('v1')
      expect((await asAdmin('ListPolicyTags', { PolicyArn: arn })).all('Key')).toEqual([])
    })
  })

  describe('tags', () => {
    it('are added, overwritten by key in any case, listed in order, and removed', async () => {
      const arn = await fresh('Labels')
      const tag = (tags: Readonly<Record<string, string>>) =>
        asAdmin('TagPolicy', { PolicyArn: arn, ...tagParameters(tags) })
      const keys = async () => (await expectOk(asAdmin('ListPolicyTags', { PolicyArn: arn }))).all('Key')
      expect((await expectOk(tag({ Team: 'red', Cost: '1' }))).body).not.toContain('Result')
      await expectOk(tag({ TEAM: 'blue' }))
      expect(await keys()).toEqual(['Cost', 'TEAM'])
      await expectOk(asAdmin('UntagPolicy', { PolicyArn: arn, 'TagKeys.member.1': 'tEAM' }))
      expect(await keys()).toEqual(['Cost'])
      const fifty = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key${index}`, 'v']))
      await expectOk(tag(fifty))
      expect(await tag({ another: 'v' })).toMatchObject({
        status: 409,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for TagsPerPolicy: 50',
      })
      const { items } = await pages((page) => asAdmin('ListPolicyTags', { PolicyArn: arn, ...page }), 'Key')
      expect(items).toEqual(await keys())
    })

    it.each(['aws:ResourceTag', 'iam:ResourceTag'])('decide as %s', async (key) => {
      const name = `reads-${key.replace(':', '-')}`
      const caller = await house.user(name)
      const arn = await fresh(name)
      await house.allow(name, {
        Effect: 'Allow',
        Action: 'iam:GetPolicy',
        Resource: '*',
        Condition: { StringEquals: { [`${key}/Team`]: 'red' } },
      })
      const get = () => house.iam(caller, 'GetPolicy', { PolicyArn: arn })
      expect(await get()).toMatchObject({ code: 'AccessDenied' })
      await expectOk(asAdmin('TagPolicy', { PolicyArn: arn, ...tagParameters({ TEAM: 'red' }) }))
      await expectOk(get())
      await expectOk(asAdmin('TagPolicy', { PolicyArn: arn, ...tagParameters({ team: 'blue' }) }))
      expect(await get()).toMatchObject({ code: 'AccessDenied' })
    })
  })

  describe('at the same time', () => {
    it('two further versions do not both take the last place', async () => {
      const arn = await fresh('LastPlace')
      for (let i = 2; i <= 4; i++) await expectOk(version(arn))
      const answers = await Promise.all([version(arn), version(arn), version(arn)])
      expect(answers.map(({ code }) => code ?? 'ok').toSorted()).toEqual(['LimitExceeded', 'LimitExceeded', 'ok'])
      expect(await versions(arn)).toEqual(['v5', 'v4', 'v3', 'v2', 'v1'])
    })

    it('two policies do not both take one name', async () => {
      const answers = await Promise.all([create('OneName'), create('ONENAME', { Path: '/other/' })])
      expect(answers.map(({ code }) => code ?? 'ok').toSorted()).toEqual(['EntityAlreadyExists', 'ok'])
    })

    it('a policy is attached or deleted, never both', async () => {
      await house.user('racer')
      for (let i = 0; i < 8; i++) {
        const arn = await fresh('Race')
        const calls = [
          () => asAdmin('AttachUserPolicy', { UserName: 'racer', PolicyArn: arn }),
          () => asAdmin('DeletePolicy', { PolicyArn: arn }),
        ]
        const answers = await Promise.all((i % 2 === 0 ? calls : calls.toReversed()).map((call) => call()))
        const attached = (await asAdmin('ListAttachedUserPolicies', { UserName: 'racer' })).all('PolicyArn')
        const isThere = (await asAdmin('GetPolicy', { PolicyArn: arn })).status === 200
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        expect(answers.find(({ status }) => status !== 200)?.code).toBe(isThere ? 'DeleteConflict' : 'NoSuchEntity')
        expect(attached).toEqual(isThere ? [arn] : [])
        if (!isThere) continue
        await expectOk(asAdmin('DetachUserPolicy', { UserName: 'racer', PolicyArn: arn }))
        await expectOk(asAdmin('DeletePolicy', { PolicyArn: arn }))
      }
    })

    it('a version becomes the default or is deleted, never both', async () => {
      const arn = await fresh('DefaultRace')
      for (let i = 0; i < 6; i++) {
        const VersionId = (await expectOk(version(arn))).get('VersionId') ?? ''
        const answers = await Promise.all([
          asAdmin('SetDefaultPolicyVersion', { PolicyArn: arn, VersionId }),
          asAdmin('DeletePolicyVersion', { PolicyArn: arn, VersionId }),
        ])
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        const holds = (await asAdmin('GetPolicy', { PolicyArn: arn })).get('DefaultVersionId') ?? ''
        expect(await documentOf(arn, holds)).not.toBe('')
        await expectOk(asAdmin('SetDefaultPolicyVersion', { PolicyArn: arn, VersionId: 'v1' }))
        await asAdmin('DeletePolicyVersion', { PolicyArn: arn, VersionId })
      }
    })
  })

  it.each([
    'GetPolicy',
    'ListPolicyVersions',
    'ListPolicyTags',
    'DeletePolicy',
    'CreatePolicyVersion',
    'SetDefaultPolicyVersion',
    'DeletePolicyVersion',
    'TagPolicy',
    'UntagPolicy',
  ])('%s says NoSuchEntity of a policy that is not there', async (action) => {
    const PolicyArn = arnOf('never')
    const others = {
      VersionId: 'v1',
      PolicyDocument: allow('*'),
      ...tagParameters({ a: 'b' }),
      'TagKeys.member.1': 'a',
    }
    expect(await asAdmin(action, { PolicyArn, ...others })).toMatchObject(notFound(PolicyArn))
  })

  describe('of others', () => {
    let other: Credentials
    const writes = [
      'DeletePolicy',
      'CreatePolicyVersion',
      'SetDefaultPolicyVersion',
      'DeletePolicyVersion',
      'TagPolicy',
      'UntagPolicy',
    ]
    const others = {
      VersionId: 'v1',
      PolicyDocument: allow('*'),
      ...tagParameters({ a: 'b' }),
      'TagKeys.member.1': 'a',
    }
    const deniedOn = (arn: string) => ({
      status: 403,
      code: 'AccessDenied',
      message: expect.stringMatching(
        new RegExp(`on resource: policy ${arn} because no resource-based policy allows the iam:\\w+ action$`),
      ) as unknown,
    })

    beforeAll(async () => {
      other = (await addAccount(house, '210987654321')).administrator
      await create('Private')
    })

    it.each(writes)('%s is refused to everybody, root too, on AWS’s own', async (action) => {
      const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
      for (const caller of [house.administrator, house.root])
        expect(await house.iam(caller, action, { PolicyArn, ...others })).toMatchObject(deniedOn(PolicyArn))
    })

    it.each([...writes, 'GetPolicy', 'GetPolicyVersion', 'ListPolicyVersions', 'ListPolicyTags'])(
      '%s is refused on another account’s, there or not',
      async (action) => {
        for (const PolicyArn of [arnOf('Private'), arnOf('nowhere')])
          expect(await house.iam(other, action, { PolicyArn, ...others })).toMatchObject(deniedOn(PolicyArn))
      },
    )

    it('cannot be attached, and are not listed', async () => {
      expect(
        await house.iam(other, 'AttachUserPolicy', { UserName: 'administrator', PolicyArn: arnOf('Private') }),
      ).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `Policy ${arnOf('Private')} does not exist or is not attachable.`,
      })
      expect((await expectOk(house.iam(other, 'ListPolicies', { Scope: 'Local' }))).all('PolicyName')).toEqual([])
    })
  })
})

describe.each(engines)('an account full of policies on %s', (engine) => {
  it('refuses the 1,501st, also of two that come at once, and counts deletions', async () => {
    const house = await openOn(engine)
    try {
      const account = '123456789012' as AccountId
      await operate(house, async (store, { at }) => {
        for (let i = 0; i < 1_499; i++) {
          const name = `policy-${i}`
          const policy = {
            id: mintPolicyId(account),
            account,
            name,
            path: '/',
            arn: arnOf(name),
            description: undefined,
          }
          const text = allow('s3:GetObject')
          await store.managedPolicies.insert(
            { ...policy, createdAt: at, updatedAt: at, defaultVersion: 1, lastVersion: 1 },
            { n: 1, text, hash: policyHash(text), size: text.length, createdAt: at },
          )
        }
      })
      const create = (PolicyName: string) =>
        house.iam(house.root, 'CreatePolicy', { PolicyName, PolicyDocument: allow('s3:*') })
      const answers = await Promise.all([create('one'), create('two')])
      expect(answers.map(({ code }) => code ?? 'ok').toSorted()).toEqual(['LimitExceeded', 'ok'])
      expect(await create('three')).toMatchObject({
        status: 409,
        code: 'LimitExceeded',
        message: 'Cannot exceed quota for PoliciesPerAccount: 1500',
      })
      await expectOk(house.iam(house.root, 'DeletePolicy', { PolicyArn: arnOf('policy-7') }))
      await expectOk(create('three'))
      expect(
        (await house.iam(house.root, 'ListPolicies', { Scope: 'Local', MaxItems: '1000' })).all('Arn'),
      ).toHaveLength(1_000)
    } finally {
      await house.close()
    }
  })
})
