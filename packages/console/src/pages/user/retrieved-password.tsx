import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import ToggleButton from '@cloudscape-design/components/toggle-button'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Copyable } from '../../parts/copy.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'
import { passwordFile, signInAddress } from './sign-in-address.ts'

export interface RetrievedPasswordProps {
  readonly userName: string
  /** Comes as an argument, and stays in no state of this. */
  readonly password: string
}

/** The only sight of a password that was made here. */
export function RetrievedPassword({ userName, password }: RetrievedPasswordProps) {
  const t = useT()
  const address = signInAddress(useSession())
  const [shown, setShown] = useState(false)
  const [said, setSaid] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(password).then(
      () => setSaid(t(labels.copied)),
      () => setSaid(t(labels.copyFailed)),
    )
  }
  const save = () => {
    saveFile(`${userName}_credentials.csv`, passwordFile(userName, password, address), 'text/csv;charset=utf-8')
  }
  return (
    <SpaceBetween size="m">
      <Alert type="warning">{t(labels.retrieveText)}</Alert>
      <KeyValuePairs
        columns={1}
        items={[
          { label: t(labels.signInUrl), value: <Copyable text={address} /> },
          { label: t(labels.userName), value: <Copyable text={userName} /> },
          {
            label: t(labels.password),
            value: (
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                {shown ? (
                  <code translate="no">{password}</code>
                ) : (
                  <span role="img" aria-label={t(labels.passwordHidden)}>
                    ***************
                  </span>
                )}
                <ToggleButton pressed={shown} onChange={({ detail }) => setShown(detail.pressed)}>
                  {t(shown ? labels.hide : labels.show)}
                </ToggleButton>
                <Button iconName="copy" variant="icon" ariaLabel={t(labels.copyPassword)} onClick={copy} />
                <span role="status">{said}</span>
              </SpaceBetween>
            ),
          },
        ]}
      />
      <Button iconName="download" onClick={save}>
        {t(labels.downloadCsv)}
      </Button>
    </SpaceBetween>
  )
}
