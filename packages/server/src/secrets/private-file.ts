import { closeSync, fchmodSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file of secrets that others than its owner can reach. The message says what to do. */
export class NotPrivateError extends Error {
  override readonly name = 'NotPrivateError'
}

/** Reads a file that must be its owner's alone: `name` says what it is. Throws NotPrivateError where it is not. */
export function readPrivateFile(file: string, name: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    if ((fstatSync(descriptor).mode & 0o077) !== 0) {
      throw new NotPrivateError(`The ${name} ${file} can be read by others: make it private with "chmod 600 ${file}".`)
    }
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a file that is its owner's alone, and on disk when this returns. Fails where something has that name, a link too. */
export function createPrivateFile(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    fchmodSync(descriptor, 0o600)
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  syncFolderOf(file)
}

export function syncFile(file: string): void {
  sync(file, 'r+')
}

/** What was made, renamed or removed beside this file stays so when the power goes. */
export function syncFolderOf(file: string): void {
  sync(dirname(file), 'r')
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
