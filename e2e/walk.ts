import { describe, expect, it } from 'vitest'
import type { Credentials } from './caller.ts'
import { Refusal, type Client, type ClientKind, type Output } from './clients.ts'
import { createOwnAccessKeys, endInstancesWithMfa, manageOwnAccessKeys, manageWithoutTags } from './seed-policies.ts'
import { administratorOf, initialise, rootOf, Server, type Place } from './server.ts'

const list = (value: unknown): readonly Output[] => (Array.isArray(value) ? (value as Output[]) : [])
const part = (output: Output, name: string): Output => (output[name] ?? {}) as Output

const keyOf = (output: Output): Credentials => {
  const { AccessKeyId, SecretAccessKey } = part(output, 'AccessKey')
  expect(SecretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/)
  return { accessKeyId: String(AccessKeyId), secretAccessKey: String(SecretAccessKey) }
}

async function refusal(call: Promise<Output>): Promise<{ code: string; message: string }> {
  const error = await call.then(
    () => new Error('it was answered'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw error
  return { code: error.code, message: error.message }
}

interface Told {
  readonly client: Client
  readonly place: Place
  readonly admin: Credentials
}

/** The walk of a new user, by any client. */
async function makeUsers({ client, admin, place }: Told): Promise<Credentials> {
  const created = part(await client(admin, 'iam', 'CreateUser', { UserName: 'alice' }), 'User')
  expect(created).toMatchObject({
    UserName: 'alice',
    Path: '/',
    Arn: `arn:aws:iam::${place.account.accountId}:user/alice`,
  })
  await client(admin, 'iam', 'CreateUser', { UserName: 'bob' })
  for (const [PolicyName, PolicyDocument] of [
    ['create', createOwnAccessKeys],
    ['manage', manageOwnAccessKeys],
  ]) {
    await client(admin, 'iam', 'PutUserPolicy', { UserName: 'alice', PolicyName, PolicyDocument })
  }
  await client(admin, 'iam', 'DeleteUserPolicy', { UserName: 'alice', PolicyName: 'create' })
  return keyOf(await client(admin, 'iam', 'CreateAccessKey', { UserName: 'alice' }))
}

async function manageOwnKeys({ client }: Told, alice: Credentials): Promise<void> {
  const second = keyOf(await client(alice, 'iam', 'CreateAccessKey'))
  const id = { AccessKeyId: second.accessKeyId }
  const statuses = async () => {
    const listed = await client(alice, 'iam', 'ListAccessKeys')
    expect(JSON.stringify(listed)).not.toContain('Secret')
    const keys = list(listed.AccessKeyMetadata)
    return new Map(keys.map((key) => [key.AccessKeyId, key.Status]))
  }
  expect(await refusal(client(alice, 'iam', 'CreateAccessKey'))).toEqual({
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for AccessKeysPerUser: 2',
  })
  await client(alice, 'iam', 'UpdateAccessKey', { ...id, Status: 'Inactive' })
  expect(await refusal(client(second, 'sts', 'GetCallerIdentity'))).toEqual({
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
  })
  expect(await statuses()).toEqual(
    new Map([
      [alice.accessKeyId, 'Active'],
      [second.accessKeyId, 'Inactive'],
    ]),
  )
  // A key that is not active counts all the same.
  expect((await refusal(client(alice, 'iam', 'CreateAccessKey'))).code).toBe('LimitExceeded')
  await client(alice, 'iam', 'UpdateAccessKey', { ...id, Status: 'Active' })
  await client(second, 'sts', 'GetCallerIdentity')
  await client(alice, 'iam', 'TagUser', {
    UserName: 'alice',
    Tags: [{ Key: second.accessKeyId, Value: 'build server' }],
  })
  expect(part(await client(alice, 'iam', 'GetUser'), 'User').Tags).toEqual([
    { Key: second.accessKeyId, Value: 'build server' },
  ])
  await client(alice, 'iam', 'DeleteAccessKey', id)
  expect([...(await statuses()).keys()]).toEqual([alice.accessKeyId])
}

async function beRefused({ client, admin, place }: Told, alice: Credentials): Promise<void> {
  const arn = `arn:aws:iam::${place.account.accountId}:user/alice`
  const denied = (action: string, resource: string) => ({
    code: 'AccessDenied',
    message: `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  })
  expect(await refusal(client(alice, 'iam', 'CreateAccessKey', { UserName: 'bob' }))).toEqual(
    denied('iam:CreateAccessKey', 'user bob'),
  )
  expect(await refusal(client(alice, 'iam', 'ListUsers'))).toEqual(
    denied('iam:ListUsers', `arn:aws:iam::${place.account.accountId}:user/`),
  )
  // Without iam:TagUser: no description, and everything else.
  await client(admin, 'iam', 'PutUserPolicy', {
    UserName: 'alice',
    PolicyName: 'manage',
    PolicyDocument: manageWithoutTags,
  })
  const tag = { UserName: 'alice', Tags: [{ Key: 'a', Value: 'b' }] }
  expect((await refusal(client(alice, 'iam', 'TagUser', tag))).message).toMatch(
    /is not authorized to perform: iam:TagUser on resource: .*alice because no identity-based policy allows/,
  )
  expect(list((await client(alice, 'iam', 'ListAccessKeys')).AccessKeyMetadata)).toHaveLength(1)
}

async function askAboutKeys({ client, admin, place }: Told, alice: Credentials): Promise<void> {
  const { accountId } = place.account
  const bob = keyOf(await client(admin, 'iam', 'CreateAccessKey', { UserName: 'bob' }))
  const lastUsed = (id: string) => client(admin, 'iam', 'GetAccessKeyLastUsed', { AccessKeyId: id })
  expect(await lastUsed(bob.accessKeyId)).toEqual({
    UserName: 'bob',
    AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' },
  })
  const before = Math.floor(Date.now() / 1_000) * 1_000
  expect(await client(bob, 'sts', 'GetCallerIdentity')).toMatchObject({
    Account: accountId,
    Arn: `arn:aws:iam::${accountId}:user/bob`,
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
  })
  const used = part(await lastUsed(bob.accessKeyId), 'AccessKeyLastUsed')
  expect(used).toMatchObject({ ServiceName: 'sts', Region: 'us-east-1' })
  expect(Date.parse(String(used.LastUsedDate))).toBeGreaterThanOrEqual(before)
  expect(Date.parse(String(used.LastUsedDate))).toBeLessThanOrEqual(Date.now())

  const info = (id: string) => client(admin, 'sts', 'GetAccessKeyInfo', { AccessKeyId: id })
  await client(admin, 'iam', 'UpdateAccessKey', {
    UserName: 'bob',
    AccessKeyId: bob.accessKeyId,
    Status: 'Inactive',
  })
  expect(await info(bob.accessKeyId)).toEqual({ Account: accountId })
  expect(await info(alice.accessKeyId)).toEqual({ Account: accountId })
  await client(admin, 'iam', 'DeleteAccessKey', { UserName: 'bob', AccessKeyId: bob.accessKeyId })
  for (const id of [bob.accessKeyId, 'AKIAIOSFODNN7EXAMPLE']) {
    expect(await refusal(info(id))).toEqual({
      code: 'ValidationError',
      message: `The access key with id ${id} does not exist.`,
    })
  }
}

async function manageRoot({ client, place }: Told): Promise<void> {
  const root = rootOf(place.account)
  expect(await client(root, 'sts', 'GetCallerIdentity')).toMatchObject({
    Arn: `arn:aws:iam::${place.account.accountId}:root`,
    UserId: place.account.accountId,
  })
  const second = keyOf(await client(root, 'iam', 'CreateAccessKey'))
  expect((await refusal(client(root, 'iam', 'CreateAccessKey'))).code).toBe('LimitExceeded')
  const listed = list((await client(second, 'iam', 'ListAccessKeys')).AccessKeyMetadata)
  expect(listed.map((key) => key.AccessKeyId).toSorted()).toEqual([root.accessKeyId, second.accessKeyId].toSorted())
  await client(second, 'iam', 'UpdateAccessKey', { AccessKeyId: root.accessKeyId, Status: 'Inactive' })
  expect((await refusal(client(root, 'sts', 'GetCallerIdentity'))).code).toBe('InvalidClientTokenId')
  await client(second, 'iam', 'DeleteAccessKey', { AccessKeyId: root.accessKeyId })
  expect(list((await client(second, 'iam', 'ListAccessKeys')).AccessKeyMetadata)).toHaveLength(1)
}

/** The administrator that init made has served its time. */
async function replaceAdministrator({ client, admin, place }: Told): Promise<void> {
  const { adminUserName: UserName, accessKeyId: AccessKeyId } = place.account
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  expect(list((await client(admin, 'iam', 'ListUserTags', { UserName })).Tags)).toEqual([
    { Key: AccessKeyId, Value: 'bootstrap' },
  ])
  await client(admin, 'iam', 'CreateUser', { UserName: 'carol' })
  await client(admin, 'iam', 'AttachUserPolicy', { UserName: 'carol', PolicyArn })
  const carol = keyOf(await client(admin, 'iam', 'CreateAccessKey', { UserName: 'carol' }))
  expect(await refusal(client(carol, 'iam', 'DeleteUser', { UserName }))).toEqual({
    code: 'DeleteConflict',
    message: 'Cannot delete entity, must delete access keys first.',
  })
  await client(carol, 'iam', 'DetachUserPolicy', { UserName, PolicyArn })
  expect((await refusal(client(admin, 'iam', 'ListUsers'))).code).toBe('AccessDenied')
  await client(carol, 'iam', 'DeleteAccessKey', { UserName, AccessKeyId })
  expect((await refusal(client(admin, 'sts', 'GetCallerIdentity'))).code).toBe('InvalidClientTokenId')
  expect(await refusal(client(carol, 'iam', 'DeleteUser', { UserName }))).toEqual({
    code: 'DeleteConflict',
    message: 'Cannot delete entity, must delete login profile first.',
  })
  await client(carol, 'iam', 'DeleteLoginProfile', { UserName })
  await client(carol, 'iam', 'DeleteUser', { UserName })
  const names = list((await client(carol, 'iam', 'ListUsers')).Users).map((user) => user.UserName)
  expect(names).toEqual(['alice', 'bob', 'carol'])
}

/** The example of AWS's guide on multi-factor authentication: instances may be ended only by who proved to have a device. */
async function askTheSimulator({ client, admin, place }: Told): Promise<void> {
  const ActionNames = ['RunInstances', 'DescribeInstances', 'StopInstances', 'TerminateInstances'].map(
    (it) => `ec2:${it}`,
  )
  await client(admin, 'iam', 'PutUserPolicy', {
    UserName: 'bob',
    PolicyName: 'ec2',
    PolicyDocument: endInstancesWithMfa,
  })
  const PolicySourceArn = `arn:aws:iam::${place.account.accountId}:user/bob`
  const decisions = async (...values: string[]) => {
    const ContextEntries = values.map((value) => ({
      ContextKeyName: 'aws:MultiFactorAuthPresent',
      ContextKeyValues: [value],
      ContextKeyType: 'boolean',
    }))
    const input = { PolicySourceArn, ActionNames, ...(values.length > 0 && { ContextEntries }) }
    const { EvaluationResults } = await client(admin, 'iam', 'SimulatePrincipalPolicy', input)
    return list(EvaluationResults).map((result) => result.EvalDecision)
  }
  expect(await decisions()).toEqual(['allowed', 'allowed', 'allowed', 'implicitDeny'])
  expect(await decisions('false')).toEqual(['allowed', 'allowed', 'allowed', 'implicitDeny'])
  expect(await decisions('true')).toEqual(['allowed', 'allowed', 'allowed', 'allowed'])
}

const allowing = (...Action: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })

/** A member of a group may what the group may, and nothing beyond its boundary. */
async function workInAGroup({ client, admin, place }: Told): Promise<void> {
  const { accountId } = place.account
  const as = (operation: string, input: object) => client(admin, 'iam', operation, input)
  const user = { UserName: 'dora' }
  const group = { GroupName: 'readers' }
  await as('CreateUser', user)
  const dora = keyOf(await as('CreateAccessKey', user))
  expect(part(await as('CreateGroup', group), 'Group').Arn).toBe(`arn:aws:iam::${accountId}:group/readers`)
  await as('AddUserToGroup', { ...group, ...user })
  const made = await as('CreatePolicy', { PolicyName: 'read', PolicyDocument: allowing('iam:ListUsers') })
  const PolicyArn = String(part(made, 'Policy').Arn)
  await as('AttachGroupPolicy', { ...group, PolicyArn })
  await client(dora, 'iam', 'ListUsers')
  expect((await refusal(client(dora, 'iam', 'ListGroups'))).message).toContain('no identity-based policy allows')
  const PolicyDocument = allowing('iam:ListUsers', 'iam:ListGroups')
  await as('CreatePolicyVersion', { PolicyArn, PolicyDocument, SetAsDefault: true })
  expect(list((await client(dora, 'iam', 'ListGroups')).Groups).map((one) => one.GroupName)).toEqual(['readers'])

  const bounds = await as('CreatePolicy', { PolicyName: 'bounds', PolicyDocument: allowing('iam:List*', 's3:*') })
  const PermissionsBoundary = String(part(bounds, 'Policy').Arn)
  await as('PutUserPermissionsBoundary', { ...user, PermissionsBoundary })
  await client(dora, 'iam', 'ListGroups')
  await as('PutGroupPolicy', { ...group, PolicyName: 'more', PolicyDocument: allowing('iam:CreateGroup') })
  expect(await refusal(client(dora, 'iam', 'CreateGroup', { GroupName: 'own' }))).toEqual({
    code: 'AccessDenied',
    message: `User: arn:aws:iam::${accountId}:user/dora is not authorized to perform: iam:CreateGroup on resource: arn:aws:iam::${accountId}:group/own because no permissions boundary allows the iam:CreateGroup action`,
  })

  const details = await as('GetAccountAuthorizationDetails', { Filter: ['User', 'LocalManagedPolicy'] })
  const found = list(details.UserDetailList).find((one) => one.UserName === 'dora')
  expect(found).toMatchObject({
    GroupList: ['readers'],
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: PermissionsBoundary },
  })
  expect(list(details.Policies).map((one) => one.PolicyName)).toEqual(['bounds', 'read'])

  // All of it goes again: each in its turn.
  const conflict = async (operation: string, input: object) => (await refusal(as(operation, input))).message
  await as('DeleteAccessKey', { ...user, AccessKeyId: dora.accessKeyId })
  const members = 'Cannot delete entity, must remove users from group first.'
  expect(await conflict('DeleteUser', user)).toBe(members)
  expect(await conflict('DeleteGroup', group)).toBe(members)
  await as('RemoveUserFromGroup', { ...group, ...user })
  await as('DeleteUser', user)
  await as('DetachGroupPolicy', { ...group, PolicyArn })
  await as('DeleteGroupPolicy', { ...group, PolicyName: 'more' })
  await as('DeleteGroup', group)
}

/** A policy gets a version that goes wrong, is rolled back, and is cleared away against its conflicts. */
async function rollBackPolicy({ client, admin, place }: Told): Promise<void> {
  const user = { UserName: 'erin' }
  const PolicyArn = `arn:aws:iam::${place.account.accountId}:policy/team/lists`
  await client(admin, 'iam', 'CreateUser', user)
  const erin = keyOf(await client(admin, 'iam', 'CreateAccessKey', user))
  const mayList = () =>
    client(erin, 'iam', 'ListUsers').then(
      () => true,
      (error: unknown) => (error as Refusal).code !== 'AccessDenied',
    )
  const made = await client(admin, 'iam', 'CreatePolicy', {
    PolicyName: 'lists',
    Path: '/team/',
    PolicyDocument: allowing('iam:ListUsers'),
    Tags: [{ Key: 'Team', Value: 'red' }],
  })
  expect(part(made, 'Policy')).toMatchObject({ Arn: PolicyArn, DefaultVersionId: 'v1' })
  expect(await mayList()).toBe(false)
  await client(admin, 'iam', 'AttachUserPolicy', { ...user, PolicyArn })
  expect(await mayList()).toBe(true)
  const second = { PolicyArn, PolicyDocument: allowing('iam:ListGroups'), SetAsDefault: true }
  expect(part(await client(admin, 'iam', 'CreatePolicyVersion', second), 'PolicyVersion')).toMatchObject({
    VersionId: 'v2',
  })
  expect(await mayList()).toBe(false)
  await client(admin, 'iam', 'SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v1' })
  expect(await mayList()).toBe(true)
  const remove = () => refusal(client(admin, 'iam', 'DeletePolicy', { PolicyArn }))
  expect(await remove()).toEqual({ code: 'DeleteConflict', message: 'Cannot delete a policy attached to entities.' })
  await client(admin, 'iam', 'DetachUserPolicy', { ...user, PolicyArn })
  expect((await remove()).message).toMatch(/^This policy has more than one version\. Before you delete a policy,/)
  expect(await refusal(client(admin, 'iam', 'DeletePolicyVersion', { PolicyArn, VersionId: 'v1' }))).toEqual({
    code: 'DeleteConflict',
    message: 'Cannot delete the default version of a policy.',
  })
  await client(admin, 'iam', 'DeletePolicyVersion', { PolicyArn, VersionId: 'v2' })
  await client(admin, 'iam', 'DeletePolicy', { PolicyArn })
  expect(await refusal(client(admin, 'iam', 'GetPolicy', { PolicyArn }))).toMatchObject({ code: 'NoSuchEntity' })
  await client(admin, 'iam', 'DeleteAccessKey', { ...user, AccessKeyId: erin.accessKeyId })
  await client(admin, 'iam', 'DeleteUser', user)
}

const stages = {
  manageOwnKeys,
  beRefused,
  askAboutKeys,
  askTheSimulator,
  workInAGroup,
  rollBackPolicy,
  manageRoot,
  replaceAdministrator,
}

/** The walk as a test of one client's, skipped by name where the client is missing. Slow clients leave out a stage that another takes. */
export function testWalk(kind: ClientKind, leftOut: readonly (keyof typeof stages)[] = []): void {
  const name = kind.missing === undefined ? kind.name : `${kind.name} (${kind.missing})`
  describe.skipIf(kind.missing !== undefined)(name, () => {
    it('walks from the first user to a replaced administrator', { timeout: 240_000 }, async () => {
      const place = await initialise({ flags: ['--root-access-key'] })
      const server = await Server.start(place)
      const told = { client: kind.open(server.url), place, admin: administratorOf(place.account) }
      const alice = await makeUsers(told)
      for (const [stage, walk] of Object.entries(stages)) {
        if (!leftOut.includes(stage as keyof typeof stages)) await walk(told, alice)
      }
      expect((await server.stop()).stderr).not.toMatch(/"level":(50|60)/)
    })
  })
}
