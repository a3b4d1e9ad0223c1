import { initialise, parseAddress, systemClock, type Address } from '@keyward/server'
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

export const defaultListen = '127.0.0.1:8750'

export function initCommand(program: Command): void {
  const command = program.command('init').description('make the database, its master key and the first account')
  withAccount(withPlace(command))
    .addOption(
      option('--listen <address>', 'where the server will listen: for the endpoint that is printed')
        .argParser(address)
        .default(parseAddress(defaultListen), defaultListen),
    )
    .action(async (flags: PlaceFlags & AccountFlags & { listen: Address }) => {
      const account = await initialise(placeOf(flags), accountOptions(flags), systemClock)
      printAccount(account, `http://${flags.listen.text}`, flags.json === true)
    })
}
