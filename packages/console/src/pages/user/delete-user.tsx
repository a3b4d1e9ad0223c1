import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { DeleteDialog } from '../../parts/deletion/delete-dialog.tsx'
import { policyName } from '../../parts/permissions/identity.ts'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'
import { deletionOf, type UserStep } from './user-deletion.ts'

export interface DeleteUserProps {
  readonly name: string
  /** What the calls are judged on, for the sentences that name it. */
  readonly arn: string
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** Deletes a user with everything she has. */
export function DeleteUser({ name, ...rest }: DeleteUserProps) {
  const t = useT()
  const session = useSession()
  const deletion = deletionOf(name, {
    tags: (count) => t(labels.itemTags, { count }),
    boundary: (arn) => t(labels.itemBoundary, { name: policyName(arn) }),
  })
  return (
    <DeleteDialog<UserStep>
      {...rest}
      name={name}
      deletion={deletion}
      textOf={(step) => stepText(t, step, name)}
      words={{
        title: t(labels.deleteTitle, { name }),
        warning: t(labels.deleteText, { name }),
        caution: session.UserName === name ? t(labels.deleteSelf) : undefined,
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

function stepText(t: Translate, step: UserStep, name: string): string {
  switch (step.operation) {
    case 'DeleteLoginProfile':
      return t(labels.itemPassword)
    case 'DeleteAccessKey':
      return t(labels.itemKey, { id: step.id })
    case 'RemoveUserFromGroup':
      return t(labels.itemGroup, { name: step.group })
    case 'DeleteUserPolicy':
      return t(labels.itemInline, { name: step.name })
    case 'DetachUserPolicy':
      return t(labels.itemAttached, { name: step.name })
    case 'DeleteUser':
      return t(labels.itemUser, { name })
    default:
      return step satisfies never
  }
}
