import type { ApiError } from '../../api/api-error.ts'
import { useRead } from '../../api/use-read.ts'
import type { PolicyOfStatement } from './reason.ts'

export interface PolicyText {
  readonly text: string | undefined
  readonly error: ApiError | undefined
  readonly pending: boolean
}

/** The document of a policy as it stands now, where the person may read it. */
export function usePolicyText({ kind, name, arn, owner }: PolicyOfStatement): PolicyText {
  const isManaged = kind === 'managed' && arn !== undefined
  const isOf = (wanted: 'user' | 'group') => kind === 'inline' && owner?.kind === wanted
  const inline = { PolicyName: name }
  const user = useRead(
    'iam',
    'GetUserPolicy',
    { ...inline, UserName: owner?.name ?? '' },
    { enabled: isOf('user'), expects: ['NoSuchEntity'] },
  )
  const group = useRead(
    'iam',
    'GetGroupPolicy',
    { ...inline, GroupName: owner?.name ?? '' },
    { enabled: isOf('group'), expects: ['NoSuchEntity'] },
  )
  const policy = useRead(
    'iam',
    'GetPolicy',
    { PolicyArn: arn ?? '' },
    { enabled: isManaged, expects: ['NoSuchEntity'] },
  )
  const VersionId = policy.data?.Policy?.DefaultVersionId
  const version = useRead(
    'iam',
    'GetPolicyVersion',
    { PolicyArn: arn ?? '', VersionId: VersionId ?? '' },
    { enabled: isManaged && VersionId !== undefined, expects: ['NoSuchEntity'] },
  )
  if (isManaged) {
    const error = policy.error ?? version.error
    const text = version.data?.PolicyVersion?.Document
    return { text, error, pending: error === undefined && text === undefined }
  }
  const { data, error, pending } = owner?.kind === 'group' ? group : user
  return { text: data?.PolicyDocument, error, pending: pending && owner !== undefined }
}
