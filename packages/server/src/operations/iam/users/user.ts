import type { Requirement } from '../../../authz/requirement.ts'
import { tagsByKey } from '../../../directory/tags.ts'
import type { View } from '../../../directory/view.ts'
import { userArn } from '../../../domain/arn.ts'
import type { Caller } from '../../../domain/caller.ts'
import { ServiceError } from '../../../errors.ts'
import type { AttachedPermissionsBoundary, User as UserShape } from '../../../protocol/types/iam.ts'
import type { Tag } from '../../../store/tags.ts'
import { nameKey, userById, userByName, type User } from '../../../store/users.ts'
import { describeTags } from '../tags/tags.ts'

export const arnOf = (user: User): string => userArn(user.account, user.path, user.name)

interface Shown {
  readonly tags?: readonly Tag[]
  /** When the user last signed in with a password. */
  readonly passwordUsedAt?: number | undefined
  /** The ARN of its permissions boundary: lists leave it out. */
  readonly boundary?: string | undefined
}

/** A user as IAM shows it; tags only where there are some, the last sign-in where there was one, and the boundary where it has one. */
export function describeUser(user: User, { tags = [], passwordUsedAt, boundary }: Shown = {}): UserShape {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: arnOf(user),
    CreateDate: user.createdAt,
    ...(passwordUsedAt === undefined ? {} : { PasswordLastUsed: passwordUsedAt }),
    ...(boundary === undefined ? {} : { PermissionsBoundary: describeBoundary(boundary) }),
    ...describeTags(tags),
  }
}

/** AWS's word for the type is the one of its answers: its model has another. */
export const describeBoundary = (arn: string): AttachedPermissionsBoundary => ({
  PermissionsBoundaryType: 'Policy' as 'PermissionsBoundaryPolicy',
  PermissionsBoundaryArn: arn,
})

export const noSuchUser = (name: string): ServiceError =>
  new ServiceError('NoSuchEntity', `The user with name ${name} cannot be found.`)

/**
 * An action on the user of this name, or on the caller where none is given. Judged on the stored ARN; where there is no such user, on
 * the ARN it would have, so that only those who may learn that it is missing.
 */
export function onUser(
  action: string,
  name: string | undefined,
  caller: Caller,
  view: View,
): Requirement<User> & { readonly user: User | undefined } {
  const { principal } = caller
  if (name === undefined && principal.type !== 'User') {
    throw new ServiceError('ValidationError', 'Must specify userName when calling with non-User credentials')
  }
  const user =
    name !== undefined
      ? view.get(userByName, { account: principal.account, nameKey: nameKey(name) })
      : principal.type === 'User'
        ? view.get(userById, { id: principal.userId })
        : undefined
  const spoken = name ?? (principal.type === 'User' ? principal.userName : '')
  return {
    user,
    action,
    resource: user === undefined ? userArn(principal.account, '/', spoken) : arnOf(user),
    spokenAs: `user ${spoken}`,
    resourceTags: () => tagMap(user, view),
    target: () => {
      if (user === undefined) throw noSuchUser(spoken)
      return user
    },
  }
}

/** The tags a condition may ask for, by their keys in lower case. */
export const tagMap = (user: User | undefined, view: View): ReadonlyMap<string, string> =>
  user === undefined ? new Map() : view.derive(tagsByKey, user.id)
