import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onServerCore } from './cores.ts'

const running = new Set<ChildProcess>()
const folders = new Set<string>()

/** A folder that goes when the bench ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `keyward-bench-${name}-`))
  folders.add(folder)
  return folder
}

/** Ends what was started and removes what was made, however the bench ends. */
export function cleanUp(): void {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  folders.clear()
}
process.on('exit', cleanUp)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** A server in a process of its own, on the server's core. */
export interface Server {
  readonly pid: number
  readonly port: number
  /** Sends a message to what was imported into it, and resolves with the next one it sends back. */
  ask(message: string): Promise<unknown>
  stop(): Promise<void>
  kill(): Promise<void>
}

/** Starts a Node program that prints `ready http://HOST:PORT`. */
export async function startNode(args: readonly string[]): Promise<Server> {
  const { child, ended, port } = await startProgram([process.execPath, ...args], (output) => {
    const port = /^ready \S+:(\d+)$/m.exec(output)?.[1]
    return port === undefined ? undefined : Number(port)
  })
  return {
    pid: pidOf(child),
    port,
    ask: (message) =>
      new Promise((resolve) => {
        child.once('message', resolve)
        child.send(message)
      }),
    stop: () => end(child, ended, 'SIGTERM'),
    kill: () => end(child, ended, 'SIGKILL'),
  }
}

/** Starts a program on the server's core, and waits until `ready` finds what it looks for in its output. */
export async function startProgram<Found>(
  command: readonly [string, ...string[]],
  ready: (output: string) => Found | undefined,
): Promise<{ child: ChildProcess; ended: Promise<void>; port: Found }> {
  const [program, ...args] = onServerCore(command)
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  running.add(child)
  let output = ''
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      if (running.delete(child))
        console.error(`${command.join(' ')} ended by itself (${String(signal ?? code)}):\n${output}`)
      resolve()
    })
  })
  const port = await new Promise<Found>((resolve, reject) => {
    const read = (text: string) => {
      output += text
      const found = ready(output)
      if (found !== undefined) resolve(found)
    }
    child.stdout?.setEncoding('utf8').on('data', read)
    child.stderr?.setEncoding('utf8').on('data', read)
    child.once('error', reject)
    void ended.then(() => reject(new Error(`${command.join(' ')} ended before it was ready:\n${output}`)))
  })
  return { child, ended, port }
}

export async function end(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  running.delete(child)
  child.kill(signal)
  await ended
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the process has no id')
  return child.pid
}

/** Runs a Node program on the server's core to its end, and gives its standard output. */
export async function runNode(args: readonly string[]): Promise<string> {
  const [program, ...rest] = onServerCore([process.execPath, ...args])
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const code = await new Promise((resolve) => child.once('close', resolve))
  running.delete(child)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`)
  return output
}
