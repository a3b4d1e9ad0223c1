import Box from '@cloudscape-design/components/box'
import { useGroups, type Group } from '../../api/lists.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Broken } from '../broken.tsx'
import { ChoiceTable, type Choosing } from '../choice-table.tsx'
import { Denied } from '../denied.tsx'
import { Time } from '../time.tsx'
import { labels } from './labels.ts'

export interface GroupChoiceProps extends Choosing {
  /** Those that the user is in already. */
  readonly without?: readonly string[]
}

const none: readonly string[] = []
const nameOf = ({ GroupName }: Group) => GroupName

/** The groups of the account, to be chosen from by name. */
export function GroupChoice({ chosen, without = none, onChange }: GroupChoiceProps) {
  const t = useT()
  const list = useGroups()
  if (list.error) return <Denied error={list.error} action="iam:ListGroups" />
  const groups = (list.data ?? []).filter(({ GroupName }) => !without.includes(GroupName))
  return (
    <ChoiceTable<Group>
      label={t(labels.groups)}
      items={groups}
      loading={list.pending}
      idOf={nameOf}
      nameOf={nameOf}
      nameOfId={(name) => name}
      searchLabel={t(labels.searchGroups)}
      textOf={({ Path, GroupName }) => Path + GroupName}
      chosen={chosen}
      onChange={onChange}
      columns={[
        { id: 'name', header: t(labels.groupName), isRowHeader: true, cell: nameOf },
        { id: 'path', header: t(labels.path), cell: ({ Path }) => <Broken text={Path} /> },
        { id: 'created', header: t(labels.created), minWidth: 150, cell: ({ CreateDate }) => <Time at={CreateDate} /> },
      ]}
      empty={<Box textAlign="center">{t(groups.length === 0 ? labels.noGroups : labels.noMatches)}</Box>}
    />
  )
}
