import './policy-editor.css'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Waiting } from '../waiting.tsx'
import { findPolicyFault, policySize } from './find-fault.ts'
import { labels } from './labels.ts'
import {
  addPaths,
  missesUsersWithPath,
  oneself,
  oneselfUnderAnyPath,
  templateDocument,
  templates,
} from './templates.ts'

const Editor = lazy(() => import('./editor.tsx'))

export interface PolicyEditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The path of the user it is for, where that is known. */
  readonly path: string | undefined
  /** As many characters as it may have, white space not counted. */
  readonly sizeMax: number
  /** What the server said of the document when it was sent last. */
  readonly refusal: string | undefined
  /** Called with the name of a template that was chosen. */
  readonly onTemplate?: (name: string) => void
}

/** A policy document with its line numbers, its faults at their place, and the templates. */
export function PolicyEditor({ value, onChange, path, sizeMax, refusal, onTemplate }: PolicyEditorProps) {
  const t = useT()
  const [generation, setGeneration] = useState(0)
  const judged = useDeferredValue(value)
  const fault = useMemo(() => findPolicyFault(judged), [judged])
  const replace = (text: string) => {
    onChange(text)
    setGeneration(generation + 1)
  }
  const hasPath = path !== undefined && path !== '/'
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <ButtonDropdown
          items={templates.map(({ name }) => ({ id: name, text: name, secondaryText: t(labels[name]) }))}
          onItemClick={({ detail }) => {
            const template = templates.find(({ name }) => name === detail.id)
            if (!template) return
            replace(templateDocument(template, { withPaths: false }))
            onTemplate?.(template.name)
          }}
        >
          {t(labels.template)}
        </ButtonDropdown>
        <Button disabled={fault !== undefined} onClick={() => replace(JSON.stringify(JSON.parse(value), null, 2))}>
          {t(labels.format)}
        </Button>
      </SpaceBetween>
      {missesUsersWithPath(judged) && (
        <Alert
          type={hasPath ? 'warning' : 'info'}
          header={t(labels.pathTitle)}
          action={
            <Button disabled={fault !== undefined} onClick={() => replace(addPaths(value))}>
              {t(labels.pathAdd)}
            </Button>
          }
        >
          {t(labels.pathText, { plain: oneself, pathed: oneselfUnderAnyPath })}
          {hasPath && <div>{t(labels.pathUser, { path })}</div>}
        </Alert>
      )}
      <Suspense fallback={<Waiting />}>
        <Editor
          value={value}
          label={t(labels.editor)}
          generation={generation}
          fault={judged === value ? fault : undefined}
          onChange={onChange}
        />
      </Suspense>
      <div className="kw-editor-foot">
        <div role="status">
          {fault ? (
            <StatusIndicator type="error">{t(labels.faultAt, { ...fault })}</StatusIndicator>
          ) : (
            <StatusIndicator type="success">{t(labels.good)}</StatusIndicator>
          )}
        </div>
        <span>{t(labels.size, { size: policySize(judged), max: sizeMax })}</span>
        <span>{t(labels.keys)}</span>
      </div>
      {refusal !== undefined && <Alert type="error">{t(labels.refused, { message: refusal })}</Alert>}
    </SpaceBetween>
  )
}
