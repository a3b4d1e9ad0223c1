import { sign } from '@keyward/sigv4'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Answer, type Credentials, type Parameters } from '../../test/harness.ts'
import { keyIn, tagParameters, withDatabase } from '../../test/houses.ts'

interface Stored {
  readonly n: number
  readonly event_id: string
  readonly account_id: string
  readonly at: number
  readonly record: string
}

let house: TestHouse
const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'

beforeAll(async () => {
  house = await TestHouse.open()
})
afterAll(() => house.close())

const events = () =>
  withDatabase(house, (database) => database.prepare<[], Stored>('select * from event order by n').all())
const headN = () =>
  withDatabase(house, (database) => database.prepare<[], { n: number }>('select n from head').get()?.n ?? 0)

/** Makes a change and gives its answer and the one record that it left. */
async function recorded(as: Credentials, action: string, parameters: Parameters = {}) {
  const before = events().length
  const answer = await expectOk(house.iam(as, action, parameters))
  const added = events().slice(before)
  expect(added).toHaveLength(1)
  // The shape is what the test looks at.
  const record = JSON.parse(added[0]?.record ?? '{}') as Record<string, unknown>
  return { answer, record, stored: added[0] }
}

const requestId = (answer: Answer) => answer.get('RequestId')
const inRecord = '1:00:00 PM'

describe('the record of a change', () => {
  beforeAll(() => {
    house.now = Date.parse('2026-11-24T13:00:00Z')
  })

  it('is shaped as by CloudTrail, whole', async () => {
    const { answer, record, stored } = await recorded(house.administrator, 'CreateUser', {
      UserName: 'alice',
      Path: '/team/',
      ...tagParameters({ Cost: '7' }),
    })
    const userId = answer.get('UserId')
    expect(record).toEqual({
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        principalId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
        arn: 'arn:aws:iam::123456789012:user/administrator',
        accountId: '123456789012',
        accessKeyId: house.administrator.accessKeyId,
        userName: 'administrator',
      },
      eventTime: '2026-11-24T13:00:00Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.0.2.7',
      userAgent: '',
      requestParameters: { path: '/team/', userName: 'alice', tags: [{ key: 'Cost', value: '7' }] },
      responseElements: {
        user: {
          path: '/team/',
          userName: 'alice',
          userId,
          arn: 'arn:aws:iam::123456789012:user/team/alice',
          createDate: `Nov 24, 2026 ${inRecord}`,
          tags: [{ key: 'Cost', value: '7' }],
        },
      },
      requestID: requestId(answer),
      eventID: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/) as string,
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '123456789012',
      eventCategory: 'Management',
      tlsDetails: { clientProvidedHostHeader: 'keyward.test' },
    })
    expect(stored).toMatchObject({
      n: headN(),
      event_id: record.eventID,
      account_id: '123456789012',
      at: Date.parse('2026-11-24T13:00:00Z'),
    })
  })

  it('of a new key leaves the secret out, and has no parameters where none were sent', async () => {
    const { answer, record } = await recorded(house.administrator, 'CreateAccessKey', { UserName: 'alice' })
    const { accessKeyId } = keyIn(answer)
    expect(record).toMatchObject({
      requestParameters: { userName: 'alice' },
      responseElements: {
        accessKey: { userName: 'alice', accessKeyId, status: 'Active', createDate: `Nov 24, 2026 ${inRecord}` },
      },
    })
    expect(record.responseElements).not.toHaveProperty('accessKey.secretAccessKey')

    await house.allow('alice', { Effect: 'Allow', Action: '*', Resource: '*' })
    const own = await recorded(keyIn(answer), 'CreateAccessKey')
    expect(own.record).toMatchObject({
      requestParameters: null,
      userIdentity: { arn: 'arn:aws:iam::123456789012:user/team/alice', userName: 'alice', accessKeyId },
    })
  })

  it("of root's call has root's identity", async () => {
    const { answer, record } = await recorded(house.root, 'CreateAccessKey')
    expect(record.requestParameters).toBeNull()
    expect(record.userIdentity).toEqual({
      type: 'Root',
      principalId: '123456789012',
      arn: 'arn:aws:iam::123456789012:root',
      accountId: '123456789012',
      accessKeyId: house.root.accessKeyId,
    })
    await recorded(house.root, 'DeleteAccessKey', { AccessKeyId: keyIn(answer).accessKeyId })
  })

  it("of root's call has the account's alias for a name, where there is one", async () => {
    await recorded(house.root, 'CreateAccountAlias', { AccountAlias: 'example' })
    const { record } = await recorded(house.root, 'DeleteAccountAlias', { AccountAlias: 'example' })
    expect(record.userIdentity).toMatchObject({ type: 'Root', userName: 'example' })
  })

  const key = () => ({ UserName: 'bob', AccessKeyId: bobsKey })
  let bobsKey = ''
  const document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'

  it.each<[string, () => Parameters, unknown]>([
    ['CreateUser', () => ({ UserName: 'bob' }), { userName: 'bob' }],
    ['UpdateUser', () => ({ UserName: 'bob', NewPath: '/x/' }), { userName: 'bob', newPath: '/x/' }],
    [
      'TagUser',
      () => ({ UserName: 'bob', ...tagParameters({ k: 'v' }) }),
      { userName: 'bob', tags: [{ key: 'k', value: 'v' }] },
    ],
    ['UntagUser', () => ({ UserName: 'bob', 'TagKeys.member.1': 'k' }), { userName: 'bob', tagKeys: ['k'] }],
    [
      'PutUserPolicy',
      () => ({ UserName: 'bob', PolicyName: 'p', PolicyDocument: document }),
      { userName: 'bob', policyName: 'p', policyDocument: document },
    ],
    ['DeleteUserPolicy', () => ({ UserName: 'bob', PolicyName: 'P' }), { userName: 'bob', policyName: 'P' }],
    ['AttachUserPolicy', () => ({ UserName: 'bob', PolicyArn }), { userName: 'bob', policyArn: PolicyArn }],
    ['DetachUserPolicy', () => ({ UserName: 'bob', PolicyArn }), { userName: 'bob', policyArn: PolicyArn }],
    ['CreateAccessKey', () => ({ UserName: 'bob' }), { userName: 'bob' }],
    [
      'UpdateAccessKey',
      () => ({ ...key(), Status: 'Inactive' }),
      { userName: 'bob', accessKeyId: expect.any(String) as string, status: 'Inactive' },
    ],
    ['DeleteAccessKey', key, { userName: 'bob', accessKeyId: expect.any(String) as string }],
    ['DeleteUser', () => ({ UserName: 'BOB' }), { userName: 'BOB' }],
  ])('of %s has what was asked for, and null for an answer without a result', async (action, parameters, expected) => {
    const { answer, record } = await recorded(house.administrator, action, parameters())
    if (action === 'CreateAccessKey') bobsKey = keyIn(answer).accessKeyId
    expect(record).toMatchObject({ eventName: action, requestParameters: expected, readOnly: false })
    if (!action.startsWith('Create')) expect(record.responseElements).toBeNull()
  })

  it('holds no more than 1,024 characters of a user agent and 512 of a host', async () => {
    const parameters = { UserName: 'alice', ...tagParameters({ a: '' }) }
    const form = new URLSearchParams({ Action: 'TagUser', Version: '2010-05-08', ...parameters })
    const rawHeaders = ['Host', 'h'.repeat(9_000), 'Content-Type', 'application/x-www-form-urlencoded']
    const request = { ...house.signed(house.administrator, 'iam', form.toString()), rawHeaders }
    const added = sign(request, house.administrator, { now: house.now, region: 'us-east-1', service: 'iam' })
    const sent = [...rawHeaders, ...Object.entries(added).flat(), 'User-Agent', 'u'.repeat(9_000)]
    await expectOk(house.send({ ...request, rawHeaders: sent }))
    expect(JSON.parse(events().at(-1)?.record ?? '{}')).toMatchObject({
      userAgent: 'u'.repeat(1_024),
      tlsDetails: { clientProvidedHostHeader: 'h'.repeat(512) },
    })
  })
})

