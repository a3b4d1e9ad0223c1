import { describe, expect, test } from 'vitest'
import { ServiceError, type ErrorCode } from '../../src/errors.ts'
import { operationModel, type ServiceName } from '../../src/protocol/model.ts'
import { query } from '../../src/protocol/query/index.ts'
import { form, get, headersOf, post, refusal, request, requestId } from './requests.ts'

function rendered(service: ServiceName, name: string, result?: unknown): string {
  return String(query.renderResult(operationModel(service, name)!, result, requestId).body)
}

function refusedWith(code: ErrorCode, message: string, service: ServiceName = 'iam', raw = post('')) {
  return query.renderError(new ServiceError(code, message), raw, service, requestId)
}

const identity = { UserId: 'AIDA', Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/alice' }

describe('a result', () => {
  test('has the layout of AWS, to the byte', () => {
    const response = query.renderResult(operationModel('sts', 'GetCallerIdentity')!, identity, requestId)
    expect(response.status).toBe(200)
    expect(response.body).toBe(`<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <GetCallerIdentityResult>
    <Arn>arn:aws:iam::123456789012:user/alice</Arn>
    <UserId>AIDA</UserId>
    <Account>123456789012</Account>
  </GetCallerIdentityResult>
  <ResponseMetadata>
    <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
  </ResponseMetadata>
</GetCallerIdentityResponse>
`)
    expect(headersOf(response)).toEqual({
      'Content-Type': 'text/xml',
      'x-amzn-RequestId': requestId,
      'x-amz-sts-extended-request-id': expect.stringMatching(/^[A-Za-z0-9+/=]+$/),
    })
  })

  test('of IAM has no extended request id', () => {
    const response = query.renderResult(operationModel('iam', 'DeleteUser')!, undefined, requestId)
    expect(headersOf(response)).toEqual({ 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId })
  })

  test('has no result element where the model has no output', () => {
    expect(rendered('iam', 'DeleteUser')).toBe(`<DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
  <ResponseMetadata>
    <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
  </ResponseMetadata>
</DeleteUserResponse>
`)
  })

  test('has an empty result element where the output has no members', () => {
    expect(rendered('iam', 'UpdateRole', {})).toContain('\n  <UpdateRoleResult/>\n')
    expect(rendered('iam', 'UpdateRole')).toContain('\n  <UpdateRoleResult/>\n')
  })

  test('writes lists as members, an empty list as an empty element, and leaves out what is absent', () => {
    const key = { UserName: 'bob', AccessKeyId: 'AKIA', Status: 'Active', CreateDate: undefined }
    expect(rendered('iam', 'ListAccessKeys', { AccessKeyMetadata: [key, {}], IsTruncated: false })).toContain(`
  <ListAccessKeysResult>
    <AccessKeyMetadata>
      <member>
        <UserName>bob</UserName>
        <AccessKeyId>AKIA</AccessKeyId>
        <Status>Active</Status>
      </member>
      <member/>
    </AccessKeyMetadata>
    <IsTruncated>false</IsTruncated>
  </ListAccessKeysResult>
`)
    expect(rendered('iam', 'ListUsers', { Users: [], IsTruncated: true, Marker: 'm' })).toContain(`
    <Users/>
    <IsTruncated>true</IsTruncated>
    <Marker>m</Marker>
`)
  })

  test('writes an empty structure and an empty text as empty elements', () => {
    const role = {
      Path: '/',
      RoleName: 'r',
      RoleId: 'AROA',
      Arn: 'arn',
      CreateDate: 0,
      Description: '',
      RoleLastUsed: {},
    }
    const body = rendered('iam', 'GetRole', { Role: role })
    expect(body).toContain('\n      <Description/>\n')
    expect(body).toContain('\n      <RoleLastUsed/>\n')
  })

  test('writes maps as entries of key and value', () => {
    expect(rendered('iam', 'GetAccountSummary', { SummaryMap: { Users: 3, Groups: 0 } })).toContain(`
    <SummaryMap>
      <entry>
        <key>Users</key>
        <value>3</value>
      </entry>
      <entry>
        <key>Groups</key>
        <value>0</value>
      </entry>
    </SummaryMap>
`)
  })

  test('writes times in whole seconds, and never ahead of them', () => {
    const generated = (GeneratedTime: number) => rendered('iam', 'GetCredentialReport', { GeneratedTime })
    expect(generated(Date.UTC(2026, 8, 11, 13, 15, 19, 999))).toContain('<GeneratedTime>2026-09-11T13:15:19Z<')
    expect(generated(0)).toContain('<GeneratedTime>1970-01-01T00:00:00Z<')
  })

  test('writes bytes in base64 with padding, on one line', () => {
    const Content = new Uint8Array(100).fill(0xff).subarray(1, 99)
    expect(rendered('iam', 'GetCredentialReport', { Content })).toContain(`<Content>${'/'.repeat(130)}8=</Content>`)
  })

  test('percent-encodes policy documents, and those alone', () => {
    const document = '{ "a": "%3A é*!\'()~-._+/" }\r\n'
    const encoded = '%7B%20%22a%22%3A%20%22%253A%20%C3%A9%2A%21%27%28%29~-._%2B%2F%22%20%7D%0D%0A'
    const role = { AssumeRolePolicyDocument: document }
    expect(rendered('iam', 'GetRole', { Role: role })).toContain(`<AssumeRolePolicyDocument>${encoded}<`)
    expect(rendered('iam', 'GetUserPolicy', { PolicyDocument: document })).toContain(`<PolicyDocument>${encoded}<`)
    expect(rendered('iam', 'GetRolePolicy', { PolicyDocument: document })).toContain(`<PolicyDocument>${encoded}<`)
    expect(rendered('iam', 'GetGroupPolicy', { PolicyDocument: document })).toContain(`<PolicyDocument>${encoded}<`)
    expect(rendered('iam', 'GetPolicyVersion', { PolicyVersion: { Document: document } })).toContain(
      `<Document>${encoded}<`,
    )
    const details = {
      UserDetailList: [{ UserPolicyList: [{ PolicyDocument: document }] }],
      RoleDetailList: [role],
      Policies: [{ PolicyVersionList: [{ Document: document }] }],
    }
    const body = rendered('iam', 'GetAccountAuthorizationDetails', details)
    expect(body).toContain(`<PolicyDocument>${encoded}<`)
    expect(body).toContain(`<AssumeRolePolicyDocument>${encoded}<`)
    expect(body).toContain(`<Document>${encoded}<`)
    expect(rendered('iam', 'GetSAMLProvider', { SAMLMetadataDocument: '<a b="1"/>\r\n' })).toContain(
      '<SAMLMetadataDocument>&lt;a b="1"/&gt;&#xD;\n</SAMLMetadataDocument>',
    )
  })

  test('puts the assumed role before its credentials', () => {
    const body = rendered('sts', 'AssumeRole', {
      Credentials: { Expiration: 0, SessionToken: 't', SecretAccessKey: 's', AccessKeyId: 'a' },
      AssumedRoleUser: { Arn: 'arn', AssumedRoleId: 'id' },
    })
    expect([...body.matchAll(/<(\w+)>/g)].map((each) => each[1])).toEqual([
      ...['AssumeRoleResult', 'AssumedRoleUser', 'AssumedRoleId', 'Arn'],
      ...['Credentials', 'AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'],
      ...['ResponseMetadata', 'RequestId'],
    ])
  })

  test('of another shape than the model says is our own failure, not an answer', () => {
    expect(() => rendered('iam', 'ListUsers', { Users: 'bob' })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetUser', { User: 'bob' })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetCredentialReport', { Content: 'text' })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetUser', { User: { UserName: {} } })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetUserPolicy', { PolicyDocument: {} })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetAccountSummary', { SummaryMap: { Users: 0.5 } })).toThrow(TypeError)
    expect(() => rendered('iam', 'ListUsers', { IsTruncated: 'false' })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetUser', { User: { CreateDate: new Date(0) } })).toThrow(TypeError)
    expect(() => rendered('iam', 'GetUser', { User: { CreateDate: NaN } })).toThrow(RangeError)
  })
})

describe('an error', () => {
  test('has the layout of AWS, to the byte', () => {
    const response = refusedWith('NoSuchEntity', 'The user with name <b&b> cannot be found.')
    expect(response.status).toBe(404)
    expect(response.body).toBe(`<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
  <Error>
    <Type>Sender</Type>
    <Code>NoSuchEntity</Code>
    <Message>The user with name &lt;b&amp;b&gt; cannot be found.</Message>
  </Error>
  <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
</ErrorResponse>
`)
    expect(headersOf(response)).toEqual({ 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId })
  })

  test('of STS stands in its namespace and has its header', () => {
    const response = refusedWith('AccessDenied', 'no', 'sts')
    expect(response.body).toContain('xmlns="https://sts.amazonaws.com/doc/2011-06-15/"')
    expect(headersOf(response)).toHaveProperty('x-amz-sts-extended-request-id')
  })

  test.each<[ErrorCode, number, string]>([
    ['AccessDenied', 403, 'Sender'],
    ['ConcurrentModification', 409, 'Sender'],
    ['DeleteConflict', 409, 'Sender'],
    ['EntityAlreadyExists', 409, 'Sender'],
    ['EntityTemporarilyUnmodifiable', 409, 'Sender'],
    ['ExpiredToken', 403, 'Sender'],
    ['ExpiredTokenException', 400, 'Sender'],
    ['IDPRejectedClaim', 403, 'Sender'],
    ['IncompleteSignature', 400, 'Sender'],
    ['InternalFailure', 500, 'Receiver'],
    ['InvalidAction', 400, 'Sender'],
    ['InvalidAuthenticationCode', 403, 'Sender'],
    ['InvalidClientTokenId', 403, 'Sender'],
    ['InvalidInput', 400, 'Sender'],
    ['LimitExceeded', 409, 'Sender'],
    ['MalformedInput', 400, 'Sender'],
    ['MalformedPolicyDocument', 400, 'Sender'],
    ['MalformedQueryString', 400, 'Sender'],
    ['MissingAuthenticationToken', 403, 'Sender'],
    ['NotImplemented', 501, 'Receiver'],
    ['OrganizationNotFoundException', 400, 'Sender'],
    ['PackedPolicyTooLarge', 400, 'Sender'],
    ['PolicyEvaluation', 500, 'Receiver'],
    ['RegionDisabledException', 403, 'Sender'],
    ['ReportExpired', 410, 'Sender'],
    ['ReportInProgress', 404, 'Sender'],
    ['ReportNotPresent', 410, 'Sender'],
    ['RequestEntityTooLarge', 413, 'Sender'],
    ['ServiceFailure', 500, 'Receiver'],
    ['ServiceUnavailable', 503, 'Receiver'],
    ['SignatureDoesNotMatch', 403, 'Sender'],
    ['Throttling', 400, 'Sender'],
    ['UnmodifiableEntity', 400, 'Sender'],
    ['ValidationError', 400, 'Sender'],
  ])('%s is %i, the %s at fault', (code, status, type) => {
    const response = refusedWith(code, 'm')
    expect(response.status).toBe(status)
    expect(response.body).toContain(`<Type>${type}</Type>\n    <Code>${code}</Code>\n`)
  })

  test.each<ErrorCode>(['ReportNotPresent', 'ReportInProgress', 'ReportExpired'])('%s has no Message', (code) => {
    expect(refusedWith(code, 'ignored').body).not.toContain('Message')
  })

  test('an empty message is an empty element', () => {
    expect(refusedWith('SignatureDoesNotMatch', '').body).toContain('\n    <Message></Message>\n')
  })

  test('characters that XML cannot carry are replaced', () => {
    expect(refusedWith('ValidationError', 'a\u0000b\u001b\uffff\r').body).toContain('a\ufffdb\ufffd\ufffd&#xD;</')
  })

  test('before the service is known, the Version tells it', () => {
    const speaking = (body: string) =>
      /xmlns="https:\/\/(\w+)/.exec(
        String(
          query.renderError(new ServiceError('MissingAuthenticationToken', 'm'), post(body), undefined, requestId).body,
        ),
      )?.[1]
    expect(speaking('Action=Nope&Version=2011-06-15')).toBe('sts')
    expect(speaking('Action=GetUser&Version=2010-05-08')).toBe('iam')
    expect(speaking('Action=GetUser')).toBe('iam')
    expect(speaking('Version=2011-06-15&x=%ff')).toBe('iam')
  })
})

