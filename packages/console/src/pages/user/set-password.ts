import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { markStale } from '../../api/use-read.ts'
import { changePasswordPolicy } from './use-password-terms.ts'

/** A password that is to be set. */
export interface NewPassword {
  readonly userName: string
  readonly password: string
  readonly resetRequired: boolean
  /** The user has a password already. */
  readonly isSet: boolean
  /** The account lets no user change her password, so that this one is to be allowed to. */
  readonly allowChange: boolean
}

export type SetPassword =
  | { readonly kind: 'set' }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** The password is set; the policy that lets the user change it is not attached. */
  | { readonly kind: 'notAttached'; readonly error: ApiError }

/** Sets a user's password. It passes through here and stays nowhere. */
export async function setPassword({
  userName: UserName,
  password: Password,
  resetRequired: PasswordResetRequired,
  isSet,
  allowChange,
}: NewPassword): Promise<SetPassword> {
  const operation = isSet ? 'UpdateLoginProfile' : 'CreateLoginProfile'
  try {
    await call('iam', operation, { UserName, Password, PasswordResetRequired })
  } catch (error) {
    return { kind: 'refused', error: asApiError(error) }
  } finally {
    markStale('iam', operation)
  }
  if (!allowChange) return { kind: 'set' }
  try {
    await call('iam', 'AttachUserPolicy', { UserName, PolicyArn: changePasswordPolicy })
    return { kind: 'set' }
  } catch (error) {
    return { kind: 'notAttached', error: asApiError(error) }
  } finally {
    markStale('iam', 'AttachUserPolicy')
  }
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  throw thrown
}
