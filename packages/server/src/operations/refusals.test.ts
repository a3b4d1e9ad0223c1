import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestHouse, type Credentials, type Parameters } from '../../test/harness.ts'
import { operations } from './table.ts'

interface Expected {
  readonly parameters: Parameters
  /** The resource as the refusal prints it; undefined: it prints none, or GetAccessKeyLastUsed's own sentence. */
  readonly spokenAs: string | undefined
  /** The ARN that a policy must name to allow it. */
  readonly resource: string
}

const arn = 'arn:aws:iam::123456789012:user/bob'
const onBob = (parameters: Parameters = {}): Expected => ({
  parameters: { UserName: 'bob', ...parameters },
  spokenAs: 'user bob',
  resource: arn,
})
const group = 'arn:aws:iam::123456789012:group/night'
const onNight = (parameters: Parameters = {}): Expected => ({
  parameters: { GroupName: 'night', ...parameters },
  spokenAs: 'group night',
  resource: group,
})
const onAccount = (parameters: Parameters = {}): Expected => ({ parameters, spokenAs: '*', resource: '*' })
const AccessKeyId = 'AKIARZPUZDIKAAAAAAAA'
const Password = 'Correct-Horse-1'
const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
const ownPolicy = 'arn:aws:iam::123456789012:policy/none'
const PolicyDocument = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
const tag = { 'Tags.member.1.Key': 'k', 'Tags.member.1.Value': 'v' }

const onPolicy = (arn: string, parameters: Parameters = {}): Expected => ({
  parameters: { PolicyArn: arn, ...parameters },
  spokenAs: `policy ${arn}`,
  resource: arn,
})

/** How each operation is called on bob, whom nobody made: a caller who may not learns nothing of that. */
const calls: Readonly<Record<string, Expected>> = {
  AddUserToGroup: onNight({ UserName: 'bob' }),
  AttachGroupPolicy: onNight({ PolicyArn }),
  AttachUserPolicy: onBob({ PolicyArn }),
  ChangePassword: {
    parameters: { OldPassword: Password, NewPassword: Password },
    spokenAs: 'user alice',
    resource: 'arn:aws:iam::123456789012:user/alice',
  },
  CreateAccessKey: onBob(),
  CreateAccountAlias: onAccount({ AccountAlias: 'an-alias' }),
  CreateGroup: { parameters: { GroupName: 'night' }, spokenAs: group, resource: group },
  CreateLoginProfile: onBob({ Password }),
  CreatePolicy: {
    parameters: { PolicyName: 'none', PolicyDocument },
    spokenAs: `policy ${ownPolicy}`,
    resource: ownPolicy,
  },
  CreatePolicyVersion: onPolicy(ownPolicy, { PolicyDocument }),
  CreateUser: { parameters: { UserName: 'bob' }, spokenAs: arn, resource: arn },
  DecodeAuthorizationMessage: { parameters: { EncodedMessage: 'x' }, spokenAs: undefined, resource: '*' },
  DeleteAccessKey: onBob({ AccessKeyId }),
  DeleteAccountAlias: onAccount({ AccountAlias: 'an-alias' }),
  DeleteAccountPasswordPolicy: onAccount(),
  DeleteGroup: onNight(),
  DeleteGroupPolicy: onNight({ PolicyName: 'p' }),
  DeleteLoginProfile: onBob(),
  DeletePolicy: onPolicy(ownPolicy),
  DeletePolicyVersion: onPolicy(ownPolicy, { VersionId: 'v1' }),
  DeleteUser: onBob(),
  DeleteUserPermissionsBoundary: onBob(),
  DeleteUserPolicy: onBob({ PolicyName: 'p' }),
  DetachGroupPolicy: onNight({ PolicyArn }),
  DetachUserPolicy: onBob({ PolicyArn }),
  GenerateCredentialReport: onAccount(),
  GetAccessKeyInfo: { parameters: { AccessKeyId }, spokenAs: undefined, resource: '*' },
  GetAccessKeyLastUsed: { parameters: { AccessKeyId }, spokenAs: `access key ${AccessKeyId}`, resource: '*' },
  GetAccountAuthorizationDetails: onAccount(),
  GetAccountPasswordPolicy: onAccount(),
  GetAccountSummary: onAccount(),
  GetGroup: onNight(),
  GetGroupPolicy: onNight({ PolicyName: 'p' }),
  GetLoginProfile: onBob(),
  GetContextKeysForCustomPolicy: onAccount({ 'PolicyInputList.member.1': PolicyDocument }),
  GetContextKeysForPrincipalPolicy: { parameters: { PolicySourceArn: arn }, spokenAs: arn, resource: arn },
  GetCredentialReport: onAccount(),
  GetPolicy: onPolicy(PolicyArn),
  GetPolicyVersion: onPolicy(PolicyArn, { VersionId: 'v1' }),
  GetUser: onBob(),
  GetUserPolicy: onBob({ PolicyName: 'p' }),
  ListAccessKeys: onBob(),
  ListAccountAliases: onAccount(),
  ListAttachedGroupPolicies: onNight(),
  ListAttachedUserPolicies: onBob(),
  ListEntitiesForPolicy: onPolicy(PolicyArn),
  ListGroupPolicies: onNight(),
  ListGroups: {
    parameters: { PathPrefix: '/team/' },
    spokenAs: 'arn:aws:iam::123456789012:group/team/',
    resource: 'arn:aws:iam::123456789012:group/team/*',
  },
  ListGroupsForUser: onBob(),
  ListPolicies: { parameters: { PathPrefix: '/team/' }, spokenAs: 'policy path /team/', resource: '*' },
  ListPoliciesGrantingServiceAccess: {
    parameters: { Arn: arn, 'ServiceNamespaces.member.1': 's3' },
    spokenAs: arn,
    resource: arn,
  },
  ListPolicyTags: onPolicy(PolicyArn),
  ListPolicyVersions: onPolicy(PolicyArn),
  ListUserPolicies: onBob(),
  ListUserTags: onBob(),
  ListUsers: {
    parameters: { PathPrefix: '/team/' },
    spokenAs: 'arn:aws:iam::123456789012:user/team/',
    resource: 'arn:aws:iam::123456789012:user/team/*',
  },
  PutGroupPolicy: onNight({ PolicyName: 'p', PolicyDocument }),
  PutUserPermissionsBoundary: onBob({ PermissionsBoundary: PolicyArn }),
  PutUserPolicy: onBob({ PolicyName: 'p', PolicyDocument }),
  RemoveUserFromGroup: onNight({ UserName: 'bob' }),
  SimulateCustomPolicy: onAccount({
    'PolicyInputList.member.1': PolicyDocument,
    'ActionNames.member.1': 's3:GetObject',
  }),
  SimulatePrincipalPolicy: {
    parameters: { PolicySourceArn: arn, 'ActionNames.member.1': 's3:GetObject' },
    spokenAs: arn,
    resource: arn,
  },
  SetDefaultPolicyVersion: onPolicy(ownPolicy, { VersionId: 'v1' }),
  TagPolicy: onPolicy(ownPolicy, tag),
  TagUser: onBob(tag),
  UntagPolicy: onPolicy(ownPolicy, { 'TagKeys.member.1': 'k' }),
  UntagUser: onBob({ 'TagKeys.member.1': 'k' }),
  UpdateAccessKey: onBob({ AccessKeyId, Status: 'Inactive' }),
  UpdateAccountPasswordPolicy: onAccount(),
  UpdateGroup: onNight({ NewPath: '/' }),
  UpdateLoginProfile: onBob(),
  UpdateUser: onBob({ NewPath: '/' }),
}

