import { consoleOriginsAt, type NewAccount } from '@keyward/server'
import type { PrintFlags } from './options.ts'

/** The one print of what was made, secrets included: to the terminal, never through a log. */
export function printAccount(account: NewAccount, { apiUrl, consoleOrigin, listen, tlsCert, json }: Print): void {
  const tls = tlsCert !== undefined
  const endpoint = apiUrl ?? `${tls ? 'https' : 'http'}://${listen.text}`
  const [console] = consoleOriginsAt(listen, { given: consoleOrigin, tls })
  const text = json === true ? `${JSON.stringify(asJson(account, endpoint))}\n` : asText(account, { endpoint, console })
  process.stdout.write(text)
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
      adminPassword: administrator.password.reveal(),
    }),
    ...(rootKey && {
      rootAccessKeyId: rootKey.accessKeyId,
      rootSecretAccessKey: rootKey.secretAccessKey.reveal(),
    }),
    endpoint,
  }
}

interface Addresses {
  readonly endpoint: string
  /** Undefined where there is none, or only `serve` will know it. */
  readonly console: string | undefined
}

function asText(account: NewAccount, { endpoint, console }: Addresses): string {
  const { accountId, rootEmail, administrator, rootKey } = account
  const lines = [`Account ${accountId} was created. Root user: ${rootEmail}`, '']
  lines.push(...signInLines(account, console))
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

function signInLines({ accountId, rootEmail, administrator }: NewAccount, address: string | undefined) {
  return [
    ...(address === undefined ? [] : [`The console is at ${address}`]),
    ...(administrator === undefined
      ? []
      : [
          `Sign in to account ${accountId} as the IAM user "${administrator.userName}" within a day, with this password,`,
          'which is shown once and must be changed then:',
          '',
          `    ${administrator.password.reveal()}`,
          '',
        ]),
    `The root user signs in with ${rootEmail}; "keyward root reset-password" makes its first password.`,
    '',
  ]
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
