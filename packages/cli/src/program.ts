import { Command } from 'commander'
import { accountCommand } from './commands/account.ts'
import { backupCommands } from './commands/backup.ts'
import { initCommand } from './commands/init.ts'
import { keyCommands } from './commands/master-key.ts'
import { policyCommand } from './commands/policy.ts'
import { rootCommand } from './commands/root.ts'
import { serveCommand } from './commands/serve.ts'

/** Every command and its flags. An unknown one is refused. */
export function program(): Command {
  const made = new Command('keyward')
    .description('An identity service that speaks AWS IAM and STS.')
    .showSuggestionAfterError()
    .exitOverride()
  initCommand(made)
  serveCommand(made)
  backupCommands(made)
  accountCommand(made)
  rootCommand(made)
  keyCommands(made)
  policyCommand(made)
  return made
}
