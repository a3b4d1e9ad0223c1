import { addMasterKey, dropMasterKey, rewrapDataKeys, rotateDataKey } from '@keyward/server'
import type { Command } from 'commander'
import { placeOf, withPlace, type PlaceFlags } from '../options.ts'

/** master-key and data-key: changing the keys that protect the secrets. */
export function keyCommands(program: Command): void {
  const masterKey = program
    .command('master-key')
    .description('change the key that protects the data keys, in three steps')
  withPlace(
    masterKey.command('add').description('step 1: add a second key to the file; then copy it to every node'),
  ).action(async (flags: PlaceFlags) => {
    const { masterKeyFile } = placeOf(flags)
    await addMasterKey(masterKeyFile)
    process.stdout.write(
      `${masterKeyFile} holds a second key now. Copy it to every node, then run "keyward master-key rewrap".\n`,
    )
  })
  withPlace(masterKey.command('rewrap').description('step 2: wrap every data key by the newest')).action(
    async (flags: PlaceFlags) => {
      const count = await rewrapDataKeys(placeOf(flags))
      process.stdout.write(`${count} data ${count === 1 ? 'key was' : 'keys were'} wrapped anew.\n`)
    },
  )
  withPlace(masterKey.command('drop').description('step 3: take the older key out of the file')).action(
    async (flags: PlaceFlags) => {
      const place = placeOf(flags)
      await dropMasterKey(place)
      process.stdout.write(`${place.masterKeyFile} holds one key now.\n`)
    },
  )
  const dataKey = program.command('data-key').description('the keys that seal secrets in the database')
  withPlace(dataKey.command('rotate').description('seal new secrets by a new key')).action(
    async (flags: PlaceFlags) => {
      await rotateDataKey(placeOf(flags))
      process.stdout.write('New secrets are sealed by a new data key.\n')
    },
  )
}
