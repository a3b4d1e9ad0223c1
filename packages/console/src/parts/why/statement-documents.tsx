import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { DocumentView } from '../policy/document-view.tsx'
import { Waiting } from '../waiting.tsx'
import { labels } from './labels.ts'
import { PolicyName } from './policy-name.tsx'
import { policyKey, type PlacedStatement, type PolicyOfStatement } from './reason.ts'
import { numberText, policyText } from './sentence.ts'
import { useHash } from './use-hash.ts'
import { usePolicyText } from './use-policy-text.ts'

export interface StatementDocumentsProps {
  readonly statements: readonly PlacedStatement[]
  /** Documents that are at hand, by `policyKey`: they are not asked for again. */
  readonly texts?: ReadonlyMap<string, string>
  /** They are named by what stands around. */
  readonly unnamed?: boolean
}

/** Statements marked in their documents, one document for all that stand in it. */
export function StatementDocuments({ statements, texts, unnamed = false }: StatementDocumentsProps) {
  const t = useT()
  const byPolicy = Map.groupBy(statements, ({ policy }) => (policy === undefined ? '' : policyKey(policy)))
  return (
    <SpaceBetween size="m">
      {[...byPolicy].map(([key, ofPolicy]) => {
        const policy = ofPolicy[0]?.policy
        const text = texts?.get(key)
        return (
          <SpaceBetween key={key} size="xs">
            {policy && !unnamed && (
              <div className="kw-breaks">
                <PolicyName policy={policy} />
                <span>
                  {' – '}
                  {ofPolicy.map((one) => numberText(t, one).trim()).join(t(labels.comma))}
                </span>
              </div>
            )}
            {policy === undefined ? (
              <Box color="text-body-secondary">{t(labels.documentGone)}</Box>
            ) : text === undefined ? (
              <ReadDocument policy={policy} statements={ofPolicy} />
            ) : (
              <MarkedDocument policy={policy} statements={ofPolicy} text={text} />
            )}
          </SpaceBetween>
        )
      })}
    </SpaceBetween>
  )
}

interface OneDocumentProps {
  readonly policy: PolicyOfStatement
  readonly statements: readonly PlacedStatement[]
}

function ReadDocument(props: OneDocumentProps) {
  const t = useT()
  const { text, error, pending } = usePolicyText(props.policy)
  const hash = useHash(text)
  if (pending || (text !== undefined && hash === undefined)) return <Waiting />
  // In another text than the one that decided, the places would mark anything.
  if (text !== undefined && hash === props.policy.hash) return <MarkedDocument {...props} text={text} />
  return (
    <Box color="text-body-secondary">{t(error?.isDenied === true ? labels.documentHidden : labels.documentGone)}</Box>
  )
}

function MarkedDocument({ policy, statements, text }: OneDocumentProps & { readonly text: string }) {
  const t = useT()
  // By their places, not by the list: the same places are drawn once.
  const places = JSON.stringify(statements.flatMap(({ span }) => (span ? [[span.offset, span.length]] : [])))
  const highlights = useMemo(
    () => (JSON.parse(places) as [number, number][]).map(([from, length]) => ({ from, to: from + length })),
    [places],
  )
  return (
    <DocumentView text={text} label={t(labels.documentOf, { policy: policyText(t, policy) })} highlights={highlights} />
  )
}
