import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { Failure } from '../../parts/failure.tsx'
import type { Identity } from '../../parts/permissions/identity.ts'
import { policyName } from '../../parts/permissions/identity.ts'
import { labels as permissionLabels } from '../../parts/permissions/labels.ts'
import { PolicyLink } from '../../parts/permissions/policy-link.tsx'
import { useSession } from '../../session/session-state.ts'
import { ChooseBoundary } from './choose-boundary.tsx'
import { labels } from './labels.ts'

export interface BoundaryProps {
  readonly identity: Identity
  /** The ARN of the policy; undefined for none. */
  readonly boundary: string | undefined
  /** The user could be read. */
  readonly known: boolean
}

/** The most that a user can be allowed. */
export function Boundary({ identity, boundary, known }: BoundaryProps) {
  const t = useT()
  const { UserName } = useSession()
  const { name, arn } = identity
  const [open, setOpen] = useState<'set' | 'remove'>()
  const unbind = useChange('iam', 'DeleteUserPermissionsBoundary')
  const close = () => setOpen(undefined)
  const remove = async () => {
    const { error } = await unbind.run({ UserName: name })
    if (error && error.code !== 'NoSuchEntity') return
    close()
    flash({ name: 'boundary', type: 'success', content: t(labels.boundaryRemoved, { name }) })
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(permissionLabels.boundaryText)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {boundary !== undefined && (
                <Button
                  onClick={() => {
                    unbind.reset()
                    setOpen('remove')
                  }}
                >
                  {t(labels.removeBoundary)}
                </Button>
              )}
              <Button onClick={() => setOpen('set')}>
                {t(boundary === undefined ? labels.setBoundary : labels.changeBoundary)}
              </Button>
            </SpaceBetween>
          }
        >
          {t(permissionLabels.boundary)}
        </Header>
      }
    >
      {boundary === undefined ? (
        <Box color="text-body-secondary">{t(known ? labels.noBoundary : labels.boundaryUnknown)}</Box>
      ) : (
        <KeyValuePairs
          columns={2}
          minColumnWidth={230}
          items={[
            { label: t(permissionLabels.policyName), value: <PolicyLink arn={boundary} /> },
            { label: t(permissionLabels.policyArn), value: <Copyable text={boundary} /> },
          ]}
        />
      )}
      {open === 'set' && <ChooseBoundary identity={identity} boundary={boundary} onClose={close} />}
      {open === 'remove' && boundary !== undefined && (
        <ConfirmModal
          title={t(labels.removeBoundaryTitle, { policy: policyName(boundary) })}
          confirm={t(labels.removeBoundary)}
          pending={unbind.pending}
          onConfirm={remove}
          onCancel={close}
        >
          <Alert type="warning">{t(labels.removeBoundaryText, { name })}</Alert>
          {UserName === name && <Box variant="strong">{t(labels.boundarySelf)}</Box>}
          <Failure error={unbind.error} action="iam:DeleteUserPermissionsBoundary" resource={arn} />
        </ConfirmModal>
      )}
    </Container>
  )
}
