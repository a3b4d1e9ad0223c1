import { type ValueTest } from './value-test.ts'

/** `true` in any case is true, every other text is false: in policies and in requests. */
export function parseBool(text: string): boolean {
  return text.toLowerCase() === 'true'
}

export function boolTest(values: readonly string[]): ValueTest {
  const wanted = values.map(parseBool)
  return (text) => wanted.includes(parseBool(text))
}
