import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sign } from '@keyward/sigv4'
import { LastUsedNotes } from '../src/audit/last-used.ts'
import { RefusalNotes } from '../src/audit/refusal-notes.ts'
import { Guesses } from '../src/authn/guesses.ts'
import { SigningKeys } from '../src/authn/signing-keys.ts'
import { PostgresDirectory } from '../src/directory/postgres-directory.ts'
import { SqliteDirectory } from '../src/directory/sqlite-directory.ts'
import { dispatch, type House } from '../src/dispatch.ts'
import type { RawRequest, RawResponse } from '../src/domain/http.ts'
import { parseAccountId, type AccountId } from '../src/domain/ids.ts'
import { limits } from '../src/domain/limits.ts'
import type { AccountOptions, NewAccount } from '../src/operator/create-account.ts'
import { initialise } from '../src/operator/initialise.ts'
import { databaseAt, databaseFile, folderPlace, type Place } from '../src/operator/place.ts'
import { Computations } from '../src/operations/computations.ts'
import type { Settings } from '../src/operations/operation.ts'
import { services, type ServiceName } from '../src/protocol/model.ts'
import { KeyRing } from '../src/secrets/key-ring.ts'
import { readMasterKeys } from '../src/secrets/master-key.ts'
import { Passwords } from '../src/secrets/passwords.ts'
import { lastUsedIn, usesByPlace } from '../src/store/last-used.ts'
import { openPool } from '../src/store/postgres.ts'
import { PostgresPoolReads } from '../src/store/postgres-reads.ts'
import { PostgresWriter } from '../src/store/postgres-writer.ts'
import { refusalsIn } from '../src/store/refusals.ts'
import { SqliteConnection } from '../src/store/sqlite.ts'
import { buildHere } from '../src/reports/build.ts'
import { CredentialReportJobs } from '../src/reports/credential-report-jobs.ts'
import { performChange } from '../src/writer/change.ts'
import type { Changes } from '../src/writer/changes.ts'
import { PostgresChanges } from '../src/writer/postgres-changes.ts'
import { Queue } from '../src/writer/queue.ts'
import { writeReport } from '../src/writer/report-writes.ts'
import { defaultSettings } from './defaults.ts'
import { consoleOrigin, headersByName, Page, readJsonAnswer, type JsonAnswer } from './page.ts'
import { SqliteWriter } from '../src/store/sqlite-writer.ts'
import { textOf } from './text-of.ts'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Parameters as the form has them: `{ UserName: 'alice', 'Tags.member.1.Key': 'team' }`. */
export type Parameters = Readonly<Record<string, string>>

export interface Answer {
  readonly status: number
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
  /** The `<Code>` of an error, undefined for a success. */
  readonly code: string | undefined
  readonly message: string | undefined
  /** The text of the first element of this name. */
  get(element: string): string | undefined
  /** The texts of all elements of this name. */
  all(element: string): readonly string[]
}

export type TestHouseOptions = Partial<AccountOptions> & {
  readonly usersPerAccount?: number
  readonly credentialReportCache?: number
  /** Beyond this a credential report is too long. */
  readonly credentialReportBytesMax?: number
  /** The URL of a PostgreSQL database of the test's own; absent: a folder with SQLite. */
  readonly database?: string
}

/** A house without a door: real signatures, real database, on SQLite its clock in the test's hand. */
export class TestHouse {
  /** Milliseconds since the epoch; a test on SQLite may move it. */
  now = Date.parse('2026-11-24T12:00:00Z')
  readonly place: Place
  readonly faults: unknown[] = []
  /** How long those who guess passwords would have waited. */
  readonly delays: number[] = []
  readonly house: House
  readonly account: NewAccount
  readonly reports: CredentialReportJobs
  readonly #folder: string