/** What everyone may call. */
const free = ['GetCallerIdentity']
/** Operations of our own need actions of IAM, or a session, and some are not spoken in forms: the tests beside them say how they refuse. */
const elsewhere = ['access-analyzer', 'keyward', 'signin']

const needed = operations
  .map(({ model }) => model)
  .filter(({ service, name }) => !free.includes(name) && !elsewhere.includes(service))

let house: TestHouse
let alice: Credentials

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
})
afterAll(() => house.close())

describe.each(needed)('$name', ({ service, name }) => {
  const expected = calls[name]
  if (expected === undefined) throw new Error(`say in refusals.test.ts how ${name} is refused`)
  const { parameters, spokenAs, resource } = expected
  const call = () => house.call(alice, service, name, parameters)
  const start = `User: arn:aws:iam::123456789012:user/alice is not authorized to perform: ${service}:${name}`
  const on = spokenAs === undefined ? '' : ` on resource: ${spokenAs}`
  const reason = (text: string) => (name === 'GetAccessKeyLastUsed' ? '' : text)

  it('is denied without permission, before anything is looked for', async () => {
    await house.allow('alice', { Effect: 'Allow', NotAction: `${service}:${name}`, Resource: '*' })
    expect(await call()).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: start + on + reason(` because no identity-based policy allows the ${service}:${name} action`),
    })
  })

  it('is denied on everything else that is allowed', async () => {
    const Resource = 'arn:aws:iam::123456789012:user/*/elsewhere'
    await house.allow('alice', { Effect: 'Allow', Action: `${service}:${name}`, Resource })
    expect(await call()).toMatchObject({ code: 'AccessDenied' })
  })

  it('is denied by an explicit deny, whatever allows it', async () => {
    await house.allow(
      'alice',
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: `${service}:${name}`, Resource: '*' },
    )
    expect(await call()).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: start + on + reason(' with an explicit deny in an identity-based policy'),
    })
  })

  const mayBeUnknown = name === 'GetAccessKeyLastUsed'
  if (!mayBeUnknown)
    it('is allowed by its action on its resource, and nothing else', async () => {
      await house.allow('alice', { Effect: 'Allow', Action: `${service}:${name}`, Resource: resource })
      expect((await call()).code).not.toBe('AccessDenied')
      await house.iam(house.administrator, 'DeleteUser', { UserName: 'bob' })
      await house.iam(house.administrator, 'DeleteGroup', { GroupName: 'night' })
      await house.iam(house.administrator, 'DeletePolicy', { PolicyArn: ownPolicy })
    })

  const [, kind, missing] = /^(user|group) (bob|night)$/.exec(spokenAs ?? '') ?? []
  if (kind !== undefined)
    it(`says NoSuchEntity of a ${kind} that is not there to who may know`, async () => {
      expect(await house.call(house.administrator, service, name, parameters)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: `The ${kind} with name ${missing} cannot be found.`,
      })
    })

  it('is refused for what the model does not allow before permission is asked', async () => {
    if (Object.keys(parameters).length === 0) return
    await house.allow('alice', { Effect: 'Deny', Action: '*', Resource: '*' })
    const spoilt = Object.fromEntries(Object.keys(parameters).map((key) => [key, '']))
    const answer = await house.call(alice, service, name, spoilt)
    expect(answer).toMatchObject({ status: 400, code: 'ValidationError' })
  })
})

it('answers NotImplemented, by name, for what is in the model and not written', async () => {
  expect(await house.iam(alice, 'GetRole', { RoleName: 'r' })).toMatchObject({
    status: 501,
    code: 'NotImplemented',
    message: 'GetRole is not implemented.',
  })
})