describe('what is refused', () => {
  it('leaves no record and does not move the head, wherever it is refused', async () => {
    const mute = await house.user('mute')
    const before = { events: events(), n: headN() }
    const noPolicy = 'arn:aws:iam::123456789012:policy/none'
    const refused: [Credentials, string, Parameters, string][] = [
      [{ ...mute, secretAccessKey: 'x'.repeat(40) }, 'CreateAccessKey', {}, 'SignatureDoesNotMatch'],
      [mute, 'CreateAccessKey', {}, 'AccessDenied'],
      [house.administrator, 'CreateUser', { UserName: 'not a name' }, 'ValidationError'],
      [house.administrator, 'DeleteUser', { UserName: 'nobody' }, 'NoSuchEntity'],
      [house.administrator, 'CreateUser', { UserName: 'MUTE' }, 'EntityAlreadyExists'],
      [house.administrator, 'DeleteUser', { UserName: 'mute' }, 'DeleteConflict'],
      [
        house.administrator,
        'PutUserPolicy',
        { UserName: 'mute', PolicyName: 'p', PolicyDocument: '{' },
        'MalformedPolicyDocument',
      ],
      [house.administrator, 'TagUser', { UserName: 'mute', ...tagParameters({ 'aws:x': '' }) }, 'InvalidInput'],
      [house.administrator, 'CreateUser', { UserName: 'b', PermissionsBoundary: noPolicy }, 'NoSuchEntity'],
    ]
    for (const [as, action, parameters, code] of refused) {
      expect([action, (await house.iam(as, action, parameters)).code]).toEqual([action, code])
    }
    expect({ events: events(), n: headN() }).toEqual(before)
  })

  it('is so for reads as well, which leave no record yet', async () => {
    const before = { events: events(), n: headN() }
    await expectOk(house.iam(house.administrator, 'ListUsers'))
    await expectOk(house.sts(house.administrator, 'GetCallerIdentity'))
    expect({ events: events(), n: headN() }).toEqual(before)
  })
})

describe('all records together', () => {
  it('number the states without a gap but for those before them, one record each', () => {
    const numbers = events().map(({ n }) => n)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
    expect(headN()).toBe(numbers.length)
    expect(new Set(events().map((event) => event.event_id)).size).toBe(numbers.length)
  })

  it('hold no secret that was ever given out', async () => {
    const secrets = [house.administrator, house.root, await house.user('secretive')].map((key) => key.secretAccessKey)
    const text = events()
      .map(({ record }) => record)
      .join('\n')
    expect(text.length).toBeGreaterThan(1_000)
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/secretAccessKey/i)
  })
})
