import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { awsCliV1, clientEnvironment, endpointVariables, pythonWithBoto3 } from './clients.ts'
import { administratorOf, initialise, run, Server, succeed, temporaryFolder } from './server.ts'

const whoAmI = {
  javascript: [
    '--input-type=module',
    '-e',
    `import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
     console.log((await new STSClient({}).send(new GetCallerIdentityCommand())).Arn)`,
  ],
  boto3: ['-c', 'import boto3; print(boto3.client("sts").get_caller_identity()["Arn"])'],
  cli: ['sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text'],
}
const python = pythonWithBoto3()
const clients: readonly (readonly [string, string | undefined, readonly string[]])[] = [
  ['the AWS SDK for JavaScript', process.execPath, whoAmI.javascript],
  ['boto3', python, whoAmI.boto3],
  ['AWS CLI v1', awsCliV1().missing === undefined ? 'aws' : undefined, whoAmI.cli],
]

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('the way to the server', () => {
  for (const [name, program = '', args] of clients.filter(([, program]) => program !== undefined)) {
    it(`is found by ${name} in AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS`, async () => {
      const place = await initialise()
      const server = await Server.start(place)
      const env = { ...clientEnvironment(administratorOf(place.account)), ...endpointVariables(server.url) }
      const { stdout, stderr } = await run(program, args, { env })
      expect(stdout.trim(), stderr).toBe(`arn:aws:iam::${place.account.accountId}:user/administrator`)
    })

    it(`is found by ${name} in the profile that init prints, pasted as it is`, async () => {
      const listen = ['--listen', `127.0.0.1:${await freePort()}`]
      const folder = temporaryFolder()
      const place = { flags: ['--data', join(folder, 'data')] }
      const printed = await succeed(['init', ...place.flags, ...listen])
      // Where it says, and what it says.
      const file = join(folder, /~\/(\.aws\/\w+)/.exec(printed)?.[1] ?? '')
      mkdirSync(join(folder, '.aws'))
      writeFileSync(file, printed.slice(printed.search(/^\[.*keyward\]$/m)))
      await Server.start(place, listen)
      const where = file.endsWith('config') ? { AWS_CONFIG_FILE: file } : { AWS_SHARED_CREDENTIALS_FILE: file }
      const pasted = { ...clientEnvironment(), ...where, AWS_PROFILE: 'keyward' }
      const { stdout, stderr } = await run(program, args, { env: pasted })
      expect(stdout.trim(), stderr).toMatch(/^arn:aws:iam::\d{12}:user\/administrator$/)
    })
  }
})
