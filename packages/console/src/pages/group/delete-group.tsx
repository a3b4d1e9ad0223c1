import { useMembers } from '../../api/lists.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { DeleteDialog } from '../../parts/deletion/delete-dialog.tsx'
import { useSession } from '../../session/session-state.ts'
import { deletionOf, type GroupStep } from './group-deletion.ts'
import { labels } from './labels.ts'

export interface DeleteGroupProps {
  readonly name: string
  readonly arn: string
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** Deletes a group with its policies, when its users have been taken out. */
export function DeleteGroup({ name, ...rest }: DeleteGroupProps) {
  const t = useT()
  const session = useSession()
  const members = useMembers(name)
  const isIn = members.data?.some(({ UserName }) => UserName === session.UserName) ?? false
  return (
    <DeleteDialog<GroupStep>
      {...rest}
      name={name}
      deletion={deletionOf(name)}
      textOf={(step) => stepText(t, step, name)}
      words={{
        title: t(labels.deleteTitle, { name }),
        warning: t(labels.deleteText, { name }),
        caution: isIn ? t(labels.deleteSelf) : undefined,
        goesWith: t(labels.goesWith),
        goesNothing: t(labels.goesNothing),
        hidden: t(labels.listHidden),
        question: t(labels.typeName),
        replaced: t(labels.replaced),
        gone: t(labels.goneMeanwhile),
        deleted: t(labels.deleted, { name }),
      }}
    />
  )
}

function stepText(t: Translate, step: GroupStep, name: string): string {
  switch (step.operation) {
    case 'RemoveUserFromGroup':
      return t(labels.itemMember, { name: step.user })
    case 'DeleteGroupPolicy':
      return t(labels.itemInline, { name: step.name })
    case 'DetachGroupPolicy':
      return t(labels.itemAttached, { name: step.name })
    case 'DeleteGroup':
      return t(labels.itemGroup, { name })
    default:
      return step satisfies never
  }
}
