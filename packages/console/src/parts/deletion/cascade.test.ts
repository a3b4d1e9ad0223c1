import { describe, expect, it } from 'vitest'
import { carryOut, type Step } from './cascade.ts'

const said = ['DeleteAccessKey', 'DeleteLoginProfile', 'DeleteUserPolicy', 'DeleteUser']
const steps: readonly Step[] = said.map((operation) => ({ operation }))

describe('carryOut', () => {
  const recorded = (failAt?: string, ids: readonly string[] = []) => {
    const done: string[] = []
    let asked = 0
    return {
      done,
      uniqueId: () => Promise.resolve({ id: ids[asked++] ?? 'AIDA1' }),
      run: (step: Step) => {
        if (step.operation === failAt) return Promise.resolve('refused')
        done.push(step.operation)
        return Promise.resolve(undefined)
      },
    }
  }

  it('does every step, once', async () => {
    const doing = recorded()
    expect(await carryOut(steps, 'AIDA1', doing)).toEqual({ kind: 'deleted' })
    expect(doing.done).toEqual(said)
  })

  it('stops at the first failure and says what remains, that step included', async () => {
    const doing = recorded('DeleteUserPolicy')
    const outcome = await carryOut(steps, 'AIDA1', doing)
    expect(outcome).toEqual({ kind: 'failed', failure: 'refused', remaining: steps.slice(2) })
    expect(doing.done).toEqual(['DeleteAccessKey', 'DeleteLoginProfile'])
  })

  it('stops where the name has passed to another', async () => {
    const doing = recorded(undefined, ['AIDA1', 'AIDA1', 'AIDA2'])
    expect(await carryOut(steps, 'AIDA1', doing)).toEqual({ kind: 'replaced', remaining: steps.slice(2) })
    expect(doing.done).toEqual(['DeleteAccessKey', 'DeleteLoginProfile'])
  })

  it('stops where nobody can say whose name it is', async () => {
    const uniqueId = () => Promise.resolve({ failure: 'denied' })
    const outcome = await carryOut(steps, 'AIDA1', { ...recorded(), uniqueId })
    expect(outcome).toEqual({ kind: 'failed', failure: 'denied', remaining: steps })
  })
})
