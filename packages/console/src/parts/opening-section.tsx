import ExpandableSection, { type ExpandableSectionProps } from '@cloudscape-design/components/expandable-section'
import { useState } from 'react'

/** What is inside is made when it is first opened: an editor, or a document that must be read. */
export function OpeningSection({ children, defaultExpanded = false, ...props }: ExpandableSectionProps) {
  const [expanded, setExpanded] = useState(defaultExpanded)
  const [made, setMade] = useState(defaultExpanded)
  return (
    <ExpandableSection
      {...props}
      expanded={expanded}
      onChange={({ detail }) => {
        setExpanded(detail.expanded)
        if (detail.expanded) setMade(true)
      }}
    >
      {made && children}
    </ExpandableSection>
  )
}
