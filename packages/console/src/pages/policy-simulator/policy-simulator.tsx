import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Help } from '../../parts/help.tsx'
import {
  readSimulationQuery,
  writeSimulationQuery,
  type SimulationQuery,
} from '../../parts/simulator/simulation-query.ts'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Waiting } from '../../parts/waiting.tsx'
import { usePolicyText } from '../../parts/why/use-policy-text.ts'
import { Asked } from './asked.tsx'
import { labels } from './labels.ts'
import { Question } from './question.tsx'

/** Asks what somebody may do. The address says the question, so that it can be sent to somebody. */
export function PolicySimulator() {
  const t = useT()
  const [parameters, setParameters] = useSearchParams()
  const address = parameters.toString()
  const [run, setRun] = useState<{ readonly address: string; readonly query: SimulationQuery }>()
  const fromAddress = readSimulationQuery(parameters)
  const { from } = fromAddress
  const managed = usePolicyText({
    ...{ kind: 'managed', name: '', hash: undefined, owner: undefined },
    arn: from === '' ? undefined : from,
  })
  // What was just asked may hold texts that the address has no room for.
  const query =
    run?.address === address
      ? run.query
      : { ...fromAddress, ...(managed.text !== undefined && { policy: managed.text }) }
  const ask = (next: SimulationQuery) => {
    const written = writeSimulationQuery(next)
    setRun({ address: written.toString(), query: next })
    setParameters(written)
  }
  return (
    <Page
      title={t(labels.title)}
      description={t(labels.description)}
      help={
        <Help title={t(labels.helpTitle)}>
          <p>{t(labels.helpWhat)}</p>
          <p>{t(labels.helpContext)}</p>
          <p>{t(labels.helpCli)}</p>
          <pre className="kw-code" translate="no">
            aws iam simulate-principal-policy --policy-source-arn … --action-names …
          </pre>
        </Help>
      }
    >
      <SpaceBetween size="l">
        {managed.error && <Failure error={managed.error} action="iam:GetPolicyVersion" resource={from} />}
        {managed.pending ? (
          <Waiting />
        ) : (
          <>
            {/* Another address is another question: Back and Forward fill the form anew. */}
            <Question key={run?.address === address ? 'asked' : address} first={query} onAsk={ask} />
            <Asked query={query} isFresh={run?.address === address} />
          </>
        )}
      </SpaceBetween>
    </Page>
  )
}
