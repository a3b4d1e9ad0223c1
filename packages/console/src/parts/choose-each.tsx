import { useState, type ReactNode } from 'react'
import type { Input, Operation } from '../api/types.ts'
import { useChange } from '../api/use-change.ts'
import { flash } from '../layout/flashes.tsx'
import type { Choosing } from './choice-table.tsx'
import { Failure } from './failure.tsx'
import { ChoiceModal } from './choice-modal.tsx'

export interface ChooseEachProps<O extends Operation<'iam'>> {
  readonly title: string
  /** The word on the button that does it. */
  readonly save: string
  /** Called once for each that was chosen. */
  readonly operation: O
  readonly inputOf: (chosen: string) => Input<'iam', O>
  /** What the call for one is judged on, for the sentence that names it. */
  readonly resourceOf: (chosen: string) => string
  /** What is said of those that were done. */
  readonly saying: (done: readonly string[]) => string
  /** The list to choose from. */
  readonly children: (choosing: Choosing) => ReactNode
  readonly onClose: () => void
}

/**
 * Several things chosen from a list, and one call for each. What was done before a refusal stays done, and leaves the
 * choice. No form: Enter in the search box of the list sends nothing.
 */
export function ChooseEach<O extends Operation<'iam'>>(props: ChooseEachProps<O>) {
  const { title, save, operation, inputOf, resourceOf, saying, children, onClose } = props
  const [chosen, setChosen] = useState<readonly string[]>([])
  const change = useChange('iam', operation)
  const [running, setRunning] = useState(false)
  const run = async () => {
    const done: string[] = []
    setRunning(true)
    for (const one of chosen) {
      const { error } = await change.run(inputOf(one))
      if (error) break
      done.push(one)
    }
    setRunning(false)
    if (done.length > 0) flash({ name: 'chosen', type: 'success', content: saying(done) })
    if (done.length === chosen.length) onClose()
    else setChosen(chosen.filter((one) => !done.includes(one)))
  }
  return (
    <ChoiceModal
      title={title}
      save={save}
      disabled={chosen.length === 0}
      pending={running}
      onSave={run}
      onCancel={onClose}
    >
      {children({ chosen, onChange: setChosen })}
      <Failure error={change.error} action={`iam:${operation}`} resource={resourceOf(chosen[0] ?? '')} />
    </ChoiceModal>
  )
}
