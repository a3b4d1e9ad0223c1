import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlobInPieces } from '../../src/domain/blob-in-pieces.ts'
import { ServiceError, type ErrorCode } from '../../src/errors.ts'
import { json } from '../../src/protocol/json/index.ts'
import { operationModel, services, type ServiceName } from '../../src/protocol/model.ts'
import { protocolOf, protocols } from '../../src/protocol/protocols.ts'
import { textOf } from '../text-of.ts'
import { jsonOf, valueOf } from './arbitraries.ts'
import { headersOf, jsonCall, jsonRefused, post, readJson, refusal, request, requestId } from './requests.ts'

const serviceNames = Object.keys(services) as ServiceName[]

for (const service of serviceNames) {
  describe(`every operation of ${service} is read as it was written`, () => {
    test.each(services[service].operationNames)('%s', (name) => {
      const { input } = operationModel(service, name)!
      if (!input) return expect(readJson(service, name, {})).toEqual({})
      fc.assert(
        fc.property(valueOf(input, 'input'), (value) => {
          expect(readJson(service, name, jsonOf(input, value))).toEqual(value)
        }),
        { numRuns: 20 },
      )
    })
  })

  describe(`every answer of ${service} says what the operation returned`, () => {
    test.each(services[service].operationNames)('%s', (name) => {
      const operation = operationModel(service, name)!
      const { output } = operation
      const render = (result: unknown) => String(json.renderResult(operation, result, requestId).body)
      if (!output) return expect(render(undefined)).toBe('{}')
      fc.assert(
        fc.property(valueOf(output, 'output'), (value) => {
          expect(JSON.parse(render(value))).toEqual(jsonOf(output, value))
        }),
        { numRuns: 20 },
      )
    })
  })
}

