import type { TableProps } from '@cloudscape-design/components/table'
import { memo, type ReactNode } from 'react'
import type { Output } from '../../api/types.ts'
import { useNow } from '../../i18n/clock.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import type { Label } from '../../i18n/labels.ts'
import { daysSince } from '../../i18n/when.ts'
import { Broken } from '../../parts/broken.tsx'
import { Copy } from '../../parts/copy.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { Link } from '../../parts/link.tsx'
import { Time } from '../../parts/time.tsx'
import { groupAddress } from '../groups/group-address.ts'
import { userAddress } from '../user/user-address.ts'
import { labels } from './labels.ts'
import type { SortBy } from './users-address.ts'

export type FoundUser = Output<'keyward', 'SearchUsers'>['Users'][number]

/** What a cell says: some words, a time, or that the caller may not see it. */
type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'days'; readonly since: number }
  | { readonly kind: 'denied'; readonly action: string }

interface Column {
  readonly label: Label
  readonly sort?: SortBy
  /** Shown before anybody chose. */
  readonly first: boolean
  readonly value: (user: FoundUser, t: Translate) => Value
  /** Where the value alone would be too plain. */
  readonly cell?: (user: FoundUser) => ReactNode
}

const text = (value: string): Value => ({ kind: 'text', text: value })
const time = (at: number | undefined, otherwise: Value): Value => (at === undefined ? otherwise : { kind: 'time', at })

/** The value, or the action that is missing to see it. */
function judged(user: FoundUser, action: string, value: () => Value): Value {
  return user.DeniedActions.includes(action) ? { kind: 'denied', action } : value()
}

const columns = {
  userName: {
    label: labels.userName,
    sort: 'UserName',
    first: true,
    value: (user) => text(user.UserName),
    cell: (user) => <Link href={userAddress(user.UserName)}>{user.UserName}</Link>,
  },
  path: {
    label: labels.path,
    sort: 'Path',
    first: true,
    value: (user) => text(user.Path),
    cell: (user) => <Broken text={user.Path} />,
  },
  groups: {
    label: labels.groups,
    first: true,
    value: (user, t) =>
      judged(user, 'iam:ListGroupsForUser', () => text(user.Groups?.length ? user.Groups.join('\n') : t(labels.none))),
    cell: (user) => (user.Groups?.length ? <GroupLinks names={user.Groups} /> : undefined),
  },
  accessKeyId: {
    label: labels.accessKeyId,
    first: false,
    value: (user, t) => judged(user, 'iam:ListAccessKeys', () => text(keysText(user, t))),
    cell: (user) => (user.AccessKeys?.length ? <Keys keys={user.AccessKeys} /> : undefined),
  },
  accessKeyAge: {
    label: labels.accessKeyAge,
    sort: 'AccessKeyAge',
    first: false,
    value: (user, t) =>
      judged(user, 'iam:ListAccessKeys', () => {
        if (user.OldestActiveKeyDate !== undefined) return { kind: 'days', since: user.OldestActiveKeyDate }
        return text(t(user.AccessKeys?.length ? labels.noActiveKey : labels.none))
      }),
  },
  accessKeyLastUsed: {
    label: labels.accessKeyLastUsed,
    sort: 'AccessKeyLastUsed',
    first: true,
    value: (user, t) =>
      judged(user, 'iam:GetAccessKeyLastUsed', () =>
        time(
          user.KeyLastUsedDate,
          judged(user, 'iam:ListAccessKeys', () => text(t(user.AccessKeys?.length ? labels.never : labels.none))),
        ),
      ),
  },
  lastActivity: {
    label: labels.lastActivity,
    sort: 'LastActivity',
    first: true,
    value: (user, t) => time(user.LastActivityDate, text(t(labels.noActivity))),
  },
  passwordAge: {
    label: labels.passwordAge,
    sort: 'PasswordAge',
    first: true,
    value: (user, t) =>
      judged(user, 'iam:GetLoginProfile', () =>
        user.PasswordLastChanged === undefined
          ? text(t(labels.none))
          : { kind: 'days', since: user.PasswordLastChanged },
      ),
  },
  consoleSignIn: {
    label: labels.consoleSignIn,
    sort: 'PasswordLastUsed',
    first: true,
    value: (user, t) =>
      time(
        user.PasswordLastUsed,
        judged(user, 'iam:GetLoginProfile', () => text(t(user.ConsoleAccess ? labels.neverSignedIn : labels.none))),
      ),
  },
  consoleAccess: {
    label: labels.consoleAccess,
    sort: 'ConsoleAccess',
    first: false,
    value: (user, t) =>
      judged(user, 'iam:GetLoginProfile', () => text(t(user.ConsoleAccess ? labels.enabled : labels.disabled))),
  },
  arn: {
    label: labels.arn,
    first: false,
    value: (user) => text(user.Arn),
    cell: (user) => (
      <span className="kw-copyable">
        <span translate="no">{user.Arn}</span>
        <Copy text={user.Arn} />
      </span>
    ),
  },
  created: {
    label: labels.created,
    sort: 'CreateDate',
    first: false,
    value: (user) => ({ kind: 'time', at: user.CreateDate }),
  },
} as const satisfies Readonly<Record<string, Column>>

