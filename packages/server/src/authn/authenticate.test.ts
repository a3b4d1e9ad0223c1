import { sign } from '@keyward/sigv4'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Answer, type Credentials } from '../../test/harness.ts'
import { keyIn, withDatabase } from '../../test/houses.ts'
import type { RawRequest } from '../domain/http.ts'

const invalidToken = {
  status: 403,
  code: 'InvalidClientTokenId',
  message: 'The security token included in the request is invalid.',
}
const wrongSignature = {
  status: 403,
  code: 'SignatureDoesNotMatch',
  message:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
}
const minute = 60_000
const unknownId = 'AKIARZPUZDIKAAAAAAAA'
const identity = 'Action=GetCallerIdentity&Version=2011-06-15'

let house: TestHouse
let alice: Credentials

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
})
afterAll(() => house.close())

interface Signing {
  readonly as?: Credentials
  readonly at?: number
  readonly region?: string
  readonly service?: string
  readonly body?: string
  readonly target?: string
  readonly method?: string
}

/** A call of GetCallerIdentity, signed in the header, with what a test changes. */
function signed(change: Signing = {}): RawRequest {
  const { as = alice, at = house.now, region = 'us-east-1', service = 'sts', body = identity } = change
  const request = {
    method: change.method ?? 'POST',
    target: change.target ?? '/',
    rawHeaders: ['Host', 'keyward.test', 'Content-Type', 'application/x-www-form-urlencoded'],
    body: Buffer.from(body),
  }
  const added = sign(request, as, { now: at, region, service })
  const rawHeaders = [...request.rawHeaders, ...Object.entries(added).flat()]
  return { ...request, rawHeaders, basePath: '', sourceIp: '192.0.2.7', secure: false }
}

const send = (change: Signing = {}): Promise<Answer> => house.send(signed(change))

/** The same request with one header's value changed, or left out. */
function withHeader(request: RawRequest, name: string, value: (old: string) => string | undefined): RawRequest {
  const rawHeaders: string[] = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const [header = '', old = ''] = request.rawHeaders.slice(i, i + 2)
    const changed = header.toLowerCase() === name ? value(old) : old
    if (changed !== undefined) rawHeaders.push(header, changed)
  }
  return { ...request, rawHeaders }
}

const forged = (as: Credentials): Credentials => ({ ...as, secretAccessKey: 'A'.repeat(40) })

describe('a key', () => {
  it('that was never issued is refused', async () => {
    expect(await send({ as: { ...alice, accessKeyId: unknownId } })).toMatchObject(invalidToken)
  })

  it.each(['x', '../../etc/passwd', 'AKIA%00', 'AKIARZPUZDIKAAAAAAAA%2F', 'a'.repeat(200)])(
    'that cannot be one is refused alike: %s',
    async (accessKeyId) => {
      const request = withHeader(signed(), 'authorization', (old) => old.replace(alice.accessKeyId, accessKeyId))
      expect((await house.send(request)).code).toMatch(/^(InvalidClientTokenId|IncompleteSignature)$/)
    },
  )

  it('in another case is another', async () => {
    expect(await send({ as: { ...alice, accessKeyId: alice.accessKeyId.toLowerCase() } })).toMatchObject(invalidToken)
  })

  it('that is inactive or deleted is refused in the words for one that never was', async () => {
    const UserName = 'alice'
    const key = keyIn(await expectOk(house.iam(house.administrator, 'CreateAccessKey', { UserName })))
    const named = { UserName, AccessKeyId: key.accessKeyId }
    await expectOk(send({ as: key }))
    await expectOk(house.iam(house.administrator, 'UpdateAccessKey', { ...named, Status: 'Inactive' }))
    const inactive = await send({ as: key })
    expect(inactive).toMatchObject(invalidToken)
    expect(await send({ as: forged(key) })).toMatchObject(invalidToken)
    await expectOk(house.iam(house.administrator, 'DeleteAccessKey', named))
    const deleted = await send({ as: key })
    const without = ({ body }: Answer) => body.replace(/<RequestId>.*<\/RequestId>/, '')
    expect(without(deleted)).toBe(without(inactive))
    expect(without(await send({ as: { ...key, accessKeyId: unknownId } }))).toBe(without(inactive))
  })

  it('of long term with a session token is refused, whatever the token', async () => {
    expect(await send({ as: { ...alice, sessionToken: 'IQoJb3JpZ2lu' } })).toMatchObject(invalidToken)
    expect(await send({ as: { ...forged(alice), sessionToken: 'IQoJb3JpZ2lu' } })).toMatchObject(invalidToken)
  })

  it('of a session is refused: none was issued', async () => {
    const accessKeyId = `ASIA${alice.accessKeyId.slice(4)}`
    expect(await send({ as: { ...alice, accessKeyId, sessionToken: 'IQoJb3JpZ2lu' } })).toMatchObject(invalidToken)
  })

  it('whose stored secret was moved from another key does not open', async () => {
    const spoilt = await TestHouse.open()
    try {
      const bob = await spoilt.user('bob')
      withDatabase(spoilt, (database) => {
        const secret = '(select secret from access_key where id = ?)'
        database
          .prepare(`update access_key set secret = ${secret} where id = ?`)
          .run(bob.accessKeyId, spoilt.administrator.accessKeyId)
        database.prepare("update head set n = n + 1, nonce = 'of the test'").run()
      })
      const thief = { accessKeyId: spoilt.administrator.accessKeyId, secretAccessKey: bob.secretAccessKey }
      expect(await spoilt.sts(thief, 'GetCallerIdentity')).toMatchObject({ status: 500, code: 'InternalFailure' })
      await expectOk(spoilt.sts(bob, 'GetCallerIdentity'))
    } finally {
      await spoilt.close()
    }
  })
})

