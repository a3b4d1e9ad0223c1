import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Form } from '../../parts/form.tsx'
import { Help } from '../../parts/help.tsx'
import { messageAddress } from '../../parts/why/message-address.ts'
import { sealedIn } from '../../parts/why/sealed.ts'
import { Answer } from './answer.tsx'
import { labels } from './labels.ts'

/** Opens the sealed reason of a refusal: one that was pasted, or the one that "Why?" led here with. */
export function AuthorizationMessage() {
  const t = useT()
  const navigate = useNavigate()
  // In the history's state, where Back and Reload find it: it is too long for an address.
  const sealed = sealedOf(useLocation().state)
  const [typed, setTyped] = useState(sealed)
  const [tried, setTried] = useState(false)
  const open = () => {
    const found = sealedIn(typed)
    setTried(true)
    setTyped(found)
    if (found !== '') void navigate(messageAddress, { state: { sealed: found } })
  }
  const isEmpty = typed.trim() === ''
  return (
    <Page
      title={t(labels.title)}
      description={t(labels.description)}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpWhat)}</p>
          <p>{t(labels.helpWho)}</p>
          <p>{t(labels.helpCli)}</p>
          <pre className="kw-code" translate="no">
            aws sts decode-authorization-message --encoded-message …
          </pre>
        </Help>
      }
    >
      <SpaceBetween size="l">
        <Container>
          <Form onSubmit={open}>
            <SpaceBetween size="s">
              <FormField
                label={t(labels.sealed)}
                description={t(labels.sealedText)}
                errorText={tried && isEmpty ? t(labels.required) : undefined}
                stretch
              >
                <Textarea
                  value={typed}
                  rows={4}
                  spellcheck={false}
                  autoComplete={false}
                  onChange={({ detail }) => setTyped(detail.value)}
                />
              </FormField>
              <Button variant="primary">{t(labels.open)}</Button>
            </SpaceBetween>
          </Form>
        </Container>
        {sealed === '' ? (
          <Box textAlign="center" color="text-body-secondary" padding="l">
            {t(labels.empty)}
          </Box>
        ) : (
          <Answer key={sealed} sealed={sealed} />
        )}
      </SpaceBetween>
    </Page>
  )
}

function sealedOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('sealed' in state)) return ''
  return typeof state.sealed === 'string' ? state.sealed : ''
}
