import { folder } from '@keyward/console'
import {
  initialise,
  isInitialised,
  limits,
  OperatorError,
  parseAddress,
  serve,
  systemClock,
  type Address,
  type Place,
} from '@keyward/server'
import { InvalidArgumentError, type Command } from 'commander'
import {
  accountOptions,
  address,
  addressOptions,
  collect,
  defaultListen,
  duration,
  givenAccountFlags,
  option,
  placeOf,
  withAccount,
  withPlace,
  type AccountFlags,
  type PlaceFlags,
} from '../options.ts'
import { printAccount } from '../print-account.ts'

interface ServeFlags extends PlaceFlags, AccountFlags {
  readonly listen: Address
  readonly apiUrl?: string
  readonly consoleOrigin: readonly string[]
  readonly basePath: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly insecureHttp?: boolean
  readonly trustedProxy: readonly string[]
  readonly metricsListen?: Address
  readonly usersPerAccount: number
  readonly managedPolicies?: string
  readonly credentialReportCache: number
  readonly logLevel: string
  readonly init?: boolean
}

export function serveCommand(program: Command): void {
  const command = program.command('serve').description('answer calls until SIGTERM or SIGINT')
  withPlace(command)
    .addOption(
      option('--listen <address>', 'HOST:PORT').argParser(address).default(parseAddress(defaultListen), defaultListen),
    )
    .addOption(
      option('--base-path <path>', 'the folder a proxy serves it under, such as /iam').argParser(basePath).default(''),
    )
    .addOption(addressOptions.apiUrl())
    .addOption(addressOptions.consoleOrigin())
    .addOption(option('--tls-cert <file>', 'certificate chain, PEM'))
    .addOption(option('--tls-key <file>', 'its private key, PEM'))
    .addOption(option('--insecure-http', 'allow plain HTTP off loopback: behind a proxy that speaks TLS'))
    .addOption(
      option('--trusted-proxy <cidr>', 'believe X-Forwarded-For and -Proto of these peers; repeatable')
        .argParser(collect)
        .default([]),
    )
    .addOption(
      option('--metrics-listen <address>', 'serve /metrics on a loopback address or UNIX socket').argParser(address),
    )
    .addOption(
      option('--users-per-account <number>', 'the quota UsersPerAccount')
        .argParser(count)
        .default(limits.usersPerAccountDefault),
    )
    .addOption(option('--managed-policies <folder>', "add AWS's policies from this folder, one in a JSON file"))
    .addOption(
      option('--credential-report-cache <duration>', 'how long a credential report counts as fresh: 1s to 4h')
        .argParser(reportCache)
        .default(limits.credentialReportCacheDefault, '60s'),
    )
    .addOption(
      option('--log-level <level>', 'debug, info, warn or error')
        .choices(['debug', 'info', 'warn', 'error'])
        .default('info'),
    )
    .option('--init', 'on first start, do what "keyward init" does, with these:')
  withAccount(command).action(serveUntilStopped)
}

async function serveUntilStopped(flags: ServeFlags, command: Command): Promise<void> {
  const place = placeOf(flags)
  const [accountFlag] = flags.init === true ? [] : givenAccountFlags(command)
  if (accountFlag !== undefined)
    throw new OperatorError(`Give ${accountFlag} with --init only: serve makes no account.`)
  if ((flags.tlsCert === undefined) !== (flags.tlsKey === undefined)) {
    throw new OperatorError('Give --tls-cert and --tls-key together.')
  }
  if (flags.init === true) await initialiseOnce(place, flags)
  const server = await serve({
    place,
    listen: flags.listen,
    basePath: flags.basePath,
    tls:
      flags.tlsCert !== undefined && flags.tlsKey !== undefined
        ? { certFile: flags.tlsCert, keyFile: flags.tlsKey }
        : undefined,
    insecureHttp: flags.insecureHttp === true,
    trustedProxies: flags.trustedProxy,
    metricsListen: flags.metricsListen,
    managedPolicies: flags.managedPolicies,
    console: { folder, origins: flags.consoleOrigin },
    apiUrl: flags.apiUrl,
    settings: { usersPerAccount: flags.usersPerAccount, credentialReportCache: flags.credentialReportCache },
    logLevel: flags.logLevel,
  })
  process.stdout.write(`ready ${server.url}\n`)
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve(name))
  })
  process.stderr.write(`keyward: ${signal}, stopping\n`)
  await server.stop()
}

async function initialiseOnce(place: Place, flags: ServeFlags): Promise<void> {
  if (await isInitialised(place)) return
  const account = await initialise(place, accountOptions(flags), systemClock)
  printAccount(account, flags)
}

function basePath(text: string): string {
  // Clients fold dot segments before they sign: a folder of that name would never be asked for.
  if (!/^(\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]+)*\/?$/.test(text))
    throw new InvalidArgumentError('It must look like /iam.')
  return text.replace(/\/$/, '')
}

function reportCache(text: string): number {
  const milliseconds = duration(text)
  if (milliseconds < limits.credentialReportCacheMin || milliseconds > limits.credentialReportCacheMax)
    throw new InvalidArgumentError('It must be between 1s and 4h.')
  return milliseconds
}

function count(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.')
  return number
}
