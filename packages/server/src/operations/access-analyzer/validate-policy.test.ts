import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestHouse, type Credentials } from '../../../test/harness.ts'
import { dispatch } from '../../dispatch.ts'
import type { RawRequest } from '../../domain/http.ts'
import { limits } from '../../domain/limits.ts'
import type { ValidatePolicyResponse } from '../../protocol/types/access-analyzer.ts'

let house: TestHouse
let alice: Credentials
let nobody: Credentials

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice', { Effect: 'Allow', Action: 'access-analyzer:ValidatePolicy', Resource: '*' })
  nobody = await house.user('nobody')
})
afterAll(() => house.close())

const place = { target: '/policy/validation', contentType: 'application/json' }

function signed(input: object, as = alice, query = ''): RawRequest {
  return house.signed(as, 'access-analyzer', JSON.stringify(input), { ...place, target: `${place.target}${query}` })
}

interface Answered {
  readonly status: number
  readonly type: string | undefined
  readonly body: ValidatePolicyResponse & { readonly message?: string; readonly reason?: string }
}

async function sent(request: RawRequest): Promise<Answered> {
  const { status, headers, body } = await dispatch(request, house.house)
  const at = headers.indexOf('x-amzn-ErrorType')
  return { status, type: at === -1 ? undefined : headers[at + 1], body: JSON.parse(body.toString()) }
}

const validate = (input: object, as = alice, query = '') => sent(signed(input, as, query))

const identity = (policyDocument: string) => ({ policyDocument, policyType: 'IDENTITY_POLICY' })

const text = `{
  "Version": "2012-10-17",
  "Statement": [{
    "effect": "Allow",
    "Action": ["s3:GetObject", "s3:GetObjects"],
    "Resource": "arn:aws:s3:::bucket/\${aws:username"
  }]
}`

