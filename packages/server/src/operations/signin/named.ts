import { guessedRoot, guessedUser } from '../../authn/guesses.ts'
import type { View } from '../../directory/view.ts'
import { parseAccountId, type AccountId } from '../../domain/ids.ts'
import { ServiceError } from '../../errors.ts'
import type { SignInRequest } from '../../protocol/types/signin.ts'
import type { KeyOwner } from '../../store/access-keys.ts'
import { accountById, accountOfAlias, accountOfRootEmail } from '../../store/accounts.ts'
import { nameKey, userByName } from '../../store/users.ts'

/** Whom someone says they are. */
export interface Named {
  /** What was typed, as guesses are counted by it. */
  readonly guess: string
  /** Undefined where no account was named that exists. */
  readonly account: AccountId | undefined
  /** Undefined where nobody was named that exists. */
  readonly owner: KeyOwner | undefined
}

/** Throws ValidationError where a member of the form is missing. Whether anyone is found is nobody's to know. */
export function readNamed(input: SignInRequest, view: View): Named {
  if (input.PrincipalType === 'Root') {
    const email = given(input.Email, 'email')
    const account = view.get(accountOfRootEmail, { email })
    // By the account it was found as: what is one letter in two cases to a database is not always one to this program.
    return { guess: guessedRoot(account ?? email), account, owner: account && { account, userId: undefined } }
  }
  const typed = given(input.Account, 'account')
  const name = given(input.UserName, 'userName')
  const account = findAccount(typed, view)
  const user = account && view.get(userByName, { account, nameKey: nameKey(name) })
  return {
    guess: guessedUser(account ?? typed, name),
    account,
    owner: user && { account: user.account, userId: user.id },
  }
}

/** By its number, or by its alias: twelve digits are a number. */
function findAccount(typed: string, view: View): AccountId | undefined {
  const id = parseAccountId(typed)
  return id === undefined ? view.get(accountOfAlias, { alias: typed.toLowerCase() }) : view.get(accountById, { id })?.id
}

function given(value: string | undefined, member: string): string {
  if (value !== undefined) return value
  throw new ServiceError(
    'ValidationError',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
  )
}
