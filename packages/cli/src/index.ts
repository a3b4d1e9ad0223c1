import { OperatorError } from '@keyward/server'
import { CommanderError } from 'commander'
import { program } from './program.ts'
import { settleSwitches, unknownVariables } from './environment.ts'

/** Runs the command. Ends the process with a code that is not zero, after one clear sentence, where it cannot do what was asked. */
export async function run(argv: readonly string[]): Promise<void> {
  // Everything it writes is the operator's alone.
  process.umask(0o077)
  try {
    const command = program()
    const unknown = unknownVariables(command, process.env)
    if (unknown.length > 0) {
      throw new OperatorError(`Unknown environment variable ${unknown.join(', ')}: keyward knows none of that name.`)
    }
    settleSwitches(command, process.env)
    await command.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode
    else {
      const sentence = error instanceof OperatorError ? error.message : `Unexpected failure: ${String(error)}`
      process.stderr.write(`keyward: ${sentence}\n`)
      process.exitCode = 1
    }
  }
}
