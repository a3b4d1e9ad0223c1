import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useT } from '../../i18n/language-provider.tsx'
import { formatted } from '../../parts/policy/formatted.ts'
import { Quoted } from '../../parts/quoted.tsx'
import type { NamedDocument } from './draft.ts'
import { labels } from './labels.ts'

export interface CopiedPoliciesProps {
  readonly policies: readonly NamedDocument[]
  readonly onChange: (policies: readonly NamedDocument[]) => void
}

/** The inline policies that came from another user, to be looked at and left out. */
export function CopiedPolicies({ policies, onChange }: CopiedPoliciesProps) {
  const t = useT()
  return (
    <div>
      <Box variant="awsui-key-label">{t(labels.copiedPolicies)}</Box>
      {policies.map(({ name, document }) => (
        <ExpandableSection
          key={name}
          headerText={name}
          headerActions={
            <Button
              variant="inline-link"
              ariaLabel={t(labels.removeCopiedNamed, { name })}
              onClick={() => onChange(policies.filter((other) => other.name !== name))}
            >
              {t(labels.removeCopied)}
            </Button>
          }
        >
          <Quoted text={formatted(document)} what={t(labels.policyDocumentOf, { name })} />
        </ExpandableSection>
      ))}
    </div>
  )
}
