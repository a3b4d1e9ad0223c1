// Written by hand: the form of what tools/import-catalogue.ts writes.

/** The type of a condition key's value; `ArrayOf…` is a multivalued key. */
export type KeyType =
  'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'ArrayOfString' | 'ArrayOfARN' | 'ArrayOfBool'

export type CompactKey = readonly [name: string, type: KeyType]

/** One service. Of actions and resource types the condition keys, and of actions the resource types, are places in the lists. */
export interface CompactService {
  readonly keys: readonly CompactKey[]
  readonly resources: readonly (readonly [name: string, arn: string, keys: readonly number[]])[]
  readonly actions: readonly (readonly [
    name: string,
    level: 'L' | 'R' | 'W' | 'T' | 'P',
    resources: readonly number[],
    keys: readonly number[],
  ])[]
}

/** The name of every service, by prefix. */
export const names: Readonly<Record<string, string>>
export const globals: readonly CompactKey[]
/** Every service is a file of its own, read when it is called for. */
export const loaders: Readonly<Record<string, () => Promise<{ readonly default: CompactService }>>>
