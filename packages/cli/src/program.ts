import { Command } from 'commander'
import { initCommand } from './commands/init.ts'
import { serveCommand } from './commands/serve.ts'

/** Every command and its flags. An unknown one is refused. */
export function program(): Command {
  const made = new Command('keyward')
    .description('An identity service that speaks AWS IAM and STS.')
    .showSuggestionAfterError()
    .exitOverride()
  initCommand(made)
  serveCommand(made)
  return made
}
