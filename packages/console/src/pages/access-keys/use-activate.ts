import { useCallback } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { sayGone } from './gone.ts'
import type { Key } from './key.ts'
import { labels } from './labels.ts'
import { named, type Owner } from './owner.ts'

/** Activation asks nothing: it can be taken back. It answers whether the key is active now. */
export function useActivate(owner: Owner): {
  readonly activate: (key: Key) => Promise<boolean>
  readonly error: ApiError | undefined
} {
  const t = useT()
  const { run, error } = useChange('iam', 'UpdateAccessKey')
  const activate = useCallback(
    async (key: Key) => {
      const { error: refused } = await run({ ...named(owner), AccessKeyId: key.id, Status: 'Active' })
      if (refused?.code === 'NoSuchEntity') sayGone(t, key)
      if (refused) return false
      flash({ name: key.id, type: 'success', content: t(labels.activated, { id: key.id }) })
      return true
    },
    [run, owner, t],
  )
  return { activate, error: error?.code === 'NoSuchEntity' ? undefined : error }
}
