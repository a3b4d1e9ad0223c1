import { useRead } from '../../api/use-read.ts'
import type { ApiError } from '../../api/api-error.ts'

/** Whether a user has a password, as far as the caller may know. */
export type LoginProfile =
  | { readonly state: 'waiting' | 'none' }
  | { readonly state: 'denied'; readonly error: ApiError }
  | { readonly state: 'set'; readonly at: number; readonly resetRequired: boolean }

export function useLoginProfile(UserName: string): LoginProfile {
  const { data, error } = useRead('iam', 'GetLoginProfile', { UserName }, { expects: ['NoSuchEntity'] })
  // A password that was deleted since: the last answer is kept beside the error.
  if (error?.code === 'NoSuchEntity') return { state: 'none' }
  if (error) return { state: 'denied', error }
  if (!data) return { state: 'waiting' }
  const { CreateDate, PasswordResetRequired = false } = data.LoginProfile
  return { state: 'set', at: CreateDate, resetRequired: PasswordResetRequired }
}
