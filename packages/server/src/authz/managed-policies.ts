import { createHash } from 'node:crypto'
import type { PolicyId } from '../domain/ids.ts'
import type { StoredPolicy } from '../store/managed-policies.ts'

/** A policy of AWS's own that can be attached here, under its well-known ARN and id. The document is ours. It has one version. */
export interface ManagedPolicy extends StoredPolicy {
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
}

/** SHA-256 of a policy's text, in hex: compiled policies are kept by it. */
export const policyHash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** In order of their names. Ids, descriptions and dates are AWS's: tools know policies by them. */
export const managedPolicies: readonly ManagedPolicy[] = [
  policy({
    id: 'ANPAIWMBCKSKIEE64ZLYK',
    name: 'AdministratorAccess',
    description: 'Provides full access to AWS services and resources.',
    created: '2015-02-06T18:39:46Z',
    statements: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  }),
  policy({
    id: 'ANPAJ4L4MM2A7QIEB56MS',
    name: 'IAMUserChangePassword',
    description: 'Provides the ability for an IAM user to change their own password.',
    created: '2016-11-15T00:25:16Z',
    statements: [
      { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' },
      { Effect: 'Allow', Action: 'iam:GetAccountPasswordPolicy', Resource: '*' },
    ],
  }),
]

interface Written {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly created: string
  readonly statements: readonly object[]
}

function policy({ id, name, description, created, statements }: Written): ManagedPolicy {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2)
  return {
    arn: `arn:aws:iam::aws:policy/${name}`,
    // Written here, as AWS has it.
    id: id as PolicyId,
    account: 'aws',
    name,
    path: '/',
    description,
    createdAt: Date.parse(created),
    updatedAt: Date.parse(created),
    defaultVersion: 1,
    lastVersion: 1,
    text,
    hash: policyHash(text),
  }
}

const byArn = new Map(managedPolicies.map((policy) => [policy.arn, policy]))

export const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

export const managedPolicy = (arn: string): ManagedPolicy | undefined => byArn.get(arn)
