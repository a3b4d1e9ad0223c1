import type { LastUsedNotes } from '../audit/last-used.ts'
import type { RefusalNotes } from '../audit/refusal-notes.ts'
import type { Guesses } from '../authn/guesses.ts'
import { type nothing, type Requirement } from '../authz/requirement.ts'
import type { View } from '../directory/view.ts'
import type { BlobInPieces } from '../domain/blob-in-pieces.ts'
import type { CallFacts, Caller } from '../domain/caller.ts'
import { ServiceError, type CommonErrorCode } from '../errors.ts'
import { operationModel, type OperationModel, type ServiceName } from '../protocol/protocol.ts'
import type { AccessAnalyzerOperations } from '../protocol/types/access-analyzer.ts'
import type { IamOperations } from '../protocol/types/iam.ts'
import type { KeywardOperations } from '../protocol/types/keyward.ts'
import type { SigninOperations } from '../protocol/types/signin.ts'
import type { StsOperations } from '../protocol/types/sts.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import type { Passwords } from '../secrets/passwords.ts'
import type { PublishedReport, ReportJob } from '../store/credential-reports.ts'
import type { Store } from '../store/store.ts'
import type { Aside } from './aside.ts'

interface Operations {
  iam: IamOperations
  'access-analyzer': AccessAnalyzerOperations
  sts: StsOperations
  keyward: KeywardOperations
  signin: SigninOperations
}

