import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectOk, TestHouse, type Answer, type Parameters } from '../../../../test/harness.ts'

let house: TestHouse
const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
const document = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const allow = (Action: string | readonly string[]) => ({ Effect: 'Allow', Action, Resource: '*' })
const account = 'arn:aws:iam::123456789012'
const ask = (Arn: string, services: readonly string[], more: Parameters = {}) =>
  asAdmin('ListPoliciesGrantingServiceAccess', {
    Arn,
    ...Object.fromEntries(services.map((service, index) => [`ServiceNamespaces.member.${index + 1}`, service])),
    ...more,
  })
const policiesIn = (answer: Answer) => answer.all('PolicyName')

beforeAll(async () => {
  house = await TestHouse.open()
  await expectOk(asAdmin('CreateUser', { UserName: 'alice', Path: '/team/' }))
  await expectOk(asAdmin('CreateGroup', { GroupName: 'night' }))
  await expectOk(asAdmin('AddUserToGroup', { UserName: 'alice', GroupName: 'night' }))
  const inline = (owner: Parameters, PolicyName: string, ...statements: object[]) =>
    expectOk(
      asAdmin(owner['UserName'] === undefined ? 'PutGroupPolicy' : 'PutUserPolicy', {
        ...owner,
        PolicyName,
        PolicyDocument: document(...statements),
      }),
    )
  await inline({ UserName: 'alice' }, 'reads-files', allow(['S3:Get*', 'ec2:DescribeInstances']))
  await inline({ UserName: 'alice' }, 'denies', { ...allow('sqs:*'), Effect: 'Deny' })
  await inline({ GroupName: 'night' }, 'all-but', {
    Effect: 'Allow',
    NotAction: ['iam:*', 's3:DeleteBucket'],
    Resource: '*',
  })
  const own = await expectOk(
    asAdmin('CreatePolicy', { PolicyName: 'queues', PolicyDocument: document(allow('sqs:SendMessage')) }),
  )
  const PolicyArn = own.get('Arn') ?? ''
  await expectOk(asAdmin('AttachUserPolicy', { UserName: 'alice', PolicyArn }))
  await expectOk(asAdmin('AttachGroupPolicy', { GroupName: 'night', PolicyArn }))
  await expectOk(
    asAdmin('PutUserPermissionsBoundary', {
      UserName: 'alice',
      PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMFullAccess',
    }),
  )
})
afterAll(() => house.close())

it('names of each service the policies of a user and its groups that allow something of it, and whose they are', async () => {
  const answer = await expectOk(ask(`${account}:user/team/alice`, ['s3']))
  expect(answer.body).toContain(
    '    <PoliciesGrantingServiceAccess>\n' +
      '      <member>\n' +
      '        <ServiceNamespace>s3</ServiceNamespace>\n' +
      '        <Policies>\n' +
      '          <member>\n' +
      '            <PolicyName>reads-files</PolicyName>\n' +
      '            <PolicyType>INLINE</PolicyType>\n' +
      '            <EntityType>USER</EntityType>\n' +
      '            <EntityName>alice</EntityName>\n' +
      '          </member>\n' +
      '          <member>\n' +
      '            <PolicyName>all-but</PolicyName>\n' +
      '            <PolicyType>INLINE</PolicyType>\n' +
      '            <EntityType>GROUP</EntityType>\n' +
      '            <EntityName>night</EntityName>\n' +
      '          </member>\n' +
      '        </Policies>\n' +
      '      </member>\n' +
      '    </PoliciesGrantingServiceAccess>\n' +
      '    <IsTruncated>false</IsTruncated>\n',
  )
})

it.each([
  ['EC2', ['reads-files', 'all-but']],
  // A managed policy that is attached twice is one.
  ['sqs', ['all-but', 'queues']],
  ['iam', []],
  ['nothing-of-the-kind', ['all-but']],
])('names for %s %j: neither what only denies nor a boundary', async (service, expected) => {
  expect(policiesIn(await expectOk(ask(`${account}:user/team/alice`, [service]))).toSorted()).toEqual(
    expected.toSorted(),
  )
})

it('names of a group what is its own', async () => {
  const answer = await expectOk(ask(`${account}:group/night`, ['sqs']))
  expect(policiesIn(answer)).toEqual(['all-but', 'queues'])
  expect(answer.get('EntityName')).toBe('night')
  expect(answer.get('PolicyArn')).toBe(`${account}:policy/queues`)
})

it('answers the services in the order they were asked for, a hundred at a time', async () => {
  const services = Array.from({ length: 150 }, (_, index) => `service-${index}`)
  const form = ask(`${account}:group/night`, services)
  // A form’s list grows by ten at most: the query protocol takes them in order.
  const first = await expectOk(form)
  expect(first.all('ServiceNamespace')).toEqual(services.slice(0, 100))
  const Marker = first.get('Marker') ?? ''
  expect((await expectOk(ask(`${account}:group/night`, services, { Marker }))).all('ServiceNamespace')).toEqual(
    services.slice(100),
  )
  expect(await ask(`${account}:group/night`, ['s3'], { Marker })).toMatchObject({ message: 'Invalid Marker.' })
})

it.each([
  [`${account}:user/alice`, 'NoSuchEntity', 'The user with name alice cannot be found.'],
  [`${account}:role/any`, 'NoSuchEntity', 'The role with name any cannot be found.'],
  [
    `${account}:root-that-is-long-enough`,
    'InvalidInput',
    `Invalid Entity Arn: ${account}:root-that-is-long-enough does not clearly define entity type and name.`,
  ],
])('refuses %s', async (arn, code, message) => {
  expect(await ask(arn, ['s3'])).toMatchObject({ code, message })
})

it.each([0, 201])('refuses %i services', async (count) => {
  expect(
    await ask(
      `${account}:group/night`,
      Array.from({ length: count }, (_, index) => `s${index}`),
    ),
  ).toMatchObject({
    status: 400,
    code: 'ValidationError',
  })
})
