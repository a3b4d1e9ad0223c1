import { limits } from '../../../domain/limits.ts'
import { ServiceError } from '../../../errors.ts'
import type { Asked } from './run-simulation.ts'

/**
 * Throws InvalidInput where one pair could hold all other calls up: to match takes at most as many steps as policies and the longest text
 * that they are held against have characters, multiplied.
 */
export function checkWork(
  policies: readonly { readonly text: string }[],
  { ResourceArns, ContextEntries }: Asked,
): void {
  const texts = [...(ResourceArns ?? []), ...(ContextEntries ?? []).flatMap((entry) => entry.ContextKeyValues ?? [])]
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 1)
  const characters = policies.reduce((sum, { text }) => sum + text.length, 0)
  if (characters * longest <= limits.simulationStepsMax) return
  throw new ServiceError(
    'InvalidInput',
    `Policies of ${characters} characters and a resource or context value of ${longest} are too long to be simulated together.`,
  )
}
