import {
  folderPlace,
  OperatorError,
  parseAccountId,
  parseAddress,
  parseConsoleOrigin,
  type AccountId,
  type AccountOptions,
  type Address,
  type Place,
} from '@keyward/server'
import { InvalidArgumentError, Option, type Command } from 'commander'

/** An option that may also be given as KEYWARD_NAME. */
export function option(flags: string, description: string): Option {
  const made = new Option(flags, description)
  return made.env(`KEYWARD_${made.name().replaceAll('-', '_').toUpperCase()}`)
}

export interface PlaceFlags {
  readonly data?: string
  readonly database?: string
  readonly masterKey?: string
}

/** The two forms in which every command names its data. */
export function withPlace(command: Command): Command {
  return command
    .addOption(
      option('--data <folder>', 'keep everything in this folder, in an embedded database').conflicts('database'),
    )
    .addOption(option('--database <url>', 'keep it in PostgreSQL: postgresql://user:password@host/name'))
    .addOption(
      option('--master-key <file>', 'the key that protects the secrets; by default master.key in the data folder'),
    )
}

export function placeOf({ data, database, masterKey }: PlaceFlags): Place {
  if (data !== undefined) return folderPlace(data, masterKey)
  if (database === undefined)
    throw new OperatorError('Say where the data is: --data FOLDER, or --database URL with --master-key FILE.')
  if (masterKey === undefined)
    throw new OperatorError('With --database, give --master-key FILE: the key is kept apart from the data.')
  return { kind: 'postgres', url: database, masterKeyFile: masterKey }
}

export function address(text: string): Address {
  const parsed = parseAddress(text)
  if (parsed === undefined)
    throw new InvalidArgumentError('It must be HOST:PORT, [IPV6]:PORT or the path of a UNIX socket.')
  return parsed
}

/** `90s`, `5m` or `4h`, in milliseconds. */
export function duration(text: string): number {
  const [, number, unit] = /^([0-9]{1,9})(s|m|h)$/.exec(text) ?? []
  const milliseconds = unit === 's' ? 1_000 : unit === 'm' ? 60_000 : 3_600_000
  if (number === undefined) throw new InvalidArgumentError('It must look like 90s, 5m or 4h.')
  return Number(number) * milliseconds
}

function accountId(text: string): AccountId {
  const parsed = parseAccountId(text)
  if (parsed === undefined) throw new InvalidArgumentError('It must be twelve digits.')
  return parsed
}

export const accountIdOption = (description: string): Option =>
  option('--account-id <id>', description).argParser(accountId)

/** For options that may be given more than once. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export interface AccountFlags {
  readonly accountId?: AccountId
  readonly rootEmail?: string
  readonly admin: boolean
  readonly rootAccessKey?: boolean
}

const accountOptionsOnly = [
  () => accountIdOption('twelve digits; by default a random one'),
  () => option('--root-email <address>', "the root user's e-mail address; by default root@ACCOUNT.invalid"),
  () => new Option('--no-admin', 'make no administrator'),
  () => new Option('--root-access-key', 'give root an access key: advised against'),
]

/** What init, account create and serve --init ask of a new account. */
export function withAccount(command: Command): Command {
  for (const make of accountOptionsOnly) command.addOption(make())
  return command
}

/** The flags of a new account that were given on the command line. Variables do not count: they may be meant for another command. */
export const givenAccountFlags = (command: Command): readonly string[] =>
  accountOptionsOnly
    .map((make) => make())
    .filter((made) => command.getOptionValueSource(made.attributeName()) === 'cli')
    .flatMap(({ long }) => long ?? [])

export const accountOptions = (flags: AccountFlags): AccountOptions => ({
  accountId: flags.accountId,
  rootEmail: flags.rootEmail,
  administrator: flags.admin,
  rootAccessKey: flags.rootAccessKey === true,
})

export interface PrintFlags {
  readonly listen: Address
  readonly apiUrl?: string
  readonly consoleOrigin: readonly string[]
  readonly json?: boolean
}

/** Where programs and people reach the server, if that is not where it listens. */
export const addressOptions = {
  apiUrl: () =>
    option('--api-url <url>', 'where callers reach the API: for profiles that are printed').argParser(apiUrl),
  consoleOrigin: () =>
    option('--console-origin <url>', 'where people reach the console: https://iam.example.com; repeatable')
      .argParser(consoleOrigin)
      .default([]),
} as const

export const defaultListen = '127.0.0.1:8750'

/** How init and account create print what they made. */
export function withPrint(command: Command): Command {
  return command
    .addOption(
      option('--listen <address>', 'where the server listens: for the endpoint that is printed')
        .argParser(address)
        .default(parseAddress(defaultListen), defaultListen),
    )
    .addOption(addressOptions.apiUrl())
    .addOption(addressOptions.consoleOrigin())
    .option('--json', 'print one JSON object')
}

function apiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== url.origin + url.pathname)
    throw new InvalidArgumentError('It must look like https://iam.example.com.')
  return text.replace(/\/$/, '')
}

function consoleOrigin(text: string, before: readonly string[]): readonly string[] {
  const origin = parseConsoleOrigin(text)
  if (origin === undefined) {
    throw new InvalidArgumentError('It must look like https://iam.example.com; http is for localhost alone.')
  }
  return [...before, origin]
}
