import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import type { Credentials } from './caller.ts'
import { cleanEnvironment, run, temporaryFolder } from './server.ts'

/** What a client makes of an answer: AWS's own field names. */
export type Output = Readonly<Record<string, unknown>>

/** An error as the client's user sees it. */
export class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** An unmodified client of AWS's, pointed at a server and told whose keys to use. Throws Refusal. */
export type Client = (as: Credentials, service: 'iam' | 'sts', operation: string, input?: object) => Promise<Output>

export interface ClientKind {
  readonly name: string
  /** Undefined: it can be used. Else what to do about it, in one line. */
  readonly missing: string | undefined
  open(url: string): Client
}

const has = (program: string, args: readonly string[], expected: RegExp): boolean => {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && expected.test(`${stdout}${stderr}`)
}

export const pythonWithBoto3 = (): string | undefined =>
  ['python3', '/usr/bin/python3'].find((python) => has(python, ['-c', 'import boto3; print("boto3")'], /boto3/))
const awsV2 = () => has('/usr/bin/aws', ['--version'], /aws-cli\/2\./)
const awsV1 = () => has('aws', ['--version'], /aws-cli\/1\./)
const curl = () => has('curl', ['--help', 'all'], /--aws-sigv4/)

/** Brings what Debian has and this machine does not, once; without root or a network nothing happens. */
function install(): void {
  const wanted = [awsV2() ? [] : ['awscli'], curl() ? [] : ['curl'], pythonWithBoto3() ? [] : ['python3-boto3']].flat()
  if (wanted.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quickly = ['-q', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10', '-o', 'DPkg::Lock::Timeout=60']
  spawnSync('apt-get', [...quickly, 'update'], { env, timeout: 60_000 })
  spawnSync('apt-get', [...quickly, 'install', '-y', '--no-install-recommends', ...wanted], { env, timeout: 180_000 })
}

/** Python's own, which starts slowly: a file of tests to itself. */
export const awsCliV1 = (): ClientKind => ({
  name: 'AWS CLI v1',
  missing: awsV1() ? undefined : 'install it by "pip install awscli"',
  open: commandLine('aws', 'variables'),
})

/** All others, those that are missing included. Installs what it can, so one file of tests asks. */
export function findClients(): readonly ClientKind[] {
  install()
  const python = pythonWithBoto3()
  return [
    {
      name: 'AWS CLI v2',
      missing: awsV2() ? undefined : 'install it by "apt-get install awscli"',
      open: commandLine('/usr/bin/aws', 'option'),
    },
    {
      name: 'boto3',
      missing: python ? undefined : 'install it by "apt-get install python3-boto3"',
      open: boto3(python ?? ''),
    },
    { name: 'AWS SDK for JavaScript', missing: undefined, open: javascript },
    {
      name: 'curl --aws-sigv4',
      missing: curl() ? undefined : 'install it by "apt-get install curl"',
      open: curlSigned,
    },
  ]
}

/** Environment for any of them: a region, no retries that would hide a failure, and no settings of whoever runs the tests. */
export const clientEnvironment = (as?: Credentials): NodeJS.ProcessEnv =>
  cleanEnvironment({
    HOME: '/nonexistent',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_REGION: 'us-east-1',
    AWS_PAGER: '',
    ...(as && { AWS_ACCESS_KEY_ID: as.accessKeyId, AWS_SECRET_ACCESS_KEY: as.secretAccessKey }),
  })

export const endpointVariables = (url: string): NodeJS.ProcessEnv => ({
  AWS_ENDPOINT_URL_IAM: url,
  AWS_ENDPOINT_URL_STS: url,
})

const dashed = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()

function commandLine(program: string, endpoint: 'variables' | 'option'): ClientKind['open'] {
  return (url) =>
    async (as, service, operation, input = {}) => {
      const env = { ...clientEnvironment(as), ...(endpoint === 'variables' ? endpointVariables(url) : {}) }
      const parameters = Object.entries(input).flatMap(([name, value]) =>
        typeof value === 'boolean'
          ? [`--${value ? '' : 'no-'}${dashed(name)}`]
          : [`--${dashed(name)}`, typeof value === 'string' ? value : JSON.stringify(value)],
      )
      const where = endpoint === 'option' ? ['--endpoint-url', url] : []
      const args = [service, dashed(operation), ...parameters, ...where, '--output', 'json']
      const { code, stdout, stderr } = await run(program, args, { env })
      if (code === 0) return (stdout.trim() === '' ? {} : JSON.parse(stdout)) as Output
      const refusal = /An error occurred \((\w+)\) when calling the \w+ operation(?: \([^)]*\))?: (.*)/.exec(stderr)
      throw refusal ? new Refusal(refusal[1] ?? '', (refusal[2] ?? '').trimEnd()) : new Error(`${program}: ${stderr}`)
    }
}

/** One Python that does what it is told, line by line. */
const pythonProgram = `
import sys, json, boto3, botocore.exceptions
clients = {}
for line in sys.stdin:
    key, secret, service, operation, given, url = json.loads(line)
    try:
        if (key, service) not in clients:
            clients[key, service] = boto3.session.Session().client(service, endpoint_url=url, aws_access_key_id=key, aws_secret_access_key=secret)
        client = clients[key, service]
        names = {api: method for method, api in client.meta.method_to_api_mapping.items()}
        output = getattr(client, names[operation])(**given)
        output.pop('ResponseMetadata')
        answer = {'output': output}
    except botocore.exceptions.ClientError as error:
        answer = {'code': error.response['Error']['Code'], 'message': error.response['Error']['Message']}
    except Exception as error:
        answer = {'failure': repr(error)}
    print(json.dumps(answer, default=lambda value: value.isoformat()), flush=True)
`

function boto3(python: string): ClientKind['open'] {
  return (url) => {
    let child: ChildProcessWithoutNullStreams | undefined
    let lines: AsyncIterator<string> | undefined
    return async (as, service, operation, input = {}) => {
      if (child === undefined) {
        const script = join(temporaryFolder(), 'client.py')
        writeFileSync(script, pythonProgram)
        child = spawn(python, [script], { env: clientEnvironment() })
        child.stderr.resume()
        lines = createInterface(child.stdout)[Symbol.asyncIterator]()
      }
      child.stdin.write(`${JSON.stringify([as.accessKeyId, as.secretAccessKey, service, operation, input, url])}\n`)
      const { value } = (await lines?.next()) ?? {}
      const answer = JSON.parse(value ?? '{"failure": "it ended"}') as Record<string, string> & { output?: Output }
      if (answer.output !== undefined) return answer.output
      throw answer.code === undefined ? new Error(answer.failure) : new Refusal(answer.code, answer.message ?? '')
    }
  }
}

interface Sending {
  send(command: object): Promise<object>
}

const javascript: ClientKind['open'] =
  (url) =>
  async (as, service, operation, input = {}) => {
    const settings = { endpoint: url, region: 'us-east-1', credentials: { ...as }, maxAttempts: 1 }
    const client = (service === 'iam' ? new iam.IAMClient(settings) : new sts.STSClient(settings)) as unknown as Sending
    const commands = { ...iam, ...sts } as unknown as Record<string, new (given: object) => object>
    const Command = commands[`${operation}Command`]
    if (Command === undefined) throw new Error(`the SDK has no ${operation}`)
    try {
      // Dates and all become what the other clients print.
      return JSON.parse(JSON.stringify({ ...(await client.send(new Command(input))), $metadata: undefined })) as Output
    } catch (error) {
      const { Code, name, message } = error as Error & { Code?: string }
      throw new Refusal(Code ?? name, message)
    }
  }

const curlSigned: ClientKind['open'] =
  (url) =>
  async (as, service, operation, input = {}) => {
    const version = service === 'iam' ? '2010-05-08' : '2011-06-15'
    const form = Object.entries({ Action: operation, Version: version, ...flat(input) })
    const args = [
      ...['--silent', '--show-error', '--max-time', '30', '--aws-sigv4', `aws:amz:us-east-1:${service}`],
      ...['--user', `${as.accessKeyId}:${as.secretAccessKey}`, `${url}/`],
      ...form.flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`]),
    ]
    const { code, stdout, stderr } = await run('curl', args, { env: clientEnvironment() })
    if (code !== 0) throw new Error(`curl: ${stderr}`)
    const [root = {}] = Object.values(readXml(stdout) as Record<string, Record<string, Output>>)
    if (root.Error !== undefined) throw new Refusal(String(root.Error.Code), String(root.Error.Message))
    return root[`${operation}Result`] ?? {}
  }

function flat(input: object, prefix = ''): Readonly<Record<string, string>> {
  const entries = Object.entries(input).map(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'boolean') return { [`${prefix}${name}`]: String(value) }
    const parts = value as object
    const member = Array.isArray(value)
    return Object.assign(
      {},
      ...Object.entries(parts).map(([at, one]) =>
        flat({ [member ? `member.${Number(at) + 1}` : at]: one as object }, `${prefix}${name}.`),
      ),
    ) as Record<string, string>
  })
  return Object.assign({}, ...entries) as Record<string, string>
}

/** The XML that the query protocol speaks, as the other clients show it: no attributes, lists of `member`. */
function readXml(text: string): unknown {
  const elements = [...text.matchAll(/<([A-Za-z]+)(?:\s[^>]*?)?(?:\/>|>([^]*?)<\/\1>)/g)]
  if (elements.length === 0) {
    return text
      .trim()
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  }
  if (elements.every(([, name]) => name === 'member')) return elements.map(([, , inner = '']) => readXml(inner))
  return Object.fromEntries(elements.map(([, name, inner = '']) => [name, readXml(inner)]))
}