  static async open(options: TestHouseOptions = {}): Promise<TestHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'keyward-test-'))
    const place: Place =
      options.database === undefined
        ? folderPlace(join(folder, 'data'))
        : { kind: 'postgres', url: options.database, masterKeyFile: join(folder, 'master.key') }
    const account = await initialise(
      place,
      { accountId: testAccount, administrator: true, rootAccessKey: true, ...options },
      () => Date.parse('2026-11-24T12:00:00Z'),
    )
    return new TestHouse(folder, place, account, options)
  }

  private constructor(folder: string, place: Place, account: NewAccount, options: TestHouseOptions) {
    this.#folder = folder
    this.place = place
    this.account = account
    // PostgreSQL judges by its own clock: requests are signed by the true time there.
    if (place.kind === 'postgres') this.now = Date.now()
    const keyRing = new KeyRing(() => readMasterKeys(place.masterKeyFile))
    const settings: Settings = {
      usersPerAccount: options.usersPerAccount ?? defaultSettings.usersPerAccount,
      credentialReportCache: options.credentialReportCache ?? defaultSettings.credentialReportCache,
    }
    const engine = openEngine(place, { keyRing, settings, clock: () => this.now })
    const lastUsed = new LastUsedNotes()
    this.reports = new CredentialReportJobs({
      ...engine,
      lastUsed,
      build: buildHere(databaseAt(place), () => this.now, { ...limits, ...options }),
      fault: (_, error) => this.faults.push(error),
    })
    this.house = {
      ...engine,
      keyRing,
      signingKeys: new SigningKeys(keyRing),
      // By this clock a hash takes no time: on a busy machine the room for hashes would be small, and tests would be turned away.
      passwords: new Passwords({ clock: () => 0 }),
      guesses: new Guesses({ clock: () => this.now, delay: async (milliseconds) => this.delays.push(milliseconds) }),
      refusals: new RefusalNotes(),
      computations: new Computations(),
      lastUsed,
      settings,
      reports: this.reports,
      consoleOrigins: [consoleOrigin],
      apiUrl: 'https://iam.keyward.test',
      fault: (_, error) => this.faults.push(error),
      observe: () => undefined,
    }
  }

  get administrator(): Credentials {
    return reveal(this.account.administrator)
  }

  get root(): Credentials {
    return reveal(this.account.rootKey)
  }

  /** Calls an operation of IAM as someone. */
  iam(as: Credentials, action: string, parameters: Parameters = {}): Promise<Answer> {
    return this.call(as, 'iam', action, parameters)
  }

  sts(as: Credentials, action: string, parameters: Parameters = {}): Promise<Answer> {
    return this.call(as, 'sts', action, parameters)
  }

  async call(as: Credentials, service: ServiceName, action: string, parameters: Parameters): Promise<Answer> {
    const form = new URLSearchParams({ Action: action, Version: services[service].version, ...parameters })
    return this.send(this.signed(as, service, form.toString()))
  }

  /** Signed calls of an operation of ours, and of any: a JSON object in and out. */
  keyward(as: Credentials, operation: string, input: object = {}): Promise<JsonAnswer> {
    return this.json(as, 'keyward', operation, input)
  }

  async json(as: Credentials, service: ServiceName, operation: string, input: object = {}): Promise<JsonAnswer> {
    const place = { target: `/api/${service}/${operation}`, contentType: 'application/json' }
    return readJsonAnswer(await dispatch(this.signed(as, service, JSON.stringify(input), place), this.house))
  }

  /** A signed request, a POST if nothing else is said, of this body, which a test may spoil before it sends it. */
  signed(
    as: Credentials,
    service: string,
    body: string,
    { method = 'POST', target = '/', contentType = 'application/x-www-form-urlencoded; charset=utf-8' } = {},
  ): RawRequest {
    const request = {
      method,
      target,
      rawHeaders: ['Host', 'keyward.test', 'Content-Type', contentType],
      body: Buffer.from(body),
    }
    const added = sign(request, as, { now: this.now, region: 'us-east-1', service })
    return {
      ...request,
      basePath: '',
      rawHeaders: [...request.rawHeaders, ...Object.entries(added).flat()],
      sourceIp: '192.0.2.7',
      secure: false,
    }
  }

  /** A browser of its own, before anyone has signed in. */
  page(): Page {
    return new Page(this.house)
  }

  async send(request: RawRequest): Promise<Answer> {
    return readAnswer(await dispatch(request, this.house))
  }

  /** A user with a key, and with a policy where one is given. */
  async user(name: string, policy?: object): Promise<Credentials> {
    await expectOk(this.iam(this.administrator, 'CreateUser', { UserName: name }))
    if (policy !== undefined) await this.allow(name, policy)
    const key = await expectOk(this.iam(this.administrator, 'CreateAccessKey', { UserName: name }))
    return { accessKeyId: key.get('AccessKeyId') ?? '', secretAccessKey: key.get('SecretAccessKey') ?? '' }
  }

  /** Puts an inline policy of one or more statements on a user. */
  async allow(name: string, ...statements: object[]): Promise<void> {
    const document = JSON.stringify({ Version: '2012-10-17', Statement: statements })
    const parameters = { UserName: name, PolicyName: 'test', PolicyDocument: document }
    await expectOk(this.iam(this.administrator, 'PutUserPolicy', parameters))
  }

  async close(): Promise<void> {
    await this.reports.close()
    await this.house.directory.close()
    await this.house.changes.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

const testAccount = parseAccountId('123456789012') as AccountId

export async function expectOk(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  if (given.status !== 200) throw new Error(`expected a success, got ${given.status} ${given.code}: ${given.message}`)
  return given
}

interface Means {
  readonly keyRing: KeyRing
  readonly settings: House['settings']
  readonly clock: () => number
}

function openEngine(place: Place, means: Means): Pick<House, 'directory' | 'changes'> {
  if (place.kind === 'postgres') {
    return {
      directory: new PostgresDirectory(new PostgresPoolReads(() => openPool(place.url, limits, { max: 4 }))),
      changes: new PostgresChanges(new PostgresWriter(openPool(place.url, limits, { max: 2 })), means),
    }
  }
  const file = databaseFile(place.folder)
  return {
    directory: new SqliteDirectory(() => new SqliteConnection(file, { mode: 'read' }), means.clock),
    changes: inlineChanges(new SqliteWriter(() => new SqliteConnection(file, { mode: 'write' }), means.clock), means),
  }
}

/** Changes in this thread: the same transactions and the same code as the writer's, without the thread. */
function inlineChanges(writer: SqliteWriter, means: Means): Changes {
  const queue = new Queue()
  return {
    waiting: 0,
    committed: 0,
    perform: (change) => queue.run(() => writer.change((tx, head) => performChange(tx, head, change, means))),
    recordUses: (uses) => queue.run(() => writer.writeApart((tx) => lastUsedIn(tx).put(usesByPlace(uses)))),
    foldUses: () => queue.run(() => writer.writeApart((tx) => lastUsedIn(tx).fold())),
    recordRefusals: (refusals) => queue.run(() => writer.writeApart((tx) => refusalsIn(tx).put(refusals))),
    writeReport: (write) => queue.run(() => writeReport(writer, write, means.clock)),
    close: async () => writer.close(),
  }
}

function reveal(key: NewAccount['rootKey']): Credentials {
  if (key === undefined) throw new Error('the account was made without this key')
  return { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey.reveal() }
}

async function readAnswer(response: RawResponse): Promise<Answer> {
  const { status } = response
  const headers = headersByName(response)
  const text = await textOf(response)
  const all = (element: string) =>
    [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map((match) => unescape(match[1] ?? ''))
  const [code] = all('Code')
  const [message] = all('Message')
  return { status, headers, body: text, code, message, all, get: (element) => all(element)[0] }
}

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
