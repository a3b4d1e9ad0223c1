import { resetRootPassword, type AccountId } from '@keyward/server'
import type { Command } from 'commander'
import { accountIdOption, placeOf, withPlace, type PlaceFlags } from '../options.ts'

export function rootCommand(program: Command): void {
  const root = program.command('root').description("an account's root user")
  withPlace(root.command('reset-password').description('make a password for root, the first or in place of a lost one'))
    .addOption(accountIdOption('whose root; only where there are several accounts'))
    .action(async (flags: PlaceFlags & { readonly accountId?: AccountId }) => {
      const { accountId, rootEmail, password } = await resetRootPassword(placeOf(flags), flags.accountId)
      process.stdout.write(
        `The root user of account ${accountId} signs in with ${rootEmail} and this password, which is shown once:\n\n` +
          `    ${password.reveal()}\n\nIts console sessions have ended.\n`,
      )
    })
}