describe('routing', () => {
  const named = (body: string, service: ServiceName | undefined = 'sts') =>
    refusal(() => query.readCall(post(body), service))

  test.each([
    ['Action=NoSuchAction&Version=2011-06-15', 'NoSuchAction for version 2011-06-15'],
    ['Action=&Version=2011-06-15', ' for version 2011-06-15'],
    ['Action=GetCallerIdentity', 'GetCallerIdentity for version NO_VERSION_SPECIFIED'],
    ['Action=GetCallerIdentity&Version=', 'GetCallerIdentity for version '],
    ['Action=GetCallerIdentity&Version=2000-01-01', 'GetCallerIdentity for version 2000-01-01'],
    ['Action=getcalleridentity&Version=2011-06-15', 'getcalleridentity for version 2011-06-15'],
    ['Action=ListUsers&Version=2010-05-08', 'ListUsers for version 2010-05-08'],
    ['Action=constructor&Version=2011-06-15', 'constructor for version 2011-06-15'],
    ['Action=__proto__&Version=2011-06-15', '__proto__ for version 2011-06-15'],
  ])('%s', (body, message) => {
    expect(named(body)).toBe(`InvalidAction: Could not find operation ${message}`)
  })

  test('an unknown operation is refused in the namespace of faults', () => {
    expect(refusedWith('InvalidAction', 'm', 'sts').body).toContain(
      '<ErrorResponse xmlns="http://webservices.amazon.com/AWSFault/2005-15-09">',
    )
  })

  test.each([
    ['POST without Action', post('Version=2011-06-15'), ''],
    ['POST without a body', post(''), ''],
    ['POST with a query string', { ...post(''), target: '/?Version=2011-06-15' }, ''],
    ['GET without Action', get('/?Version=2011-06-15'), '?Version=2011-06-15'],
    [
      'GET without Action, signed',
      get('/?X-Amz-Signature=ab&Version=2011-06-15&X-Amz-Credential=c'),
      '?Version=2011-06-15',
    ],
    ['GET without anything', get('/'), ''],
    ['GET with what no header may hold', get('/?a\nb'), ''],
    ['PUT', request({ method: 'PUT', target: '/?Action=ListUsers&Version=2010-05-08' }), ''],
  ])('%s is sent elsewhere', (_what, raw, suffix) => {
    expect(refusal(() => query.readCall(raw, 'sts'))).toBe('NoOperationNamed: No Action was named')
    const response = refusedWith('NoOperationNamed', 'No Action was named', 'sts', raw)
    expect([response.status, response.body]).toEqual([302, ''])
    expect(headersOf(response)).toEqual({
      Location: `https://aws.amazon.com/iam${suffix}`,
      'x-amzn-RequestId': requestId,
      'x-amz-sts-extended-request-id': expect.any(String),
    })
  })

  test('another path without Action is not known', () => {
    const raw = get('/other?Version=2010-05-08')
    expect(refusal(() => query.readCall(raw, 'iam'))).toBe('UnknownOperation: No Action was named')
    const response = refusedWith('UnknownOperation', 'No Action was named', 'iam', raw)
    expect([response.status, response.body]).toEqual([404, '<UnknownOperationException/>\n'])
  })

  test('an unsigned call finds its service by Version', () => {
    const body = 'RoleArn=arn:aws:iam::123456789012:role/r&RoleSessionName=ab&WebIdentityToken=abcd'
    const call = query.readCall(post(form('sts', 'AssumeRoleWithWebIdentity', body)), undefined)
    expect([call.operation.service, call.operation.name]).toEqual(['sts', 'AssumeRoleWithWebIdentity'])
  })
})

