import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ApiError } from '../api/api-error.ts'
import { useLanguage, useT } from '../i18n/language-provider.tsx'
import { absoluteTime } from '../i18n/when.ts'
import { useSession } from '../session/session-state.ts'
import { Copy } from './copy.tsx'
import { denialOf, statementFor } from './denial.ts'
import { labels } from './labels.ts'
import { Why } from './why/why.tsx'

export interface DeniedProps {
  readonly error: ApiError
  /** What was asked, where the screen knows it better than the server's sentence. */
  readonly action?: string
  readonly resource?: string
}

/** Stands where a region's content would: what the caller may not do, and what to tell the one who could allow it. */
export function Denied({ error, action, resource }: DeniedProps) {
  const t = useT()
  const { language } = useLanguage()
  const session = useSession()
  const denial = denialOf(error, action, resource)
  const statement = statementFor(denial)
  const rows = [
    [t(labels.principal), denial.principal ?? session.Arn],
    [t(labels.action), denial.action],
    [t(labels.resource), denial.resource],
    [t(labels.requestId), error.requestId],
    [t(labels.time), absoluteTime(error.at, language)],
  ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
  const note = [
    ...rows.map(([name, value]) => `${name}: ${value}`),
    ...(statement === undefined ? [] : ['', `${t(labels.suggestion)}:`, statement]),
  ].join('\n')
  return (
    <Alert type="warning" header={t(labels.deniedTitle)}>
      <SpaceBetween size="xs">
        <div>
          {denial.action === undefined || denial.resource === undefined
            ? t(labels.deniedSomething)
            : t(labels.deniedText, { action: denial.action, resource: denial.resource })}
        </div>
        <Why error={error} beside={<Copy text={note}>{t(labels.copyForAdministrator)}</Copy>} />
        <ExpandableSection headerText={t(labels.details)}>
          <SpaceBetween size="xs">
            <dl className="kw-facts">
              {rows.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd translate="no">{value}</dd>
                </div>
              ))}
            </dl>
            {statement !== undefined && (
              <>
                <Box variant="small">{t(labels.suggestion)}</Box>
                <pre className="kw-code" translate="no">
                  {statement}
                </pre>
              </>
            )}
          </SpaceBetween>
        </ExpandableSection>
      </SpaceBetween>
    </Alert>
  )
}
