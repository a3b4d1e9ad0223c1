import { describe, expect, it } from 'vitest'
import {
  addressMax,
  blankQuery,
  readSimulationQuery,
  simulatorAddress,
  writeSimulationQuery,
  type SimulationQuery,
} from './simulation-query.ts'

const asked: SimulationQuery = {
  ...blankQuery,
  principal: 'arn:aws:iam::123456789012:user/alice',
  actions: ['ec2:TerminateInstances', 's3:GetObject'],
  resources: ['arn:aws:s3:::bucket/a b&c', '*'],
  context: [
    { key: 'aws:MultiFactorAuthPresent', type: 'boolean', values: ['false'] },
    { key: 'aws:TagKeys', type: 'stringList', values: ['a,b', ''] },
  ],
  boundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  resourcePolicy: '{"Statement": []}',
}
const through = (query: SimulationQuery) => readSimulationQuery(writeSimulationQuery(query))

describe('the address of a simulation', () => {
  it('says all there is to be asked', () => {
    expect(through(asked)).toEqual(asked)
    const own = { ...blankQuery, of: 'policy' as const, policy: '{}', caller: asked.principal, actions: asked.actions }
    expect(through(own)).toEqual(own)
  })

  it('names a managed policy in place of its text', () => {
    const from = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const managed = { ...blankQuery, of: 'policy' as const, policy: 'its text', from }
    expect(through(managed)).toEqual({ ...managed, policy: '' })
  })

  it('has no texts that make it too long', () => {
    const long = { ...asked, resourcePolicy: 'x'.repeat(addressMax) }
    expect(simulatorAddress(long).length).toBeLessThan(addressMax)
    expect(through(long)).toEqual({ ...asked, resourcePolicy: '' })
  })

  it('is plain where nothing is asked', () => {
    expect(simulatorAddress({})).toBe('/iam/policy_simulator')
  })

  it('is read as far as it is understood', () => {
    const typed = new URLSearchParams([
      ['of', 'nonsense'],
      ['action', ''],
      ['action', 'x'.repeat(5000)],
      ['context', '{'],
      ['context', '[1]'],
      ['context', '[""]'],
    ])
    expect(readSimulationQuery(typed)).toEqual(blankQuery)
  })
})
