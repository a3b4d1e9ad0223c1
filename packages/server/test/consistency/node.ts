import { sign } from '@keyward/sigv4'
import { LastUsedNotes } from '../../src/audit/last-used.ts'
import { RefusalNotes } from '../../src/audit/refusal-notes.ts'
import { Computations } from '../../src/operations/computations.ts'
import { Guesses } from '../../src/authn/guesses.ts'
import { systemClock } from '../../src/domain/clock.ts'
import { Passwords } from '../../src/secrets/passwords.ts'
import { SigningKeys } from '../../src/authn/signing-keys.ts'
import type { Directory, Judge } from '../../src/directory/directory.ts'
import type { View } from '../../src/directory/view.ts'
import { dispatch, type House } from '../../src/dispatch.ts'
import type { RawRequest } from '../../src/domain/http.ts'
import type { KeyRing } from '../../src/secrets/key-ring.ts'
import type { Head } from '../../src/store/head.ts'
import type { Change } from '../../src/writer/change.ts'
import type { Changes } from '../../src/writer/changes.ts'
import { defaultSettings, noReports } from '../defaults.ts'
import { monotonic, requestIdOf, type Call, type Judged } from './trace.ts'

export interface Key {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Told the head that each transaction of a change took. */
export type NoteHead = (change: Change, head: Head) => void

interface Engine {
  readonly directory: Directory
  changes(note: NoteHead): Changes
  /** The changes are in a thread that does not tell which heads it took. */
  readonly silent?: true
}

/** One process's worth of a house, whose calls are recorded. */
export class Node {
  readonly name: string
  readonly calls: Call[] = []
  readonly faults: unknown[] = []
  readonly #directory: Directory
  readonly #changes: Changes
  readonly #keyRing: KeyRing
  readonly #signingKeys: SigningKeys
  readonly #moved: Map<string, Head[]> | undefined
  readonly #clock: () => number

  constructor(name: string, engine: Engine, { keyRing, clock }: { keyRing: KeyRing; clock: () => number }) {
    this.name = name
    this.#directory = engine.directory
    const moved = new Map<string, Head[]>()
    this.#moved = engine.silent ? undefined : moved
    this.#changes = engine.changes(({ facts: { requestId } }, head) => {
      moved.set(requestId, [...(moved.get(requestId) ?? []), head])
    })
    this.#keyRing = keyRing
    this.#signingKeys = new SigningKeys(keyRing)
    this.#clock = clock
  }

  /** Signs and sends one call, and records it. */
  async call(key: Key, action: string, parameters: Readonly<Record<string, string>> = {}): Promise<Call> {
    const watched = new WatchedDirectory(this.#directory)
    const house: House = {
      directory: watched,
      changes: this.#changes,
      keyRing: this.#keyRing,
      signingKeys: this.#signingKeys,
      lastUsed: new LastUsedNotes(),
      passwords: new Passwords(),
      guesses: new Guesses({ clock: systemClock, delay: async () => undefined }),
      refusals: new RefusalNotes(),
      computations: new Computations(),
      settings: defaultSettings,
      reports: noReports,
      consoleOrigins: [],
      apiUrl: '',
      fault: (_, error) => this.faults.push(error),
      observe: () => undefined,
    }
    const request = signed(key, action, parameters, this.#clock())
    const beganAt = this.#clock()
    const began = monotonic()
    const response = await dispatch(request, house)
    const body = response.body.toString()
    const call: Call = {
      process: this.name,
      accessKeyId: key.accessKeyId,
      action,
      parameters,
      began,
      beganAt,
      ended: monotonic(),
      endedAt: this.#clock(),
      status: response.status,
      body,
      judged: watched.judged,
      readAt: watched.readAt,
      starts: watched.views.size,
      moved: this.#moved && (this.#moved.get(requestIdOf({ body })) ?? []),
    }
    this.calls.push(call)
    return call
  }

  async close(): Promise<void> {
    await this.#directory.close()
    await this.#changes.close()
  }
}

/** Notes of one call what it was judged at; only its last judgement counts. */
class WatchedDirectory implements Directory {
  readonly views = new Set<View>()
  judged: Judged | undefined
  readAt: Judged[] = []
  readonly #inner: Directory

  constructor(inner: Directory) {
    this.#inner = inner
  }

  settle<Value>(judge: Judge<Value>): Value | Promise<Value> {
    return this.#inner.settle((view) => {
      this.views.add(view)
      this.judged = judgedAt(view)
      this.readAt = []
      return judge(this.#watch(view))
    })
  }

  close(): Promise<void> {
    return this.#inner.close()
  }

  #watch(view: View): View {
    const note = (): void => void this.readAt.push(judgedAt(view))
    return {
      head: view.head,
      now: view.now,
      get(lookup, args) {
        const value = view.get(lookup, args)
        note()
        return value
      },
      derive: (compute, key) => view.derive(compute, key),
    }
  }
}

const judgedAt = ({ head, now }: View): Judged => ({ n: head.n, nonce: head.nonce, now })

const services = { GetCallerIdentity: 'sts', GetAccessKeyInfo: 'sts' } as const
const versions = { iam: '2010-05-08', sts: '2011-06-15' } as const

function signed(key: Key, action: string, parameters: Readonly<Record<string, string>>, now: number): RawRequest {
  const service = action in services ? 'sts' : 'iam'
  const form = new URLSearchParams({ Action: action, Version: versions[service], ...parameters })
  const request = {
    method: 'POST',
    target: '/',
    rawHeaders: ['Host', 'keyward.test', 'Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
    body: Buffer.from(form.toString()),
  }
  const added = sign(request, key, { now, region: 'us-east-1', service })
  return {
    ...request,
    basePath: '',
    rawHeaders: [...request.rawHeaders, ...Object.entries(added).flat()],
    sourceIp: '192.0.2.7',
    secure: false,
  }
}
