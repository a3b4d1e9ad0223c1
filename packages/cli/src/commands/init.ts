import { initialise, systemClock } from '@keyward/server'
import type { Command } from 'commander'
import {
  accountOptions,
  placeOf,
  withAccount,
  withPlace,
  withPrint,
  type AccountFlags,
  type PlaceFlags,
  type PrintFlags,
} from '../options.ts'
import { printAccount } from '../print-account.ts'

export function initCommand(program: Command): void {
  const command = program.command('init').description('make the database, its master key and the first account')
  withPrint(withAccount(withPlace(command))).action(async (flags: PlaceFlags & AccountFlags & PrintFlags) => {
    const account = await initialise(placeOf(flags), accountOptions(flags), systemClock)
    printAccount(account, flags)
  })
}
