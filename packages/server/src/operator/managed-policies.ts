import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { managedPolicies } from '../authz/managed-policies.ts'
import { PolicyFileError, readPolicyFile, type PolicyFile } from '../authz/policy-file.ts'
import type { Clock } from '../domain/clock.ts'
import { limits } from '../domain/limits.ts'
import type { Store } from '../store/store.ts'
import { nameKey } from '../store/users.ts'
import { operatorChange } from './operator-change.ts'
import { OperatorError } from './operator-error.ts'
import { reason, type Place } from './place.ts'

/** What became of AWS's policies that an operator adds, by their ARNs. */
export interface TakenOver {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** Their files are gone, and somebody still uses them. */
  readonly withdrawn: readonly string[]
}

/**
 * Makes the files of a folder the policies that are there beside those in the program, for every account and every server of this database:
 * they are rows, written like any change, so that all that judge have the same. Throws OperatorError where a file is not one.
 */
export async function takeOverManagedPolicies(place: Place, folder: string, clock?: Clock): Promise<TakenOver> {
  const files = readFolder(folder)
  return operatorChange(place, (store, head) => takeOver(store, files, head.at), clock)
}

function readFolder(folder: string): readonly PolicyFile[] {
  let names: readonly string[]
  try {
    names = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  } catch (error) {
    throw new OperatorError(`The folder of managed policies cannot be read: ${reason(error)}.`)
  }
  if (names.length > limits.policyFilesMax)
    throw new OperatorError(`The folder ${folder} has more than ${limits.policyFilesMax} managed policies.`)
  const taken = new Map(managedPolicies.flatMap((policy) => keysOf(policy).map((key) => [key, 'Keyward itself'])))
  return names.map((name) => {
    const path = join(folder, name)
    const file = readFile(path)
    for (const key of keysOf(file)) {
      const other = taken.get(key)
      if (other !== undefined)
        throw new OperatorError(
          `The file ${path} has the name or id of a policy that ${other} has: take one of them away.`,
        )
      taken.set(key, path)
    }
    return file
  })
}

/** What no two policies of AWS's share. */
const keysOf = ({ name, id }: Pick<PolicyFile, 'name' | 'id'>): readonly string[] => [nameKey(name), id]

function readFile(path: string): PolicyFile {
  try {
    return readPolicyFile(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof PolicyFileError)
      throw new OperatorError(`The file ${path} ${error.message}.`.replace(/\.\.$/, '.'))
    throw new OperatorError(`The file ${path} cannot be read: ${reason(error)}.`)
  }
}

async function takeOver(store: Store, files: readonly PolicyFile[], now: number): Promise<TakenOver> {
  const before = new Map((await store.managedPolicies.added()).map((policy) => [policy.arn, policy]))
  const done = { added: [] as string[], changed: [] as string[], removed: [] as string[], withdrawn: [] as string[] }
  // What goes goes first: a file under another path may bear the name.
  const kept = new Set(files.map((file) => file.arn))
  for (const policy of before.values()) {
    if (kept.has(policy.arn)) continue
    if (await store.policyUses.anywhere(policy.arn)) {
      if (policy.withdrawnAt === undefined) await store.managedPolicies.withdraw(policy.id, now)
      done.withdrawn.push(policy.arn)
    } else {
      await store.managedPolicies.delete(policy.id)
      done.removed.push(policy.arn)
    }
  }
  for (const file of files) {
    const policy = before.get(file.arn)
    if (policy === undefined) {
      await add(store, file, now)
      done.added.push(file.arn)
    } else if (await change(store, policy, file, now)) done.changed.push(file.arn)
  }
  return done
}

async function add(store: Store, file: PolicyFile, now: number): Promise<void> {
  const {
    arn,
    id,
    name,
    path,
    description,
    version: n,
    text,
    hash,
    size,
    createdAt = now,
    updatedAt = createdAt,
  } = file
  const versions = { defaultVersion: n, lastVersion: n }
  const policy = { arn, id, name, path, description, account: 'aws', createdAt, updatedAt, ...versions } as const
  if (!(await store.managedPolicies.insert(policy, { n, text, hash, size, createdAt: updatedAt }))) {
    throw new OperatorError(
      `The policy ${arn} has the name or id of one whose file is gone and that is still in use: put that file back, or detach it first.`,
    )
  }
}

type Added = Awaited<ReturnType<Store['managedPolicies']['added']>>[number]

/** A document that is not the one that holds becomes a further version, as AWS's own do. False where all is as it was. */
async function change(store: Store, policy: Added, file: PolicyFile, now: number): Promise<boolean> {
  const isBack = policy.withdrawnAt !== undefined
  const isDescribed = policy.description !== file.description
  const isWritten = policy.hash !== file.hash
  if (isBack) await store.managedPolicies.withdraw(policy.id, undefined)
  if (isDescribed) await store.managedPolicies.describe(policy.id, file.description)
  if (isWritten) {
    const { text, hash, size } = file
    const n = Math.max(policy.lastVersion + 1, file.version)
    await store.managedPolicies.addVersion(policy.id, { n, text, hash, size, createdAt: now })
    await store.managedPolicies.setDefault(policy.id, n)
    const old = (await store.managedPolicies.versions(policy.id)).slice(limits.versionsPerPolicy)
    for (const version of old) await store.managedPolicies.deleteVersion(policy.id, version)
  }
  return isBack || isDescribed || isWritten
}
