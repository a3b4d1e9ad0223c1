import { type CompactService, type KeyType } from '../../catalogue/services.js'

/** As AWS's service authorization reference sorts actions. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management'

/** A name may have places for any text: `aws:RequestTag/${TagKey}`. */
export interface ConditionKeyEntry {
  readonly name: string
  readonly type: KeyType
}

export interface ActionEntry {
  /** Without the service's prefix: `GetObject`. */
  readonly name: string
  readonly accessLevel: AccessLevel
  /** Names of the service's resource types; none: the action asks for Resource `*`. */
  readonly resourceTypes: readonly string[]
  /** Names of condition keys, the global ones left out, but for those of tags. */
  readonly conditionKeys: readonly string[]
}

export interface ResourceTypeEntry {
  readonly name: string
  /** With places for what varies: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string
  readonly conditionKeys: readonly string[]
}

/** What AWS documents of one service, under the prefix its actions carry. */
export interface ServiceEntry {
  readonly prefix: string
  readonly name: string
  readonly actions: readonly ActionEntry[]
  readonly resourceTypes: readonly ResourceTypeEntry[]
  readonly conditionKeys: readonly ConditionKeyEntry[]
}

const accessLevels = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  T: 'Tagging',
  P: 'Permissions management',
} as const satisfies Record<CompactService['actions'][number][1], AccessLevel>

/** Writes out what a compact service says. */
export function expandService(
  prefix: string,
  name: string,
  { keys, resources, actions }: CompactService,
): ServiceEntry {
  const at = (list: readonly (readonly [string, ...unknown[]])[]) => (place: number) => list[place]?.[0] ?? ''
  return {
    prefix,
    name,
    actions: actions.map(([action, level, resourceTypes, conditionKeys]) => ({
      name: action,
      accessLevel: accessLevels[level],
      resourceTypes: resourceTypes.map(at(resources)),
      conditionKeys: conditionKeys.map(at(keys)),
    })),
    resourceTypes: resources.map(([type, arn, conditionKeys]) => ({
      name: type,
      arn,
      conditionKeys: conditionKeys.map(at(keys)),
    })),
    conditionKeys: keys.map(([key, type]) => ({ name: key, type })),
  }
}
