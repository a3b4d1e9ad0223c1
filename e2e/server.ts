import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Credentials } from './caller.ts'

const bin = fileURLToPath(new URL('../packages/cli/bin/keyward.js', import.meta.url))

/** The environment of a command: none of the settings of whoever runs the tests. */
export function cleanEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(KEYWARD|AWS)_/.test(name))
  return { ...Object.fromEntries(kept), ...more }
}

export interface Ended {
  /** The exit code, or the signal that ended it. */
  readonly code: number | string
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** A program that runs the command with less: `['prlimit', '--nofile=50']`. */
  readonly by?: readonly string[]
  readonly atEnd?: AtEnd
}

/** Keeps what is to be done at the end: of the test, unless a file shares a server among its tests. */
export type AtEnd = (end: () => Promise<void> | void) => void

/** A folder that goes with the test. */
export function temporaryFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-e2e-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a program to its end, one minute at most. */
export async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(program, args, {
    env: options.env ?? cleanEnvironment(),
    cwd: options.cwd,
    timeout: 60_000,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return ended(child, heard(child))
}

/** Runs `keyward` to its end. */
export function keyward(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const [program = '', ...words] = [...(options.by ?? []), process.execPath, bin, ...args]
  return run(program, words, options)
}

/** Runs `keyward`, which must succeed; answers what it printed. */
export async function succeed(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await keyward(args, options)
  if (code !== 0) throw new Error(`keyward ${args.join(' ')} ended with ${code}: ${stderr}`)
  return stdout
}

/** What init and account create print with --json. */
export interface PrintedAccount {
  readonly accountId: string
  readonly rootEmail: string
  readonly adminUserName: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly adminPassword: string
  readonly rootAccessKeyId: string
  readonly rootSecretAccessKey: string
  readonly endpoint: string
}

export const administratorOf = ({ accessKeyId, secretAccessKey }: PrintedAccount): Credentials => ({
  accessKeyId,
  secretAccessKey,
})

export const rootOf = ({ rootAccessKeyId, rootSecretAccessKey }: PrintedAccount): Credentials => ({
  accessKeyId: rootAccessKeyId,
  secretAccessKey: rootSecretAccessKey,
})

/** A place that `keyward init` has been at: a folder of its own, or `--database` and a key file. */
export interface Place {
  readonly flags: readonly string[]
  readonly folder: string
  readonly masterKey: string
  readonly account: PrintedAccount
}

export async function initialise({
  database,
  flags: more = [],
  atEnd,
}: { database?: string; flags?: readonly string[]; atEnd?: AtEnd } = {}): Promise<Place> {
  const folder = join(temporaryFolder(atEnd), 'data')
  const masterKey = database === undefined ? join(folder, 'master.key') : `${folder}.key`
  const flags = database === undefined ? ['--data', folder] : ['--database', database, '--master-key', masterKey]
  const account = JSON.parse(await succeed(['init', ...flags, '--json', ...more])) as PrintedAccount
  return { flags, folder, masterKey, account }
}

/** A running `keyward serve`, ended with the test if it has not ended before. */
export class Server {
  readonly url: string
  readonly #child: ChildProcess
  readonly #heard: { stdout: string; stderr: string }
  readonly #ended: Promise<Ended>

  /** On a port of its own, or where the flags say. */
  static async start(
    place: Pick<Place, 'flags'>,
    more: readonly string[] = [],
    options: RunOptions = {},
  ): Promise<Server> {
    const listen = more.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']
    const words = [...(options.by ?? []), process.execPath, bin, 'serve', ...place.flags, ...listen, ...more]
    const [program = '', ...args] = words
    const child = spawn(program, args, { env: options.env ?? cleanEnvironment(), cwd: options.cwd })
    const parts = heard(child)
    const end = ended(child, parts)
    const { atEnd = onTestFinished } = options
    atEnd(async () => {
      child.kill('SIGKILL')
      await end
    })
    const url = await Promise.race([readyLine(child, parts), end])
    if (typeof url !== 'string') throw new Error(`keyward serve ended with ${url.code}: ${url.stderr}`)
    return new Server(url, child, parts, end)
  }

  private constructor(
    url: string,
    child: ChildProcess,
    parts: { stdout: string; stderr: string },
    end: Promise<Ended>,
  ) {
    this.url = url
    this.#child = child
    this.#heard = parts
    this.#ended = end
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get stdout(): string {
    return this.#heard.stdout
  }

  get stderr(): string {
    return this.#heard.stderr
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  /** SIGTERM; resolves when the process is gone. */
  stop(): Promise<Ended> {
    this.#child.kill('SIGTERM')
    return this.#ended
  }

  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<Ended> {
    this.#child.kill('SIGKILL')
    return this.#ended
  }
}

function heard(child: ChildProcess): { stdout: string; stderr: string } {
  const parts = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (parts.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (parts.stderr += text))
  return parts
}

async function ended(child: ChildProcess, parts: { stdout: string; stderr: string }): Promise<Ended> {
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code: code ?? signal ?? 'unknown', ...parts }
}

function readyLine(child: ChildProcess, parts: { stdout: string }): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const url = /^ready (\S+)$/m.exec(parts.stdout)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
}
