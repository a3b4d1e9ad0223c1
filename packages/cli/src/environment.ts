import type { Command } from 'commander'

/** Every KEYWARD_ variable that is set and that no option of any command reads: a misspelt setting must not pass for one that works. */
export function unknownVariables(program: Command, environment: NodeJS.ProcessEnv): readonly string[] {
  const known = new Set(variablesOf(program))
  return Object.keys(environment).filter((name) => name.startsWith('KEYWARD_') && !known.has(name))
}

function variablesOf(command: Command): readonly string[] {
  const own = command.options.flatMap((option) => (option.envVar === undefined ? [] : [option.envVar]))
  return [...own, ...command.commands.flatMap(variablesOf)]
}
