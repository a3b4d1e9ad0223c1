// What the second evaluator reads: documents as JSON gives them, and a request. It shares no type with the engine.

export type Effect = 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'

export type RawPrincipal = '*' | Readonly<Record<string, string | readonly string[]>>

export interface NaiveStatement {
  readonly Effect: string
  readonly Principal?: RawPrincipal
  readonly NotPrincipal?: RawPrincipal
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface NaivePolicy {
  readonly Version?: string
  readonly Statement: NaiveStatement | readonly NaiveStatement[]
}

export interface NaiveSets {
  readonly identity: readonly object[]
  readonly boundary?: readonly object[]
  readonly session?: readonly object[]
  readonly resource?: readonly object[]
  readonly serviceControl?: readonly (readonly object[])[]
  readonly resourceControl?: readonly (readonly object[])[]
}

export type SetName = keyof NaiveSets

export type Caller =
  | { readonly type: 'Root'; readonly account: string; readonly arn: string }
  | { readonly type: 'User'; readonly account: string; readonly arn: string; readonly userId: string }
  | {
      readonly type: 'AssumedRole'
      readonly account: string
      readonly roleArn: string
      readonly roleId: string
      readonly sessionArn: string
    }
  | {
      readonly type: 'FederatedUser'
      readonly account: string
      readonly sessionArn: string
      readonly userArn: string
      readonly userId: string
    }
  | { readonly type: 'Service'; readonly service: string }
  | { readonly type: 'Federated'; readonly provider: string }
  | { readonly type: 'CanonicalUser'; readonly id: string }
  | { readonly type: 'Anonymous' }

export type Context = Readonly<Record<string, string | readonly string[]>>

export interface NaiveRequest {
  readonly action: string
  readonly resource: string
  readonly context: Context
  readonly principal?: Caller | undefined
  readonly resourceAccount?: string | undefined
  readonly resourcePolicyDecides?: boolean | undefined
}

export function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T]
}
