import type { ApiError } from '../../api/api-error.ts'

export interface MadeKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * What came of pressing the button.
 * - `made`: the only sight of the secret.
 * - `lost`: a key was made, but its answer never came; its secret is nowhere.
 * - `unknown`: no answer came, and the keys cannot be listed: it may exist.
 * - `notMade`: there is no new key, and `error` says why.
 */
export type Outcome =
  | { readonly kind: 'made'; readonly key: MadeKey }
  | { readonly kind: 'lost'; readonly accessKeyId: string }
  | { readonly kind: 'unknown'; readonly error: ApiError }
  | { readonly kind: 'notMade'; readonly error: ApiError }

export interface Calls {
  /** The ids that are there; undefined where they may not be listed. Throws ApiError. */
  readonly list: () => Promise<ReadonlySet<string> | undefined>
  readonly create: () => Promise<MadeKey>
  readonly isApiError: (thrown: unknown) => thrown is ApiError
}

/**
 * Makes one key. It notes the ids before it calls, so that a lost answer does not become a second key: what is new
 * afterwards was made by the call whose answer was lost. One maker lives as long as its page, and remembers what was there
 * before its first call: a key that a lost call makes late is found by the next press, which then makes none.
 */
export function keyMaker({ list, create, isApiError }: Calls): () => Promise<Outcome> {
  let before: ReadonlySet<string> | undefined
  let lostAnswer: ApiError | undefined

  const newOne = (now: ReadonlySet<string> | undefined): string | undefined =>
    before && now && [...now].find((id) => before?.has(id) === false)

  return async () => {
    try {
      const now = await list()
      if (lostAnswer) {
        const late = newOne(now)
        if (late !== undefined) return { kind: 'lost', accessKeyId: late }
        // Without a look at the keys another call could be a second key.
        if (before === undefined || now === undefined) return { kind: 'unknown', error: lostAnswer }
      } else before = now
    } catch (error) {
      if (isApiError(error)) return { kind: lostAnswer ? 'unknown' : 'notMade', error }
      throw error
    }
    try {
      return { kind: 'made', key: await create() }
    } catch (error) {
      if (!isApiError(error)) throw error
      if (!error.isUncertain) return { kind: 'notMade', error }
      lostAnswer = error
      return await afterLostAnswer(error)
    }
  }

  async function afterLostAnswer(error: ApiError): Promise<Outcome> {
    let now: ReadonlySet<string> | undefined
    try {
      now = await list()
    } catch (thrown) {
      if (!isApiError(thrown)) throw thrown
    }
    if (before === undefined || now === undefined) return { kind: 'unknown', error }
    const accessKeyId = newOne(now)
    return accessKeyId === undefined ? { kind: 'notMade', error } : { kind: 'lost', accessKeyId }
  }
}
