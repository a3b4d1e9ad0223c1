import {
  folderPlace,
  OperatorError,
  parseAccountId,
  parseAddress,
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

function accountId(text: string): AccountId {
  const parsed = parseAccountId(text)
  if (parsed === undefined) throw new InvalidArgumentError('It must be twelve digits.')
  return parsed
}

/** For options that may be given more than once. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export interface AccountFlags {
  readonly accountId?: AccountId
  readonly rootEmail?: string
  readonly admin: boolean
  readonly rootAccessKey?: boolean
  readonly json?: boolean
}

/** What init and account create ask of a new account. */
export function withAccount(command: Command): Command {
  return command
    .addOption(option('--account-id <id>', 'twelve digits; by default a random one').argParser(accountId))
    .addOption(option('--root-email <address>', "the root user's e-mail address; by default root@ACCOUNT.invalid"))
    .option('--no-admin', 'make no administrator')
    .option('--root-access-key', 'give root an access key: advised against')
    .option('--json', 'print one JSON object')
}

export const accountOptions = (flags: AccountFlags): AccountOptions => ({
  accountId: flags.accountId,
  rootEmail: flags.rootEmail,
  administrator: flags.admin,
  rootAccessKey: flags.rootAccessKey === true,
})
