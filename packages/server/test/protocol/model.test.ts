import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { modelledStatus, operationModel, services, type Shape } from '../../src/protocol/model.ts'
import { matcher } from '../../src/protocol/pattern.ts'

const inputs = (['iam', 'sts'] as const).flatMap((service) =>
  services[service].operationNames.flatMap((name) => operationModel(service, name)?.input ?? []),
)

function shapesBelow(shape: Shape): Shape[] {
  switch (shape.type) {
    case 'structure':
      return [shape, ...shape.members.flatMap((member) => shapesBelow(member.shape))]
    case 'list':
      return [shape, ...shapesBelow(shape.member)]
    case 'map':
      return [shape, shape.key, ...shapesBelow(shape.value)]
    default:
      return [shape]
  }
}

test('the generated types are what the model says', () => {
  const tool = fileURLToPath(new URL('../../../../tools/import-model.ts', import.meta.url))
  execFileSync(process.execPath, [tool, '--check'])
})

test('an operation is known by its exact name, in its own service', () => {
  expect(operationModel('iam', 'CreateUser')).toMatchObject({ service: 'iam', name: 'CreateUser', signed: true })
  expect(operationModel('iam', 'CreateUser')).toBe(operationModel('iam', 'CreateUser'))
  for (const name of ['createUser', 'AssumeRole', '__proto__', 'constructor', '']) {
    expect(operationModel('iam', name)).toBeUndefined()
  }
})

test('an operation declares wire codes, not the names of shapes', () => {
  expect(operationModel('iam', 'GetCredentialReport')?.errors).toEqual([
    'ReportNotPresent',
    'ReportExpired',
    'ReportInProgress',
    'ServiceFailure',
  ])
  expect(modelledStatus('ReportExpired')).toBe(410)
  expect(modelledStatus('AccessDenied')).toBeUndefined()
})

test('every pattern of an input is one that this side understands', () => {
  const patterns = inputs
    .flatMap(shapesBelow)
    .flatMap((shape) => (shape.type === 'string' ? (shape.pattern ?? []) : []))
  expect(new Set(patterns).size).toBeGreaterThan(25)
  for (const pattern of new Set(patterns)) expect(typeof matcher(pattern)('a')).toBe('boolean')
})

test('no input holds what a form cannot', () => {
  const types = new Set(inputs.flatMap(shapesBelow).map((shape) => shape.type))
  expect([...types].sort()).toEqual(['boolean', 'integer', 'list', 'map', 'string', 'structure'])
})
