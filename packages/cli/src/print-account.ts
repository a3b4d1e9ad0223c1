import type { NewAccount } from '@keyward/server'
import type { PrintFlags } from './options.ts'

/** The one print of what was made, secrets included: to the terminal, never through a log. */
export function printAccount(account: NewAccount, { apiUrl, listen, tlsCert, json }: Print): void {
  const endpoint = apiUrl ?? `${tlsCert === undefined ? 'http' : 'https'}://${listen.text}`
  process.stdout.write(json === true ? `${JSON.stringify(asJson(account, endpoint))}\n` : asText(account, endpoint))
}

interface Print extends PrintFlags {
  readonly tlsCert?: string
}

function asJson({ accountId, rootEmail, administrator, rootKey }: NewAccount, endpoint: string): object {
  return {
    accountId,
    rootEmail,
    ...(administrator && {
      adminUserName: administrator.userName,
      accessKeyId: administrator.accessKeyId,
      secretAccessKey: administrator.secretAccessKey.reveal(),
    }),
    ...(rootKey && {
      rootAccessKeyId: rootKey.accessKeyId,
      rootSecretAccessKey: rootKey.secretAccessKey.reveal(),
    }),
    endpoint,
  }
}

function asText({ accountId, rootEmail, administrator, rootKey }: NewAccount, endpoint: string): string {
  const lines = [`Account ${accountId} was created. Root user: ${rootEmail}`, '']
  if (administrator !== undefined) {
    lines.push(
      `Its administrator is the IAM user "${administrator.userName}". This key (description: bootstrap) is shown once;`,
      'put it into ~/.aws/config, and replace it by a user of your own soon:',
      '',
      ...profile('keyward', administrator, endpoint),
    )
  }
  if (rootKey !== undefined) {
    lines.push(
      'WARNING: this is an access key of the root user. No policy limits it. Delete it as soon as you can do without it.',
      '',
      ...profile('keyward-root', rootKey, endpoint),
    )
  }
  return `${lines.join('\n')}\n`
}

function profile(
  name: string,
  key: { accessKeyId: string; secretAccessKey: { reveal(): string } },
  endpoint: string,
): readonly string[] {
  return [
    `[profile ${name}]`,
    `aws_access_key_id = ${key.accessKeyId}`,
    `aws_secret_access_key = ${key.secretAccessKey.reveal()}`,
    'region = us-east-1',
    `endpoint_url = ${endpoint}`,
    '',
  ]
}
