import './policy-editor.css'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import { useSession } from '../../session/session-state.ts'
import { Waiting } from '../waiting.tsx'
import { policySize } from './find-fault.ts'
import { findingText } from './finding-text.ts'
import { FindingsList } from './findings-list.tsx'
import type { PlacedFinding } from './findings.ts'
import { useJudged } from './judged.ts'
import { formatted, parses } from './formatted.ts'
import { labels } from './labels.ts'
import type { Mark } from './marks.ts'
import { kindOf, sizeMax, type PolicyHome } from './quotas.ts'
import {
  addPaths,
  managedTemplates,
  missesUsersWithPath,
  oneself,
  oneselfUnderAnyPath,
  templateDocument,
  templates,
} from './templates.ts'
import { useFindings } from './use-findings.ts'

const Editor = lazy(() => import('./editor.tsx'))

export interface PolicyEditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What the policy belongs to: it decides the quota, and what may stand in it. */
  readonly home: PolicyHome
  /** The path of the user it is for, where that is known. */
  readonly path?: string | undefined
  /** What the server said of the document when it was sent last. */
  readonly refusal: string | undefined
  /** Called with the name of a template that was chosen. */
  readonly onTemplate?: (name: string) => void
}

const severities = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'info',
} as const satisfies Readonly<Record<PlacedFinding['type'], Mark['severity']>>

/** More marks than these say nothing more, and cost time. */
const marksMax = 200

/** A policy document with its line numbers, what was found at its place and in a list, and the templates. */
export function PolicyEditor({ value, onChange, home, path, refusal, onTemplate }: PolicyEditorProps) {
  const t = useT()
  const { language } = useLanguage()
  const { AccountId } = useSession()
  const [generation, setGeneration] = useState(0)
  const [goTo, setGoTo] = useState<PlacedFinding>()
  const judged = useJudged(value)
  const found = useFindings(judged, kindOf(home))
  const marked = useMemo(() => {
    const text = found?.text ?? ''
    const marks = (found?.findings ?? []).slice(0, marksMax).map((finding): Mark => ({
      from: finding.from,
      to: finding.to,
      severity: severities[finding.type],
      message: findingText(language, finding, text),
    }))
    return { text, marks }
  }, [found, language])
  const size = useMemo(() => policySize(judged), [judged])
  const isJson = useMemo(() => parses(judged), [judged])
  const replace = (text: string) => {
    onChange(text)
    setGeneration(generation + 1)
  }
  const hasPath = path !== undefined && path !== '/'
  const offered = home === 'managed' ? [...managedTemplates, ...templates] : templates
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <ButtonDropdown
          items={offered.map(({ name }) => ({ id: name, text: name, secondaryText: t(labels[name]) }))}
          onItemClick={({ detail }) => {
            const template = offered.find(({ name }) => name === detail.id)
            if (!template) return
            replace(templateDocument(template, { withPaths: false }))
            onTemplate?.(template.name)
          }}
        >
          {t(labels.template)}
        </ButtonDropdown>
        <Button disabled={!isJson} onClick={() => replace(formatted(value))}>
          {t(labels.format)}
        </Button>
      </SpaceBetween>
      {missesUsersWithPath(judged) && (
        <Alert
          type={hasPath ? 'warning' : 'info'}
          header={t(labels.pathTitle)}
          action={
            <Button disabled={!isJson} onClick={() => replace(addPaths(value))}>
              {t(labels.pathAdd)}
            </Button>
          }
        >
          {t(labels.pathText, { plain: oneself, pathed: oneselfUnderAnyPath })}
          {hasPath && <div>{t(labels.pathUser, { path })}</div>}
        </Alert>
      )}
      <div className="kw-policy">
        <div className="kw-policy-parts">
          <div>
            <Suspense fallback={<Waiting />}>
              <Editor
                value={value}
                label={t(labels.editor)}
                generation={generation}
                marked={marked}
                goTo={goTo}
                accountId={AccountId}
                onChange={onChange}
              />
            </Suspense>
            <div className="kw-editor-foot">
              <span>
                {size > sizeMax[home] ? (
                  <StatusIndicator type="error">{t(labels.size, { size, max: sizeMax[home] })}</StatusIndicator>
                ) : (
                  t(labels.size, { size, max: sizeMax[home] })
                )}
              </span>
              <span>{t(labels.keys)}</span>
            </div>
          </div>
          <FindingsList found={found} onGoTo={(finding) => setGoTo({ ...finding })} />
        </div>
      </div>
      {refusal !== undefined && <Alert type="error">{t(labels.refused, { message: refusal })}</Alert>}
    </SpaceBetween>
  )
}
