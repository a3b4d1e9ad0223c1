import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials } from '../../test/harness.ts'
import { operate, withDatabase } from '../../test/houses.ts'
import type { Page } from '../../test/page.ts'
import { hour } from '../domain/clock.ts'

let house: TestHouse
let alice: Credentials
let aliceId: string
let sessions = 0

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice')
  aliceId = (await expectOk(house.iam(house.administrator, 'GetUser', { UserName: 'alice' }))).get('UserId') ?? ''
})
afterAll(() => house.close())

/** A browser with a session of alice, or of root: its row as signing in writes it. */
async function signedIn(userId: string | null = aliceId): Promise<Page> {
  const page = house.page()
  const cookie = `cookie-${++sessions}`
  page.cookies.set('__Host-keyward', cookie)
  page.handle = `handle-${sessions}`
  const row = {
    id: createHash('sha256').update(cookie).digest('hex'),
    handle: page.handle,
    owner: userId ?? '123456789012',
    userId,
    at: house.now,
    until: house.now + 12 * hour,
  }
  withDatabase(house, (database) =>
    database
      .prepare(
        `insert into console_session (id, handle, access_key_id, account_id, owner, user_id, original_principal, proven_by, proven_at, ends_at, browser)
         values (@id, @handle, 'ASIARZPUZDIKAAAAAAAA', '123456789012', @owner, @userId, '', 'Password', @at, @until, '')`,
      )
      .run(row),
  )
  // The head moves, as with every change.
  await operate(house, async () => undefined)
  return page
}

describe('a page with a session', () => {
  let page: Page

  beforeEach(async () => {
    page = await signedIn()
    await house.allow('alice', {
      Effect: 'Allow',
      Action: ['iam:Get*', 'iam:CreateUser', 'iam:DeleteUser'],
      Resource: '*',
    })
  })

  it('calls as the user it speaks for, with what she may and no more', async () => {
    expect((await page.call('sts', 'GetCallerIdentity')).body).toEqual({
      UserId: aliceId,
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/alice',
    })
    expect((await page.call('iam', 'GetUser')).status).toBe(200)
    expect(await page.call('iam', 'ListUsers')).toMatchObject({ status: 403, code: 'AccessDenied' })
  })

  it('as root where root signed in', async () => {
    const root = await signedIn(null)
    expect((await root.call('sts', 'GetCallerIdentity')).body['Arn']).toBe('arn:aws:iam::123456789012:root')
    expect((await root.call('iam', 'ListUsers')).status).toBe(200)
  })

  it('has temporary credentials without MFA, in conditions and in the record', async () => {
    const conditions = {
      Bool: { 'aws:MultiFactorAuthPresent': 'false' },
      Null: { 'aws:MultiFactorAuthAge': 'true' },
      DateEquals: { 'aws:TokenIssueTime': new Date(house.now).toISOString() },
    }
    await house.allow('alice', { Effect: 'Allow', Action: 'iam:*', Resource: '*', Condition: conditions })
    expect((await page.call('iam', 'CreateUser', { UserName: 'made-in-a-page' })).status).toBe(200)
    // A key of long standing has none of them.
    expect(await house.iam(alice, 'ListUsers')).toMatchObject({ code: 'AccessDenied' })
    const record = withDatabase(house, (database) =>
      database.prepare<[], { record: string }>('select record from event order by n desc limit 1').get(),
    )
    expect(JSON.parse(record?.record ?? '')).toMatchObject({
      eventName: 'CreateUser',
      sessionCredentialFromConsole: 'true',
      userIdentity: {
        accessKeyId: 'ASIARZPUZDIKAAAAAAAA',
        sessionContext: { attributes: { creationDate: '2026-11-24T12:00:00Z', mfaAuthenticated: 'false' } },
      },
    })
  })

  it('is refused once the session has ended, at its time or before', async () => {
    house.now += 12 * hour - 1
    expect((await page.call('iam', 'GetUser')).status).toBe(200)
    house.now += 1
    expect(await page.call('iam', 'GetUser')).toMatchObject({ status: 401, code: 'SessionEnded' })
    const next = await signedIn()
    expect((await next.call('iam', 'GetUser')).status).toBe(200)
    await operate(house, (store) =>
      store.consoleSessions.endOf({ account: '123456789012' as never, userId: aliceId as never }),
    )
    expect(await next.call('iam', 'GetUser')).toMatchObject({
      status: 401,
      code: 'SessionEnded',
      message: 'Your session has ended. Sign in again.',
    })
  })

  it('does nothing in the session of another who signed in beside it', async () => {
    const other = await signedIn(null)
    page.cookies.set('__Host-keyward', other.cookies.get('__Host-keyward') ?? '')
    expect(await page.call('iam', 'DeleteUser', { UserName: 'made-in-a-page' })).toMatchObject({
      status: 409,
      code: 'SessionChanged',
      message: 'This page was opened in another session than the one of your browser now.',
    })
    expect((await house.iam(house.administrator, 'GetUser', { UserName: 'made-in-a-page' })).status).toBe(200)
  })

  it('is nobody without its cookie, or with one that names no session', async () => {
    page.cookies.clear()
    expect(await page.call('iam', 'GetUser')).toMatchObject({ code: 'SessionEnded' })
    page.cookies.set('__Host-keyward', 'guessed')
    expect(await page.call('iam', 'GetUser')).toMatchObject({ code: 'SessionEnded' })
    // The id that the database holds is not the cookie.
    page.cookies.set('__Host-keyward', createHash('sha256').update('cookie-1').digest('hex'))
    expect(await page.call('iam', 'GetUser')).toMatchObject({ code: 'SessionEnded' })
  })

  it('is judged by a signature where there is one, whatever its cookie says', async () => {
    const request = page.request('/api/iam/GetUser', '{}')
    const signature = ['Authorization', 'AWS4-HMAC-SHA256 Credential=x']
    expect(await page.send({ ...request, rawHeaders: [...request.rawHeaders, ...signature] })).toMatchObject({
      code: 'IncompleteSignature',
    })
  })

  it('without the header of a page is a stranger, whatever its cookie says', async () => {
    const request = page.request('/api/iam/GetUser', '{}')
    const rawHeaders = request.rawHeaders.filter((_, i, all) => all[i - (i % 2)] !== 'X-Keyward-Console')
    expect(await page.send({ ...request, rawHeaders })).toMatchObject({ code: 'MissingAuthenticationToken' })
  })

  it('of a deleted user is refused from the answer on', async () => {
    await expectOk(house.iam(house.administrator, 'CreateUser', { UserName: 'leaver' }))
    const found = await expectOk(house.iam(house.administrator, 'GetUser', { UserName: 'leaver' }))
    const leaver = await signedIn(found.get('UserId') ?? '')
    expect((await leaver.call('sts', 'GetCallerIdentity')).status).toBe(200)
    await expectOk(house.iam(house.administrator, 'DeleteUser', { UserName: 'leaver' }))
    expect(await leaver.call('sts', 'GetCallerIdentity')).toMatchObject({ code: 'SessionEnded' })
  })
})
