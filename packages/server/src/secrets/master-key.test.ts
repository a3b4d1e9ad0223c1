import { chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { KeyRing, KeyRingError } from './key-ring.ts'
import { createMasterKeyFile, MasterKeyError, newMasterKey, readMasterKeys, replaceMasterKeys } from './master-key.ts'

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-master-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'master.key')
}

describe('a master key file', () => {
  it('is replaced only while it holds what was read', () => {
    const file = newFile()
    const read = createMasterKeyFile(file)
    const [one, other] = [newMasterKey(), newMasterKey()]
    replaceMasterKeys(file, read, [...read, one])
    expect(() => replaceMasterKeys(file, read, [...read, other])).toThrow('was changed meanwhile')
    expect(() => replaceMasterKeys(file, [one, ...read], [one])).toThrow(MasterKeyError)
    expect(readMasterKeys(file)).toEqual([...read, one])
    replaceMasterKeys(file, [...read, one], [one])
    expect(readMasterKeys(file)).toEqual([one])
  })

  it('is written into a file of its own making, whatever lies in the way', () => {
    const file = newFile()
    const first = createMasterKeyFile(file)
    const elsewhere = `${file}.elsewhere`
    writeFileSync(elsewhere, '')
    symlinkSync(elsewhere, `${file}.new`)
    const second = [...first, newMasterKey()]
    replaceMasterKeys(file, first, second)
    expect(readFileSync(elsewhere, 'utf8')).toBe('')
    expect(lstatSync(file).isFile()).toBe(true)
    writeFileSync(`${file}.new`, '')
    chmodSync(`${file}.new`, 0o666)
    replaceMasterKeys(file, second, first)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readMasterKeys(file)).toEqual(first)
  })
})

describe('a key ring', () => {
  const [older, newer] = [newMasterKey(), newMasterKey()]
  const row = (key: { id: string; wrapped: string }, retiredAt: number | null) => ({ ...key, createdAt: 0, retiredAt })
  const retired = row(new KeyRing(() => [older]).mintDataKey(), 1)
  const current = row(new KeyRing(() => [newer]).mintDataKey(), null)

  it('is ready only where it opens every data key', () => {
    new KeyRing(() => [older, newer]).check([retired, current])
    expect(() => new KeyRing(() => [newer]).check([retired, current])).toThrow(KeyRingError)
    expect(() => new KeyRing(() => [older]).check([retired, current])).toThrow(KeyRingError)
    expect(() => new KeyRing(() => [older]).check([retired])).toThrow('no current data key')
  })

  it('cannot open, rather than fails, where the file cannot be read again', () => {
    let readable = true
    const keyRing = new KeyRing(() => {
      if (!readable) throw new MasterKeyError('The master key file cannot be read.')
      return [older]
    })
    readable = false
    expect(() => keyRing.check([current])).toThrow(new KeyRingError('The master key file cannot be read.'))
  })
})
