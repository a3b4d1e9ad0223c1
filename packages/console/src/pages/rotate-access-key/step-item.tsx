import type { ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import type { Step } from './rotation.ts'

const titles = {
  1: labels.step1,
  2: labels.step2,
  3: labels.step3,
  4: labels.step4,
  5: labels.step5,
  6: labels.step6,
} as const

export interface StepItemProps {
  readonly step: Step
  readonly current: Step
  /** What can be read and done here; nothing for a step that is past or not reached. */
  readonly children?: ReactNode
}

/** One of the six steps: where the rotation stands is said by mark, number and to a screen reader. */
export function StepItem({ step, current, children }: StepItemProps) {
  const t = useT()
  const state = step < current ? 'done' : step === current ? 'current' : 'later'
  return (
    <li data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span aria-hidden="true">{state === 'done' ? '✓' : step}</span>
      <div>
        <h3>{t(titles[step])}</h3>
        {children}
      </div>
    </li>
  )
}
