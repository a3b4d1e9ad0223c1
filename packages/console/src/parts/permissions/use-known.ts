import { useRead } from '../../api/use-read.ts'
import { useSession } from '../../session/session-state.ts'
import { groupIdentity, userIdentity, type Identity } from './identity.ts'

export interface Known {
  readonly identity: Identity
  /** A user's, where it is known. */
  readonly path: string | undefined
}

/** A user or a group by its name, with its own ARN as soon as the server has said it. */
export function useKnown(kind: Identity['kind'], name: string): Known {
  const { AccountId } = useSession()
  const expects = ['NoSuchEntity'] as const
  const user = useRead('iam', 'GetUser', { UserName: name }, { expects, enabled: kind === 'user' }).data?.User
  const group = useRead('iam', 'GetGroup', { GroupName: name, MaxItems: 1 }, { expects, enabled: kind === 'group' })
  return kind === 'user'
    ? { identity: userIdentity(AccountId, name, user?.Arn), path: user?.Path }
    : { identity: groupIdentity(AccountId, name, group.data?.Group.Arn), path: undefined }
}
