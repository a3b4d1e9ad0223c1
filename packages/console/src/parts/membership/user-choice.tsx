import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { judge } from '../../api/constraints.ts'
import { constraints } from '../../api/model.ts'
import type { Output } from '../../api/types.ts'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Broken } from '../broken.tsx'
import { ChoiceTable, type Choosing } from '../choice-table.tsx'
import { Denied } from '../denied.tsx'
import { Time } from '../time.tsx'
import { usePaused } from '../use-paused.ts'
import { labels } from './labels.ts'

export interface UserChoiceProps extends Choosing {
  /** Those that are not to be chosen, by name. */
  readonly without?: readonly string[]
  readonly single?: boolean
}

type FoundUser = Output<'keyward', 'SearchUsers'>['Users'][number]

const none: readonly string[] = []
const nameOf = ({ UserName }: FoundUser) => UserName

/** The users of the account, searched by the server: there may be thousands. */
export function UserChoice({ chosen, without = none, single = false, onChange }: UserChoiceProps) {
  const t = useT()
  const [text, setText] = useState('')
  const wanted = usePaused(text.trim())
  const askable = wanted === '' || !judge(constraints['keyward:SearchUsers'].Text, wanted)
  const found = useRead(
    'keyward',
    'SearchUsers',
    { ...(wanted !== '' && { Text: wanted }), SortBy: 'UserName', MaxItems: 50 },
    { keepPrevious: askable, enabled: askable },
  )
  if (found.error) return <Denied error={found.error} />
  const { Users = [], TotalCount = 0 } = (askable && found.data) || {}
  const users = Users.filter(({ UserName }) => !without.includes(UserName))
  return (
    <>
      <ChoiceTable<FoundUser>
        label={t(labels.users)}
        single={single}
        items={users}
        loading={askable && found.pending}
        idOf={nameOf}
        nameOf={nameOf}
        nameOfId={(name) => name}
        searchLabel={t(labels.searchUsers)}
        search={{ text, count: found.loading ? undefined : TotalCount, onText: setText }}
        chosen={chosen}
        onChange={onChange}
        columns={[
          { id: 'name', header: t(labels.userName), isRowHeader: true, cell: nameOf },
          { id: 'path', header: t(labels.path), cell: ({ Path }) => <Broken text={Path} /> },
          {
            id: 'created',
            header: t(labels.created),
            minWidth: 150,
            cell: ({ CreateDate }) => <Time at={CreateDate} />,
          },
        ]}
        empty={<Box textAlign="center">{t(wanted === '' ? labels.noUsers : labels.noMatches)}</Box>}
      />
      {Users.length < TotalCount && (
        <Box color="text-body-secondary">{t(labels.firstOf, { count: Users.length, total: TotalCount })}</Box>
      )}
    </>
  )
}
