import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { keyBytes, open, seal } from './sealing.ts'

/** A key that wraps data keys. It is no one's credential and never enters the database or a backup. */
export interface MasterKey {
  /** Names it in what it wrapped; derived from the key, tells nothing of it. */
  readonly id: string
  readonly key: Buffer
}

const line = /^keyward-master-key-1 ([A-Za-z0-9_-]{43})$/

/** Something an operator has to put right before the server may start. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
}

/** One or two keys, the newest last: the newest wraps, both open. */
export function readMasterKeys(file: string): readonly MasterKey[] {
  let text: string
  try {
    const { mode } = statSync(file)
    if ((mode & 0o077) !== 0) {
      throw new MasterKeyError(
        `The master key file ${file} can be read by others: make it private with "chmod 600 ${file}".`,
      )
    }
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof MasterKeyError) throw error
    throw new MasterKeyError(
      `The master key file ${file} cannot be read (${error instanceof Error ? error.message : String(error)}): secrets in the database can be opened only with it.`,
    )
  }
  const lines = text.split('\n').filter((entry) => entry !== '')
  const keys = lines.map((entry) => {
    const encoded = line.exec(entry)?.[1]
    const key = encoded === undefined ? undefined : Buffer.from(encoded, 'base64url')
    if (key?.length !== keyBytes)
      throw new MasterKeyError(
        `The master key file ${file} is damaged: it must hold one or two lines "keyward-master-key-1 KEY".`,
      )
    return masterKey(key)
  })
  if (keys.length < 1 || keys.length > 2) {
    throw new MasterKeyError(`The master key file ${file} must hold one or two keys; it holds ${keys.length}.`)
  }
  return keys
}

/** Makes a file with one new key; fails where the file exists. */
export function createMasterKeyFile(file: string): readonly MasterKey[] {
  const keys = [masterKey(randomBytes(keyBytes))]
  writeDurably(file, keys, 'wx')
  return keys
}

/** Adds a new key as the newest. The file may hold two. */
export function addMasterKeyTo(file: string): void {
  const keys = readMasterKeys(file)
  if (keys.length > 1)
    throw new MasterKeyError(`The master key file ${file} holds two keys already: run "keyward master-key drop" first.`)
  replaceKeys(file, [...keys, masterKey(randomBytes(keyBytes))])
}

/** Leaves the newest key alone in the file. What the others wrapped can be opened no more. */
export function dropOlderMasterKeys(file: string): void {
  replaceKeys(file, readMasterKeys(file).slice(-1))
}

function replaceKeys(file: string, keys: readonly MasterKey[]): void {
  writeDurably(`${file}.new`, keys, 'w')
  renameSync(`${file}.new`, file)
  syncFolder(file)
}

/** `w1.<master key id>.<sealed>` */
export function wrapDataKey(dataKeyId: string, dataKey: Buffer, by: MasterKey): string {
  return `w1.${by.id}.${seal(dataKey, by.key, `data-key:${dataKeyId}`)}`
}

/** Undefined where none of these master keys wrapped it. */
export function unwrapDataKey(
  dataKeyId: string,
  wrapped: string,
  masterKeys: readonly MasterKey[],
): Buffer | undefined {
  const [format, masterId, sealed] = wrapped.split('.')
  const by = masterKeys.find((key) => key.id === masterId)
  if (format !== 'w1' || by === undefined || sealed === undefined) return undefined
  return open(sealed, by.key, `data-key:${dataKeyId}`)
}

function masterKey(key: Buffer): MasterKey {
  return { id: createHash('sha256').update('keyward-master-key-id').update(key).digest('hex').slice(0, 16), key }
}

function writeDurably(file: string, keys: readonly MasterKey[], flags: 'w' | 'wx'): void {
  const descriptor = openSync(file, flags, 0o600)
  try {
    writeSync(descriptor, keys.map(({ key }) => `keyward-master-key-1 ${key.toString('base64url')}\n`).join(''))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  syncFolder(file)
}

function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
