import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials } from '../../../../test/harness.ts'
import type { EvaluationResult, SimulatePolicyResponse } from '../../../protocol/types/iam.ts'

const account = '123456789012'
const alice = `arn:aws:iam::${account}:user/alice`
const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const allow = (Action: string | string[], more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more })
const deny = (Action: string | string[], more: object = {}) => ({ ...allow(Action, more), Effect: 'Deny' })

describe('simulation', () => {
  let house: TestHouse
  const simulate = async (operation: string, input: object, as: Credentials = house.administrator) =>
    house.json(as, 'iam', operation, input)
  const results = async (operation: string, input: object): Promise<readonly EvaluationResult[]> => {
    const { status, body } = await simulate(operation, input)
    expect(status, JSON.stringify(body)).toBe(200)
    return (body as unknown as SimulatePolicyResponse).EvaluationResults ?? []
  }
  const ofPrincipal = (input: object) => results('SimulatePrincipalPolicy', { PolicySourceArn: alice, ...input })
  const ofPolicies = (input: object) => results('SimulateCustomPolicy', input)
  const decisions = (found: readonly EvaluationResult[]) => found.map((one) => [one.EvalActionName, one.EvalDecision])
  const asAdmin = (action: string, parameters: Record<string, string>) =>
    expectOk(house.iam(house.administrator, action, parameters))

  beforeAll(async () => {
    house = await TestHouse.open()
    await house.user('alice')
  })
  afterAll(() => house.close())

  describe('of a principal', () => {
    it('answers the example of the guide on MFA: no key, false, true', async () => {
      await house.allow(
        'alice',
        allow(['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances']),
        allow('ec2:TerminateInstances', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      )
      const ActionNames = ['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances', 'ec2:TerminateInstances']
      const withoutMfa = ActionNames.map((name, at) => [name, at < 3 ? 'allowed' : 'implicitDeny'])
      const [run, , , terminate] = await ofPrincipal({ ActionNames })
      expect(decisions(await ofPrincipal({ ActionNames }))).toEqual(withoutMfa)
      expect(run).toMatchObject({
        EvalResourceName: '*',
        MatchedStatements: [
          { SourcePolicyId: 'test', SourcePolicyType: 'user', StartPosition: { Line: 1, Column: 38 } },
        ],
      })
      expect(terminate?.MissingContextValues).toEqual(['aws:MultiFactorAuthPresent'])
      const mfa = (value: string) => ({
        ContextEntries: [
          { ContextKeyName: 'aws:MultiFactorAuthPresent', ContextKeyValues: [value], ContextKeyType: 'boolean' },
        ],
      })
      expect(decisions(await ofPrincipal({ ActionNames, ...mfa('false') }))).toEqual(withoutMfa)
      expect(decisions(await ofPrincipal({ ActionNames, ...mfa('true') }))).toEqual(
        ActionNames.map((name) => [name, 'allowed']),
      )
    })

    it('takes in the policies of groups, what is given, and the boundary', async () => {
      await house.user('bob')
      const bob = `arn:aws:iam::${account}:user/bob`
      await asAdmin('CreateGroup', { GroupName: 'night' })
      await asAdmin('AddUserToGroup', { GroupName: 'night', UserName: 'bob' })
      await asAdmin('PutGroupPolicy', { GroupName: 'night', PolicyName: 'g', PolicyDocument: policy(allow('s3:*')) })
      const asked = { PolicySourceArn: bob, ActionNames: ['s3:GetObject', 'sqs:SendMessage'] }
      const [read, send] = await ofPrincipal(asked)
      expect(read).toMatchObject({
        EvalDecision: 'allowed',
        MatchedStatements: [{ SourcePolicyId: 'g', SourcePolicyType: 'group' }],
      })
      expect(read).not.toHaveProperty('PermissionsBoundaryDecisionDetail')
      expect(send?.EvalDecision).toBe('implicitDeny')
      const given = await ofPrincipal({ ...asked, PolicyInputList: [policy(allow('sqs:SendMessage'))] })
      expect(given[1]).toMatchObject({
        EvalDecision: 'allowed',
        MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.1', SourcePolicyType: 'none' }],
      })
      const bounded = await ofPrincipal({
        ...asked,
        PermissionsBoundaryPolicyInputList: [policy(allow('sqs:*'))],
      })
      expect(bounded.map((one) => [one.EvalDecision, one.PermissionsBoundaryDecisionDetail])).toEqual([
        ['implicitDeny', { AllowedByPermissionsBoundary: false }],
        ['implicitDeny', { AllowedByPermissionsBoundary: true }],
      ])
      const ofGroup = await ofPrincipal({ ...asked, PolicySourceArn: `arn:aws:iam::${account}:group/night` })
      expect(decisions(ofGroup)).toEqual([
        ['s3:GetObject', 'allowed'],
        ['sqs:SendMessage', 'implicitDeny'],
      ])
    })

    it('leaves out the policies that are excluded', async () => {
      await house.user('carol')
      const carol = `arn:aws:iam::${account}:user/carol`
      await house.allow('carol', allow('s3:GetObject'))
      await asAdmin('AttachUserPolicy', { UserName: 'carol', PolicyArn: administratorAccess })
      const decision = async (...PolicyExclusionList: object[]) => {
        const [found] = await ofPrincipal({
          PolicySourceArn: carol,
          ActionNames: ['s3:GetObject'],
          PolicyExclusionList,
        })
        return [found?.EvalDecision, found?.MatchedStatements?.map((one) => one.SourcePolicyType)]
      }
      const inline = { PolicyName: 'TEST', AttachmentType: 'user', AttachmentName: 'carol' }
      expect(await decision()).toEqual(['allowed', ['user', 'aws-managed']])
      expect(await decision({ PolicyType: 'inline' })).toEqual(['allowed', ['aws-managed']])
      expect(await decision({ InlinePolicyIdentifier: inline })).toEqual(['allowed', ['aws-managed']])
      expect(await decision({ PolicyArn: administratorAccess })).toEqual(['allowed', ['user']])
      expect(await decision({ PolicyType: 'inline' }, { PolicyType: 'aws-managed' })).toEqual(['implicitDeny', []])
      const both = { PolicyType: 'inline', PolicyArn: administratorAccess }
      expect(
        await simulate('SimulatePrincipalPolicy', {
          PolicySourceArn: carol,
          ActionNames: ['s3:GetObject'],
          PolicyExclusionList: [both],
        }),
      ).toMatchObject({
        code: 'InvalidInput',
        message: 'A policy is excluded by one of PolicyType, PolicyArn and InlinePolicyIdentifier.',
      })
    })

    it('knows who the principal is, and calls as another where one is given', async () => {
      await asAdmin('CreateUser', { UserName: 'dave', 'Tags.member.1.Key': 'Team', 'Tags.member.1.Value': 'red' })
      const PolicySourceArn = `arn:aws:iam::${account}:user/dave`
      const own = allow('iam:GetUser', { Resource: 'arn:aws:iam::*:user/${aws:username}' })
      const red = allow('s3:GetObject', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } })
      const asked = { PolicySourceArn, PolicyInputList: [policy(own, red)] }
      const ask = async (CallerArn?: string) => [
        ...decisions(
          await ofPrincipal({ ...asked, ActionNames: ['iam:GetUser'], ResourceArns: [PolicySourceArn], CallerArn }),
        ),
        ...decisions(await ofPrincipal({ ...asked, ActionNames: ['s3:GetObject'], CallerArn })),
      ]
      expect(await ask()).toEqual([
        ['iam:GetUser', 'allowed'],
        ['s3:GetObject', 'allowed'],
      ])
      expect(await ask(alice)).toEqual([
        ['iam:GetUser', 'implicitDeny'],
        ['s3:GetObject', 'implicitDeny'],
      ])
    })

    it('heeds the tags of the principal that is asked about', async () => {
      await asAdmin('CreateUser', { UserName: 'hugo', 'Tags.member.1.Key': 'Secret', 'Tags.member.1.Value': 'yes' })
      const secret = { Condition: { StringEquals: { 'iam:ResourceTag/secret': 'yes' } } }
      const asker = await house.user('asker')
      await house.allow('asker', allow('iam:*'), deny('iam:*', secret))
      const hugo = `arn:aws:iam::${account}:user/hugo`
      for (const [operation, input] of [
        ['SimulatePrincipalPolicy', { PolicySourceArn: hugo, ActionNames: ['s3:GetObject'] }],
        ['GetContextKeysForPrincipalPolicy', { PolicySourceArn: hugo }],
        ['ListPoliciesGrantingServiceAccess', { Arn: hugo, ServiceNamespaces: ['s3'] }],
      ] as const) {
        expect(await simulate(operation, input, asker), operation).toMatchObject({
          code: 'AccessDenied',
          message: expect.stringContaining('with an explicit deny in an identity-based policy') as string,
        })
      }
    })

    it.each([
      [`arn:aws:iam::${account}:user/nobody`, 'NoSuchEntity', 'The user with name nobody cannot be found.'],
      [`arn:aws:iam::${account}:user/path/alice`, 'NoSuchEntity', 'The user with name alice cannot be found.'],
      ['arn:aws:iam::999999999999:user/alice', 'NoSuchEntity', 'The user with name alice cannot be found.'],
      [`arn:aws:iam::${account}:role/some`, 'NoSuchEntity', 'The role with name some cannot be found.'],
      [
        `arn:aws:iam::${account}:root`,
        'InvalidInput',
        `Invalid Entity Arn: arn:aws:iam::${account}:root does not clearly define entity type and name.`,
      ],
    ])('of %s is refused with %s', async (PolicySourceArn, code, message) => {
      for (const operation of ['SimulatePrincipalPolicy', 'GetContextKeysForPrincipalPolicy']) {
        const input = { PolicySourceArn, ...(operation.startsWith('S') && { ActionNames: ['s3:GetObject'] }) }
        expect(await simulate(operation, input)).toMatchObject({ code, message })
      }
    })
  })

  describe('of given policies', () => {
    it('names a statement by its place, over several lines', async () => {
      const text =
        '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Deny", "Action": "s3:*", "Resource": "*"\n    }\n  ]\n}'
      const [found] = await ofPolicies({ PolicyInputList: [text], ActionNames: ['s3:GetObject'] })
      expect(found?.EvalDecision).toBe('explicitDeny')
      expect(found?.MatchedStatements).toEqual([
        {
          SourcePolicyId: 'PolicyInputList.1',
          SourcePolicyType: 'none',
          StartPosition: { Line: 4, Column: 5 },
          EndPosition: { Line: 6, Column: 6 },
        },
      ])
    })

    it('on several resources answers once for each action, and for each resource by itself', async () => {
      const PolicyInputList = [
        policy(allow('s3:*', { Resource: 'arn:aws:s3:::b/*' }), deny('s3:*', { Resource: 'arn:aws:s3:::*secret' })),
      ]
      const ResourceArns = ['arn:aws:s3:::b/a', 'arn:aws:s3:::c/a', 'arn:aws:s3:::b/secret']
      const ask = (ResourceArns: string[]) =>
        ofPolicies({ PolicyInputList, ActionNames: ['s3:GetObject'], ResourceArns })
      const [all, ...others] = await ask(ResourceArns)
      expect(others).toEqual([])
      expect(all).toMatchObject({ EvalResourceName: '*', EvalDecision: 'explicitDeny', MissingContextValues: [] })
      expect(all?.ResourceSpecificResults?.map((one) => [one.EvalResourceName, one.EvalResourceDecision])).toEqual([
        ['arn:aws:s3:::b/a', 'allowed'],
        ['arn:aws:s3:::c/a', 'implicitDeny'],
        ['arn:aws:s3:::b/secret', 'explicitDeny'],
      ])
      const [one] = await ask(['arn:aws:s3:::b/a'])
      expect(one).toMatchObject({
        EvalResourceName: 'arn:aws:s3:::b/a',
        EvalDecision: 'allowed',
        EvalDecisionDetails: {},
        ResourceSpecificResults: [{ EvalResourceDecision: 'allowed' }],
      })
    })

    it('tells nobody the tags and the id of a user that he may not read', async () => {
      await asAdmin('CreateUser', { UserName: 'grace', 'Tags.member.1.Key': 'Salary', 'Tags.member.1.Value': 'high' })
      const CallerArn = `arn:aws:iam::${account}:user/grace`
      const guess = (Condition: object) => policy(allow('s3:GetObject', { Condition }))
      const guesses = [
        guess({ StringLike: { 'aws:PrincipalTag/Salary': 'h*' } }),
        guess({ StringLike: { 'aws:userid': 'AIDA*' } }),
      ]
      const asks = async (as: Credentials) => {
        const decided = []
        for (const text of guesses) {
          const input = { PolicyInputList: [text], ActionNames: ['s3:GetObject'], CallerArn }
          const { body } = await simulate('SimulateCustomPolicy', input, as)
          decided.push((body as unknown as SimulatePolicyResponse).EvaluationResults?.[0]?.EvalDecision)
        }
        return decided
      }
      const reader = await house.user('reader', allow(['iam:SimulateCustomPolicy', 'iam:GetUser']))
      const guesser = await house.user('guesser', allow('iam:SimulateCustomPolicy'))
      expect(await asks(reader)).toEqual(['allowed', 'allowed'])
      expect(await asks(guesser)).toEqual(['implicitDeny', 'implicitDeny'])
    })

    it('asks both accounts where the resource has a policy and another owner', async () => {
      const input = (Principal: unknown, identity: string) => ({
        PolicyInputList: [identity],
        ActionNames: ['s3:GetObject'],
        ResourceArns: ['arn:aws:s3:::b/a'],
        ResourcePolicy: JSON.stringify({ Version: '2012-10-17', Statement: { ...allow('s3:GetObject'), Principal } }),
        CallerArn: alice,
        ResourceOwner: '999999999999',
      })
      const may = policy(allow('s3:*'))
      const mayNot = policy(allow('sqs:*'))
      const decision = async (Principal: unknown, identity: string, more: object = {}) => {
        const [found] = await ofPolicies({ ...input(Principal, identity), ...more })
        return [found?.EvalDecision, found?.EvalDecisionDetails]
      }
      expect(await decision({ AWS: alice }, may)).toEqual([
        'allowed',
        { 'IAM Policy': 'allowed', 'Resource Policy': 'allowed' },
      ])
      expect(await decision({ AWS: alice }, mayNot)).toEqual([
        'implicitDeny',
        { 'IAM Policy': 'implicitDeny', 'Resource Policy': 'allowed' },
      ])
      expect(await decision({ AWS: '111111111111' }, may)).toEqual([
        'implicitDeny',
        { 'IAM Policy': 'allowed', 'Resource Policy': 'implicitDeny' },
      ])
      // In one account the grant to the user itself is enough.
      const own = { ResourceOwner: `arn:aws:iam::${account}:root` }
      expect(await decision({ AWS: alice }, mayNot, own)).toEqual(['allowed', {}])
      expect(await decision({ AWS: alice }, mayNot, { ResourceOwner: undefined })).toEqual(['allowed', {}])
    })

    it('asks every level of an organization', async () => {
      const levels = (...policies: string[]) => ({
        PolicyInputList: [policy(allow('*'))],
        ActionNames: ['s3:GetObject'],
        OrderedOrganizationPolicyInputList: policies.map((one) => ({ ServiceControlPolicyInputList: [one] })),
      })
      const [both] = await ofPolicies(levels(policy(allow('*')), policy(allow('s3:*'))))
      expect(both).toMatchObject({
        EvalDecision: 'allowed',
        OrganizationsDecisionDetail: { AllowedByOrganizations: true },
      })
      const [one] = await ofPolicies(levels(policy(allow('*')), policy(allow('sqs:*'))))
      expect(one).toMatchObject({
        EvalDecision: 'implicitDeny',
        OrganizationsDecisionDetail: { AllowedByOrganizations: false },
      })
    })

    it('pages over pairs, and a marker goes on with the same questions alone', async () => {
      const input = {
        PolicyInputList: [policy(allow('s3:Get*'))],
        ActionNames: ['s3:GetObject', 's3:PutObject'],
        ResourceArns: ['arn:aws:s3:::b/1', 'arn:aws:s3:::b/2', 'arn:aws:s3:::b/3'],
        MaxItems: 2,
      }
      const seen: unknown[] = []
      let Marker: string | undefined
      do {
        const { body } = await simulate('SimulateCustomPolicy', { ...input, Marker })
        const page = body as unknown as SimulatePolicyResponse
        const found = page.EvaluationResults ?? []
        for (const { EvalActionName, ResourceSpecificResults = [] } of found) {
          for (const one of ResourceSpecificResults)
            seen.push([EvalActionName, one.EvalResourceName, one.EvalResourceDecision])
        }
        Marker = page.Marker
        if (Marker !== undefined) {
          expect(
            await simulate('SimulateCustomPolicy', { ...input, ActionNames: ['s3:GetObject'], Marker }),
          ).toMatchObject({
            code: 'ValidationError',
            message: 'Invalid Marker.',
          })
        }
      } while (Marker !== undefined)
      expect(seen).toEqual(
        input.ActionNames.flatMap((action) =>
          input.ResourceArns.map((arn) => [action, arn, action === 's3:GetObject' ? 'allowed' : 'implicitDeny']),
        ),
      )
    })

    it('ends a page early where its answer grows long, and one decision names so many statements at most', async () => {
      const input = {
        PolicyInputList: [policy(...Array.from({ length: 2_000 }, () => allow('*')))],
        ActionNames: Array.from({ length: 1_000 }, (_, at) => `s3:Get${at}`),
        MaxItems: 1_000,
      }
      const { body } = await simulate('SimulateCustomPolicy', input)
      const first = body as unknown as SimulatePolicyResponse
      expect(first.EvaluationResults).toHaveLength(3)
      expect(first.EvaluationResults?.[0]?.MatchedStatements).toHaveLength(1_000)
      const { Marker } = first
      const further = (await simulate('SimulateCustomPolicy', { ...input, Marker })).body
      expect((further as unknown as SimulatePolicyResponse).EvaluationResults?.[0]?.EvalActionName).toBe('s3:Get3')
    })

    it('ends a page early where its decisions take long', async () => {
      const slow = { StringLike: { 'aws:UserAgent': Array.from({ length: 300 }, () => `*${'a?'.repeat(50)}b*`) } }
      const { status, body } = await simulate('SimulateCustomPolicy', {
        PolicyInputList: [policy(allow('*', { Condition: slow }))],
        ActionNames: Array.from({ length: 1_000 }, (_, at) => `s3:Get${at}`),
        ContextEntries: [{ ContextKeyName: 'aws:UserAgent', ContextKeyValues: ['a'.repeat(1_000)] }],
        MaxItems: 1_000,
      })
      expect(status).toBe(200)
      const page = body as unknown as SimulatePolicyResponse
      expect(page.IsTruncated).toBe(true)
      expect(page.EvaluationResults?.length).toBeLessThan(1_000)
    })

    it('needs the resources of an EC2 scenario, and names those that are missing', async () => {
      const ec2 = (...kinds: string[]) => kinds.map((kind) => `arn:aws:ec2:us-east-1:${account}:${kind}/x`)
      const ask = (ResourceHandlingOption: string, ResourceArns: string[]) =>
        simulate('SimulateCustomPolicy', {
          PolicyInputList: [policy(allow('ec2:*'))],
          ActionNames: ['ec2:RunInstances'],
          ResourceHandlingOption,
          ResourceArns,
        })
      const all = ec2('instance', 'image', 'security-group', 'network-interface', 'subnet', 'volume')
      expect((await ask('EC2-VPC-EBS-Subnet', all)).status).toBe(200)
      expect(
        await ask('EC2-VPC-EBS-Subnet', ec2('instance', 'image', 'security-group', 'network-interface')),
      ).toMatchObject({
        code: 'InvalidInput',
        message: 'Missing resources for the ResourceHandlingOption EC2-VPC-EBS-Subnet: subnet, volume.',
      })
      expect(await ask('EC2-Moon', all)).toMatchObject({
        code: 'InvalidInput',
        message: expect.stringMatching(/^Invalid ResourceHandlingOption: EC2-Moon\. It must be one of EC2-Classic-/),
      })
    })

    it.each<[string, object, string]>([
      [
        'a policy that AWS refuses',
        { PolicyInputList: ['{}', 'no'] },
        'PolicyInputList.1: Syntax errors in policy. (line 1, column 1)',
      ],
      ['an action with a wildcard', { ActionNames: ['s3:*'] }, 'Invalid action name: s3:*'],
      ['a resource that is no ARN', { ResourceArns: ['bucket'] }, 'Invalid resource ARN: bucket'],
      [
        'a caller that is no user',
        { CallerArn: `arn:aws:iam::${account}:root` },
        `Invalid CallerArn: arn:aws:iam::${account}:root is not the ARN of an IAM user.`,
      ],
      [
        'an owner that is no account',
        { ResourceOwner: 'me' },
        'Invalid ResourceOwner: me is not the ID of an account or the ARN of its root.',
      ],
      [
        'a resource policy without a caller',
        { ResourcePolicy: policy({ ...allow('s3:*'), Principal: '*' }) },
        'CallerArn must be provided when a ResourcePolicy is specified.',
      ],
      [
        'two boundaries',
        { PermissionsBoundaryPolicyInputList: [policy(allow('*')), policy(allow('*'))] },
        'PermissionsBoundaryPolicyInputList takes one policy at most.',
      ],
      [
        'a context key twice',
        {
          ContextEntries: [{ ContextKeyName: 'aws:username' }, { ContextKeyName: 'aws:UserName' }].map((one) => ({
            ...one,
            ContextKeyValues: ['a'],
          })),
        },
        'The context key aws:UserName is given more than once.',
      ],
      [
        'two values of a key that takes one',
        {
          ContextEntries: [{ ContextKeyName: 'aws:username', ContextKeyValues: ['a', 'b'], ContextKeyType: 'string' }],
        },
        'The context key aws:username of type string takes one value.',
      ],
      [
        'what one decision could take too long for',
        {
          PolicyInputList: [policy(allow('s3:*', { Resource: `arn:aws:s3:::${'*a'.repeat(50_000)}?` }))],
          ResourceArns: [`arn:aws:s3:::${'a'.repeat(1_500)}`],
        },
        'Policies of 100101 characters and a resource or context value of 1513 are too long to be simulated together.',
      ],
      [
        'a context entry without a name',
        { ContextEntries: [{ ContextKeyValues: ['a'] }] },
        'A context entry has no ContextKeyName.',
      ],
    ])('refuses %s', async (_name, input, message) => {
      const base = { PolicyInputList: [policy(allow('s3:*'))], ActionNames: ['s3:GetObject'] }
      expect(await simulate('SimulateCustomPolicy', { ...base, ...input })).toMatchObject({
        status: 400,
        code: 'InvalidInput',
        message,
      })
    })

    it('takes lists for keys of many values', async () => {
      const condition = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }
      const ask = async (values: string[]) => {
        const [found] = await ofPolicies({
          PolicyInputList: [policy(allow('s3:*', { Condition: condition }))],
          ActionNames: ['s3:GetObject'],
          ContextEntries: [{ ContextKeyName: 'aws:TagKeys', ContextKeyValues: values, ContextKeyType: 'stringList' }],
        })
        return found?.EvalDecision
      }
      expect(await ask(['a', 'b'])).toBe('allowed')
      expect(await ask(['a', 'c'])).toBe('implicitDeny')
    })
  })

  it('lists the context keys of policies once each, as they are first spelled', async () => {
    const condition = { StringEquals: { 'aws:SourceVpc': 'x', 'AWS:sourcevpc': '${aws:username}' } }
    const text = policy(
      allow('s3:*', { Condition: condition, Resource: "arn:aws:s3:::${aws:PrincipalTag/home, 'x'}/*" }),
    )
    expect((await simulate('GetContextKeysForCustomPolicy', { PolicyInputList: [text] })).body).toEqual({
      ContextKeyNames: ['aws:PrincipalTag/home', 'aws:SourceVpc', 'aws:username'],
    })
    await house.user('erin')
    await house.allow('erin', allow('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))
    const PolicySourceArn = `arn:aws:iam::${account}:user/erin`
    expect(
      (await simulate('GetContextKeysForPrincipalPolicy', { PolicySourceArn, PolicyInputList: [text] })).body,
    ).toEqual({
      ContextKeyNames: ['aws:SecureTransport', 'aws:PrincipalTag/home', 'aws:SourceVpc', 'aws:username'],
    })
  })
})
