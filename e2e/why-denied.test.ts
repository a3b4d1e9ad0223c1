import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { call, expectOk, type Credentials } from './caller.ts'
import { awsCliV1, clientEnvironment, endpointVariables, pythonWithBoto3, type Client } from './clients.ts'
import { administratorOf, initialise, run, Server, temporaryFolder } from './server.ts'

const cli = awsCliV1()
const python = pythonWithBoto3()

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = (...Action: string[]) => ({ Effect: 'Allow', Action, Resource: '*' })

/** A server, its administrator, and alice with a key and no rights. */
async function begin(): Promise<{ url: string; admin: Credentials; alice: Credentials }> {
  const place = await initialise()
  const { url } = await Server.start(place)
  const admin = administratorOf(place.account)
  await expectOk(call(url, admin, 'CreateUser', { UserName: 'alice' }))
  const key = await expectOk(call(url, admin, 'CreateAccessKey', { UserName: 'alice' }))
  const alice = { accessKeyId: key.get('AccessKeyId') ?? '', secretAccessKey: key.get('SecretAccessKey') ?? '' }
  return { url, admin, alice }
}

interface Decoded {
  readonly explicitDeny: boolean
  readonly matchedStatements: { readonly items: readonly { readonly statementId: string }[] }
  readonly context: { readonly action: string; readonly principal: { readonly arn: string } }
  readonly keyward: {
    readonly reason: string
    readonly statements: readonly { readonly policy: { readonly arn: string } }[]
  }
}

async function decode(client: Client, as: Credentials, EncodedMessage: string): Promise<Decoded> {
  const { DecodedMessage } = await client(as, 'sts', 'DecodeAuthorizationMessage', { EncodedMessage })
  return JSON.parse(String(DecodedMessage)) as Decoded
}

it.skipIf(cli.missing !== undefined)(
  'a refusal is traced to its statement with AWS CLI v1 alone: --debug shows the sealed reason',
  { timeout: 120_000 },
  async () => {
    const { url, admin, alice } = await begin()
    const client = cli.open(url)
    const asAdmin = (operation: string, input: object) => client(admin, 'iam', operation, input)
    // A member of the group may, by the version of the policy that was made the default.
    const PolicyDocument = policy(allow('iam:GetUser'))
    const made = await asAdmin('CreatePolicy', { PolicyName: 'members', PolicyDocument })
    const { Arn: PolicyArn } = made.Policy as { Arn: string }
    await asAdmin('CreateGroup', { GroupName: 'staff' })
    await asAdmin('AddUserToGroup', { GroupName: 'staff', UserName: 'alice' })
    await asAdmin('AttachGroupPolicy', { GroupName: 'staff', PolicyArn })
    const second = policy(allow('iam:Get*', 'iam:List*'), { Sid: 'NoNames', ...allow('iam:ListUsers'), Effect: 'Deny' })
    const version = ['--set-as-default', '--policy-arn', PolicyArn, '--policy-document', second]
    const env = { ...clientEnvironment(admin), ...endpointVariables(url) }
    expect(await run('aws', ['iam', 'create-policy-version', ...version], { env })).toMatchObject({ code: 0 })
    await expectOk(call(url, alice, 'ListGroupsForUser', { UserName: 'alice' }))
    // The statement that denies is named to the administrator, and not to alice.
    const shown = await debugged(url, alice, ['iam', 'list-users'])
    expect(shown.stderr).toContain('with an explicit deny in an identity-based policy')
    expect(shown.stderr).not.toContain('NoNames')
    const denied = await decode(client, admin, shown.reason)
    expect(denied.matchedStatements.items).toMatchObject([{ statementId: 'NoNames', effect: 'DENY' }])
    expect(denied.keyward.statements).toMatchObject([{ policy: { arn: PolicyArn }, index: 1 }])
    await expect(decode(client, alice, shown.reason)).rejects.toMatchObject({ code: 'AccessDenied' })
    // Beyond a boundary she may not, and hears that it is one.
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/IAMUserChangePassword'
    await asAdmin('PutUserPermissionsBoundary', { UserName: 'alice', PermissionsBoundary })
    const bounded = await debugged(url, alice, ['iam', 'get-user'])
    expect(bounded.stderr).toContain('because no permissions boundary allows the iam:GetUser action')
    expect(await decode(client, admin, bounded.reason)).toMatchObject({
      explicitDeny: false,
      keyward: { set: 'boundary', now: { sets: [{ effect: 'Allow' }, { set: 'boundary', effect: 'ImplicitDeny' }] } },
    })
  },
)

async function debugged(url: string, as: Credentials, args: readonly string[]) {
  const env = { ...clientEnvironment(as), ...endpointVariables(url) }
  const { stderr } = await run('aws', [...args, '--debug'], { env })
  const [, reason = ''] = /x-keyward-authorization-message': '([\w-]+)'/.exec(stderr) ?? []
  return { stderr: stderr.slice(stderr.lastIndexOf('An error occurred')), reason }
}

const script = `
import sys, json, boto3, botocore.exceptions
url, alice, admin = json.loads(sys.argv[1])
client = lambda service, key: boto3.client(service, endpoint_url=url, aws_access_key_id=key['accessKeyId'], aws_secret_access_key=key['secretAccessKey'])
try:
    client('iam', alice).get_user()
except botocore.exceptions.ClientError as error:
    sealed = error.response['ResponseMetadata']['HTTPHeaders']['x-keyward-authorization-message']
    print(client('sts', admin).decode_authorization_message(EncodedMessage=sealed)['DecodedMessage'])
`

it.skipIf(python === undefined)(
  'boto3 finds the sealed reason in ResponseMetadata, and decodes it',
  { timeout: 60_000 },
  async () => {
    const { url, admin, alice } = await begin()
    const file = join(temporaryFolder(), 'why.py')
    writeFileSync(file, script)
    const env = clientEnvironment()
    const { stdout, stderr } = await run(python ?? '', [file, JSON.stringify([url, alice, admin])], { env })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      context: { action: 'iam:GetUser', principal: { name: 'alice' } },
      keyward: { reason: 'because no identity-based policy allows the iam:GetUser action' },
    })
  },
)
