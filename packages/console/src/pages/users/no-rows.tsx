import Button from '@cloudscape-design/components/button'
import { useNavigate } from 'react-router'
import type { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { Empty } from '../../parts/empty.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { labels } from './labels.ts'
import { usersAddress } from './users-address.ts'

interface NoRowsProps {
  readonly denied: ApiError | undefined
  /** The action that an order or a filter would need, where that is what was refused, and not the list itself. */
  readonly refusedOrder: string | undefined
  /** Something was searched or filtered for. */
  readonly narrowed: boolean
}

/** Stands in place of rows, and leads on. */
export function NoRows({ denied, refusedOrder, narrowed }: NoRowsProps) {
  const t = useT()
  const navigate = useNavigate()
  const showAll = (text: string) => (
    <Button onClick={() => void navigate(usersAddress(), { replace: true })}>{text}</Button>
  )
  if (refusedOrder !== undefined) {
    return (
      <Empty title={t(labels.refusedOrder, { action: refusedOrder })} text={t(labels.refusedOrderText)}>
        {showAll(t(labels.showByName))}
      </Empty>
    )
  }
  if (denied) return <DeniedLine error={denied} />
  if (narrowed) {
    return (
      <Empty title={t(labels.noMatches)} text={t(labels.noMatchesText)}>
        {showAll(t(labels.clearAll))}
      </Empty>
    )
  }
  return (
    <Empty title={t(labels.noUsers)} text={t(labels.noUsersText)}>
      <LinkButton href="/iam/users/create">{t(labels.createUser)}</LinkButton>
    </Empty>
  )
}
