import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Quoted } from '../../parts/quoted.tsx'
import { apiServer } from '../../session/session-state.ts'
import { commands, operations } from './commands.ts'
import { labels } from './labels.ts'

export interface OtherToolsProps {
  readonly userName: string
  readonly oldId: string
}

/** The seed's other two procedures. They go back to step 2 where the console goes back to step 3. */
export function OtherTools({ userName, oldId }: OtherToolsProps) {
  const t = useT()
  const of = commands({ userName, oldId, endpoint: apiServer().ApiUrl })
  const command = (step: keyof typeof of) => <Quoted text={of[step]} what={t(labels.commandOf, { step })} />
  const operation = (step: keyof typeof operations) => (
    <div>
      <code translate="no">{operations[step]}</code>
    </div>
  )
  return (
    <SpaceBetween size="s">
      <ExpandableSection headerText={t(labels.withCli)}>
        <Procedure of={command} />
      </ExpandableSection>
      <ExpandableSection headerText={t(labels.withApi)}>
        <Procedure of={operation} />
      </ExpandableSection>
    </SpaceBetween>
  )
}

function Procedure({ of }: { readonly of: (step: 1 | 3 | 4 | 5 | 6) => ReactNode }) {
  const t = useT()
  return (
    <ol className="kw-procedure">
      <li>
        {t(labels.step1)}
        {of(1)}
      </li>
      <li>{t(labels.step2)}</li>
      <li>
        {t(labels.step3)}
        {of(3)}
      </li>
      <li>
        {t(labels.step4)}
        {of(4)}
      </li>
      <li>
        {t(labels.step5)}
        <Box variant="p">{t(labels.backToTwo)}</Box>
        {of(5)}
      </li>
      <li>
        {t(labels.step6)}
        {of(6)}
      </li>
    </ol>
  )
}