describe('a signature', () => {
  it('by another secret is refused, without a trace of what was calculated', async () => {
    const answer = await send({ as: forged(alice) })
    expect(answer).toMatchObject(wrongSignature)
    expect(answer.body).not.toMatch(/[0-9a-f]{64}/)
  })

  it('does not fit any other request: one byte of body, query, path, method or signed header', async () => {
    const request = signed()
    const flipped = Buffer.from(request.body)
    flipped.writeUInt8(flipped.readUInt8(flipped.length - 1) ^ 1, flipped.length - 1)
    for (const changed of [
      { ...request, body: flipped },
      { ...request, body: Buffer.concat([request.body, Buffer.from('&x=')]) },
      { ...request, target: '/?x=' },
      { ...request, target: '/x' },
      { ...request, method: 'PUT' },
      withHeader(request, 'host', () => 'elsewhere.test'),
      withHeader(request, 'x-amz-date', (old) => old.replace(/\dZ$/, (end) => (end === '1Z' ? '2Z' : '1Z'))),
      withHeader(request, 'authorization', (old) => old.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
      withHeader(request, 'authorization', (old) => `${old}0`),
    ]) {
      expect(await house.send(changed)).toMatchObject(wrongSignature)
    }
    await expectOk(house.send(request))
  })

  it('of one key does not speak for another', async () => {
    const other = house.administrator.accessKeyId
    const request = withHeader(signed(), 'authorization', (old) => old.replace(alice.accessKeyId, other))
    expect(await house.send(request)).toMatchObject(wrongSignature)
  })

  it('is good on either side of the clock for 15 minutes, and then says by how much it was late or early', async () => {
    await expectOk(send({ at: house.now - 15 * minute }))
    await expectOk(send({ at: house.now + 15 * minute }))
    expect(await send({ at: house.now - 15 * minute - 1_000 })).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: 'Signature expired: 20261124T114459Z is now earlier than 20261124T114500Z (20261124T120000Z - 15 min.)',
    })
    expect(await send({ at: house.now + 15 * minute + 1_000 })).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message:
        'Signature not yet current: 20261124T121501Z is still later than 20261124T121500Z (20261124T120000Z + 15 min.)',
    })
  })

  it('expires while the same request is sent again', async () => {
    const request = signed()
    const before = house.now
    await expectOk(house.send(request))
    house.now = before + 15 * minute + 1_000
    expect((await house.send(request)).message).toContain('Signature expired')
    house.now = before
    await expectOk(house.send(request))
  })

  it('for a service that is not here is refused, and one for the other service names no operation of this', async () => {
    expect(await send({ service: 's3' })).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
      message: expect.stringContaining('Credential should be scoped to correct service') as string,
    })
    expect(await send({ service: 'iam' })).toMatchObject({
      status: 400,
      code: 'InvalidAction',
      message: 'Could not find operation GetCallerIdentity for version 2011-06-15',
    })
  })

  it('of any region is taken', async () => {
    await expectOk(send({ region: 'eu-central-1' }))
  })

  it('is asked of every call: without one nothing is told', async () => {
    const request = signed()
    const unsigned = withHeader(request, 'authorization', () => undefined)
    const missing = {
      status: 403,
      code: 'MissingAuthenticationToken',
      message: 'Request is missing Authentication Token',
    }
    expect(await house.send(unsigned)).toMatchObject(missing)
    expect(
      await house.send({ ...unsigned, body: Buffer.from('Action=NoSuchAction&Version=2011-06-15') }),
    ).toMatchObject(missing)
  })

  it('answers with the request id alone, in header and body, and no key id', async () => {
    const answer = await send({ as: forged(alice) })
    expect(answer.body).not.toContain(alice.accessKeyId)
  })
})

