import { describe, expect, test } from 'vitest'
import { alternatives, asksForTick, mayGoOn, useCases } from './alternatives.ts'

describe('the choice of a use case', () => {
  test('is needed before anything else', () => {
    expect(mayGoOn(undefined, true)).toBe(false)
  })

  test('goes on without a tick for Other, as the seed has it', () => {
    expect(mayGoOn('other', false)).toBe(true)
  })

  test.each(useCases.filter((useCase) => useCase !== 'other'))(
    'asks for a tick for %s if it has an alternative',
    (useCase) => {
      const { available } = alternatives[useCase]
      expect(asksForTick(useCase)).toBe(available)
      expect(mayGoOn(useCase, false)).toBe(!available)
      expect(mayGoOn(useCase, true)).toBe(true)
    },
  )
})
