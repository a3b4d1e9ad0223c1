import { compilePolicy, parsePolicy, PolicyError, type CompiledPolicy, type PolicyKind } from '@keyward/policy'
import { inSlices } from '../../../domain/slices.ts'
import { ServiceError } from '../../../errors.ts'
import type { StatementSource } from './matched-statements.ts'

/** A policy that takes part in a simulation. */
export interface SimulatedPolicy {
  readonly compiled: CompiledPolicy
  readonly source: StatementSource
}

/** A policy's text that came with a call, and the member it came in: `PolicyInputList.1`. */
export interface GivenPolicy {
  readonly member: string
  readonly text: string
  readonly kind: PolicyKind
  readonly sourceType: StatementSource['type']
}

/** Numbers the texts of a list as the query protocol does. */
export const givenIn = (
  member: string,
  texts: readonly string[] | undefined,
  kind: PolicyKind,
): readonly GivenPolicy[] =>
  (texts ?? []).map((text, at) => ({ member: `${member}.${at + 1}`, text, kind, sourceType: 'none' }))

/** Reads what was given, in slices. Throws InvalidInput with the place of the first fault. */
export const readGiven = (given: readonly GivenPolicy[]): Promise<readonly SimulatedPolicy[]> =>
  inSlices(given, ({ member, text, kind, sourceType }) => ({
    compiled: compileGiven(member, text, kind),
    source: { id: member, type: sourceType, text },
  }))

function compileGiven(member: string, text: string, kind: PolicyKind): CompiledPolicy {
  try {
    return compilePolicy(parsePolicy(text, kind))
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const place = error.span === undefined ? '' : ` (line ${error.span.line}, column ${error.span.column})`
    throw new ServiceError('InvalidInput', `${member}: ${error.message}${place}`, { cause: error })
  }
}
