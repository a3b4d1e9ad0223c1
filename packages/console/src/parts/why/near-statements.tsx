import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useT } from '../../i18n/language-provider.tsx'
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
      {statements.map((one) => (
        <li key={`${one.policy ? policyKey(one.policy) : ''} ${one.index}`}>
          <div className="kw-breaks">
            {one.policy && <PolicyName policy={one.policy} />}
            {' – '}
            {numberText(t, one).trim()}
            {one.span && `, ${t(labels.lines, { line: one.span.line })}`}
          </div>
          <div className="kw-breaks">{unmetText(t, one.unmet)}</div>
          {one.policy && one.span && (
            <ExpandableSection headerText={t(labels.showDocument)}>
              <StatementDocuments statements={[one]} {...(texts && { texts })} />
            </ExpandableSection>
          )}
        </li>
      ))}
    </ul>
  )
}
