import { backUp, migrate, restore } from '@keyward/server'
import type { Command } from 'commander'
import { placeOf, withPlace, type PlaceFlags } from '../options.ts'

/** backup, restore and migrate: what happens to the data as a whole. */
export function backupCommands(program: Command): void {
  withPlace(program.command('backup').description('write one consistent state into a file, while servers go on'))
    .argument('<file>', 'a file that does not exist yet')
    .action(async (file: string, flags: PlaceFlags) => {
      await backUp(placeOf(flags), file)
      process.stdout.write(`Backed up into ${file}. The master key is not in it: keep that apart.\n`)
    })
  withPlace(program.command('restore').description('put a backup in place of what is there; no server may run'))
    .argument('<file>', 'a file made by keyward backup')
    .action(async (file: string, flags: PlaceFlags) => {
      await restore(placeOf(flags), file)
      process.stdout.write(`Restored from ${file}.\n`)
    })
  withPlace(program.command('migrate').description('bring the tables up to date; no server may run')).action(
    async (flags: PlaceFlags) => {
      const done = await migrate(placeOf(flags))
      process.stdout.write(done ? 'The tables are up to date now.\n' : 'The tables were up to date.\n')
    },
  )
}
