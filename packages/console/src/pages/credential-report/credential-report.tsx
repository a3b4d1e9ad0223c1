import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { absoluteTime } from '../../i18n/when.ts'
import { Page } from '../../layout/page.tsx'
import { ActionButton } from '../../parts/action-button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Help } from '../../parts/help.tsx'
import { Link } from '../../parts/link.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { fetchReport, type Progress, type Report } from './fetch-report.ts'
import { labels } from './labels.ts'

type State =
  | { readonly kind: 'idle' | Progress | 'tooLong' }
  | { readonly kind: 'ready'; readonly report: Report }
  | { readonly kind: 'failed'; readonly error: ApiError }

/** Has a report made, waits for it and saves it. */
export function CredentialReport() {
  const t = useT()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const leaving = useRef<AbortController>(undefined)
  useEffect(() => () => leaving.current?.abort(), [])

  const download = async () => {
    const { signal } = (leaving.current = new AbortController())
    try {
      const report = await fetchReport((kind) => setState({ kind }), signal)
      if (signal.aborted) return
      if (report === undefined) return setState({ kind: 'tooLong' })
      setState({ kind: 'ready', report })
      saveFile(report.file, report.content)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError)) throw error
      setState({ kind: 'failed', error })
    }
  }

  const help = (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.help)}</p>
    </Help>
  )
  return (
    <Page
      title={t(labels.title)}
      description={t(labels.description)}
      help={help}
      actions={
        <ActionButton variant="primary" iconName="download" onPress={download}>
          {t(labels.download)}
        </ActionButton>
      }
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t(labels.state)}</Header>}>
          <div aria-live="polite">
            <ReportState state={state} />
          </div>
        </Container>
        <Container header={<Header variant="h2">{t(labels.columns)}</Header>}>
          <SpaceBetween size="s">
            <ul className="kw-list">
              <li>{t(labels.columnUser)}</li>
              <li>{t(labels.columnPassword)}</li>
              <li>{t(labels.columnKeys)}</li>
            </ul>
            <Box>
              {t(labels.noKeyIds)} <Link href="/iam/users">{t(labels.toUsers)}</Link>
            </Box>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </Page>
  )
}

function ReportState({ state }: { readonly state: State }) {
  const t = useT()
  switch (state.kind) {
    case 'idle':
      return <Box color="text-body-secondary">{t(labels.idle)}</Box>
    case 'generating':
    case 'fetching':
      return <StatusIndicator type="loading">{t(labels[state.kind])}</StatusIndicator>
    case 'tooLong':
      return <StatusIndicator type="pending">{t(labels.tooLong)}</StatusIndicator>
    case 'failed':
      return <Failure error={state.error} />
    case 'ready':
      return <Ready report={state.report} />
    default:
      return state satisfies never
  }
}

function Ready({ report: { file, content, generatedAt } }: { readonly report: Report }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <SpaceBetween size="m">
      <StatusIndicator type="success">{t(labels.ready, { file })}</StatusIndicator>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t(labels.generated), value: absoluteTime(generatedAt, language) },
          { label: t(labels.size), value: t(labels.sizeValue, { kilobytes: Math.ceil(content.size / 1024) }) },
        ]}
      />
      <Button iconName="download" onClick={() => saveFile(file, content)}>
        {t(labels.saveAgain)}
      </Button>
    </SpaceBetween>
  )
}