describe('a call', () => {
  test('is one whose path lies below /api/, whatever else it brings', () => {
    const at = (target: string, basePath = '') => json.accepts(request({ method: 'GET', target, basePath }))
    expect(at('/api/iam/ListUsers')).toBe(true)
    expect(at('/api/')).toBe(true)
    expect(at('/keyward/api/iam/ListUsers', '/keyward')).toBe(true)
    for (const target of ['/', '/api', '/API/iam/ListUsers', '//api/iam/ListUsers', '/apis/x', '/?/api/', '/%61pi/'])
      expect(at(target)).toBe(false)
  })

  test('is read by the protocol that takes it, or else by AWS Query', () => {
    expect(protocolOf(jsonCall('/api/iam/ListUsers', '{}'))).toBe('json')
    expect(protocolOf(post('Action=ListUsers'))).toBe('query')
    expect(protocolOf(request({ target: '/elsewhere' }))).toBe('query')
    expect(protocols.json).toBe(json)
  })

  test('names its operation in the path', () => {
    const named = (target: string) => json.namesOperation(jsonCall(target, '{}'))
    expect(['/api/iam/ListUsers', '/api/nope/Nope', '/api/iam/ListUsers?x'].map(named)).toEqual([true, true, true])
    expect(['/api/', '/api/iam', '/api/iam/', '/api//ListUsers', '/api/iam/ListUsers/'].map(named)).not.toContain(true)
  })

  test.each([
    ['/api/', 'The path of a call is /api/<service>/<Operation>'],
    ['/api/iam', 'The path of a call is /api/<service>/<Operation>'],
    ['/api/iam/', 'The path of a call is /api/<service>/<Operation>'],
    ['/api/iam/ListUsers/', 'The path of a call is /api/<service>/<Operation>'],
    ['/api/iam/ListUsers/x/y', 'The path of a call is /api/<service>/<Operation>'],
    ['/api/iam/listUsers', 'iam has no operation "listUsers"'],
    ['/api/iam/%4cistUsers', 'iam has no operation "%4cistUsers"'],
    ['/api/iam/constructor', 'iam has no operation "constructor"'],
    ['/api/sts/ListUsers', 'sts has no operation "ListUsers"'],
    ['/api/IAM/ListUsers', 'There is no service "IAM": there are iam, sts, access-analyzer, keyward, signin'],
    ['/api/__proto__/x', 'There is no service "__proto__": there are iam, sts, access-analyzer, keyward, signin'],
    ['/api/toString/x', 'There is no service "toString": there are iam, sts, access-analyzer, keyward, signin'],
    [`/api/iam/${'L'.repeat(30_000)}`, `iam has no operation "${'L'.repeat(64)}"…`],
  ])('to %.40s is refused', (target, message) => {
    expect(refusal(() => json.readCall(jsonCall(target, '{}'), undefined))).toBe(`InvalidAction: ${message}`)
  })

  test.each(['GET', 'HEAD', 'PUT', 'OPTIONS', 'post'])('by %s is refused', (method) => {
    const call = { ...jsonCall('/api/iam/ListUsers', '{}'), method }
    expect(refusal(() => json.readCall(call, undefined))).toBe(
      `UnknownOperation: ListUsers is called by POST, and not by "${method}"`,
    )
  })

  test.each(['?', '?Action=ListUsers', '?X-Amz-Signature=ab'])('with the query string %s is refused', (query) => {
    expect(refusal(() => json.readCall(jsonCall(`/api/iam/ListUsers${query}`, '{}'), 'iam'))).toBe(
      'MalformedInput: The path of a call takes no query string: input and signature stand in body and headers',
    )
  })

  test('with a signature for another service is refused', () => {
    const call = jsonCall('/api/sts/GetCallerIdentity', '{}')
    expect(refusal(() => json.readCall(call, 'iam'))).toBe(
      'InvalidAction: GetCallerIdentity is an operation of sts, and the signature is for iam',
    )
    expect(json.readCall(call, 'sts').operation.name).toBe('GetCallerIdentity')
  })

  test('needs no signature where the model says so', () => {
    const unsigned = serviceNames.flatMap((service) =>
      services[service].operationNames.filter((name) =>
        json.unsignedOperation({ ...jsonCall(`/api/${service}/${name}`, ''), method: 'GET' }),
      ),
    )
    expect(unsigned).toEqual([
      ...['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'],
      ...['Begin', 'SignIn', 'ChangePassword', 'SignOut', 'ForgetAccount'],
    ])
    for (const target of ['/api/iam/ChangePassword', '/api/signin/signin', '/api/signin', '/', '/api/signin/SignIn/'])
      expect(json.unsignedOperation(jsonCall(target, '{}'))).toBeUndefined()
  })

  test.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json ; charset=utf-8 ',
  ])('of type %s is read', (contentType) => {
    expect(json.readCall(jsonCall('/api/iam/ListUsers', '{}', contentType), 'iam').input).toEqual({})
  })

  test.each([
    ...['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'],
    ...['application/jsonp', 'text/plain; application/json', 'application/json, text/plain', 'application/json; x=y'],
    ...['application/json; charset=utf-16', 'application/x-amz-json-1.1'],
  ])('of type "%s" is refused: a page of another site could send it', (contentType) => {
    const call = jsonCall('/api/iam/ListUsers', '{}', contentType)
    expect(refusal(() => json.readCall(call, 'iam'))).toBe(
      'MalformedInput: The Content-Type of a call is application/json',
    )
    const without = request({ target: '/api/iam/ListUsers', rawHeaders: ['Host', 'localhost'] })
    expect(refusal(() => json.readCall(without, 'iam'))).toMatch(/^MalformedInput: The Content-Type/)
  })
})

