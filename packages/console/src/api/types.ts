import type { IamOperations, KeywardOperations, SigninOperations, StsOperations } from '@keyward/server'
import type { operations } from './operations.ts'

interface Services {
  readonly iam: IamOperations
  readonly sts: StsOperations
  readonly keyward: KeywardOperations
  readonly signin: SigninOperations
}

export type Service = keyof Services
export type Operation<S extends Service> = (typeof operations)[S][number] & keyof Services[S]

type Part<S extends Service, O, P extends string> = O extends keyof Services[S]
  ? Services[S][O] extends { readonly [K in P]: infer Found }
    ? Found
    : never
  : never

/** JSON has no bytes: a blob travels as base64. Times are milliseconds on both sides of `call`. */
type InJson<T> = T extends Uint8Array ? string : T extends object ? { readonly [K in keyof T]: InJson<T[K]> } : T

export type Input<S extends Service, O extends Operation<S>> = InJson<Part<S, O, 'input'>>
export type Output<S extends Service, O extends Operation<S>> = InJson<Part<S, O, 'output'>>
/** The codes that an operation declares. */
export type Refusal<S extends Service, O extends Operation<S>> = Part<S, O, 'errors'> & string

/** `iam:ListUsers`, in the words of policies: also the names of the tables below. */
export type OperationName = { [S in Service]: `${S}:${Operation<S>}` }[Service]

/** Who is signed in, as sign-in says it. */
export type Session = NonNullable<Output<'signin', 'Begin'>['Session']>
export type Remembered = NonNullable<Output<'signin', 'Begin'>['Remembered']>
