import './why.css'
import Button from '@cloudscape-design/components/button'
import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { TextButton } from '../link.tsx'
import { Waiting } from '../waiting.tsx'
import { labels } from './labels.ts'

const WhyAnswer = lazy(() => import('./why-answer.tsx'))

export interface WhyProps {
  readonly error: ApiError
  /** Stands in one line with the button. */
  readonly beside?: ReactNode
  /** In a line of small print: a word instead of a button. */
  readonly small?: boolean
}

/** "Why?", wherever something was denied, and below it the answer. No question where the server gave no reason. */
export function Why({ error, beside, small = false }: WhyProps) {
  const t = useT()
  const id = useId()
  const [asked, setAsked] = useState(false)
  const { sealedReason } = error
  if (sealedReason === undefined) return beside
  const toggle = () => setAsked(!asked)
  return (
    <div className="kw-why">
      <div className="kw-why-buttons">
        {small ? (
          <TextButton onPress={toggle} shows={{ id, expanded: asked }}>
            {t(labels.why)}
          </TextButton>
        ) : (
          <Button ariaExpanded={asked} ariaControls={id} onClick={toggle}>
            {t(labels.why)}
          </Button>
        )}
        {beside}
      </div>
      <div id={id} aria-live="polite">
        {asked && (
          <Suspense fallback={<Waiting />}>
            <WhyAnswer sealed={sealedReason} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
