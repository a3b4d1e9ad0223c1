import { useState, type ReactNode } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../confirm-modal.tsx'
import { Failure } from '../failure.tsx'
import { labels } from './labels.ts'

/** One user in one group. */
export interface Membership {
  readonly user: string
  readonly group: string
}

export interface RemoveMembershipsProps {
  readonly memberships: readonly Membership[]
  readonly title: string
  /** What follows from it. */
  readonly children: ReactNode
  /** What the calls are judged on: groups, whichever side one comes from. */
  readonly resourceOf: (group: string) => string
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Takes users out of groups, one call each. It stops at a refusal, and goes on there when it is confirmed again. */
export function RemoveMemberships(props: RemoveMembershipsProps) {
  const { memberships, title, children, resourceOf, onDone, onCancel } = props
  const t = useT()
  const [done, setDone] = useState(0)
  const [running, setRunning] = useState(false)
  const change = useChange('iam', 'RemoveUserFromGroup')
  const remove = async () => {
    setRunning(true)
    let at = done
    for (const { user, group } of memberships.slice(done)) {
      const { error } = await change.run({ UserName: user, GroupName: group })
      // Whoever is not in it any more was taken out by somebody else.
      if (error && error.code !== 'NoSuchEntity') break
      at++
    }
    setRunning(false)
    setDone(at)
    if (at < memberships.length) return
    const [first] = memberships
    const content =
      memberships.length === 1 && first
        ? t(labels.removedOne, { ...first })
        : t(labels.removedSome, { count: memberships.length })
    flash({ name: 'membership', type: 'success', content })
    onDone()
  }
  return (
    <ConfirmModal title={title} confirm={t(labels.remove)} pending={running} onConfirm={remove} onCancel={onCancel}>
      {children}
      <Failure
        error={change.error}
        action="iam:RemoveUserFromGroup"
        resource={resourceOf(memberships[done]?.group ?? '')}
      />
    </ConfirmModal>
  )
}