describe('ValidatePolicy', () => {
  it('answers findings with their places as paths and spans, lines from 1 and columns from 0', async () => {
    const { status, body } = await validate(identity(text))
    expect(status).toBe(200)
    expect(body.findings.map(({ issueCode, findingType }) => `${findingType} ${issueCode}`)).toEqual([
      'ERROR INVALID_POLICY_ELEMENT',
      'ERROR INVALID_ACTION',
      'ERROR MISSING_BRACE_IN_VARIABLE',
    ])
    expect(body.findings.map(({ locations }) => locations[0])).toEqual([
      {
        path: [{ value: 'Statement' }, { index: 0 }, { key: 'effect' }],
        span: { start: { line: 4, column: 4, offset: 51 }, end: { line: 4, column: 12, offset: 59 } },
      },
      {
        path: [{ value: 'Statement' }, { index: 0 }, { value: 'Action' }, { index: 1 }],
        span: { start: { line: 5, column: 31, offset: 101 }, end: { line: 5, column: 46, offset: 116 } },
      },
      {
        path: [{ value: 'Statement' }, { index: 0 }, { value: 'Resource' }, { substring: { start: 20, length: 2 } }],
        span: { start: { line: 6, column: 37, offset: 156 }, end: { line: 6, column: 39, offset: 158 } },
      },
    ])
    expect(body.findings[1]).toMatchObject({
      findingDetails: 'Amazon S3 has no action "GetObjects". Did you mean s3:GetObject?',
      learnMoreLink: expect.stringContaining('#access-analyzer-reference-policy-checks-error-invalid-action'),
    })
  })

  it('ends the span of what stands on several lines on its last one', async () => {
    const { body } = await validate(identity('{\n  "Version": "2012-10-17"\n}'))
    expect(body.findings[0]).toMatchObject({
      issueCode: 'MISSING_STATEMENT',
      locations: [
        { path: [], span: { start: { line: 1, column: 0, offset: 0 }, end: { line: 3, column: 1, offset: 29 } } },
      ],
    })
  })

  it.each([
    ['RESOURCE_POLICY', undefined, 'MISSING_PRINCIPAL'],
    ['RESOURCE_POLICY', 'AWS::DynamoDB::Table', 'UNSUPPORTED_ACTION_IN_POLICY'],
    ['RESOURCE_POLICY', 'AWS::IAM::AssumeRolePolicyDocument', 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'],
    ['SERVICE_CONTROL_POLICY', undefined, 'KEYWARD_SCP_ALLOW_IS_NO_GRANT'],
    ['RESOURCE_CONTROL_POLICY', undefined, 'RCP_SYNTAX_ERROR_ALLOW'],
  ])('judges a policy of type %s (%s) as what it is', async (policyType, validatePolicyResourceType, code) => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' }
    const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statement })
    const { body } = await validate({ policyDocument, policyType, validatePolicyResourceType })
    expect(body.findings.map(({ issueCode }) => issueCode)).toContain(code)
  })

  it('pages, and a token goes on with the same document alone', async () => {
    const all = (await validate(identity(text))).body.findings
    const first = await validate(identity(text), alice, '?maxResults=2')
    expect(first.body.findings).toEqual(all.slice(0, 2))
    const token = encodeURIComponent(first.body.nextToken ?? '')
    const second = await validate(identity(text), alice, `?maxResults=2&nextToken=${token}`)
    expect(second.body).toEqual({ findings: all.slice(2) })
    const other = await validate(identity(`${text} `), alice, `?maxResults=2&nextToken=${token}`)
    expect(other).toEqual({
      status: 400,
      type: 'ValidationException',
      body: { message: 'Invalid Marker.', reason: 'fieldValidationFailed' },
    })
    const exact = await validate(identity(text), alice, '?maxResults=3')
    expect(exact.body).toEqual({ findings: all })
  })

  it.each([0, 1_001, -1])('refuses %d results', async (maxResults) => {
    const { status, type, body } = await validate(identity(text), alice, `?maxResults=${maxResults}`)
    expect([status, type]).toEqual([400, 'ValidationException'])
    expect(body.message).toBe(`maxResults must be between 1 and ${limits.findingsPageMax}`)
  })

  it('refuses a resource type for a policy that is none of a resource', async () => {
    const { body } = await validate({ ...identity(text), validatePolicyResourceType: 'AWS::S3::Bucket' })
    expect(body.message).toBe('validatePolicyResourceType is for policies of type RESOURCE_POLICY only')
  })

  it('lets other calls have their turn while it works through the longest document', async () => {
    const statements = '{"Effect":"Deny","Action":["s3:a*","s3:ab"],"Resource":"arn:aws:s3:::x/*"},'.repeat(1_700)
    const document = `{"Version":"2012-10-17","Statement":[${statements.slice(0, -1)}]}`
    const validated = validate(identity(document))
    let turns = 0
    let done = false
    void validated.then(() => (done = true))
    for (; !done; turns++) await new Promise((resolve) => setImmediate(resolve))
    expect((await validated).status).toBe(200)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('rest-json', () => {
  it('refuses in its own form, at the same rule as the other protocols', async () => {
    expect(await validate(identity(text), nobody)).toEqual({
      status: 403,
      type: 'AccessDeniedException',
      body: {
        message:
          'User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: access-analyzer:ValidatePolicy on resource: * because no identity-based policy allows the access-analyzer:ValidatePolicy action',
      },
    })
    const { headers } = await dispatch(signed(identity(text), nobody), house.house)
    expect(headers).toContain('x-keyward-authorization-message')
    // What the model does not allow comes before what the caller may not.
    expect(await validate({ policyType: 'IDENTITY_POLICY' }, nobody)).toEqual({
      status: 400,
      type: 'ValidationException',
      body: {
        message:
          "1 validation error detected: Value at 'policyDocument' failed to satisfy constraint: Member must not be null",
        reason: 'fieldValidationFailed',
      },
    })
  })

  it.each([
    [
      { policyType: 'POLICY' },
      'policyType',
      '[IDENTITY_POLICY, RESOURCE_POLICY, SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY]',
    ],
    [{ locale: 'en' }, 'locale', '[DE, EN, ES, FR, IT, JA, KO, PT_BR, ZH_CN, ZH_TW]'],
  ])('checks what the model says of members: %j', async (member, name, values) => {
    const { body } = await validate({ ...identity(text), ...member })
    expect(body.message).toBe(
      `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must satisfy enum value set: ${values}`,
    )
  })

  it('takes a member from where the model has it and from nowhere else, and leaves unknown ones alone', async () => {
    const { body } = await validate(
      { ...identity(text), maxResults: 1, nextToken: 'x', newMember: {} },
      alice,
      '?policyType=X&other=1',
    )
    expect(body.findings).toHaveLength(3)
  })

  it.each([
    ['text that is no JSON', '{', '', 'The request body is not valid JSON'],
    ['a list', '[]', '', 'The request body is not a JSON object'],
    [
      'a document that is no text',
      '{"policyDocument":{},"policyType":"IDENTITY_POLICY"}',
      '',
      'policyDocument is not a string',
    ],
    [
      'a number of results that is none',
      JSON.stringify(identity('{}')),
      '?maxResults=ten',
      'maxResults is not a 32-bit integer',
    ],
  ])('refuses %s', async (_, body, query, message) => {
    const request = house.signed(alice, 'access-analyzer', body, { ...place, target: `${place.target}${query}` })
    expect(await sent(request)).toEqual({
      status: 400,
      type: 'ValidationException',
      body: { message, reason: 'cannotParse' },
    })
  })

  it('asks who calls before anything else', async () => {
    const unsigned = { ...signed({}), rawHeaders: ['Host', 'keyward.test', 'Content-Type', 'application/json'] }
    expect(await sent(unsigned)).toMatchObject({ status: 403, type: 'MissingAuthenticationTokenException' })
    expect(await sent({ ...signed({}), body: Buffer.from('{}x') })).toMatchObject({
      status: 403,
      type: 'InvalidSignatureException',
    })
    const stranger = { accessKeyId: 'AKIARZPUZDIKAAAAAAAA', secretAccessKey: 'x' }
    expect(await validate({}, stranger)).toMatchObject({ status: 403, type: 'UnrecognizedClientException' })
    const elsewhere = house.signed(alice, 'iam', '{}', place)
    expect(await sent(elsewhere)).toMatchObject({ status: 403, type: 'InvalidSignatureException' })
  })

  it('knows the path by its method alone', async () => {
    const request = house.signed(alice, 'access-analyzer', '{}', { ...place, method: 'PUT' })
    expect(await sent(request)).toMatchObject({
      status: 404,
      type: 'UnknownOperationException',
      body: { message: 'No operation is called by this method at this path' },
    })
  })

  it.each(['check-no-new-access', 'check-access-not-granted', 'check-no-public-access'])(
    '%s is not implemented',
    async (path) => {
      const input = {
        policyDocument: '{}',
        newPolicyDocument: '{}',
        existingPolicyDocument: '{}',
        policyType: 'IDENTITY_POLICY',
        access: [{ actions: ['s3:GetObject'] }],
        resourceType: 'AWS::S3::Bucket',
      }
      const request = house.signed(alice, 'access-analyzer', JSON.stringify(input), {
        ...place,
        target: `/policy/${path}`,
      })
      expect(await sent(request)).toMatchObject({ status: 501, type: 'NotImplemented' })
    },
  )

  it('is one of two ways to the operation: the console takes the other', async () => {
    const answer = await house.json(alice, 'access-analyzer', 'ValidatePolicy', { ...identity(text), maxResults: 1 })
    expect(answer).toMatchObject({ status: 200, body: { findings: [{ issueCode: 'INVALID_POLICY_ELEMENT' }] } })
  })
})
