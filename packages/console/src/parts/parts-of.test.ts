import { expect, it } from 'vitest'
import { partsOf } from './parts-of.ts'

it('ends a part after its colons or its slash', () => {
  expect(partsOf('arn:aws:iam::aws:policy/Admin')).toEqual(['arn:', 'aws:', 'iam::', 'aws:', 'policy/', 'Admin'])
})

it('leaves the slash that begins a path with what follows it', () => {
  expect(partsOf('/applications/warehouse/')).toEqual(['/applications/', 'warehouse/'])
  expect(partsOf('/')).toEqual(['/'])
})
