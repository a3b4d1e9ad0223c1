import { describe, expect, test } from 'vitest'
import { deriveSigningKey, presign, type ProofOptions, readProof, type SignableRequest, SigV4Error } from './index.ts'
import { sign, verifyProof } from './index.ts'
import { limits } from './limits.ts'
import {
  accessKeyId,
  header,
  now,
  options,
  region,
  secretAccessKey,
  service,
  signedRequest,
  unsigned,
  withHeaders,
} from '../test/requests.ts'

const minute = 60_000
const scope = '20150830/us-east-1/iam/aws4_request'
const key = deriveSigningKey(secretAccessKey, '20150830', region, service)
const credentials = { accessKeyId, secretAccessKey }
const mismatch =
  'The request signature we calculated does not match the signature you provided. ' +
  'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
const hostNotSigned = "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."

function refusal(request: SignableRequest, changed: Partial<ProofOptions> = {}): [string, string] {
  try {
    readProof(request, { ...options, ...changed })
  } catch (error) {
    if (error instanceof SigV4Error) return [error.code, error.message]
    throw error
  }
  return ['accepted', '']
}

/** A signed request with other parameters in its Authorization header; undefined takes one away. */
function authorized(parts: Record<string, string | undefined>, headers: Record<string, string | undefined> = {}) {
  const all = {
    Credential: `${accessKeyId}/${scope}`,
    SignedHeaders: 'content-type;host;x-amz-date',
    Signature: '0'.repeat(64),
    ...parts,
  }
  const text = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return signedRequest({ set: { authorization: `AWS4-HMAC-SHA256 ${text.join(', ')}`.trimEnd(), ...headers } })
}

/** A presigned request, with parameters of its query replaced; undefined takes one away. */
function presigned(change: Record<string, string | undefined> = {}, sessionToken?: string): SignableRequest {
  const who = sessionToken === undefined ? credentials : { ...credentials, sessionToken }
  const request = {
    method: 'GET',
    target: '/?Action=ListUsers',
    rawHeaders: ['Host', 'localhost'],
    body: new Uint8Array(),
  }
  const [path, query] = presign(request, who, { now, region, service }).split('?')
  const parameters = new Map((query ?? '').split('&').map((piece) => piece.split('=') as [string, string]))
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  }
  return { ...request, target: `${path}?${[...parameters].map(([name, value]) => `${name}=${value}`).join('&')}` }
}

