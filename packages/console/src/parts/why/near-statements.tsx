import { useT } from '../../i18n/language-provider.tsx'
import { OpeningSection } from '../opening-section.tsx'
import { labels } from './labels.ts'
import './near-statements.css'
import { PolicyName } from './policy-name.tsx'
import { policyKey, type NearStatement } from './reason.ts'
import { numberText, unmetText } from './sentence.ts'
import { StatementDocuments } from './statement-documents.tsx'

export interface NearStatementsProps {
  readonly statements: readonly NearStatement[]
  readonly texts?: ReadonlyMap<string, string>
}

/** Statements that would have allowed it, each with what stood in its way, and in its document when asked for. */
export function NearStatements({ statements, texts }: NearStatementsProps) {
  const t = useT()
  return (
    <ul className="kw-near">
      {statements.map((one, at) => (
        <li key={`${one.policy ? policyKey(one.policy) : ''} ${one.index}`}>
          <div className="kw-breaks">
            {one.policy && <PolicyName policy={one.policy} />}
            {' – '}
            {numberText(t, one).trim()}
            {one.span && `, ${t(labels.lines, { line: one.span.line })}`}
          </div>
          <div className="kw-breaks">{unmetText(t, one.unmet)}</div>
          {one.policy && one.span && (
            <OpeningSection headerText={t(labels.showDocument)} defaultExpanded={at === 0}>
              <StatementDocuments unnamed statements={[one]} {...(texts && { texts })} />
            </OpeningSection>
          )}
        </li>
      ))}
    </ul>
  )
}
