// Written by tools/import-model.ts from the API model in packages/server/model. Change the model or the tool, not this file.

export interface ChangeRootPasswordRequest {
  readonly OldPassword: string
  readonly NewPassword: string
}

export interface SearchUsersRequest {
  readonly Text?: string | undefined
  readonly UserName?: string | undefined
  readonly AccessKeyId?: string | undefined
  readonly KeyOlderThanDays?: number | undefined
  readonly KeyNotUsedForDays?: number | undefined
  readonly KeyNeverUsed?: boolean | undefined
  readonly Bootstrap?: boolean | undefined
  readonly SortBy?: SortByType | undefined
  readonly SortOrder?: SortOrderType | undefined
  readonly MaxItems?: number | undefined
  readonly Marker?: string | undefined
}

export interface SearchUsersResponse {
  readonly Users: readonly FoundUser[]
  readonly TotalCount: number
  readonly IsTruncated: boolean
  readonly Marker?: string | undefined
}

export interface FoundUser {
  readonly UserName: string
  readonly UserId: string
  readonly Arn: string
  readonly Path: string
  readonly CreateDate: number
  readonly PasswordLastUsed?: number | undefined
  readonly ConsoleAccess?: boolean | undefined
  readonly PasswordLastChanged?: number | undefined
  readonly AccessKeys?: readonly FoundKey[] | undefined
  readonly OldestActiveKeyDate?: number | undefined
  readonly KeyLastUsedDate?: number | undefined
  readonly LastActivityDate?: number | undefined
  readonly Groups?: readonly string[] | undefined
  readonly DeniedActions: readonly string[]
}

export interface FoundKey {
  readonly AccessKeyId: string
  readonly Status: StatusType
  readonly CreateDate: number
  readonly Bootstrap: boolean
  readonly LastUsedDate?: number | undefined
}

export type SortByType =
  | 'UserName'
  | 'Path'
  | 'CreateDate'
  | 'ConsoleAccess'
  | 'PasswordAge'
  | 'PasswordLastUsed'
  | 'AccessKeyAge'
  | 'AccessKeyLastUsed'
  | 'LastActivity'

export type SortOrderType = 'Ascending' | 'Descending'

export type StatusType = 'Active' | 'Inactive' | 'Expired'

/** What each operation takes, returns and may refuse with, by its wire name. Times are milliseconds since the epoch. */
export interface KeywardOperations {
  ChangeRootPassword: {
    input: ChangeRootPasswordRequest
    output: undefined
    errors: 'InvalidUserType' | 'PasswordPolicyViolation' | 'EntityTemporarilyUnmodifiable' | 'SignInThrottled'
  }
  SearchUsers: {
    input: SearchUsersRequest
    output: SearchUsersResponse
    errors: never
  }
}
