import { type ValueTest } from './value-test.ts'

/** `true` in any case is true, every other text is false: in policies and in requests. */
export function parseBool(text: string): boolean {
  return text === 'true' || text.toLowerCase() === 'true'
}

export function boolTest(values: readonly string[]): ValueTest {
  const whenTrue = values.some(parseBool)
  const whenFalse = !values.every(parseBool)
  return (text) => (parseBool(text) ? whenTrue : whenFalse)
}
