import { type PolicyKind } from '../../src/parse.ts'

/** For one code a document of which it is said, and a like one of which it is not. A text is given where it is no JSON. */
export interface Example {
  readonly kind: PolicyKind
  readonly triggers: object | string
  readonly spares: object | string
  /** The service whose resource the policy is attached to. */
  readonly attachedTo?: string
  /** Other errors that the first document cannot be without. */
  readonly also?: readonly string[]
}

export type Examples = Readonly<Record<string, Example>>

type Members = Readonly<Record<string, unknown>>

const Version = '2012-10-17'

/** A policy of one statement that allows reading objects, but for what is given. */
export function allow(members: Members = {}): object {
  return { Version, Statement: [statement(members)] }
}

export const statement = (members: Members = {}): object =>
  without({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*', ...members })

export const deny = (members: Members = {}): object => allow({ Effect: 'Deny', ...members })

/** The same with one condition. */
export const when = (operator: string, key: string, values: unknown, members: Members = {}): object =>
  allow({ Condition: { [operator]: { [key]: values } }, ...members })

/** A resource policy for a user of another account. */
export const resource = (members: Members = {}): object =>
  allow({ Principal: { AWS: 'arn:aws:iam::123456789012:user/alice' }, ...members })

/** A role trust policy for a user. */
export const trust = (members: Members = {}): object =>
  allow({
    Principal: { AWS: 'arn:aws:iam::123456789012:user/alice' },
    Action: 'sts:AssumeRole',
    Resource: undefined,
    ...members,
  })

/** A resource control policy that denies. */
export const rcp = (members: Members = {}): object =>
  allow({ Effect: 'Deny', Principal: '*', Resource: '*', ...members })

export const two = (first: Members, second: Members): object => ({
  Version,
  Statement: [statement(first), statement(second)],
})

/** JSON leaves members out whose value is undefined; so does this. */
function without(members: Members): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

export const textOf = (document: object | string): string =>
  typeof document === 'string' ? document : JSON.stringify(document, undefined, 2)
