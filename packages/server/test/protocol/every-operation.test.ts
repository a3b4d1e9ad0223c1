import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operationModel, services, type ServiceName } from '../../src/protocol/model.ts'
import { encode, parametersOf, type Style, valueOf, withoutEmpty } from './arbitraries.ts'
import { read } from './requests.ts'

for (const service of ['iam', 'sts'] as const satisfies ServiceName[]) {
  describe(`every operation of ${service} is read as it was written`, () => {
    test.each(services[service].operationNames)('%s', (name) => {
      const { input } = operationModel(service, name)!
      if (!input) return expect(read(service, name)).toEqual({})
      fc.assert(
        fc.property(valueOf(input, 'input'), fc.constantFrom<Style>('botocore', 'sdk'), (value, style) => {
          const written = encode(parametersOf(input, value, style), style)
          expect(read(service, name, written)).toEqual(style === 'sdk' ? withoutEmpty(value) : value)
        }),
        { numRuns: 40 },
      )
    })
  })
}

test('the model has 180 operations of IAM and 11 of STS', () => {
  expect(services.iam.operationNames).toHaveLength(180)
  expect(services.sts.operationNames).toHaveLength(11)
})
