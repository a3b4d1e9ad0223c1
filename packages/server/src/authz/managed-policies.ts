import { createHash } from 'node:crypto'

/** A policy of AWS's own that can be attached here, under its well-known ARN. The document is ours. */
export interface ManagedPolicy {
  readonly arn: string
  readonly name: string
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
}

/** SHA-256 of a policy's text, in hex: compiled policies are kept by it. */
export const policyHash = (text: string): string => createHash('sha256').update(text).digest('hex')

const allowAll = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
}

const policies: readonly ManagedPolicy[] = [policy('AdministratorAccess', allowAll)]

function policy(name: string, document: object): ManagedPolicy {
  const text = JSON.stringify(document, undefined, 2)
  return { arn: `arn:aws:iam::aws:policy/${name}`, name, text, hash: policyHash(text) }
}

const byArn = new Map(policies.map((policy) => [policy.arn, policy]))

export const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

export const managedPolicy = (arn: string): ManagedPolicy | undefined => byArn.get(arn)
