import type { AttachedPolicy } from '../../api/lists.ts'

/** A policy that a user has by groups. */
export interface Inherited {
  readonly key: string
  readonly name: string
  /** Undefined for an inline policy, which is of one group only. */
  readonly arn: string | undefined
  readonly groups: readonly string[]
}

interface PoliciesOfGroup {
  readonly group: string
  readonly attached: readonly AttachedPolicy[]
  readonly inline: readonly string[]
}

/** The policies of several groups, each managed one once with all the groups that bring it. */
export function collect(groups: readonly PoliciesOfGroup[]): readonly Inherited[] {
  const managed = new Map<string, Inherited>()
  const inline: Inherited[] = []
  for (const { group, attached, inline: names } of groups) {
    for (const { PolicyName: name = '', PolicyArn: arn = '' } of attached) {
      const before = managed.get(arn)?.groups ?? []
      managed.set(arn, { key: arn, name, arn, groups: [...before, group] })
    }
    for (const name of names) inline.push({ key: `${group}/${name}`, name, arn: undefined, groups: [group] })
  }
  return [...managed.values(), ...inline].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
