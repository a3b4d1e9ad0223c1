import Box from '@cloudscape-design/components/box'
import Select from '@cloudscape-design/components/select'
import { useState } from 'react'
import { useGroups, useUsers } from '../../api/lists.ts'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ChoiceModal } from '../../parts/choice-modal.tsx'
import { ChoiceTable } from '../../parts/choice-table.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { Failure } from '../../parts/failure.tsx'
import type { Entity } from './entities.ts'
import { labels } from './labels.ts'

export interface AttachEntitiesProps {
  readonly arn: string
  readonly name: string
  readonly attached: readonly Entity[]
  readonly onClose: () => void
}

const kinds = { both: labels.everyEntity, user: labels.users, group: labels.groups } as const
type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

const idOf = ({ kind, name }: Entity) => `${kind}/${name}`
const nameOf = ({ name }: Entity) => name
const entityOf = (id: string): Entity => ({
  kind: id.startsWith('user/') ? 'user' : 'group',
  name: id.slice(id.indexOf('/') + 1),
})

/** Attaches a policy to users and groups, one call each. What was attached before a refusal stays, and leaves the choice. */
export function AttachEntities({ arn, name, attached, onClose }: AttachEntitiesProps) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [kind, setKind] = useState<Kind>('both')
  const users = useUsers()
  const groups = useGroups()
  const toUser = useChange('iam', 'AttachUserPolicy')
  const toGroup = useChange('iam', 'AttachGroupPolicy')
  const [refused, setRefused] = useState<Entity>()
  const without = new Set(attached.map(idOf))
  const entities = [
    ...(users.data ?? []).map(({ UserName }): Entity => ({ kind: 'user', name: UserName })),
    ...(groups.data ?? []).map(({ GroupName }): Entity => ({ kind: 'group', name: GroupName })),
  ].filter((entity) => !without.has(idOf(entity)) && (kind === 'both' || kind === entity.kind))
  const options = kindNames.map((value) => ({ value, label: t(kinds[value]) }))
  const save = async () => {
    const done: string[] = []
    setRefused(undefined)
    for (const id of chosen) {
      const entity = entityOf(id)
      const { error } = await (entity.kind === 'user'
        ? toUser.run({ UserName: entity.name, PolicyArn: arn })
        : toGroup.run({ GroupName: entity.name, PolicyArn: arn }))
      if (error) {
        setRefused(entity)
        break
      }
      done.push(id)
    }
    if (done.length > 0) {
      const names = done.map((id) => entityOf(id).name).join(t(labels.comma))
      flash({ name: 'policy', type: 'success', content: t(labels.attached, { name, entities: names }) })
    }
    if (done.length === chosen.length) onClose()
    else setChosen(chosen.filter((one) => !done.includes(one)))
  }
  return (
    <ChoiceModal
      title={t(labels.attachTitle, { name })}
      save={t(labels.attach)}
      disabled={chosen.length === 0}
      pending={toUser.pending || toGroup.pending}
      onSave={save}
      onCancel={onClose}
    >
      <Box>{t(labels.attachText)}</Box>
      {users.error && <DeniedLine error={users.error} action="iam:ListUsers" />}
      {groups.error && <DeniedLine error={groups.error} action="iam:ListGroups" />}
      <ChoiceTable<Entity>
        label={t(labels.everyEntity)}
        items={entities}
        loading={users.pending || groups.pending}
        idOf={idOf}
        nameOf={nameOf}
        nameOfId={(id) => entityOf(id).name}
        searchLabel={t(labels.searchEntities)}
        textOf={nameOf}
        chosen={chosen}
        onChange={setChosen}
        narrowing={
          <Select
            ariaLabel={t(labels.entityType)}
            options={options}
            selectedOption={options.find(({ value }) => value === kind) ?? null}
            onChange={({ detail }) => setKind(kindNames.find((one) => one === detail.selectedOption.value) ?? 'both')}
          />
        }
        columns={[
          { id: 'name', header: t(labels.entityName), isRowHeader: true, cell: nameOf },
          { id: 'type', header: t(labels.entityType), cell: (entity) => t(labels[entity.kind]) },
        ]}
        empty={<Box textAlign="center">{t(labels.noMatches)}</Box>}
      />
      {refused && (
        <Failure
          error={refused.kind === 'user' ? toUser.error : toGroup.error}
          action={refused.kind === 'user' ? 'iam:AttachUserPolicy' : 'iam:AttachGroupPolicy'}
        />
      )}
    </ChoiceModal>
  )
}
