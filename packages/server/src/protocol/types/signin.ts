// Written by tools/import-model.ts from the API model in packages/server/model. Change the model or the tool, not this file.

export interface BeginResponse {
  readonly ApiUrl: string
  readonly Region: string
  readonly Session?: Session | undefined
  readonly Remembered?: Remembered | undefined
}

export interface Session {
  readonly Handle: string
  readonly AccountId: string
  readonly AccountAlias?: string | undefined
  readonly PrincipalType: PrincipalTypeType
  readonly PrincipalId: string
  readonly Arn: string
  readonly UserName?: string | undefined
  readonly Email?: string | undefined
  readonly ExpiresAt: number
  readonly PasswordExpiresAt?: number | undefined
}

export interface Remembered {
  readonly Account: string
  readonly UserName: string
}

export interface SignInRequest {
  readonly PrincipalType: PrincipalTypeType
  readonly Account?: string | undefined
  readonly UserName?: string | undefined
  readonly Email?: string | undefined
  readonly Password: string
}

export interface SignInResponse {
  readonly Next: NextType
  readonly Session?: Session | undefined
  readonly Attempt?: string | undefined
  readonly Reason?: ChangeReasonType | undefined
  readonly PasswordPolicy?: PasswordRules | undefined
}

export interface ChangePasswordRequest {
  readonly Attempt: string
  readonly OldPassword: string
  readonly NewPassword: string
}

export interface PasswordRules {
  readonly MinimumPasswordLength: number
  readonly RequireSymbols: boolean
  readonly RequireNumbers: boolean
  readonly RequireUppercaseCharacters: boolean
  readonly RequireLowercaseCharacters: boolean
  readonly CharacterClasses: number
  readonly PasswordReusePrevention?: number | undefined
}

export type PrincipalTypeType = 'Root' | 'User'

export type NextType = 'Done' | 'ChangePassword'

export type ChangeReasonType = 'ResetRequired' | 'Expired'

/** What each operation takes, returns and may refuse with, by its wire name. Times are milliseconds since the epoch. */
export interface SigninOperations {
  Begin: {
    input: { readonly [name: string]: never }
    output: BeginResponse
    errors: never
  }
  SignIn: {
    input: SignInRequest
    output: SignInResponse
    errors: 'AuthenticationFailed' | 'PasswordExpired' | 'SignInThrottled'
  }
  ChangePassword: {
    input: ChangePasswordRequest
    output: SignInResponse
    errors: 'AuthenticationFailed' | 'AttemptEnded' | 'PasswordPolicyViolation' | 'SignInThrottled'
  }
  SignOut: {
    input: { readonly [name: string]: never }
    output: undefined
    errors: never
  }
  ForgetAccount: {
    input: { readonly [name: string]: never }
    output: undefined
    errors: never
  }
}
