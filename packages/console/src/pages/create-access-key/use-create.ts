import { useCallback, useMemo, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { useSecret } from '../../api/use-secret.ts'
import { markStale, readNow } from '../../api/use-read.ts'
import { named, type Owner } from '../access-keys/owner.ts'
import { keyMaker, type MadeKey, type Outcome } from './create-key.ts'

export interface Creation {
  /** The key with its secret, as long as this page shows it. */
  readonly made: MadeKey | undefined
  /** Why there is none. */
  readonly outcome: Exclude<Outcome, { readonly kind: 'made' }> | undefined
  /** The key exists, its description does not. */
  readonly undescribed: ApiError | undefined
  readonly pending: boolean
  readonly create: (description: string) => Promise<void>
  readonly drop: () => void
}

/** Creates one key, and then its description: a key without one is better than none. */
export function useCreate(owner: Owner): Creation {
  const [made, keep, drop] = useSecret<MadeKey>()
  const [outcome, setOutcome] = useState<Creation['outcome']>()
  const [undescribed, setUndescribed] = useState<ApiError>()
  const [pending, setPending] = useState(false)
  const running = useRef(false)
  const make = useMemo(() => makerFor(owner), [owner])

  const create = useCallback(
    async (description: string) => {
      // A ref, not the state: two presses can come before the next render.
      if (running.current) return
      running.current = true
      setPending(true)
      setOutcome(undefined)
      try {
        const result = await make()
        markStale('iam', 'CreateAccessKey')
        if (result.kind !== 'made') return setOutcome(result)
        // Shown at once: whatever becomes of the description, nothing may come between a person and the secret.
        keep(result.key)
        setUndescribed(await describe(owner, result.key.accessKeyId, description))
      } finally {
        running.current = false
        setPending(false)
      }
    },
    [make, keep, owner],
  )
  return { made, outcome, undescribed, pending, create, drop }
}

function makerFor(owner: Owner) {
  return keyMaker({
    isApiError: (thrown) => thrown instanceof ApiError,
    async list() {
      try {
        const { AccessKeyMetadata } = await readNow('iam', 'ListAccessKeys', named(owner))
        return new Set(AccessKeyMetadata.map(({ AccessKeyId = '' }) => AccessKeyId))
      } catch (error) {
        if (error instanceof ApiError && error.isDenied) return undefined
        throw error
      }
    },
    async create() {
      const { AccessKey } = await call('iam', 'CreateAccessKey', named(owner))
      return { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey }
    },
  })
}

async function describe({ userName }: Owner, id: string, description: string): Promise<ApiError | undefined> {
  if (userName === undefined || description === '') return undefined
  try {
    await call('iam', 'TagUser', { UserName: userName, Tags: [{ Key: id, Value: description }] })
    markStale('iam', 'TagUser')
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
