import { createAccount } from '@keyward/server'
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

export function accountCommand(program: Command): void {
  const account = program.command('account').description('accounts of a database that is set up')
  const create = account.command('create').description('make another account')
  withPrint(withAccount(withPlace(create))).action(async (flags: PlaceFlags & AccountFlags & PrintFlags) => {
    const made = await createAccount(placeOf(flags), accountOptions(flags))
    printAccount(made, flags)
  })
}