export type ColumnId = keyof typeof columns
type AnyColumn = Column & { readonly id: ColumnId }

export const allColumns: readonly AnyColumn[] = (Object.keys(columns) as ColumnId[]).map((id) => ({
  id,
  ...columns[id],
}))

function keysText(user: FoundUser, t: Translate): string {
  if (!user.AccessKeys?.length) return t(labels.none)
  return user.AccessKeys.map((key) => `${key.AccessKeyId} (${t(statusLabel(key.Status))})`).join('\n')
}

const statusLabel = (status: string) =>
  status === 'Active' ? labels.active : status === 'Inactive' ? labels.inactive : labels.expired

function Keys({ keys }: { readonly keys: NonNullable<FoundUser['AccessKeys']> }) {
  const t = useT()
  return keys.map(({ AccessKeyId, Status }) => (
    <div key={AccessKeyId} className="kw-line">
      <code translate="no">{AccessKeyId}</code> ({t(statusLabel(Status))}) <Copy text={AccessKeyId} />
    </div>
  ))
}

/** As many as a row has room for. */
const groupsShown = 3

function GroupLinks({ names }: { readonly names: readonly string[] }) {
  const t = useT()
  const shown = names.length > groupsShown ? names.slice(0, groupsShown - 1) : names
  return (
    <>
      {shown.map((name) => (
        <div key={name}>
          <Link href={groupAddress(name)}>{name}</Link>
        </div>
      ))}
      {shown.length < names.length && (
        <span className="kw-quiet" title={names.slice(shown.length).join('\n')}>
          {t(labels.moreGroups, { count: names.length - shown.length })}
        </span>
      )}
    </>
  )
}

interface CellProps {
  readonly user: FoundUser
  readonly column: AnyColumn
}

/** One cell. Rows that come back unchanged with the next answer are not drawn again. */
const Cell = memo(function Cell({ user, column }: CellProps) {
  const t = useT()
  const value = column.value(user, t)
  if (value.kind === 'denied') return <Hidden action={value.action} />
  const own = column.cell?.(user)
  if (own !== undefined) return own
  if (value.kind === 'time') return <Time at={value.at} />
  return value.kind === 'days' ? <Days since={value.since} /> : value.text
})

function Days({ since }: { readonly since: number }) {
  return useT()(labels.daysOld, { count: daysSince(since, useNow()) })
}

/** In pixels: what should not be broken over two lines. */
const widths: { readonly [Id in ColumnId]?: number } = { userName: 160, accessKeyId: 290 }

/** The columns as Cloudscape's table takes them. */
export function tableColumns(t: Translate): readonly TableProps.ColumnDefinition<FoundUser>[] {
  return allColumns.map((column) => ({
    id: column.id,
    header: t(column.label),
    cell: (user) => <Cell user={user} column={column} />,
    isRowHeader: column.id === 'userName',
    minWidth: widths[column.id] ?? 104,
    ...(column.sort && { sortingField: column.sort }),
  }))
}

/** The rows as a file has them: times in full, and in no zone but UTC. */
export function rowsForFile(
  users: readonly FoundUser[],
  shown: readonly ColumnId[],
  now: number,
  t: Translate,
): readonly (readonly string[])[] {
  const chosen = allColumns.filter(({ id }) => shown.includes(id))
  return [
    chosen.map(({ label }) => t(label)),
    ...users.map((user) => chosen.map((column) => inFile(column.value(user, t), now, t))),
  ]
}

function inFile(value: Value, now: number, t: Translate): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'time':
      return new Date(value.at).toISOString()
    case 'days':
      return String(daysSince(value.since, now))
    case 'denied':
      return t(labels.denied)
    default:
      return value satisfies never
  }
}
