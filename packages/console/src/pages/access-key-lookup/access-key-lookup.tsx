import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Form } from '../../parts/form.tsx'
import { Help } from '../../parts/help.tsx'
import { ownerOfKey, type KeyOwner } from '../../parts/key-owner/key-owner.ts'
import { labels as keyLabels } from '../../parts/key-owner/labels.ts'
import { readSearch } from '../../parts/key-owner/typed-key.ts'
import { useSession } from '../../session/session-state.ts'
import { labels } from './labels.ts'
import { Result } from './result.tsx'

interface Asked {
  readonly id: string
  readonly owner: KeyOwner | undefined
}

/** Whose an access key is that turned up somewhere. */
export function AccessKeyLookup() {
  const t = useT()
  const { AccountId } = useSession()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const [fault, setFault] = useState<'notKeyId' | 'partOfKeyId'>()
  const [secretRefused, setSecretRefused] = useState(false)
  const [error, setError] = useState<ApiError>()

  const change = (text: string) => {
    setFault(undefined)
    // It leaves the page nowhere, and does not stay on it.
    const isSecret = readSearch(text).kind === 'secret'
    setSecretRefused(isSecret)
    setTyped(isSecret ? '' : text)
  }
  const lookUp = async () => {
    const search = readSearch(typed)
    setAsked(undefined)
    setError(undefined)
    if (search.kind !== 'keyId' && search.kind !== 'temporaryKeyId') {
      setFault(search.kind === 'partOfKeyId' ? 'partOfKeyId' : 'notKeyId')
      return
    }
    const { id } = search
    setAsked({ id, owner: undefined })
    try {
      setAsked({ id, owner: await ownerOfKey(id, AccountId) })
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      setAsked(undefined)
      setError(thrown)
    }
  }
  const faultText = fault && t(fault === 'notKeyId' ? labels.notKeyId : keyLabels.partOfKeyId)
  const help = (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.helpPrefix)}</p>
      <p>{t(labels.helpRoot)}</p>
      <p>{t(labels.helpCli)}</p>
      <pre className="kw-code" translate="no">
        aws sts get-access-key-info --access-key-id AKIA…
      </pre>
    </Help>
  )

  return (
    <Page title={t(labels.title)} description={t(labels.description)} help={help}>
      <SpaceBetween size="l">
        <Container>
          <Form onSubmit={lookUp}>
            <FormField label={t(labels.accessKeyId)} description={t(labels.hint)} errorText={faultText} stretch>
              <div className="kw-field-and-button">
                <Input
                  value={typed}
                  onChange={({ detail }) => change(detail.value)}
                  autoComplete={false}
                  spellcheck={false}
                />
                <Button variant="primary">{t(labels.lookUp)}</Button>
              </div>
            </FormField>
          </Form>
        </Container>
        {secretRefused && (
          <Alert type="error" header={t(keyLabels.secretRefusedTitle)}>
            {t(keyLabels.secretRefused)}
          </Alert>
        )}
        <Failure error={error} />
        {fault === undefined && !secretRefused && error === undefined && <Result asked={asked} />}
      </SpaceBetween>
    </Page>
  )
}
