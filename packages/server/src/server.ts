import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pino, { type Logger } from 'pino'
import { LastUsedNotes } from './audit/last-used.ts'
import { RefusalNotes } from './audit/refusal-notes.ts'
import { Guesses } from './authn/guesses.ts'
import { SigningKeys } from './authn/signing-keys.ts'
import type { CurrentState } from './directory/current-state.ts'
import type { Directory } from './directory/directory.ts'
import { PostgresDirectory } from './directory/postgres-directory.ts'
import { SqliteDirectory } from './directory/sqlite-directory.ts'
import { dispatch, type House } from './dispatch.ts'
import { systemClock } from './domain/clock.ts'
import { pathOf, type RawRequest, type RawResponse } from './domain/http.ts'
import { limits } from './domain/limits.ts'
import { listen, type Address, type Door } from './http/address.ts'
import { Console, type FileResponse } from './http/console/console.ts'
import { ConsoleFiles } from './http/console/files.ts'
import { consoleOriginsAt } from './http/console/origins.ts'
import { createListener } from './http/listener.ts'
import { Metrics, type Gauges } from './http/metrics.ts'
import { plainText } from './http/plain-text.ts'
import { TrustedProxies } from './http/client-address.ts'
import { Computations } from './operations/computations.ts'
import type { Settings } from './operations/operation.ts'
import { takeOverManagedPolicies } from './operator/managed-policies.ts'
import { openKeyRing } from './operator/operator-change.ts'
import { OperatorError } from './operator/operator-error.ts'
import { protocolOf } from './protocol/protocols.ts'
import {
  checkSchema,
  databaseAt,
  databaseFile as databaseFileOf,
  lockPlace,
  reason,
  type Place,
} from './operator/place.ts'
import { query } from './protocol/query/index.ts'
import type { KeyRing } from './secrets/key-ring.ts'
import { Passwords } from './secrets/passwords.ts'
import { buildInThread } from './reports/build-in-thread.ts'
import { CredentialReportJobs } from './reports/credential-report-jobs.ts'
import { readPrivateFile } from './secrets/private-file.ts'
import { dataKeys } from './store/data-keys.ts'
import type { Head } from './store/head.ts'
import { openPool } from './store/postgres.ts'
import { PostgresWriter } from './store/postgres-writer.ts'
import { PostgresPoolReads } from './store/postgres-reads.ts'
import { SqliteConnection } from './store/sqlite.ts'
import type { Changes } from './writer/changes.ts'
import { PostgresChanges } from './writer/postgres-changes.ts'
import { SqliteChanges } from './writer/sqlite-changes.ts'

export interface ServeOptions {
  readonly place: Place
  readonly listen: Address
  readonly basePath: string
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly insecureHttp: boolean
  readonly trustedProxies: readonly string[]
  readonly metricsListen: Address | undefined
  readonly settings: Settings
  /** A folder with further policies of AWS's; undefined: those in the database stay as they are. */
  readonly managedPolicies: string | undefined
  /** The built console, and the origins it was given: none means those of loopback, where the server listens there. */
  readonly console: { readonly folder: string; readonly origins: readonly string[] }
  /** Where callers reach the API: what the console puts into profiles. By default its own origin, or on loopback where the server listens. */
  readonly apiUrl: string | undefined
  readonly logLevel: string
}

export interface RunningServer {
  /** `http://127.0.0.1:8750` */
  readonly url: string
  /** Answers the calls in flight, writes what is noted, and lets go of everything. */
  stop(): Promise<void>
}

