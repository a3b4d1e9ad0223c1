import './steps.css'
import { useEffect, useRef, type ReactNode } from 'react'

export interface StepsProps<S extends string> {
  /** What the list is called: "Steps". */
  readonly label: string
  readonly steps: readonly { readonly id: S; readonly title: string }[]
  readonly current: S
  readonly children: ReactNode
}

/** A wizard's steps beside its content: where one is, said to a screen reader too. */
export function Steps<S extends string>({ label, steps, current, children }: StepsProps<S>) {
  return (
    <div className="kw-steps">
      <nav aria-label={label}>
        <ol>
          {steps.map(({ id, title }) => (
            <li key={id} aria-current={id === current ? 'step' : undefined}>
              <span>{title}</span>
            </li>
          ))}
        </ol>
      </nav>
      <div>{children}</div>
    </div>
  )
}

/** A new step is read from its top, as a new page would be. */
export function useStepFocus(step: string): void {
  const last = useRef(step)
  useEffect(() => {
    if (last.current === step) return
    last.current = step
    scrollTo(0, 0)
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [step])
}
