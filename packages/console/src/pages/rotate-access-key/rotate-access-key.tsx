import './rotation.css'
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useNow } from '../../i18n/clock.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { useSession } from '../../session/session-state.ts'
import { crumbsOf } from '../access-keys/crumbs.ts'
import { DeactivateDialog } from '../access-keys/deactivate-dialog.tsx'
import { DeleteDialog } from '../access-keys/delete-dialog.tsx'
import { KeysHelp } from '../access-keys/keys-help.tsx'
import { labels as keyLabels } from '../access-keys/labels.ts'
import { oneself, userOf, type Owner } from '../access-keys/owner.ts'
import { RootProcedure } from '../access-keys/root-procedure.tsx'
import { useActivate } from '../access-keys/use-activate.ts'
import { useKeys } from '../access-keys/use-keys.ts'
import { Crowded } from './crowded.tsx'
import { labels } from './labels.ts'
import { OtherTools } from './other-tools.tsx'
import { rotationOf, usedSinceNewKey } from './rotation.ts'
import { UnderWay } from './under-way.tsx'

/** The seed's rotation, for the user of the address or for oneself. */
export function RotateAccessKey() {
  const t = useT()
  const session = useSession()
  const { name } = useParams()
  const owner = useMemo(() => (name === undefined ? oneself(session) : userOf(session, name)), [session, name])
  const isRoot = owner.userName === undefined
  return (
    <Page
      title={t(labels.title)}
      crumbs={crumbsOf(t, owner)}
      help={<KeysHelp about={isRoot ? 'root' : 'rotate'} />}
      {...(!isRoot && { description: t(labels.about) })}
      actions={<LinkButton href={owner.home}>{t(labels.backToKeys)}</LinkButton>}
    >
      {owner.userName === undefined ? (
        <Alert type="info" header={t(labels.rootTitle)}>
          <RootProcedure />
        </Alert>
      ) : (
        <Rotating key={owner.base} owner={owner} userName={owner.userName} />
      )}
    </Page>
  )
}

function Rotating({ owner: asked, userName }: { readonly owner: Owner; readonly userName: string }) {
  const t = useT()
  const navigate = useNavigate()
  const now = useNow()
  const keys = useKeys(asked)
  const { owner } = keys
  const { activate, error } = useActivate(owner)
  const [dialog, setDialog] = useState<'deactivate' | 'delete'>()
  const [rescued, setRescued] = useState(false)
  const [deleted, setDeleted] = useState<string>()
  const close = () => setDialog(undefined)

  if (keys.pending) return <Waiting />
  if (keys.missing) return <Alert type="error">{t(keyLabels.noUser)}</Alert>
  const rotation = keys.keys && rotationOf(keys.keys, now)
  // The key that a dialog of this page is about, and that deletion would take.
  const going =
    rotation?.kind === 'crowded' ? rotation.first : rotation?.kind === 'under way' ? rotation.oldKey : undefined
  const newKey = rotation?.kind === 'under way' ? rotation.newKey : undefined
  const create = () => void navigate(`${owner.base}/create-access-key?then=rotate`)
  const finished =
    deleted !== undefined && going !== undefined && newKey === undefined && rotation?.kind === 'under way'

  return (
    <SpaceBetween size="l">
      {keys.refused.map(({ action, error: refused }) => (
        <Denied key={action} error={refused} action={action} resource={owner.arn} />
      ))}
      <Failure error={error} action="iam:UpdateAccessKey" resource={owner.arn} />
      {finished && (
        <Alert
          type="success"
          header={t(labels.finished)}
          action={<LinkButton href={owner.home}>{t(labels.backToKeys)}</LinkButton>}
        >
          {t(labels.finishedText, { oldId: deleted, newId: going.id })}
        </Alert>
      )}
      {rotation?.kind === 'none' && (
        <Alert
          type="info"
          action={<LinkButton href={`${owner.base}/create-access-key`}>{t(labels.create)}</LinkButton>}
        >
          {t(labels.none)}
        </Alert>
      )}
      {rotation?.kind === 'crowded' && (
        <Crowded
          first={rotation.first}
          other={rotation.other}
          descriptions={keys.descriptions}
          onDelete={() => setDialog('delete')}
          onActivate={() => activate(rotation.first)}
        />
      )}
      {rotation?.kind === 'under way' && !finished && (
        <UnderWay
          owner={owner}
          // Rescued, it stands at the check, however quiet the key has been: something needs it.
          step={rescued && rotation.step === 4 ? 3 : rotation.step}
          oldKey={rotation.oldKey}
          newKey={rotation.newKey}
          descriptions={keys.descriptions}
          rescued={rescued}
          loading={keys.loading}
          onRefresh={keys.refresh}
          onCreate={create}
          onDeactivate={() => setDialog('deactivate')}
          onActivate={async () => setRescued(await activate(rotation.oldKey))}
          onDelete={() => setDialog('delete')}
        />
      )}
      {rotation?.kind === 'under way' && !finished && <OtherTools userName={userName} oldId={rotation.oldKey.id} />}
      {going && dialog === 'deactivate' && (
        <DeactivateDialog owner={owner} of={going} onClose={close} onDeactivated={() => setRescued(false)}>
          {newKey?.use && newKey.use.at === undefined && <Alert type="warning">{t(labels.newNeverUsed)}</Alert>}
          {newKey && usedSinceNewKey(going, newKey) === true && <Alert type="warning">{t(labels.oldUsedLately)}</Alert>}
        </DeactivateDialog>
      )}
      {going && dialog === 'delete' && (
        <DeleteDialog
          owner={owner}
          of={going}
          onClose={close}
          // A key that made room for a rotation is not the end of one.
          {...(newKey && { onDeleted: () => setDeleted(going.id) })}
        />
      )}
    </SpaceBetween>
  )
}
