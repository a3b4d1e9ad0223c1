import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))

interface Check {
  readonly name: string
  readonly command: readonly [string, ...string[]]
}

const cache = ['--cache', '--cache-strategy=content']

/** The slow ones first: then two cores end at about the same time. */
const checks: readonly Check[] = [
  {
    name: 'lint',
    command: ['eslint', '--max-warnings=0', ...cache, '--cache-location=node_modules/.cache/eslint/', '.'],
  },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', ...cache, '.'] },
  ...['unused', 'duplicates', 'floors', 'packaging'].map((name) => tool(name)),
  // What a tool writes is compared with what it would write now.
  ...[
    'import-model',
    'import-catalogue',
    'console-model',
    'aws-policies',
    'coverage',
    'condition-keys',
    'policy-findings',
  ]
    .filter((name) => existsSync(`tools/${name}.ts`))
    .map((name) => tool(name, '--check')),
]

function tool(name: string, ...flags: string[]): Check {
  return { name, command: [process.execPath, `tools/${name}.ts`, ...flags] }
}

/** Runs one check, prints its line, and its findings under it if it failed. */
async function run({ name, command: [program, ...args] }: Check): Promise<boolean> {
  const start = performance.now()
  const PATH = join('node_modules', '.bin') + delimiter + process.env['PATH']
  const { code, output } = await new Promise<{ code: number | null; output: string }>((done) => {
    const child = spawn(program, args, { env: { ...process.env, PATH }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', ({ message }) => done({ code: null, output: message }))
    child.on('close', (code) => done({ code, output }))
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)} ${seconds.padStart(5)} s`)
  if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '      '))
  return code === 0
}

const waiting = [...checks]
const failed: string[] = []

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await run(next))) failed.push(next.name)
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), checks.length) }, work))
if (failed.length > 0) {
  console.log(`failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