describe('the operations called without a signature', () => {
  const unsigned = (body: string) => query.unsignedOperation(post(body))?.name

  test('are two', () => {
    expect(unsigned(form('sts', 'AssumeRoleWithWebIdentity'))).toBe('AssumeRoleWithWebIdentity')
    expect(unsigned(form('sts', 'AssumeRoleWithSAML', 'DurationSeconds=x'))).toBe('AssumeRoleWithSAML')
    expect(operationModel('sts', 'AssumeRoleWithSAML')?.signed).toBe(false)
  })

  test('any other, a wrong version or no form at all is none', () => {
    expect(unsigned(form('sts', 'AssumeRole'))).toBeUndefined()
    expect(unsigned(form('iam', 'AssumeRoleWithSAML'))).toBeUndefined()
    expect(unsigned('Action=AssumeRoleWithSAML')).toBeUndefined()
    expect(unsigned(`${form('sts', 'AssumeRoleWithSAML')}&x=%ff`)).toBeUndefined()
    expect(unsigned('')).toBeUndefined()
  })
})

describe('what is ours to answer', () => {
  test.each([
    ['a form', post(''), true],
    ['a form at another path', { ...post(''), target: '/other' }, true],
    ['an Authorization header', request({ method: 'GET', target: '/x', rawHeaders: ['authorization', 'a'] }), true],
    ['an Action', get('/x?a=b&Action=ListUsers'), true],
    ['a presigned query', get('/x?X-Amz-Algorithm=AWS4-HMAC-SHA256'), true],
    ['GET / of a program', get('/'), true],
    ['POST / of anything', request({ rawHeaders: [] }), true],
    ['GET / of a browser', request({ method: 'GET', rawHeaders: ['Accept', 'text/html,*/*'] }), false],
    ['another path', get('/index.html?XAction=1'), false],
    ['the base path', { ...get('/iam?a'), basePath: '/iam' }, true],
  ])('%s', (_what, raw, expected) => {
    expect(query.accepts(raw)).toBe(expected)
  })
})
