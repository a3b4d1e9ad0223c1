import { readdirSync, readFileSync } from 'node:fs'
import type { StoredPolicy } from '../store/managed-policies.ts'
import { readPolicyFile, type PolicyFile } from './policy-file.ts'

/**
 * A policy of AWS's own that is in the program, under its well-known ARN and id: model/aws-policies. The document is ours. It has one
 * version.
 */
export interface ManagedPolicy extends StoredPolicy {
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
}

function builtIn({
  arn,
  id,
  name,
  path,
  description,
  version,
  createdAt = 0,
  updatedAt = 0,
  text,
  hash,
}: PolicyFile): ManagedPolicy {
  const versions = { defaultVersion: version, lastVersion: version }
  return {
    arn,
    id,
    account: 'aws',
    name,
    path,
    description,
    createdAt,
    updatedAt,
    ...versions,
    text,
    hash,
  }
}

// From src/ and from dist/ alike, the model lies two folders up.
const folder = new URL('../../model/aws-policies/', import.meta.url)

/** In order of their names. Ids, descriptions, versions and dates are AWS's where they are known: tools know policies by them. */
export const managedPolicies: readonly ManagedPolicy[] = readdirSync(folder)
  .toSorted()
  .map((file) => builtIn(readPolicyFile(readFileSync(new URL(file, folder), 'utf8'))))

const byArn = new Map(managedPolicies.map((policy) => [policy.arn, policy]))

export const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

export const managedPolicy = (arn: string): ManagedPolicy | undefined => byArn.get(arn)
