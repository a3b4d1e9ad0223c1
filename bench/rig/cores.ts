import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

export const serverCore = 0
export const clientCore = 1

/** Servers run on one core and the client on another, where there are two and a way to say so. */
export const pins = process.platform === 'linux' && availableParallelism() > 1 && hasTaskset()

/** The command that starts a program on the server's core. */
export function onServerCore(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return pins ? ['taskset', '-c', String(serverCore), ...command] : command
}

/** Keeps this process, with all its threads, on the client's core. */
export function pinClient(): void {
  if (pins) execFileSync('taskset', ['-acp', String(clientCore), String(process.pid)], { stdio: 'ignore' })
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

// Linux counts in hundredths of a second in these files, whatever the kernel's own tick.
const ticksPerSecond = 100

/** CPU seconds a process has used so far, user and system, all its threads. */
export const cpuOf = (pid: number): number => cpuIn(`/proc/${pid}/stat`)

/** CPU seconds of each thread of a process, by thread id. The main thread's id is the process's. */
export function cpuOfThreads(pid: number): ReadonlyMap<number, number> {
  return new Map(readdirSync(`/proc/${pid}/task`).map((id) => [Number(id), cpuIn(`/proc/${pid}/task/${id}/stat`)]))
}

function cpuIn(file: string): number {
  const text = readFileSync(file, 'utf8')
  // The name of the program, in brackets, may hold blanks: fields are counted after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Resident memory in MB: all of it, and the part that is no page of a file. */
export function memoryOf(pid: number): { readonly all: number; readonly anonymous: number } {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? NaN) / 1024
  return { all: megabytes('VmRSS'), anonymous: megabytes('RssAnon') }
}
