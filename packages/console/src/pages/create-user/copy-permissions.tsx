import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { UserChoice } from '../../parts/membership/user-choice.tsx'
import { ChoiceModal } from '../../parts/choice-modal.tsx'
import type { Draft } from './draft.ts'
import { labels } from './labels.ts'
import { readPermissions, withPermissions, type Permissions } from './read-permissions.ts'

export interface CopyPermissionsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly onClose: () => void
}

/** Chooses a user whose permissions the new one shall have. What the caller may not see of them is said before it is left out. */
export function CopyPermissions({ draft, onChange, onClose }: CopyPermissionsProps) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [read, setRead] = useState<Permissions>()
  const [reading, setReading] = useState(false)
  const [error, setError] = useState<ApiError>()
  const [user = ''] = chosen
  const take = (found: Permissions) => {
    onChange(withPermissions(draft, found))
    const { groups, managed, copied } = found
    const counts = { user, groups: groups.length, managed: managed.length, inline: copied.length }
    flash({ name: 'copied', type: 'success', content: t(labels.copied, counts) })
    onClose()
  }
  const copy = async () => {
    if (read) return take(read)
    setReading(true)
    setError(undefined)
    try {
      const found = await readPermissions(user)
      if (found.refused.length > 0) setRead(found)
      else take(found)
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      setError(thrown)
    } finally {
      setReading(false)
    }
  }
  return (
    <ChoiceModal
      title={t(labels.copy)}
      save={t(read ? labels.copyRest : labels.copyNow)}
      disabled={chosen.length === 0}
      pending={reading}
      onSave={copy}
      onCancel={onClose}
    >
      <UserChoice
        single
        chosen={chosen}
        onChange={(next) => {
          setRead(undefined)
          setChosen(next)
        }}
      />
      {read && <Box>{t(labels.copyHidden)}</Box>}
      {read?.refused.map((one) => (
        <Denied key={one.requestId} error={one} />
      ))}
      <Failure error={error} />
    </ChoiceModal>
  )
}
