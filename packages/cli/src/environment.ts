import { OperatorError } from '@keyward/server'
import type { Command } from 'commander'

/** Every KEYWARD_ variable that is set and that no option of any command reads: a misspelt setting must not pass for one that works. */
export function unknownVariables(program: Command, environment: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set(variablesOf(program))
  return Object.keys(environment).filter((name) => name.startsWith('KEYWARD_') && !known.has(name))
}

/**
 * Takes variables that say "off" out of the environment: to the parser a switch is on when its variable is set, whatever it says.
 * Throws OperatorError where one says neither on nor off.
 */
export function settleSwitches(program: Command, environment: NodeJS.ProcessEnv): void {
  for (const name of switchesOf(program)) {
    const value = environment[name]
    if (value === undefined || value === 'true' || value === '1') continue
    if (value !== 'false' && value !== '0' && value !== '') {
      throw new OperatorError(`The environment variable ${name} must be true or false.`)
    }
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- process.env turns undefined into a text.
    delete environment[name]
  }
}

function switchesOf(command: Command): readonly string[] {
  const own = command.options.filter((option) => option.isBoolean())
  return [...own.flatMap(({ envVar }) => envVar ?? []), ...command.commands.flatMap(switchesOf)]
}

function variablesOf(command: Command): readonly string[] {
  const own = command.options.flatMap((option) => (option.envVar === undefined ? [] : [option.envVar]))
  return [...own, ...command.commands.flatMap(variablesOf)]
}
