import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { memo } from 'react'
import { useRead, type Read } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'

const expects = ['NoSuchEntity'] as const

/** How many users a group has. Asked for each group that is on screen: no list says it. */
export const MemberCount = memo(function MemberCount({ name }: { readonly name: string }) {
  const t = useT()
  const group = useRead('iam', 'GetGroup', { GroupName: name, MaxItems: 1000 }, { expects })
  if (group.error?.isDenied) return <Hidden action="iam:GetGroup" />
  if (!group.data) return pendingOrGone(group)
  const { Users, IsTruncated = false } = group.data
  return IsTruncated ? t(labels.atLeast, { count: Users.length }) : Users.length.toLocaleString()
})

/** Whether a group has any policy: without one its users may nothing more than without the group. */
export const PolicyState = memo(function PolicyState({ name }: { readonly name: string }) {
  const t = useT()
  const attached = useRead('iam', 'ListAttachedGroupPolicies', { GroupName: name, MaxItems: 1 }, { expects })
  const inline = useRead('iam', 'ListGroupPolicies', { GroupName: name, MaxItems: 1 }, { expects })
  const has = attached.data?.AttachedPolicies?.length || inline.data?.PolicyNames.length
  if (has) return <StatusIndicator type="success">{t(labels.defined)}</StatusIndicator>
  if (attached.error?.isDenied) return <Hidden action="iam:ListAttachedGroupPolicies" />
  if (inline.error?.isDenied) return <Hidden action="iam:ListGroupPolicies" />
  if (!attached.data || !inline.data) return pendingOrGone(attached)
  return <StatusIndicator type="stopped">{t(labels.undefined)}</StatusIndicator>
})

const pendingOrGone = ({ error }: Read<unknown>) => (error ? '–' : <Waiting />)