/** Starts the service. Throws OperatorError, with one clear sentence, where it may not or cannot start. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { listen: address, tls, insecureHttp, place, settings } = options
  if (!address.loopback && tls === undefined && !insecureHttp) {
    throw new OperatorError(
      `Listening on ${address.text} would send credentials over plain HTTP: give --tls-cert and --tls-key, or --insecure-http behind a proxy that speaks TLS.`,
    )
  }
  if (options.metricsListen?.loopback === false) {
    throw new OperatorError('--metrics-listen must be a loopback address or the path of a UNIX socket.')
  }
  const plainOrigin = options.console.origins.find((origin) => !origin.startsWith('https:'))
  if (!address.loopback && plainOrigin !== undefined) {
    throw new OperatorError(
      `Off loopback the console wants an origin with https, and --console-origin ${plainOrigin} has none.`,
    )
  }
  const log = openLog(options.logLevel)
  if (options.managedPolicies !== undefined) await takeOver(place, options.managedPolicies, log)
  const lock = await lockPlace(place, 'shared')
  try {
    await checkSchema(place)
    const keyRing = openKeyRing(place)
    const engine = openEngine(place, { keyRing, settings, log })
    const house = new Running(options, log, { ...engine, keyRing })
    try {
      await checkDataKeys(engine.directory, keyRing)
      await house.start()
    } catch (error) {
      await house.stop()
      throw error
    }
    return {
      url: house.url,
      stop: async () => {
        await house.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error instanceof OperatorError ? error : new OperatorError(`The server could not start: ${reason(error)}.`)
  }
}

/** Before anything is answered: what the folder says holds from the first call on. */
async function takeOver(place: Place, folder: string, log: Logger): Promise<void> {
  const { withdrawn, ...done } = await takeOverManagedPolicies(place, folder)
  log.info({ folder, ...done }, 'managed policies were taken over from their folder')
  for (const policy of withdrawn) {
    log.error(
      { folder, policy },
      'the file of a managed policy is gone, and the policy is still attached: calls of those it speaks for fail until the file is back or the policy is detached from them (list-entities-for-policy names them)',
    )
  }
}

interface Engine {
  readonly directory: Directory
  readonly changes: Changes
  readonly gauges: Gauges
}

/** To standard error. Lines that cannot be written are lost: a full disk under the log must not end the service, nor fill memory. */
function openLog(level: string): Logger {
  const destination = pino.destination({ dest: 2, sync: false, maxLength: limits.logBytesWaitingMax })
  destination.on('error', () => undefined)
  return pino({ level }, destination)
}

function openEngine(place: Place, means: { keyRing: KeyRing; settings: Settings; log: Logger }): Engine {
  let undone = 0
  const tellUndone = (seen: Head, found: Head) => {
    undone++
    means.log.error(
      { seen, found },
      'answered changes may be undone: a state that calls were answered from is not in history',
    )
  }
  const gauges: Gauges = {
    states_undone: {
      help: 'States that this process answered from and did not find in history: answered changes may be undone.',
      read: () => undone,
    },
  }
  const cache = ({ current }: { current: CurrentState }): Gauges => ({
    view_rows: { help: 'Rows kept of the current state.', read: () => current.rows },
    states_begun: {
      help: 'States this process has judged by: each began with an empty view.',
      read: () => current.begun,
    },
  })
  if (place.kind === 'postgres') {
    const reads = new PostgresPoolReads(() => openPool(place.url, limits, { max: 8 }))
    const directory = new PostgresDirectory(reads, { tellUndone })
    const changes = new PostgresChanges(new PostgresWriter(openPool(place.url, limits, { max: 4 })), means)
    const clock_offset_seconds = {
      help: "The database's clock less this machine's.",
      read: () => directory.clockOffset / 1_000,
    }
    return { directory, changes, gauges: { ...gauges, ...cache(directory), clock_offset_seconds } }
  }
  const databaseFile = databaseFileOf(place.folder)
  const { masterKeyFile } = place
  const directory = new SqliteDirectory(() => new SqliteConnection(databaseFile, { mode: 'read' }), systemClock, {
    tellUndone,
  })
  const changes = new SqliteChanges({ databaseFile, masterKeyFile, settings: means.settings })
  return { directory, changes, gauges: { ...gauges, ...cache(directory) } }
}

/** A node that cannot open every key that seals secrets is not ready, and does not begin. */
async function checkDataKeys(directory: Directory, keyRing: KeyRing): Promise<void> {
  await directory.settle((view) => keyRing.check(view.get(dataKeys, {})))
}

