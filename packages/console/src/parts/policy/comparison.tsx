import './policy-editor.css'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Waiting } from '../waiting.tsx'
import { Difference } from './difference.tsx'
import { labels } from './labels.ts'

const Merged = lazy(() => import('./merged.tsx'))

export interface ComparisonProps {
  readonly before: string
  readonly after: string
  /** What the two are called: versions. */
  readonly names: { readonly before: string; readonly after: string }
}

const looks = ['sideBySide', 'inOneColumn', 'asText'] as const
type Look = (typeof looks)[number]

/** Narrower than this, two columns of a document are too narrow to read. */
const wideEnough = '(min-width: 1000px)'

/** Two documents and what differs: beside each other, in one column, or line by line as text, which reads well aloud. */
export function Comparison({ before, after, names }: ComparisonProps) {
  const t = useT()
  const [look, setLook] = useState<Look>(() => (matchMedia(wideEnough).matches ? 'sideBySide' : 'inOneColumn'))
  return (
    <SpaceBetween size="s">
      <SegmentedControl
        label={t(labels.showDifference)}
        selectedId={look}
        options={looks.map((id) => ({ id, text: t(labels[id]) }))}
        onChange={({ detail }) => setLook(looks.find((one) => one === detail.selectedId) ?? 'asText')}
      />
      {look === 'asText' ? (
        <Difference before={before} after={after} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <Merged before={before} after={after} names={names} inOneColumn={look === 'inOneColumn'} />
        </Suspense>
      )}
    </SpaceBetween>
  )
}
