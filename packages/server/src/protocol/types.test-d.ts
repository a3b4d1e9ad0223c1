import type { ErrorCode, OperationErrorCode } from '../errors.ts'
import type { AccessAnalyzerOperations } from './types/access-analyzer.ts'
import type { IamOperations } from './types/iam.ts'
import type { KeywardOperations } from './types/keyward.ts'
import type { SigninOperations } from './types/signin.ts'
import type { StsOperations } from './types/sts.ts'

// Compiled, never run: what must not compile is marked.

export const declared: IamOperations['CreateUser']['errors'] = 'EntityAlreadyExists'

type Declared =
  | IamOperations[keyof IamOperations]['errors']
  | StsOperations[keyof StsOperations]['errors']
  | KeywardOperations[keyof KeywardOperations]['errors']
  | AccessAnalyzerOperations[keyof AccessAnalyzerOperations]['errors']
  | SigninOperations[keyof SigninOperations]['errors']

/** Never, as long as errors.ts lists what the operations declare and nothing else. */
type Unlisted = Exclude<Declared, OperationErrorCode> | Exclude<OperationErrorCode, Declared>

export const listed: [Unlisted] extends [never] ? true : Unlisted = true

// @ts-expect-error CreateUser declares no such refusal.
export const undeclared: IamOperations['CreateUser']['errors'] = 'DeleteConflict'

// @ts-expect-error Codes are those of the wire, not the names of shapes.
export const shapeName: ErrorCode = 'NoSuchEntityException'

// @ts-expect-error UserName is required.
export const missing: IamOperations['CreateUser']['input'] = { Path: '/' }

// @ts-expect-error Active or Inactive, in these letters.
export const notInEnum: IamOperations['UpdateAccessKey']['input'] = { AccessKeyId: 'AKIA', Status: 'active' }

export const nothing: IamOperations['DeleteUser']['output'] = undefined

export const identity: StsOperations['GetCallerIdentity']['output'] = { Account: '123456789012', Arn: undefined }