describe('an input', () => {
  test('with a member that is null is one without it', () => {
    expect(readJson('iam', 'ListUsers', { PathPrefix: null, MaxItems: 5 })).toEqual({ MaxItems: 5 })
    expect(jsonRefused('iam', 'CreateUser', { UserName: null })).toBe(
      "ValidationError: 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null",
    )
  })

  test.each<[string, object, string]>([
    ['ListUsers', { maxItems: 5 }, '"maxItems" is not a member of the input'],
    ['CreateUser', { UserName: 'a', Tags: [{ Key: 'a', Valeu: 'b' }] }, 'Tags[0]."Valeu" is not a member of the input'],
    ['DeleteAccountPasswordPolicy', { x: null }, '"x" is not a member of the input'],
    ['ListUsers', { ['x'.repeat(1000)]: 1 }, `"${'x'.repeat(64)}"… is not a member of the input`],
    ['ListUsers', { PathPrefix: 5 }, 'PathPrefix is not a string'],
    ['ListUsers', { PathPrefix: ['/'] }, 'PathPrefix is not a string'],
    ['ListUsers', { PathPrefix: '/\ud800/' }, 'PathPrefix is not well-formed text without U+0000'],
    ['ListUsers', { PathPrefix: '/\u0000/' }, 'PathPrefix is not well-formed text without U+0000'],
    ['ListUsers', { MaxItems: '5' }, 'MaxItems is not a 32-bit integer'],
    ['ListUsers', { MaxItems: 0.5 }, 'MaxItems is not a 32-bit integer'],
    ['ListUsers', { MaxItems: 2 ** 31 }, 'MaxItems is not a 32-bit integer'],
    ['ListUsers', { MaxItems: true }, 'MaxItems is not a 32-bit integer'],
    [
      'UpdateLoginProfile',
      { UserName: 'a', PasswordResetRequired: 'true' },
      'PasswordResetRequired is not true or false',
    ],
    ['CreateUser', { UserName: 'a', Tags: {} }, 'Tags is not a JSON array'],
    ['CreateUser', { UserName: 'a', Tags: 'x' }, 'Tags is not a JSON array'],
    ['CreateUser', { UserName: 'a', Tags: [[]] }, 'Tags[0] is not a JSON object'],
    ['CreateUser', { UserName: 'a', Tags: [{ Key: 'k', Value: 'v' }, { Key: 1 }] }, 'Tags[1].Key is not a string'],
    ['AcquireRole', { ReplacementValues: [] }, 'ReplacementValues is not a JSON object'],
    ['AcquireRole', { ReplacementValues: { a: { Values: [1] } } }, 'ReplacementValues."a".Values[0] is not a string'],
    ['ListUsers', [], 'The request body is not a JSON object'],
  ])('of %s that is %j is refused by the place', (name, input, message) => {
    expect(jsonRefused('iam', name, input)).toBe(`MalformedInput: ${message}`)
  })

  test('takes whole numbers in any spelling', () => {
    const maxItems = (text: string) =>
      json.readCall(jsonCall('/api/iam/ListUsers', `{"MaxItems":${text}}`), 'iam').input
    expect(maxItems('5.0')).toEqual({ MaxItems: 5 })
    expect(maxItems('1e2')).toEqual({ MaxItems: 100 })
  })

  test('with a required list that is empty lacks it, as in a form', () => {
    expect(jsonRefused('iam', 'UntagUser', { UserName: 'bob', TagKeys: [] })).toMatch(/'tagKeys' .* must not be null$/)
    expect(readJson('iam', 'CreateUser', { UserName: 'bob', Tags: [] })).toEqual({ UserName: 'bob', Tags: [] })
  })

  test('with a null in a list is refused', () => {
    expect(jsonRefused('iam', 'UntagUser', { UserName: 'bob', TagKeys: [null] })).toMatch(
      /'tagKeys\.1\.member' .* must not be null$/,
    )
  })

  test('of our own services is refused in the sentences of IAM, and no secret is printed', () => {
    expect(jsonRefused('keyward', 'SearchUsers', { SortBy: 'Shoe', MaxItems: 0, Text: '' })).toBe(
      'ValidationError: 3 validation errors detected: ' +
        "Value at 'text' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
        "Value at 'sortBy' failed to satisfy constraint: Member must satisfy enum value set; " +
        "Value at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
    )
    expect(jsonRefused('signin', 'SignIn', { PrincipalType: 'User', UserName: 'b b', Password: 'x' })).toBe(
      'ValidationError: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    )
    const secret = 'hunter2'.repeat(20)
    const said = [
      jsonRefused('signin', 'SignIn', { PrincipalType: 'User', Password: secret }),
      jsonRefused('signin', 'SignIn', { PrincipalType: 'User', Password: [secret] }),
      jsonRefused('keyward', 'ChangeRootPassword', { OldPassword: secret, NewPassword: `${secret}\u0000` }),
      refusal(() => json.readCall(jsonCall('/api/signin/SignIn', `{"Password":"${secret}"`), undefined)),
      refusal(() => json.readCall(jsonCall('/api/signin/SignIn', `{"Password":"${secret}"x}`), undefined)),
    ]
    for (const sentence of said) expect(sentence).not.toContain('hunter2')
  })
})

describe('an answer', () => {
  const rendered = (service: ServiceName, name: string, result?: unknown) =>
    json.renderResult(operationModel(service, name)!, result, requestId)

  test('is a JSON object with the members that there are', () => {
    const user = { UserName: 'bob', CreateDate: 1764000000123, PermissionsBoundary: undefined, Tags: [] }
    const response = rendered('iam', 'GetUser', { User: user, Other: 'never sent' })
    expect(response.status).toBe(200)
    expect(response.body).toBe('{"User":{"UserName":"bob","CreateDate":1764000000.123,"Tags":[]}}')
    expect(headersOf(response)).toEqual({ 'Content-Type': 'application/json', 'x-amzn-RequestId': requestId })
  })

  test('is an empty object where there is nothing to say', () => {
    expect(rendered('iam', 'DeleteUser').body).toBe('{}')
    expect(rendered('iam', 'UpdateRole').body).toBe('{}')
    expect(rendered('iam', 'GetUser', {}).body).toBe('{}')
  })

  test('has policy documents as they are', () => {
    expect(rendered('iam', 'GetUserPolicy', { PolicyDocument: '{"a": "%é\u2028\ud800"}' }).body).toBe(
      '{"PolicyDocument":"{\\"a\\": \\"%é\u2028\\ud800\\"}"}',
    )
  })

  test('has maps as objects, whatever their keys', () => {
    const SummaryMap = Object.assign(Object.create(null) as object, { Users: 3, ['__proto__']: 0, Gone: undefined })
    expect(rendered('iam', 'GetAccountSummary', { SummaryMap }).body).toBe('{"SummaryMap":{"Users":3,"__proto__":0}}')
  })

  test.each([0, 1, 200_000])('has %i bytes in base64', (length) => {
    const Content = new Uint8Array(length + 2).map((_, i) => (i * 7919) >> 3).subarray(1, length + 1)
    const { body } = rendered('iam', 'GetCredentialReport', { Content, ReportFormat: 'text/csv', GeneratedTime: 500 })
    expect(JSON.parse(body.toString())).toEqual({
      Content: Buffer.from(Content).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: 0.5,
    })
  })

  test('has a long blob in its place, piece by piece', async () => {
    const Content = new BlobInPieces(7, async function* () {
      yield 'YWJj'
      yield 'ZGVmZw=='
    })
    const response = rendered('iam', 'GetCredentialReport', { Content, ReportFormat: 'text/csv', GeneratedTime: 500 })
    expect(await textOf(response)).toBe('{"Content":"YWJjZGVmZw==","ReportFormat":"text/csv","GeneratedTime":0.5}')
  })

  test('of another shape than the model says is our own failure', () => {
    const wrong: [string, unknown][] = [
      ['ListUsers', { Users: 'bob' }],
      ['ListUsers', { Users: [undefined] }],
      ['ListUsers', { IsTruncated: 'false' }],
      ['GetUser', { User: 'bob' }],
      ['GetUser', { User: [] }],
      ['GetUser', { User: { UserName: {} } }],
      ['GetUser', { User: { CreateDate: new Date(0) } }],
      ['GetUser', { User: { CreateDate: NaN } }],
      ['GetCredentialReport', { Content: 'text' }],
      ['GetAccountSummary', { SummaryMap: { Users: 0.5 } }],
      ['GetAccountSummary', { SummaryMap: [] }],
    ]
    for (const [name, result] of wrong) expect(() => rendered('iam', name, result)).toThrow(TypeError)
  })
})

describe('a refusal', () => {
  const refusedWith = (code: ErrorCode, message = 'm') =>
    json.renderError(new ServiceError(code, message), jsonCall('/api/iam/ListUsers', '{}'), undefined, requestId)

  test('is a JSON object with code and sentence', () => {
    const response = refusedWith('NoSuchEntity', 'The user with name "b" cannot be found.')
    expect(response.status).toBe(404)
    expect(response.body).toBe('{"__type":"NoSuchEntity","message":"The user with name \\"b\\" cannot be found."}')
    expect(headersOf(response)).toEqual({ 'Content-Type': 'application/json', 'x-amzn-RequestId': requestId })
  })

  test.each<[ErrorCode, number]>([
    ['AccessDenied', 403],
    ['AttemptEnded', 410],
    ['AuthenticationFailed', 403],
    ['InternalFailure', 500],
    ['InvalidAction', 400],
    ['MisdirectedRequest', 421],
    ['NoOperationNamed', 404],
    ['NotImplemented', 501],
    ['OriginRefused', 403],
    ['PasswordExpired', 403],
    ['ReportInProgress', 404],
    ['SessionChanged', 409],
    ['SessionEnded', 401],
    ['SignInThrottled', 429],
    ['UnknownOperation', 404],
  ])('%s is %i, with its sentence', (code, status) => {
    const { status: given, body } = refusedWith(code)
    expect([given, JSON.parse(String(body))]).toEqual([status, { __type: code, message: 'm' }])
  })
})
