import './findings-list.css'
import Box from '@cloudscape-design/components/box'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useId } from 'react'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import type { Label } from '../../i18n/labels.ts'
import { findingText } from './finding-text.ts'
import { findingTypes, type FindingType, type PlacedFinding } from './findings.ts'
import { labels } from './labels.ts'
import type { Found } from './use-findings.ts'

/** As many as somebody reads. A pasted file can have thousands. */
const shownMax = 50

const looks = {
  ERROR: { title: labels.errors, one: labels.error, status: 'error' },
  SECURITY_WARNING: { title: labels.securityWarnings, one: labels.securityWarning, status: 'warning' },
  WARNING: { title: labels.warnings, one: labels.warning, status: 'warning' },
  SUGGESTION: { title: labels.suggestions, one: labels.suggestion, status: 'info' },
} as const satisfies Readonly<Record<FindingType, { title: Label; one: Label; status: StatusIndicatorProps.Type }>>

export interface FindingsListProps {
  /** Undefined until the document was judged for the first time. */
  readonly found: Found | undefined
  readonly onGoTo: (finding: PlacedFinding) => void
}

/** What was found, the worst first: pressing one leads to its place in the text. */
export function FindingsList({ found: all, onGoTo }: FindingsListProps) {
  const t = useT()
  const id = useId()
  const groups = findingTypes
    .map((type) => ({ type, found: all?.findings.filter((finding) => finding.type === type) ?? [] }))
    .filter(({ found }) => found.length > 0)
  return (
    <section className="kw-findings" aria-labelledby={id}>
      <Box id={id} variant="h3" padding={{ vertical: 'n' }}>
        {t(labels.findings)}
      </Box>
      <div role="status">
        {!all ? (
          <StatusIndicator type="loading">{t(labels.checking)}</StatusIndicator>
        ) : groups.length === 0 ? (
          <StatusIndicator type="success">{t(labels.good)}</StatusIndicator>
        ) : (
          <ul className="kw-finding-counts">
            {groups.map(({ type, found }) => (
              <li key={type}>
                <StatusIndicator type={looks[type].status}>
                  {t(looks[type].title, { count: found.length })}
                </StatusIndicator>
              </li>
            ))}
          </ul>
        )}
      </div>
      {groups.map(({ type, found }) => (
        <Group
          key={type}
          title={t(looks[type].title, { count: found.length })}
          {...{ type, found, onGoTo }}
          text={all?.text ?? ''}
        />
      ))}
    </section>
  )
}

interface GroupProps extends Pick<FindingsListProps, 'onGoTo'> {
  /** The document that they are of. */
  readonly text: string
  readonly type: FindingType
  readonly title: string
  readonly found: readonly PlacedFinding[]
}

function Group({ type, title, found, text, onGoTo }: GroupProps) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <>
      <ul className="kw-finding-list" aria-label={title}>
        {found.slice(0, shownMax).map((finding, at) => (
          <li key={`${finding.code} ${at}`}>
            <button type="button" className="kw-finding" data-type={type} onClick={() => onGoTo(finding)}>
              <span className="kw-finding-place">
                {t(labels.place, {
                  type: t(looks[type].one),
                  line: String(finding.line),
                  column: String(finding.column),
                })}
              </span>
              <span className="kw-finding-text">{findingText(language, finding, text)}</span>
              <code className="kw-finding-code" translate="no">
                {finding.code}
              </code>
            </button>
          </li>
        ))}
      </ul>
      {found.length > shownMax && (
        <Box variant="small">{t(labels.moreFindings, { count: found.length - shownMax })}</Box>
      )}
    </>
  )
}
