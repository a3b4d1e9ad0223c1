import { createAccount, parseAddress, type Address } from '@keyward/server'
import type { Command } from 'commander'
import {
  accountOptions,
  address,
  option,
  placeOf,
  withAccount,
  withPlace,
  type AccountFlags,
  type PlaceFlags,
} from '../options.ts'
import { printAccount } from '../print-account.ts'
import { defaultListen } from './init.ts'

export function accountCommand(program: Command): void {
  const account = program.command('account').description('accounts of a database that is set up')
  withAccount(withPlace(account.command('create').description('make another account')))
    .addOption(
      option('--listen <address>', 'where the server listens: for the endpoint that is printed')
        .argParser(address)
        .default(parseAddress(defaultListen), defaultListen),
    )
    .action(async (flags: PlaceFlags & AccountFlags & { listen: Address }) => {
      const made = await createAccount(placeOf(flags), accountOptions(flags))
      printAccount(made, `http://${flags.listen.text}`, flags.json === true)
    })
}
