import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, type Credentials, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { engines, openOn, pages } from '../../../../test/houses.ts'

const allow = (Action: string) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })

const kinds = ['User', 'Group'] as const
const sizeMax = { User: 2_048, Group: 5_120 }

describe.each(engines.flatMap((engine) => kinds.map((kind) => ({ engine, kind }))))(
  "a $kind's inline policies on $engine",
  ({ engine, kind }) => {
    let house: TestHouse
    const word = kind.toLowerCase()
    const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
    const call = (verb: string, name: string, parameters: Parameters = {}) =>
      asAdmin(`${verb}${kind}${verb === 'List' ? 'Policies' : 'Policy'}`, { [`${kind}Name`]: name, ...parameters })
    const put = (name: string, PolicyName: string, PolicyDocument: string) =>
      call('Put', name, { PolicyName, PolicyDocument })
    const fresh = async (name: string) => {
      await expectOk(asAdmin(`Create${kind}`, { [`${kind}Name`]: name }))
      return name
    }
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

    it('are given back byte for byte, percent-encoded', async () => {
      const name = await fresh('inline')
      const document = `\n{"Version": "2012-10-17", "Statement": [{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a%3Ab/*"}]}\t`
      expect((await expectOk(put(name, 'Doc', document))).body).not.toContain('Result')
      const answer = await expectOk(call('Get', 'INLINE', { PolicyName: 'Doc' }))
      expect(answer.body).toContain(
        `  <Get${kind}PolicyResult>\n    <${kind}Name>inline</${kind}Name>\n    <PolicyName>Doc</PolicyName>\n    <PolicyDocument>%0A%7B%22Version%22%3A%20`,
      )
      expect(answer.get('PolicyDocument')).toMatch(/^[A-Za-z0-9._~%-]+$/)
      expect(answer.get('PolicyDocument')).toContain('a%253Ab%2F%2A')
      expect(decodeURIComponent(answer.get('PolicyDocument') ?? '')).toBe(document)
    })

    it('are overwritten by name in any case, keep the first spelling, and echo the one that was asked for', async () => {
      const name = await fresh('spelling')
      await expectOk(put(name, 'First', JSON.stringify(allow('s3:*'))))
      await expectOk(put(name, 'FIRST', JSON.stringify(allow('ec2:*'))))
      expect((await call('List', name)).all('member')).toEqual(['First'])
      const answer = await expectOk(call('Get', name, { PolicyName: 'first' }))
      expect(answer.get('PolicyName')).toBe('first')
      expect(decodeURIComponent(answer.get('PolicyDocument') ?? '')).toContain('ec2:*')
      await expectOk(call('Delete', name, { PolicyName: 'fIRST' }))
      expect((await expectOk(call('List', name))).body).toContain('<PolicyNames/>')
    })

    it('are listed by name, page by page', async () => {
      const name = await fresh('listed')
      for (const policy of ['b', 'A', 'c']) await expectOk(put(name, policy, JSON.stringify(allow('s3:*'))))
      const { items } = await pages((page) => call('List', name, page), 'member')
      expect(items).toEqual(['A', 'b', 'c'])
    })

    it('take effect with their answer, and end with the answer of their deletion', async () => {
      const key = await spokenFor('effect')
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
      await expectOk(put('effect', 'list', JSON.stringify(allow('iam:ListUsers'))))
      await expectOk(house.iam(key, 'ListUsers'))
      await expectOk(put('effect', 'list', JSON.stringify(allow('iam:ListGroups'))))
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
      await expectOk(put('effect', 'list', JSON.stringify(allow('iam:ListUsers'))))
      await expectOk(call('Delete', 'effect', { PolicyName: 'list' }))
      expect(await house.iam(key, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    })

    it.each([
      ['is not JSON', '{', 'Syntax errors in policy.'],
      ['has no statement', '{"Version":"2012-10-17"}', undefined],
      [
        'names a principal',
        JSON.stringify({ ...allow('s3:*'), Statement: { ...allow('s3:*').Statement, Principal: '*' } }),
        'Policy document should not specify a principal.',
      ],
    ])('refuse a document that %s, and keep the one before', async (_, document, message) => {
      const name = 'malformed'
      await asAdmin(`Create${kind}`, { [`${kind}Name`]: name })
      await expectOk(put(name, 'kept', JSON.stringify(allow('s3:*'))))
      const refused = await put(name, 'kept', document)
      expect(refused).toMatchObject({ status: 400, code: 'MalformedPolicyDocument' })
      if (message !== undefined) expect(refused.message).toBe(message)
      const kept = await expectOk(call('Get', name, { PolicyName: 'kept' }))
      expect(decodeURIComponent(kept.get('PolicyDocument') ?? '')).toContain('s3:*')
    })

    it(`hold ${sizeMax[kind]} characters in all, white space not counted`, async () => {
      const name = await fresh('sized')
      const all = sizeMax[kind]
      const document = (size: number, space = '') => {
        const frame = JSON.stringify(allow('s3:'))
        return space + JSON.stringify(allow(`s3:${'x'.repeat(size - frame.length)}`)) + space
      }
      const tooLarge = {
        status: 409,
        code: 'LimitExceeded',
        message: `Maximum policy size of ${all} bytes exceeded for ${word} sized`,
      }
      expect(await put(name, 'a', document(all + 1))).toMatchObject(tooLarge)
      await expectOk(put(name, 'a', document(all, ' \n\t'.repeat(100))))
      expect(await put(name, 'b', document(100))).toMatchObject(tooLarge)
      // What is overwritten, in any case, counts no more.
      await expectOk(put(name, 'A', document(all - 1_000)))
      await expectOk(put(name, 'b', document(1_000)))
      expect(await put(name, 'b', document(1_001))).toMatchObject(tooLarge)
      await expectOk(call('Delete', name, { PolicyName: 'a' }))
      await expectOk(put(name, 'b', document(all)))
    })

    it.each(['Get', 'Delete'])('%s says NoSuchEntity of a policy that is not there', async (verb) => {
      await asAdmin(`Create${kind}`, { [`${kind}Name`]: 'without' })
      expect(await call(verb, 'without', { PolicyName: 'none' })).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `The ${word} policy with name none cannot be found.`,
      })
    })

    it.each(['Delete', 'Get', 'List', 'Put'])('%s says NoSuchEntity of an owner that is not there', async (verb) => {
      const named = { PolicyName: 'p', PolicyDocument: JSON.stringify(allow('*')) }
      expect(await call(verb, 'nobody', named)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `The ${word} with name nobody cannot be found.`,
      })
    })
  },
)

describe.each(engines)("a group's policies on %s", (engine) => {
  it('speak for members alone: from the answer that makes one to the answer that ends it', async () => {
    const house = await openOn(engine)
    try {
      const asAdmin = (action: string, parameters: Parameters = {}) =>
        expectOk(house.iam(house.administrator, action, parameters))
      const key = await house.user('comer')
      const may = async () => (await house.iam(key, 'ListUsers')).code === undefined
      const membership = { GroupName: 'list', UserName: 'comer' }
      await asAdmin('CreateGroup', { GroupName: 'list' })
      const PolicyDocument = JSON.stringify(allow('iam:ListUsers'))
      await asAdmin('PutGroupPolicy', { GroupName: 'list', PolicyName: 'p', PolicyDocument })
      expect(await may()).toBe(false)
      await asAdmin('AddUserToGroup', membership)
      expect(await may()).toBe(true)
      await asAdmin('UpdateGroup', { GroupName: 'list', NewGroupName: 'renamed', NewPath: '/x/' })
      expect(await may()).toBe(true)
      await asAdmin('RemoveUserFromGroup', { ...membership, GroupName: 'renamed' })
      expect(await may()).toBe(false)
    } finally {
      await house.close()
    }
  })
})