describe('of two faults the earlier rule speaks', () => {
  const late = () => house.now - 16 * minute
  const noSuchAction = 'Action=NoSuchAction&Version=2010-05-08'
  const form = (parameters: Record<string, string>) =>
    new URLSearchParams({ Version: '2010-05-08', ...parameters }).toString()
  const badInput = form({ Action: 'GetUser', UserName: 'not a name' })
  const unnamed = form({ Action: 'GetUser', UserName: 'nobody' })
  const malformed = 'Action=ListUsers&Version=2010-05-08&MaxItems=one'

  // Each with the rule that refuses it, and the one that would have.
  it.each<[string, () => RawRequest, string, RegExp]>([
    [
      '5 before 6: signed in header and query',
      () => ({ ...signed(), target: '/?X-Amz-Algorithm=AWS4-HMAC-SHA256' }),
      'SignatureDoesNotMatch',
      /^$/,
    ],
    [
      '6 before 10: without a Credential and late',
      () => withHeader(signed({ at: late() }), 'authorization', (old) => old.replace(/Credential=[^,]+, */, '')),
      'IncompleteSignature',
      /requires 'Credential' parameter/,
    ],
    [
      '10 before 13: late and for another service',
      () => signed({ at: late(), service: 's3' }),
      'SignatureDoesNotMatch',
      /^Signature expired/,
    ],
    [
      '10 before 15: late, by an unknown key',
      () => signed({ at: late(), as: { ...alice, accessKeyId: unknownId } }),
      'SignatureDoesNotMatch',
      /^Signature expired/,
    ],
    [
      '13 before 15: for another service, by an unknown key',
      () => signed({ service: 's3', as: { ...alice, accessKeyId: unknownId } }),
      'SignatureDoesNotMatch',
      /correct service/,
    ],
    [
      '14 before 16: a token that is not its key’s, and a wrong signature',
      () => signed({ as: { ...forged(alice), sessionToken: 'x' } }),
      'InvalidClientTokenId',
      /invalid\.$/,
    ],
    [
      '15 before 16: an unknown key and a wrong signature',
      () => signed({ as: { ...forged(alice), accessKeyId: unknownId } }),
      'InvalidClientTokenId',
      /invalid\.$/,
    ],
    [
      '16 before 17: a wrong signature on an operation that is not there',
      () => signed({ service: 'iam', as: forged(alice), body: noSuchAction }),
      'SignatureDoesNotMatch',
      /we calculated/,
    ],
    [
      '16 before 18: a wrong signature on a form that cannot be read',
      () => signed({ service: 'iam', as: forged(alice), body: malformed }),
      'SignatureDoesNotMatch',
      /we calculated/,
    ],
    [
      '17 before 18: an operation that is not there, with a number that is none',
      () => signed({ service: 'iam', body: `${noSuchAction}&MaxItems=one` }),
      'InvalidAction',
      /Could not find operation NoSuchAction/,
    ],
    [
      '18 before 19: a number that is none, and a path that is none',
      () => signed({ service: 'iam', body: `${malformed}&PathPrefix=x` }),
      'MalformedInput',
      /./,
    ],
    [
      '18 before 20: a number that is none, denied',
      () => signed({ service: 'iam', body: malformed }),
      'MalformedInput',
      /./,
    ],
    [
      '19 before 20: a name that cannot be one, denied',
      () => signed({ service: 'iam', body: badInput }),
      'ValidationError',
      /userName is invalid/,
    ],
    [
      '20 before 21: denied, of a user that is not there',
      () => signed({ service: 'iam', body: unnamed }),
      'AccessDenied',
      /iam:GetUser/,
    ],
    [
      "20 before the operation's own checks: denied, with tags that are refused",
      () =>
        signed({
          service: 'iam',
          body: form({ Action: 'CreateUser', UserName: 'x', 'Tags.member.1.Key': 'aws:x', 'Tags.member.1.Value': '' }),
        }),
      'AccessDenied',
      /iam:CreateUser/,
    ],
    [
      "21 before the operation's own checks: no such user, with tags that are refused",
      () =>
        signed({
          service: 'iam',
          as: house.administrator,
          body: form({
            Action: 'TagUser',
            UserName: 'nobody',
            'Tags.member.1.Key': 'aws:x',
            'Tags.member.1.Value': '',
          }),
        }),
      'NoSuchEntity',
      /nobody/,
    ],
  ])('%s', async (_, request, code, message) => {
    const answer = await house.send(request())
    expect(answer.code).toBe(code)
    expect(answer.message ?? '').toMatch(message)
  })
})
