import { expect, it } from 'vitest'
import { bytesOfBase64 } from './bytes.ts'

const join = (pieces: readonly Uint8Array[]) => Buffer.concat(pieces)

it('gives back every byte, whatever reader the browser has', async () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, i) => (i * 31) % 256))
  const text = bytes.toString('base64')
  expect(join(await bytesOfBase64(text)).equals(bytes)).toBe(true)
  expect(await bytesOfBase64('')).toEqual([])
})