/** A change that was made while a clock was wrong holds every later call to its time: honest calls look expired. */
function checkClock(head: Head): void {
  const ahead = head.at - systemClock()
  if (ahead > limits.headAheadMax) {
    throw new Error(
      `the last change bears a time ${Math.round(ahead / 1_000)} seconds ahead of the clock: back up, and restore`,
    )
  }
}

/** A running house: its doors, its timers, and how it closes. */
class Running implements House {
  readonly directory: Directory
  readonly changes: Changes
  readonly keyRing: KeyRing
  readonly signingKeys: SigningKeys
  readonly lastUsed = new LastUsedNotes()
  readonly passwords = new Passwords()
  readonly guesses = new Guesses({ clock: systemClock, delay: sleep })
  readonly refusals = new RefusalNotes()
  readonly computations = new Computations()
  readonly settings: Settings
  readonly reports: CredentialReportJobs
  readonly #options: ServeOptions
  readonly #log: Logger
  readonly #metrics: Metrics
  readonly #doors: Door[] = []
  readonly #timers: NodeJS.Timeout[] = []
  #toldOfProxy = false
  url = ''
  apiUrl = ''
  consoleOrigins: readonly string[] = []
  #console: Console | undefined

  constructor(
    options: ServeOptions,
    log: Logger,
    { directory, changes, gauges, keyRing }: Engine & { readonly keyRing: KeyRing },
  ) {
    this.directory = directory
    this.changes = changes
    this.keyRing = keyRing
    this.signingKeys = new SigningKeys(keyRing)
    this.settings = options.settings
    this.reports = new CredentialReportJobs({
      directory,
      changes,
      lastUsed: this.lastUsed,
      build: buildInThread(databaseAt(options.place)),
      fault: (job, error) => this.#log.error({ job, fault: causeOf(error) }, 'a credential report could not be built'),
    })
    this.#options = options
    this.#log = log
    this.#metrics = new Metrics({
      ...gauges,
      changes_waiting: { help: 'Changes that wait for the writer.', read: () => changes.waiting },
      refusals_waiting: {
        help: 'Records of failed sign-ins that are not in the database yet.',
        read: () => this.refusals.waiting,
      },
      refusals_lost: {
        help: 'Records of failed sign-ins that were lost: they could not be written for too long.',
        read: () => this.refusals.lost,
      },
      passwords_waiting: {
        help: 'Passwords that wait to be looked at, delayed ones included.',
        read: () => this.guesses.waiting,
      },
      changes_committed: { help: 'Changes committed by this process since its start.', read: () => changes.committed },
    })
  }

  async start(): Promise<void> {
    const { tls, trustedProxies, basePath, listen: address, metricsListen } = this.#options
    const server = createListener({
      tls: tls && { cert: readFileSync(tls.certFile), key: readPrivateFile(tls.keyFile, 'TLS private key') },
      trustedProxies: new TrustedProxies(trustedProxies),
      basePath,
      answer: (request) => this.#answer(request),
      refused: (reason) => this.#metrics.refused(reason),
      disbelieved: (peer) => this.#disbelieve(peer),
      fault: (requestId, error) => this.fault(requestId, error),
    })
    if (metricsListen !== undefined) {
      this.#doors.push(await listen(this.#metrics.createServer(), metricsListen))
    }
    const door = await listen(server, address)
    this.#doors.push(door)
    this.url = `${tls === undefined ? 'http' : 'https'}://${door.authority}`
    this.#openConsole(door.port)
    this.#timers.push(setInterval(() => void this.#flushUses(), limits.lastUsedFlushEvery))
    this.#timers.push(setInterval(() => void this.#foldUses(), limits.lastUsedFoldEvery))
    this.#timers.push(setInterval(() => void this.#flushRefusals('flush'), limits.refusalsFlushEvery))
    this.#log.info({ url: this.url }, 'ready')
  }

  /** `port`: where the server listens, which is not known before it does. */
  #openConsole(port: number | undefined): void {
    const { console, listen: address, tls, apiUrl, basePath } = this.#options
    const bound = address.kind === 'tcp' && port !== undefined ? { ...address, port } : address
    const origins = consoleOriginsAt(bound, { given: console.origins, tls: tls !== undefined })
    this.consoleOrigins = origins
    this.apiUrl = apiUrl ?? `${console.origins[0] ?? this.url}${basePath}`
    const files = ConsoleFiles.open(console.folder)
    if (files === undefined) {
      this.#log.warn('the console is not built, and is not served: npm run build')
      return
    }
    if (origins.length === 0) {
      this.#log.warn('the console is not served: at this address it wants --console-origin with https')
      return
    }
    this.#console = new Console({ files, origins, port })
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await Promise.all(this.#doors.map((door) => door.close()))
    await this.reports.close()
    await this.#flushUses()
    await this.#flushRefusals('flushAll')
    await this.changes.close()
    await this.directory.close()
    if (this.url !== '') this.#log.info('stopped')
    await new Promise((resolve) => this.#log.flush(resolve))
  }

  fault(requestId: string, error: unknown): void {
    this.#log.error(
      { requestId, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'a call failed',
    )
  }

  observe(record: Parameters<House['observe']>[0], status: number): void {
    this.#metrics.observe(record)
    if (this.#log.isLevelEnabled('debug')) {
      const { requestId, operation, caller, error } = record
      this.#log.debug({ requestId, operation: operation?.name, caller: caller?.principal.arn, status, error }, 'call')
    }
  }

  #disbelieve(peer: string): void {
    this.#metrics.disbelieved()
    if (this.#toldOfProxy) return
    // Once: strangers can send such a header too.
    this.#toldOfProxy = true
    this.#log.warn(
      { peer },
      'X-Forwarded-For came from a peer that is not trusted: if it is a proxy of yours, all its visitors share one budget for signing in; name it with --trusted-proxy',
    )
  }

  async #answer(request: RawRequest): Promise<RawResponse | FileResponse> {
    const path = pathOf(request)
    if (request.method === 'GET' && path === '/healthz') return plainText(200, 'ok')
    if (request.method === 'GET' && path === '/readyz') return this.#readiness()
    if (protocolOf(request) !== 'query' || query.accepts(request)) return dispatch(request, this)
    return this.#console?.answer(request) ?? plainText(404, this.#console === undefined ? noConsole : noSuchPage)
  }

  async #readiness(): Promise<RawResponse> {
    try {
      await checkDataKeys(this.directory, this.keyRing)
      await this.directory.settle(({ head }) => checkClock(head))
      return plainText(200, 'ready')
    } catch (error) {
      this.#log.error({ fault: causeOf(error) }, 'not ready')
      return plainText(503, 'not ready')
    }
  }

  async #flushUses(): Promise<void> {
    try {
      await this.lastUsed.flush((uses) => this.changes.recordUses(uses))
    } catch (error) {
      // They stay noted, and go with the next flush.
      this.#log.error({ fault: causeOf(error) }, 'last uses could not be written')
    }
  }

  async #flushRefusals(how: 'flush' | 'flushAll'): Promise<void> {
    try {
      await this.refusals[how](systemClock(), (refusals) => this.changes.recordRefusals(refusals))
    } catch (error) {
      // They stay noted, as far as there is room, and go with the next flush.
      const { waiting, lost } = this.refusals
      this.#log.error({ fault: causeOf(error), waiting, lost }, 'failed sign-ins could not be recorded')
    }
  }

  async #foldUses(): Promise<void> {
    try {
      await this.changes.foldUses()
    } catch (error) {
      this.#log.error({ fault: causeOf(error) }, 'last uses could not be folded')
    }
  }
}

/** What the operator has to know: the words for callers say nothing of it. */
const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause !== undefined ? reason(error.cause) : reason(error)

const noConsole =
  'This is Keyward: it speaks the AWS IAM and STS query protocol at this address. Its console is not served here.'
const noSuchPage = 'This is Keyward: nothing is at this address.'
