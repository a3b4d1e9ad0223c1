import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import type { Input, Output } from '../../api/types.ts'
import type { Label } from '../../i18n/labels.ts'
import { labels } from './labels.ts'

/** Who is signing in, as typed. */
export type Who =
  | { readonly PrincipalType: 'User'; readonly Account: string; readonly UserName: string }
  | { readonly PrincipalType: 'Root'; readonly Email: string }

/** What a step of signing in answers: the session, or what is to be done first. */
export type Step = Output<'signin', 'SignIn'>
type ChangeInput = Input<'signin', 'ChangePassword'>

export type Outcome =
  { readonly step: Step; readonly error?: never } | { readonly error: ApiError; readonly step?: never }

/** Passwords go through `call` and stay nowhere. */
export function signIn(who: Who, password: string): Promise<Outcome> {
  return outcome(call('signin', 'SignIn', { ...who, Password: password }))
}

export function changePassword(input: ChangeInput): Promise<Outcome> {
  return outcome(call('signin', 'ChangePassword', input))
}

async function outcome(step: Promise<Step>): Promise<Outcome> {
  try {
    return { step: await step }
  } catch (error) {
    if (error instanceof ApiError) return { error }
    throw error
  }
}

/** The words for why a step was refused; undefined where the server's own sentence is the best there is. */
export function refusalLabel({ code, isUncertain }: ApiError): Label | undefined {
  switch (code) {
    case 'AuthenticationFailed':
      return labels.incorrect
    case 'PasswordExpired':
      return labels.passwordExpired
    case 'SignInThrottled':
      return labels.throttled
    case 'AttemptEnded':
      return labels.attemptEnded
    default:
      return isUncertain ? labels.notAnswered : undefined
  }
}

/** 1234-5678-9012 is how some write 123456789012; an alias has no capitals. */
export function normalAccount(typed: string): string {
  const account = typed.trim().toLowerCase()
  const digits = account.replaceAll('-', '')
  return /^\d{12}$/.test(digits) ? digits : account
}
