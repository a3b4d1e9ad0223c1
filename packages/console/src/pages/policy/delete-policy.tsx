import { call } from '../../api/call.ts'
import { everyPage } from '../../api/lists.ts'
import { useT, type Translate } from '../../i18n/language-provider.tsx'
import { DeleteDialog } from '../../parts/deletion/delete-dialog.tsx'
import { hidingDenials, type Deletion, type Found } from '../../parts/deletion/deletion.ts'
import { policyName } from '../../parts/permissions/identity.ts'
import { readEntities, type Entity } from './entities.ts'
import { labels } from './labels.ts'

export interface DeletePolicyProps {
  readonly arn: string
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** One call of a deletion. */
type Step =
  | { readonly operation: 'DetachUserPolicy'; readonly user: string }
  | { readonly operation: 'DetachGroupPolicy'; readonly group: string }
  | { readonly operation: 'DeletePolicyVersion'; readonly version: string }
  | { readonly operation: 'DeletePolicy' }

/** Deletes a policy once its name has been typed: everybody loses it first, and its older versions go. */
export function DeletePolicy({ arn, onClose, onDeleted }: DeletePolicyProps) {
  const t = useT()
  const name = policyName(arn)
  return (
    <DeleteDialog<Step>
      name={name}
      arn={arn}
      deletion={deletionOf(arn)}
      textOf={(step) => stepText(t, step, name)}
      words={{
        title: t(labels.deleteTitle, { name }),
        warning: t(labels.deleteText, { name }),
        goesWith: t(labels.goesWith),
        goesNothing: t(labels.goesNothing),
        inTheWay: t(labels.inTheWay),
        hidden: t(labels.deleteHidden),
        question: t(labels.typeName),
        replaced: t(labels.replaced),
        gone: t(labels.goneMeanwhile),
        deleted: t(labels.deleted, { name }),
      }}
      onClose={onClose}
      onDeleted={onDeleted}
    />
  )
}

function deletionOf(PolicyArn: string): Deletion<Step> {
  const idNow = async () => (await call('iam', 'GetPolicy', { PolicyArn })).Policy?.PolicyId ?? ''
  return {
    idNow,
    read: () => read(PolicyArn, idNow),
    send(step) {
      switch (step.operation) {
        case 'DetachUserPolicy':
          return call('iam', step.operation, { PolicyArn, UserName: step.user })
        case 'DetachGroupPolicy':
          return call('iam', step.operation, { PolicyArn, GroupName: step.group })
        case 'DeletePolicyVersion':
          return call('iam', step.operation, { PolicyArn, VersionId: step.version })
        case 'DeletePolicy':
          return call('iam', step.operation, { PolicyArn })
        default:
          return step satisfies never
      }
    },
  }
}

async function read(PolicyArn: string, idNow: () => Promise<string>): Promise<Found<Step>> {
  const { refused, orElse } = hidingDenials()
  const nobody: readonly Entity[] = []
  const [id, attached, bounded, versions] = await Promise.all([
    idNow(),
    readEntities(PolicyArn, 'PermissionsPolicy').catch(orElse(nobody)),
    readEntities(PolicyArn, 'PermissionsBoundary').catch(orElse(nobody)),
    everyPage(
      (place) => call('iam', 'ListPolicyVersions', { PolicyArn, ...place }),
      ({ Versions }) => Versions,
    ).catch(orElse([])),
  ])
  const older = versions.filter(({ IsDefaultVersion }) => IsDefaultVersion !== true)
  return {
    id,
    steps: [
      ...attached.map(({ kind, name }): Step =>
        kind === 'user'
          ? { operation: 'DetachUserPolicy', user: name }
          : { operation: 'DetachGroupPolicy', group: name },
      ),
      ...older.map(({ VersionId = '' }): Step => ({ operation: 'DeletePolicyVersion', version: VersionId })),
      { operation: 'DeletePolicy' },
    ],
    besides: [],
    inTheWay: bounded.map(({ name }) => name),
    refused,
  }
}

function stepText(t: Translate, step: Step, name: string): string {
  switch (step.operation) {
    case 'DetachUserPolicy':
      return t(labels.itemDetachUser, { name: step.user })
    case 'DetachGroupPolicy':
      return t(labels.itemDetachGroup, { name: step.group })
    case 'DeletePolicyVersion':
      return t(labels.itemVersion, { version: step.version })
    case 'DeletePolicy':
      return t(labels.itemPolicy, { name })
    default:
      return step satisfies never
  }
}
