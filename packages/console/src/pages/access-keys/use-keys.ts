import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { ApiError } from '../../api/api-error.ts'
import type { OperationName, Output } from '../../api/types.ts'
import { readOptions, useRead } from '../../api/use-read.ts'
import { inOrderOfCreation, type Key } from './key.ts'
import { named, type Owner } from './owner.ts'

interface Refused {
  readonly action: OperationName
  readonly error: ApiError
}

export interface Keys {
  /** The owner as it was given, with the ARN that the server says where it may be read: only that knows a user's path. */
  readonly owner: Owner
  /** In order of creation; undefined until they are known, and where they may not be listed. */
  readonly keys: readonly Key[] | undefined
  /** By key id: the tags of the user that are named after one of the keys. Tags of keys that are gone stay out of sight. */
  readonly descriptions: ReadonlyMap<string, string>
  /** What may not be read. The rest is shown all the same. */
  readonly refused: readonly Refused[]
  /** Why there is nothing to show, where that is not a matter of permission: there is no such user. */
  readonly missing: ApiError | undefined
  readonly pending: boolean
  readonly loading: boolean
  readonly refresh: () => void
}

/** An owner's keys with their last use and description. Needs nothing that the seed's policies do not grant. */
export function useKeys(owner: Owner): Keys {
  const list = useRead('iam', 'ListAccessKeys', named(owner), { expects: ['NoSuchEntity'] })
  // Descriptions are read from GetUser: the seed's policies grant no ListUserTags. Root carries no tags.
  const user = useRead('iam', 'GetUser', named(owner), {
    enabled: owner.userName !== undefined,
    expects: ['NoSuchEntity'],
  })
  const metadata = list.data?.AccessKeyMetadata
  const uses = useQueries({
    queries: (metadata ?? []).map(({ AccessKeyId = '' }) =>
      readOptions('iam', 'GetAccessKeyLastUsed', { AccessKeyId }),
    ),
    combine: combineUses,
  })

  const keys = useMemo(() => {
    return metadata && inOrderOfCreation(metadata.map((key, at) => keyOf(key, uses.answers[at])))
  }, [metadata, uses])
  const descriptions = useMemo(() => {
    const ids = new Set(keys?.map(({ id }) => id))
    const tags = user.data?.User.Tags ?? []
    return new Map(tags.filter(({ Key }) => ids.has(Key)).map(({ Key, Value }) => [Key, Value]))
  }, [keys, user.data])

  const arn = user.data?.User.Arn
  const known = useMemo(() => (arn === undefined ? owner : { ...owner, arn }), [owner, arn])

  const { refresh: listAgain } = list
  const { refresh: readUserAgain } = user
  const { refresh: readUsesAgain } = uses
  const isUser = owner.userName !== undefined
  const refresh = useCallback(() => {
    listAgain()
    if (isUser) readUserAgain()
    readUsesAgain()
  }, [listAgain, isUser, readUserAgain, readUsesAgain])

  return {
    owner: known,
    keys,
    descriptions,
    refused: [
      ...refusal('iam:ListAccessKeys', list.error),
      ...refusal('iam:GetAccessKeyLastUsed', uses.error),
      ...refusal('iam:GetUser', user.error),
    ],
    missing: list.error?.code === 'NoSuchEntity' ? list.error : undefined,
    pending: list.pending,
    loading: list.loading || user.loading || uses.loading,
    refresh,
  }
}

type LastUsed = Output<'iam', 'GetAccessKeyLastUsed'>['AccessKeyLastUsed']

interface Uses {
  readonly answers: readonly LastUsed[]
  readonly error: ApiError | undefined
  readonly loading: boolean
  readonly refresh: () => void
}

function combineUses(
  results: readonly {
    data: Output<'iam', 'GetAccessKeyLastUsed'> | undefined
    error: Error | null
    isFetching: boolean
    refetch: () => unknown
  }[],
): Uses {
  const error = results.find((result) => result.error)?.error
  return {
    answers: results.map(({ data }) => data?.AccessKeyLastUsed),
    error: error instanceof ApiError ? error : undefined,
    loading: results.some(({ isFetching }) => isFetching),
    refresh: () => {
      for (const { refetch } of results) refetch()
    },
  }
}

function keyOf(
  {
    AccessKeyId = '',
    Status = 'Active',
    CreateDate = 0,
  }: NonNullable<Output<'iam', 'ListAccessKeys'>['AccessKeyMetadata']>[number],
  use: LastUsed,
): Key {
  return {
    id: AccessKeyId,
    status: Status,
    createdAt: CreateDate,
    use: use && { at: use.LastUsedDate, service: use.ServiceName, region: use.Region },
  }
}

function refusal(action: OperationName, error: ApiError | undefined): readonly Refused[] {
  return error?.isDenied === true ? [{ action, error }] : []
}
