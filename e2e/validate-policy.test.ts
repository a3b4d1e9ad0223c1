import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { awsCliV1, clientEnvironment, pythonWithBoto3 } from './clients.ts'
import { administratorOf, initialise, run, Server, temporaryFolder } from './server.ts'

const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" },
    { "Effect": "Allow", "Action": ["s3:GetObjects", "s3:Get*"], "Resource": "arn:aws:s3:::bucket/*" }
  ]
}
`
const found = [
  'SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE',
  'ERROR INVALID_ACTION',
  'SUGGESTION REDUNDANT_ACTION',
]

const program = `
import sys, json, boto3
client = boto3.client('accessanalyzer', endpoint_url=sys.argv[1])
given = {'policyDocument': open(sys.argv[2]).read(), 'policyType': 'IDENTITY_POLICY', 'locale': 'EN'}
pages = list(client.get_paginator('validate_policy').paginate(**given, PaginationConfig={'PageSize': 1}))
print(json.dumps([finding for page in pages for finding in page['findings']]))
try:
    client.validate_policy(**given, maxResults=0)
except client.exceptions.ValidationException as error:
    print(json.dumps([error.response['Error'], error.response.get('reason'), len(pages)]))
`

async function started() {
  const place = await initialise()
  const server = await Server.start(place)
  const file = join(temporaryFolder(), 'policy.json')
  writeFileSync(file, text)
  return { url: server.url, file, env: clientEnvironment(administratorOf(place.account)) }
}

const named = (findings: readonly { findingType: string; issueCode: string }[]) =>
  findings.map(({ findingType, issueCode }) => `${findingType} ${issueCode}`)

describe('a policy is validated', () => {
  const cli = awsCliV1()
  it.skipIf(cli.missing !== undefined)('by the stock CLI', async () => {
    const { url, file, env } = await started()
    const validate = (...more: string[]) =>
      run(
        'aws',
        [
          'accessanalyzer',
          'validate-policy',
          '--policy-document',
          `file://${file}`,
          '--endpoint-url',
          url,
          '--output',
          'json',
          ...more,
        ],
        { env },
      )
    const { code, stdout, stderr } = await validate('--policy-type', 'IDENTITY_POLICY')
    expect([code, stderr]).toEqual([0, ''])
    const { findings } = JSON.parse(stdout) as {
      findings: [{ findingType: string; issueCode: string; locations: [object] }]
    }
    expect(named(findings)).toEqual(found)
    expect(findings[0].locations[0]).toEqual({
      path: [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }],
      span: { start: { line: 4, column: 35, offset: 81 }, end: { line: 4, column: 49, offset: 95 } },
    })
    // Pages of one, which the client puts together.
    const paged = await validate('--policy-type', 'IDENTITY_POLICY', '--page-size', '1')
    expect((JSON.parse(paged.stdout) as { findings: unknown }).findings).toEqual(findings)
    const refused = await validate(
      '--policy-type',
      'IDENTITY_POLICY',
      '--validate-policy-resource-type',
      'AWS::S3::Bucket',
    )
    expect(refused.stderr).toContain(
      'An error occurred (ValidationException) when calling the ValidatePolicy operation',
    )
  })

  const python = pythonWithBoto3()
  it.skipIf(python === undefined)('by boto3, page by page', async () => {
    const { url, file, env } = await started()
    const { stdout, stderr } = await run(python ?? '', ['-c', program, url, file], { env })
    expect(stderr).toBe('')
    const [findings, refusal] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as never)
    expect(named(findings ?? [])).toEqual(found)
    expect(refusal).toEqual([
      { Code: 'ValidationException', Message: 'maxResults must be between 1 and 1000' },
      'fieldValidationFailed',
      3,
    ])
  })
})