export interface Shapes {
  input: unknown
  output: unknown
  errors: string
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management'

/** What `requires` judges from. */
export interface Judging<Input> {
  readonly input: Input
  readonly caller: Caller
  readonly view: View
  readonly facts: CallFacts
}

/** Makes an error of this operation: its declared codes and the common ones, no others. */
export type Fault<Code extends string> = (code: Code, message: string) => ServiceError

/** What an answer may use besides the view: the process's own. */
export interface Means {
  readonly guesses: Guesses
  readonly refusals: RefusalNotes
  readonly keyRing: KeyRing
  readonly lastUsed: Pick<LastUsedNotes, 'of'>
  readonly passwords: Passwords
  readonly settings: Settings
  /** Where callers reach the API: `https://iam.example.com`. */
  readonly apiUrl: string
  readonly reports: CredentialReports
}

/** What the process does for credential reports, beside the calls. */
export interface CredentialReports {
  /** Builds what a call has asked for, where the account's job is this one. */
  begin(job: ReportJob): void
  content(report: PublishedReport): BlobInPieces
}

/** What an `answer` that several operations share is given. */
export interface Reading<Input, Target> {
  readonly input: Input
  readonly target: Target
  readonly caller: Caller
  readonly view: View
  readonly means: Means
}

/** Given by an `answer` of an operation that has a `run` too: this call must be a change. */
export const takesChange = Symbol('takes a change')

/** A blob may be given in pieces. */
type InPieces<Output> = {
  [Name in keyof Output]: Output[Name] | (Uint8Array extends Output[Name] ? BlobInPieces : never)
}

export interface Definition<Shape extends Shapes, Target, Prepared> {
  readonly access: AccessLevel
  /** What of AWS's operation is not there yet, for docs/coverage.md; absent: nothing. */
  readonly missing?: string
  requires(judging: Judging<Shape['input']>): Requirement<Target> | typeof nothing
  /** A read: synchronous, over the very view that judged it. */
  answer?(
    reading: Judging<Shape['input']> & {
      target: Target
      aside: Aside
      now: number
      means: Means
      fault: Fault<Code<Shape>>
    },
  ): InPieces<Shape['output']> | typeof takesChange
  /**
   * A long read: what it needs it takes from the view that judged it, at once; the function it gives back then works, in slices
   * (domain/slices.ts), and one call at a time.
   */
  compute?(
    reading: Judging<Shape['input']> & { target: Target; now: number; means: Means; fault: Fault<Code<Shape>> },
  ): () => Promise<Shape['output']>
  /**
   * Slow work before a change, outside the transaction: what it needs it takes from the view that judged the call, at once; the function it
   * gives back then works. What that gives goes to `run` as `prepared`, plain data and never a Secret, with the versions of what it read.
   */
  prepare?(
    preparing: Judging<Shape['input']> & { target: Target; now: number; means: Means; fault: Fault<Code<Shape>> },
  ): () => Promise<Prepared>
  /** A change: in its transaction, on the target that the judgement inside it found. Awaits nothing but the store. */
  run?(changing: {
    input: Shape['input']
    caller: Caller
    target: Target
    facts: CallFacts
    prepared: Prepared
    aside: Aside
    store: Store
    settle: Settle
    keyRing: KeyRing
    now: number
    settings: Settings
    fault: Fault<Code<Shape>>
  }): Promise<Shape['output']>
  /** What this process goes on with once the change is on disk. Nobody waits for it. */
  after?(done: { caller: Caller; facts: CallFacts; means: Means }): void
}

/** Looks at the state as the change has made it so far, by what reads and judgements look with. */
export type Settle = <Value>(judge: (view: View) => Value) => Promise<Value>

/** What an operator may set that operations depend on. */
export interface Settings {
  readonly usersPerAccount: number
  /** How long a credential report counts as fresh: milliseconds. */
  readonly credentialReportCache: number
}

type Code<Shape extends Shapes> = Extract<Shape['errors'], ServiceError['code']> | CommonErrorCode

/** An operation that is written: what the model does not know of it. Its types are hidden here; dispatch passes through what the model checked. */
export interface Operation {
  readonly model: OperationModel
  readonly access: AccessLevel
  readonly missing: string | undefined
  requires(judging: Judging<never>): Requirement<unknown> | typeof nothing
  readonly answer:
    | ((
        reading: Judging<never> & { target: never; aside: Aside; now: number; means: Means; fault: Fault<never> },
      ) => unknown)
    | undefined
  readonly compute:
    | ((
        reading: Judging<never> & { target: never; now: number; means: Means; fault: Fault<never> },
      ) => () => Promise<unknown>)
    | undefined
  readonly prepare:
    | ((
        preparing: Judging<never> & { target: never; now: number; means: Means; fault: Fault<never> },
      ) => () => Promise<unknown>)
    | undefined
  readonly run:
    | ((changing: {
        input: never
        caller: Caller
        target: never
        facts: CallFacts
        prepared: never
        aside: Aside
        store: Store
        settle: Settle
        keyRing: KeyRing
        now: number
        settings: Settings
        fault: Fault<never>
      }) => Promise<unknown>)
    | undefined
  readonly after: ((done: { caller: Caller; facts: CallFacts; means: Means }) => void) | undefined
}

/** Declares a written operation by its wire name. It has `answer`, `compute` or `run`; `answer` and `run` where only some of its calls change anything. */
export function operation<
  Service extends ServiceName,
  Name extends keyof Operations[Service] & string,
  Target,
  Prepared = undefined,
>(
  service: Service,
  name: Name,
  definition: Definition<Operations[Service][Name] & Shapes, Target, Prepared>,
): Operation {
  const model = operationModel(service, name)
  if (model === undefined) throw new Error(`${service}:${name} is not in the model`)
  if (definition.answer === undefined && definition.compute === undefined && definition.run === undefined) {
    throw new Error(`${service}:${name} must answer, compute or run`)
  }
  return {
    model,
    access: definition.access,
    missing: definition.missing,
    // The types of input and target meet again in dispatch, by the operation's name.
    requires: definition.requires.bind(definition) as Operation['requires'],
    answer: definition.answer?.bind(definition) as Operation['answer'],
    compute: definition.compute?.bind(definition) as Operation['compute'],
    prepare: definition.prepare?.bind(definition) as Operation['prepare'],
    run: definition.run?.bind(definition) as Operation['run'],
    after: definition.after?.bind(definition),
  }
}

/** The maker of errors that operations are given. */
export const fault = (code: ServiceError['code'], message: string): ServiceError => new ServiceError(code, message)
