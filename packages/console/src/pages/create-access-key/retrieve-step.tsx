import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { Owner } from '../access-keys/owner.ts'
import { ProfileBox } from '../access-keys/profile-box.tsx'
import type { MadeKey } from './create-key.ts'
import { GoodPractices } from './good-practices.tsx'
import { importFile, keyFile, type KeyFile } from './key-files.ts'
import { labels } from './labels.ts'
import { SecretValue } from './secret-value.tsx'

export interface RetrieveStepProps {
  readonly owner: Owner
  readonly made: MadeKey
  readonly onDone: () => void
}

/** The only sight of a secret. It comes as an argument, and stays in no state of this. */
export function RetrieveStep({ owner, made, onDone }: RetrieveStepProps) {
  const t = useT()
  const [shown, setShown] = useState(false)
  const [used, setUsed] = useState(false)
  const [asking, setAsking] = useState(false)
  const forImport = importFile({ ...made, userName: owner.userName })
  const use = () => setUsed(true)
  const save = ({ name, text }: KeyFile) => {
    saveFile(name, text, 'text/csv;charset=utf-8')
    use()
  }

  return (
    <SpaceBetween size="l">
      <Alert type="success">
        <span role="status">{t(labels.createdOnce)}</span>
      </Alert>
      <Container
        header={
          <Header
            variant="h2"
            description={t(labels.retrieveText)}
            actions={
              <Button iconName="download" onClick={() => save(keyFile({ ...made, userName: owner.userName }))}>
                {t(labels.download)}
              </Button>
            }
          >
            {t(labels.accessKey)}
          </Header>
        }
      >
        <KeyValuePairs
          columns={1}
          items={[
            { label: t(labels.accessKeyId), value: <Copyable text={made.accessKeyId} /> },
            {
              label: t(labels.secretAccessKey),
              value: (
                <SecretValue
                  value={made.secretAccessKey}
                  shown={shown}
                  onShow={(now) => {
                    setShown(now)
                    use()
                  }}
                  onCopied={use}
                />
              ),
            },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">{t(labels.profileTitle)}</Header>}>
        <SpaceBetween size="m">
          <ProfileBox
            owner={owner}
            accessKeyId={made.accessKeyId}
            {...(shown && { secretAccessKey: made.secretAccessKey })}
          />
          {!shown && <Box color="text-body-secondary">{t(labels.profileHidden)}</Box>}
          {forImport ? (
            <SpaceBetween size="xs">
              <Button iconName="download" onClick={() => save(forImport)}>
                {t(labels.downloadImport)}
              </Button>
              <Box color="text-body-secondary" fontSize="body-s">
                {t(labels.importText, { file: forImport.name })}
              </Box>
            </SpaceBetween>
          ) : (
            <Box color="text-body-secondary">{t(labels.noImport)}</Box>
          )}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{t(labels.goodPractices)}</Header>}>
        <GoodPractices />
      </Container>
      <Box float="right">
        <Button variant="primary" onClick={() => (used ? onDone() : setAsking(true))}>
          {t(labels.done)}
        </Button>
      </Box>
      {asking && (
        <ConfirmModal
          title={t(labels.doneTitle)}
          confirm={t(labels.continue)}
          pending={false}
          onConfirm={onDone}
          onCancel={() => setAsking(false)}
        >
          {t(labels.doneText)}
        </ConfirmModal>
      )}
    </SpaceBetween>
  )
}
