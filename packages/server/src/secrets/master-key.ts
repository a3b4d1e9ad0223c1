import { createHash, randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { createPrivateFile, NotPrivateError, readPrivateFile, syncFolderOf } from './private-file.ts'
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
    text = readPrivateFile(file, 'master key file').toString()
  } catch (error) {
    if (error instanceof NotPrivateError) throw new MasterKeyError(error.message)
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
  const keys = [newMasterKey()]
  createPrivateFile(file, textOf(keys))
  return keys
}

/**
 * Puts keys in place of those the file was read to hold, and must still hold: whoever looked at other keys decides nothing about
 * these. The caller lets one command at a time do so.
 */
export function replaceMasterKeys(file: string, read: readonly MasterKey[], keys: readonly MasterKey[]): void {
  if (textOf(readMasterKeys(file)) !== textOf(read)) {
    throw new MasterKeyError(
      `The master key file ${file} was changed meanwhile, and was left as it is: look at it first.`,
    )
  }
  const unfinished = `${file}.new`
  // Whatever has this name, left over or laid there: the keys go into a file of our own making.
  rmSync(unfinished, { force: true })
  createPrivateFile(unfinished, textOf(keys))
  renameSync(unfinished, file)
  syncFolderOf(file)
}

export const newMasterKey = (): MasterKey => masterKey(randomBytes(keyBytes))

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

const textOf = (keys: readonly MasterKey[]): string =>
  keys.map(({ key }) => `keyward-master-key-1 ${key.toString('base64url')}\n`).join('')
