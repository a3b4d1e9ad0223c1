import { type ValueTest } from './value-test.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * Reads padded base64 into a text that two inputs share when they carry the same bytes, or undefined.
 * The bits behind the last byte carry nothing and are cleared.
 */
export function parseBase64(text: string): string | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  if (padding === 0) return text
  const last = text.length - padding - 1
  const spare = padding === 2 ? 16 : 4
  const value = alphabet.indexOf(text.charAt(last))
  return text.slice(0, last) + alphabet.charAt(value - (value % spare))
}

export function binaryTest(values: readonly string[]): ValueTest {
  const wanted = new Set(values.map(parseBase64).filter((value) => value !== undefined))
  return (text) => {
    const value = parseBase64(text)
    return value !== undefined && wanted.has(value)
  }
}
