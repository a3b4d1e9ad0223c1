import { createReadStream } from 'node:fs'
import { type Finding, type PolicyKind, validatePolicy } from '@keyward/policy'
import { catalogueFor } from '@keyward/policy/catalogue'
import { CommanderError, Option, type Command } from 'commander'

const kinds = {
  identity: 'identity-inline',
  managed: 'identity-managed',
  resource: 'resource',
  trust: 'trust',
  session: 'session',
  scp: 'service-control',
  rcp: 'resource-control',
} as const satisfies Record<string, PolicyKind>

interface CheckFlags {
  readonly type: keyof typeof kinds
  readonly json?: boolean
  readonly strict?: boolean
}

/** Of the command itself: nothing was checked. */
const cannotCheck = 2

/** [ours] The longest policy has 131,072 characters, of at most three bytes; what is longer need not be read to its end. */
const bytesMax = 1_048_576

const help = `
Prints FILE:LINE:COLUMN: TYPE CODE SENTENCE for each finding, and ends with
  0  no errors and no security warnings; with --strict, no findings at all
  1  at least one of them
  2  a file could not be read, or the command not be understood: nothing was checked`

/** `keyward policy check`: what a CI asks of the policies in a repository. It needs no server and no data. */
export function policyCommand(program: Command): void {
  const policy = program.command('policy').description('policy documents in files')
  policy
    .command('check')
    .description('say what is wrong, risky or clumsy in policies, with the place of each')
    .argument('<file...>', 'JSON; - is what is piped in')
    .addOption(new Option('--type <type>', 'what the policies are').choices(Object.keys(kinds)).default('identity'))
    .option('--strict', 'end with 1 for warnings and suggestions too')
    .option('--json', 'print one JSON object')
    .addHelpText('after', help)
    // An exit code of 1 says that something was found; what was not even begun must not look like that.
    .exitOverride(({ exitCode, code, message }) => {
      throw new CommanderError(exitCode === 0 ? 0 : cannotCheck, code, message)
    })
    .action(check)
}

async function check(files: readonly string[], { type, json, strict }: CheckFlags): Promise<void> {
  const found: { file: string; finding: Finding }[] = []
  for (const file of files) {
    const text = await read(file)
    if (text === undefined) {
      process.exitCode = cannotCheck
      return
    }
    const findings = validatePolicy(text, kinds[type], { catalogue: await catalogueFor(text) })
    found.push(...findings.map((finding) => ({ file: file === '-' ? '(stdin)' : file, finding })))
  }
  if (json) process.stdout.write(`${JSON.stringify({ findings: found.map(describe) }, undefined, 2)}\n`)
  else for (const { file, finding } of found) process.stdout.write(`${line(file, finding)}\n`)
  if (strict ? found.length > 0 : found.some(({ finding }) => isGrave(finding))) process.exitCode = 1
}

const isGrave = ({ type }: Finding): boolean => type === 'ERROR' || type === 'SECURITY_WARNING'

/** The form that editors and CI systems find places in. */
function line(file: string, { type, code, message, locations: [at] }: Finding): string {
  return `${file}:${at?.span.line ?? 1}:${at?.span.column ?? 1}: ${type} ${code} ${message}`
}

function describe({ file, finding }: { file: string; finding: Finding }): object {
  const { type, code, message, locations } = finding
  const places = locations.map(({ path, span }) => ({ path, ...span }))
  return { file, type, code, message, locations: places }
}

/** The text of a file; undefined, and a sentence for the operator, where there is none to be had. */
async function read(file: string): Promise<string | undefined> {
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file, { end: bytesMax })
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > bytesMax) return refuse(file, `it is longer than ${bytesMax} bytes`)
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    return refuse(file, error instanceof TypeError ? 'it is not UTF-8' : messageOf(error))
  }
}

function refuse(file: string, reason: string): undefined {
  process.stderr.write(`keyward: ${file} could not be read: ${reason}\n`)
  return undefined
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