describe('an honest request', () => {
  test('signed in its headers is read and verifies', () => {
    const proof = readProof(signedRequest(), options)
    expect(proof).toEqual({
      form: 'header',
      accessKeyId,
      credential: `${accessKeyId}/${scope}`,
      date: '20150830',
      region,
      service,
      timestamp: '20150830T123600Z',
      sessionToken: undefined,
      canonicalRequestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(verifyProof(proof, key)).toBe(true)
  })

  test('signed in its query is read and verifies', () => {
    const proof = readProof(presigned(), options)
    expect(proof).toMatchObject({ form: 'query', accessKeyId, credential: `${accessKeyId}/${scope}` })
    expect(verifyProof(proof, key)).toBe(true)
  })

  test('with a session token hands it on, in either form', () => {
    const sessionToken = 'FwoGZXIvYXdzEB//+=='
    expect(readProof(signedRequest({ sessionToken }), options).sessionToken).toBe(sessionToken)
    const proof = readProof(presigned({}, sessionToken), options)
    expect(proof.sessionToken).toBe(sessionToken)
    expect(verifyProof(proof, key)).toBe(true)
  })

  test.each(['-5', 'never', '604800000', ''])('presigned with X-Amz-Expires "%s" is read like any other', (expires) => {
    expect(readProof(presigned({ 'X-Amz-Expires': expires }), options).form).toBe('query')
  })

  test('presigned without X-Amz-Expires is read like any other', () => {
    expect(readProof(presigned({ 'X-Amz-Expires': undefined }), options).form).toBe('query')
  })

  test('may sign headers of its own', () => {
    const request = withHeaders({ ...unsigned, method: 'GET', body: new Uint8Array() }, { 'x-k8s-aws-id': 'cluster' })
    const target = presign(request, credentials, { now, region, service, expiresSeconds: 60 })
    expect(target).toContain('X-Amz-Expires=60')
    expect(target).toContain('X-Amz-SignedHeaders=content-type%3Bhost%3Bx-k8s-aws-id')
    expect(verifyProof(readProof({ ...request, target }, options), key)).toBe(true)
  })

  test.each([
    ['Sun, 30 Aug 2015 12:36:00 GMT'],
    ['20150830T123600Z'],
    ['2015-08-30T12:36:00Z'],
    ['2015-08-30T12:36:00.123Z'],
  ])('may carry its time in Date, as %s', (date) => {
    const rawHeaders = ['Host', 'localhost', 'Date', date]
    const request = withHeaders(
      { ...unsigned, rawHeaders },
      {
        Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=date;host, Signature=${'0'.repeat(64)}`,
      },
    )
    expect(readProof(request, options).timestamp).toBe('20150830T123600Z')
  })

  test('may not sign :authority where no such header came: it would hold for every host', () => {
    const request = authorized({ SignedHeaders: ':authority;x-amz-date' }, {})
    expect(() => readProof(request, options)).toThrow(hostNotSigned)
  })

  test('may come over HTTP/2, whose host is called :authority', () => {
    const request = authorized({ SignedHeaders: ':authority;x-amz-date' }, { ':authority': 'localhost' })
    expect(readProof(request, options).form).toBe('header')
  })

  test('may name its signed headers without blanks after the commas', () => {
    const request = signedRequest()
    const authorization = header(request, 'authorization').replaceAll(', ', ',')
    expect(verifyProof(readProof(withHeaders(request, { authorization }), options), key)).toBe(true)
  })
})

describe('repeated parameters', () => {
  test('of the Authorization header: the last wins', () => {
    const request = signedRequest()
    const authorization = header(request, 'authorization').replace(
      ' Credential=',
      ' Credential=x, Signature=x, Credential=',
    )
    expect(verifyProof(readProof(withHeaders(request, { authorization }), options), key)).toBe(true)
    const after = `${header(request, 'authorization')}, Credential=x`
    expect(refusal(withHeaders(request, { authorization: after }))[1]).toContain('must have exactly 5')
  })

  test('of the query: the first wins', () => {
    const request = presigned()
    const before = { ...request, target: request.target.replace('?', '?X-Amz-Credential=x&') }
    expect(refusal(before)[1]).toContain("got 'x'")
    const proof = readProof({ ...request, target: `${request.target}&X-Amz-Signature=x&X-Amz-Credential=x` }, options)
    expect(proof.credential).toBe(`${accessKeyId}/${scope}`)
    expect(proof.signature).toHaveLength(64)
  })

  test('Authorization headers: the first is read', () => {
    const request = signedRequest()
    const added = { ...request, rawHeaders: [...request.rawHeaders, 'Authorization', 'Bearer x'] }
    expect(verifyProof(readProof(added, options), key)).toBe(true)
    const before = { ...request, rawHeaders: ['Authorization', 'Bearer x', ...request.rawHeaders] }
    expect(refusal(before)).toEqual(['IncompleteSignature', "Unsupported AWS 'algorithm': 'Bearer'."])
  })

  test('date headers: neither is believed', () => {
    const request = signedRequest()
    const twice = { ...request, rawHeaders: [...request.rawHeaders, 'X-Amz-Date', '20150830T123600Z'] }
    expect(refusal(twice)[1]).toContain("Got '20150830T123600Z,20150830T123600Z'")
  })

  test('session tokens: they become one, which is nobody’s', () => {
    const request = signedRequest({ sessionToken: 'one' })
    const twice = { ...request, rawHeaders: [...request.rawHeaders, 'X-Amz-Security-Token', 'two'] }
    const proof = readProof(twice, options)
    expect(proof.sessionToken).toBe('one,two')
    expect(verifyProof(proof, key)).toBe(false)
  })
})

describe('refusals', () => {
  const plain = (target: string) => ({ ...unsigned, target })
  const bearer = (text: string) => signedRequest({ set: { authorization: text } })
  const requires = (name: string) => `Authorization header requires '${name}' parameter. `
  const requiresDate = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
  const include = (name: string) => `AWS query-string parameters must include '${name}'. `

  test.each<[string, SignableRequest, string, string]>([
    ['Rule 1: a path with half an escape', plain('/a%2'), 'InvalidURIPath', 'Incomplete trailing escape % sequence'],
    [
      'Rule 1: a path with a broken escape',
      plain('/%zz/'),
      'InvalidURIPath',
      'Illegal hex character in escape % pattern: %zz',
    ],
    [
      'Rule 1: a path above the root',
      plain('/a/../../b'),
      'InvalidURIPath',
      'The request target must not lead above the root.',
    ],
    ['Rule 1: no path', plain('http://localhost/'), 'InvalidURIPath', 'The request target must start with a slash.'],
    [
      'Rule 4: a query with half an escape',
      plain('/?a=%4&b=1'),
      'MalformedQueryString',
      'Incomplete trailing escape % sequence',
    ],
    [
      'Rule 4: a query with a broken escape',
      plain('/?a%4g=1'),
      'MalformedQueryString',
      'Illegal hex character in escape % pattern: %4g',
    ],
    ['Rule 5: both forms', { ...signedRequest(), target: presigned().target }, 'SignatureDoesNotMatch', ''],
    [
      'Rule 5: both forms, of which one is another algorithm',
      { ...signedRequest(), target: '/?X-Amz-Algorithm=x' },
      'SignatureDoesNotMatch',
      '',
    ],
    ['Rule 5: neither form', unsigned, 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
    [
      'Rule 5: another algorithm in the query',
      presigned({ 'X-Amz-Algorithm': 'AWS4-ECDSA-P256-SHA256' }),
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
    ],
    [
      'Rule 5: Signature Version 2 in the query',
      plain('/?AWSAccessKeyId=AKIDEXAMPLE&SignatureVersion=2&SignatureMethod=HmacSHA256&Signature=x'),
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
    ],
    ['Rule 6a: a bearer token', bearer('Bearer abc'), 'IncompleteSignature', "Unsupported AWS 'algorithm': 'Bearer'."],
    ['Rule 6a: Signature Version 2', bearer('AWS a:b'), 'IncompleteSignature', "Unsupported AWS 'algorithm': 'AWS'."],
    [
      'Rule 6a: Signature Version 4A',
      bearer('AWS4-ECDSA-P256-SHA256 Credential=a'),
      'IncompleteSignature',
      "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.",
    ],
    ['Rule 6a: an empty header', bearer(''), 'IncompleteSignature', "Unsupported AWS 'algorithm': ''."],
    [
      'Rule 6a: the algorithm in another case',
      bearer('aws4-hmac-sha256 Credential=a'),
      'IncompleteSignature',
      "Unsupported AWS 'algorithm': 'aws4-hmac-sha256'.",
    ],
    [
      'Rule 6b: a part without an equal sign',
      bearer('AWS4-HMAC-SHA256 Credential=a, nonsense, Signature=b'),
      'IncompleteSignature',
      "'nonsense' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=a, nonsense, Signature=b'.",
    ],
    [
      'Rule 6b: a space inside the access key',
      bearer('AWS4-HMAC-SHA256 Credential=AKID EXAMPLE/x, SignedHeaders=host, Signature=b'),
      'IncompleteSignature',
      "'EXAMPLE/x' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=AKID EXAMPLE/x, SignedHeaders=host, Signature=b'.",
    ],
    [
      'Rule 6d: the algorithm and nothing else',
      withHeaders(bearer('AWS4-HMAC-SHA256'), { 'x-amz-date': undefined }),
      'IncompleteSignature',
      `${requires('Credential')}${requires('Signature')}${requires('SignedHeaders')}${requiresDate}Authorization=AWS4-HMAC-SHA256`,
    ],
    [
      'Rule 6d: no credential',
      authorized({ Credential: undefined }),
      'IncompleteSignature',
      `${requires('Credential')}Authorization=AWS4-HMAC-SHA256`,
    ],
    [
      'Rule 6d: no signature',
      authorized({ Signature: undefined }),
      'IncompleteSignature',
      `${requires('Signature')}Authorization=AWS4-HMAC-SHA256`,
    ],
    [
      'Rule 6d: no signed headers',
      authorized({ SignedHeaders: undefined }),
      'IncompleteSignature',
      `${requires('SignedHeaders')}Authorization=AWS4-HMAC-SHA256`,
    ],
    [
      'Rule 6d: no date',
      signedRequest({ set: { 'x-amz-date': undefined } }),
      'IncompleteSignature',
      `${requiresDate}Authorization=AWS4-HMAC-SHA256`,
    ],
    [
      'Rule 7: the algorithm and nothing else in the query',
      plain('/?X-Amz-Algorithm=AWS4-HMAC-SHA256'),
      'IncompleteSignature',
      `${include('X-Amz-Credential')}${include('X-Amz-Signature')}${include('X-Amz-SignedHeaders')}${include('X-Amz-Date')}Re-examine the query-string parameters.`,
    ],
    [
      'Rule 7: no date in the query',
      withHeaders(presigned({ 'X-Amz-Date': undefined }), { 'X-Amz-Date': '20150830T123600Z' }),
      'IncompleteSignature',
      `${include('X-Amz-Date')}Re-examine the query-string parameters.`,
    ],
    [
      'Rule 8: the host not signed',
      authorized({ SignedHeaders: 'x-amz-date' }),
      'SignatureDoesNotMatch',
      hostNotSigned,
    ],
    ['Rule 8: no header signed', authorized({ SignedHeaders: '' }), 'SignatureDoesNotMatch', hostNotSigned],
    [
      'Rule 8: the host not signed in the query',
      presigned({ 'X-Amz-SignedHeaders': 'x' }),
      'SignatureDoesNotMatch',
      hostNotSigned,
    ],
    [
      'Rule 8: X-Amz-Date not signed',
      authorized({ SignedHeaders: 'date;host' }, { date: '20150830T123600Z' }),
      'SignatureDoesNotMatch',
      "'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      'Rule 8: Date not signed',
      authorized({ SignedHeaders: 'host' }, { 'x-amz-date': undefined, date: '20150830T123600Z' }),
      'SignatureDoesNotMatch',
      "'Date' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      'Rule 8: a session token not signed',
      withHeaders(signedRequest(), { 'X-Amz-Security-Token': 'token' }),
      'SignatureDoesNotMatch',
      "'X-Amz-Security-Token' must be a 'SignedHeader' in the AWS Authorization.",
    ],
    [
      'Rule 8: a list out of order',
      authorized({ SignedHeaders: 'x-amz-date;host' }),
      'SignatureDoesNotMatch',
      mismatch,
    ],
    ['Rule 8: a name twice', authorized({ SignedHeaders: 'host;host;x-amz-date' }), 'SignatureDoesNotMatch', mismatch],
    [
      'Rule 8: a name in capitals',
      authorized({ SignedHeaders: 'Content-Type;host;x-amz-date' }),
      'SignatureDoesNotMatch',
      mismatch,
    ],
    ['Rule 8: an empty name', authorized({ SignedHeaders: ';host;x-amz-date' }), 'SignatureDoesNotMatch', mismatch],
    [
      'Rule 8: a line end in a name',
      presigned({ 'X-Amz-SignedHeaders': 'a%0Ab;host' }),
      'SignatureDoesNotMatch',
      mismatch,
    ],
    [
      'Rule 9: a date that is none',
      signedRequest({ set: { 'x-amz-date': 'yesterday' } }),
      'IncompleteSignature',
      "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601",
    ],
    [
      'Rule 9: an empty date',
      signedRequest({ set: { 'x-amz-date': '', date: '20150830T123600Z' } }),
      'IncompleteSignature',
      "Date must be in ISO-8601 'basic format'. Got ''. See http://en.wikipedia.org/wiki/ISO_8601",
    ],
    [
      'Rule 9: a day the calendar lacks',
      signedRequest({ set: { 'x-amz-date': '20150230T123600Z' } }),
      'IncompleteSignature',
      "Date must be in ISO-8601 'basic format'. Got '20150230T123600Z'. See http://en.wikipedia.org/wiki/ISO_8601",
    ],
    [
      'Rule 9: another spelling in the query',
      presigned({ 'X-Amz-Date': '2015-08-30T12%3A36%3A00Z' }),
      'IncompleteSignature',
      "Date must be in ISO-8601 'basic format'. Got '2015-08-30T12:36:00Z'. See http://en.wikipedia.org/wiki/ISO_8601",
    ],
    [
      'Rule 12: a credential of four elements',
      authorized({ Credential: 'a/20150830/iam/aws4_request' }),
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/20150830/iam/aws4_request'",
    ],
    [
      'Rule 12: a credential of six elements',
      authorized({ Credential: `a/b/${scope}` }),
      'IncompleteSignature',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/${scope}'`,
    ],
    [
      'Rule 12: an empty credential',
      authorized({ Credential: '' }),
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got ''",
    ],
    [
      'Rule 13: a region that cannot be one',
      authorized({ Credential: 'a/20150830/US_EAST/iam/aws4_request' }),
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not 'US_EAST'. ",
    ],
    [
      'Rule 13: an empty region',
      authorized({ Credential: 'a/20150830//iam/aws4_request' }),
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not ''. ",
    ],
    [
      'Rule 13: another service',
      authorized({ Credential: 'a/20150830/us-east-1/s3/aws4_request' }),
      'SignatureDoesNotMatch',
      "Credential should be scoped to correct service: 'iam'. ",
    ],
    [
      'Rule 13: a service in capitals',
      authorized({ Credential: 'a/20150830/us-east-1/STS/aws4_request' }),
      'SignatureDoesNotMatch',
      "Credential should be scoped to correct service: 'sts'. ",
    ],
    [
      'Rule 13: another terminator',
      authorized({ Credential: 'a/20150830/us-east-1/iam/aws5_request' }),
      'SignatureDoesNotMatch',
      "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. ",
    ],
    [
      'Rule 13: another day',
      authorized({ Credential: 'a/20150829/us-east-1/iam/aws4_request' }),
      'SignatureDoesNotMatch',
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20150829' != '20150830', from '20150830T123600Z'.",
    ],
    [
      'Rule 13: half a day',
      authorized({ Credential: 'a/2015083/us-east-1/iam/aws4_request' }),
      'SignatureDoesNotMatch',
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '2015083' != '20150830', from '20150830T123600Z'.",
    ],
    [
      'Rule 13: everything at once',
      authorized({ Credential: 'a/b/C/d/e' }),
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not 'C'. " +
        "Credential should be scoped to correct service: 'iam'. " +
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. " +
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'b' != '20150830', from '20150830T123600Z'.",
    ],
  ])('%s', (_, request, code, message) => {
    expect(refusal(request)).toEqual([code, message])
  })

  test('Rule 9: a refusal repeats no more of a date than a date needs', () => {
    const [, message] = refusal(signedRequest({ set: { 'x-amz-date': '2'.repeat(5000) } }))
    expect(message).toContain(`Got '${'2'.repeat(64)}'.`)
  })

  test('Rule 13: another region than the one demanded', () => {
    const request = signedRequest()
    expect(refusal(request, { region: 'us-east-1' })[0]).toBe('accepted')
    expect(refusal(request, { region: 'us-west-1' })).toEqual([
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not 'us-east-1'. ",
    ])
    expect(refusal(request, { region: 'US-EAST-1' })[0]).toBe('SignatureDoesNotMatch')
  })

  test('a token that is only a header of a presigned request is no token', () => {
    expect(readProof(withHeaders(presigned(), { 'X-Amz-Security-Token': 'x' }), options).sessionToken).toBeUndefined()
  })

  test('a token that is only in the query of a request signed in its headers is no token', () => {
    expect(readProof(signedRequest({ target: '/?X-Amz-Security-Token=x' }), options).sessionToken).toBeUndefined()
  })
})

describe('the window of 15 minutes', () => {
  test.each([-15 * minute, -minute, 0, minute, 15 * minute])('accepts a request signed %i ms from now', (offset) => {
    expect(refusal(signedRequest(), { now: now - offset })[0]).toBe('accepted')
    expect(refusal(presigned(), { now: now - offset })[0]).toBe('accepted')
  })

  test('refuses a request one second older', () => {
    expect(refusal(signedRequest(), { now: now + 15 * minute + 1000 })).toEqual([
      'SignatureDoesNotMatch',
      'Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)',
    ])
  })

  test('refuses a request one second further ahead', () => {
    expect(refusal(presigned(), { now: now - 15 * minute - 1000 })).toEqual([
      'SignatureDoesNotMatch',
      'Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T122059Z + 15 min.)',
    ])
  })

  test('counts whole seconds, as its texts do', () => {
    expect(refusal(signedRequest(), { now: now + 15 * minute + 999 })[0]).toBe('accepted')
    expect(refusal(signedRequest(), { now: now - 15 * minute - 1 })[0]).toBe('SignatureDoesNotMatch')
  })

  test('holds whatever X-Amz-Expires says', () => {
    expect(refusal(presigned({ 'X-Amz-Expires': '604800' }), { now: now + 16 * minute })[1]).toContain('expired')
    expect(refusal(presigned({ 'X-Amz-Expires': '1' }), { now: now + 14 * minute })[0]).toBe('accepted')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'accepts nothing by a clock of %d',
    (clock) => {
      expect(() => readProof(signedRequest(), { ...options, now: clock })).toThrow()
    },
  )
})

describe('the order of refusals', () => {
  // Each fault is added to all that come after it: the answer is always about the earliest.
  const late = now + 60 * minute
  const faults: readonly [string, (request: SignableRequest) => SignableRequest][] = [
    ['Credential should be', (r) => edit(r, /Credential=[^,]*/, 'Credential=a/b/c/d/e')],
    ['exactly 5', (r) => edit(r, /Credential=[^,]*/, 'Credential=a')],
    ['Signature expired', (r) => r],
    ['basic format', (r) => withHeaders(r, { 'x-amz-date': 'x' })],
    ["'X-Amz-Date' must be", (r) => edit(r, /SignedHeaders=[^,]*/, 'SignedHeaders=host')],
    ["'Host' or ':authority'", (r) => edit(r, /SignedHeaders=[^,]*/, 'SignedHeaders=x')],
    ['requires', (r) => edit(r, /, Signature=.*/, '')],
    ['missing equal-sign', (r) => edit(r, /$/, ', x')],
    ["Unsupported AWS 'algorithm'", (r) => edit(r, /^\S+/, 'AWS')],
    ['Incomplete trailing', (r) => ({ ...r, target: '/?a=%' })],
    ['Illegal hex', (r) => ({ ...r, target: '/%zz?a=%' })],
  ]

  function edit(request: SignableRequest, pattern: RegExp, replacement: string): SignableRequest {
    return withHeaders(request, { authorization: header(request, 'authorization').replace(pattern, replacement) })
  }

  test('in the header form: the earliest rule speaks', () => {
    let request = signedRequest()
    for (const [text, spoil] of faults) {
      request = spoil(request)
      // The first two faults are about the scope, which is only looked at while the request is timely.
      const clock = text === 'Credential should be' || text === 'exactly 5' ? now : late
      expect(refusal(request, { now: clock })[1]).toContain(text)
    }
  })

  test('a broken query is told before a missing or doubled signature', () => {
    expect(refusal({ ...unsigned, target: '/?a=%' })[0]).toBe('MalformedQueryString')
    expect(refusal({ ...signedRequest(), target: '/?X-Amz-Algorithm=x&a=%' })[0]).toBe('MalformedQueryString')
  })

  test('in the query form: missing parts, host, date, window, credential, scope', () => {
    const faulty = { 'X-Amz-Credential': 'a', 'X-Amz-Date': 'x', 'X-Amz-SignedHeaders': 'x' }
    expect(refusal(presigned({ ...faulty, 'X-Amz-Signature': undefined }))[1]).toContain('must include')
    expect(refusal(presigned(faulty))[1]).toBe(hostNotSigned)
    expect(refusal(presigned({ ...faulty, 'X-Amz-SignedHeaders': 'host' }))[1]).toContain('basic format')
    const timely = { 'X-Amz-Credential': 'a' }
    expect(refusal(presigned(timely), { now: late })[1]).toContain('Signature expired')
    expect(refusal(presigned(timely))[1]).toContain('exactly 5')
    expect(refusal(presigned({ 'X-Amz-Credential': 'a/b/c/d/e' }))[1]).toContain('Credential should be')
  })
})

describe('verifyProof', () => {
  const proof = readProof(signedRequest(), options)

  test('is false for another secret and for a key of another scope', () => {
    expect(verifyProof(proof, deriveSigningKey('another', '20150830', region, service))).toBe(false)
    expect(verifyProof(proof, deriveSigningKey(secretAccessKey, '20150831', region, service))).toBe(false)
    expect(verifyProof(proof, deriveSigningKey(secretAccessKey, '20150830', 'eu-west-3', service))).toBe(false)
    expect(verifyProof(proof, deriveSigningKey(secretAccessKey, '20150830', region, 'sts'))).toBe(false)
  })

  test('is false for a signature over another scope than the credential names', () => {
    const credential = `${accessKeyId}/20150830/eu-west-3/iam/aws4_request`
    expect(verifyProof(proof, key)).toBe(true)
    expect(verifyProof({ ...proof, region: 'eu-west-3', credential }, key)).toBe(false)
  })

  test('is false where a parameter called X-Amz-Signature changed and the header holds the signature', () => {
    const request = signedRequest({ target: '/?X-Amz-Signature=a' })
    expect(verifyProof(readProof(request, options), key)).toBe(true)
    expect(verifyProof(readProof({ ...request, target: '/?X-Amz-Signature=b' }, options), key)).toBe(false)
  })

  test.each([
    ['empty', ''],
    ['short', proof.signature.slice(1)],
    ['long', `${proof.signature}0`],
    ['in capitals', proof.signature.toUpperCase()],
    ['beyond bytes', [...proof.signature].map((c) => String.fromCharCode(c.charCodeAt(0) + 0x100)).join('')],
  ])('is false, and throws nothing, for a signature that is %s', (_, signature) => {
    expect(verifyProof({ ...proof, signature }, key)).toBe(false)
  })

  test('is false for a last character that leaves a byte of the signature verified before', () => {
    for (const last of ['\x80', '\u0130', '\u{ffff}']) {
      expect(verifyProof(proof, key)).toBe(true)
      expect(verifyProof({ ...proof, signature: proof.signature.slice(0, -1) + last }, key)).toBe(false)
    }
  })

  test('a signed header that did not come counts as empty', () => {
    const request = signedRequest()
    expect(verifyProof(readProof(withHeaders(request, { 'content-type': undefined }), options), key)).toBe(false)
  })

  test('headers that proxies change need no signature', () => {
    const request = withHeaders(signedRequest(), { 'User-Agent': 'proxy', Connection: 'close', 'X-Forwarded-For': 'x' })
    expect(verifyProof(readProof(request, options), key)).toBe(true)
  })

  test('a header of bytes that are not ASCII verifies as its bytes', () => {
    const request = withHeaders(unsigned, { 'x-name': Buffer.from('Zoë  Ω').toString('latin1') })
    const signed = withHeaders(request, sign(request, credentials, { now, region, service }))
    expect(verifyProof(readProof(signed, options), key)).toBe(true)
    const cut = withHeaders(signed, { 'x-name': Buffer.from('Zoé Ω').toString('latin1') })
    expect(verifyProof(readProof(cut, options), key)).toBe(false)
  })
})

describe('bounds', () => {
  test.each<[string, SignableRequest, string]>([
    ['a long target', { ...unsigned, target: `/?${'a'.repeat(limits.targetCharsMax)}` }, 'MalformedQueryString'],
    ['many parameters', { ...unsigned, target: `/?${'a&'.repeat(limits.queryParametersMax)}` }, 'MalformedQueryString'],
    [
      'many headers',
      { ...signedRequest(), rawHeaders: Array.from({ length: limits.headersMax * 2 + 2 }, () => 'a') },
      'IncompleteSignature',
    ],
    ['long headers', withHeaders(signedRequest(), { a: 'a'.repeat(limits.headerCharsMax) }), 'IncompleteSignature'],
    [
      'a long Authorization header',
      signedRequest({ set: { authorization: `AWS4-HMAC-SHA256 ${'a=b,'.repeat(limits.authorizationCharsMax / 4)}` } }),
      'IncompleteSignature',
    ],
    [
      'many signed headers',
      authorized({
        SignedHeaders: `host;${Array.from({ length: limits.signedHeadersMax }, (_, i) => `x-${1000 + i}`).join(';')}`,
      }),
      'IncompleteSignature',
    ],
    [
      'a long credential',
      authorized({ Credential: `${'a'.repeat(limits.credentialCharsMax)}/${scope}` }),
      'IncompleteSignature',
    ],
  ])('%s is refused', (_, request, code) => {
    const [actual, message] = refusal(request)
    expect(actual).toBe(code)
    expect(message).toMatch(/longer than|more than|too many/i)
    expect(message.length).toBeLessThan(100)
  })

  test('what lies within them is read', () => {
    const pieces = `/?${'a=b&'.repeat(limits.queryParametersMax - 1)}`
    const request = { ...unsigned, target: pieces }
    const signed = withHeaders(request, sign(request, credentials, { now, region, service }))
    expect(verifyProof(readProof(signed, options), key)).toBe(true)
  })
})
