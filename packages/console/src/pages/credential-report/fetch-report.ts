import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { bytesOfBase64 } from './bytes.ts'

export interface Report {
  readonly file: string
  readonly content: Blob
  readonly generatedAt: number
}

export type Progress = 'generating' | 'fetching'

const pollEvery = 1_000
const pollsMax = 180

/**
 * Has a report made and brings it. It never goes through the query library: nothing of it is kept but the Blob. Undefined where it
 * is still being made after some minutes. Throws an ApiError.
 */
export async function fetchReport(
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Report | undefined> {
  tell('generating')
  for (let poll = 0; poll < pollsMax; poll++) {
    const { State } = await call('iam', 'GenerateCredentialReport', {}, { signal })
    if (State === 'COMPLETE') {
      tell('fetching')
      const report = await fetchCompleted(signal)
      if (report !== undefined) return report
    }
    await pause(pollEvery, signal)
  }
  return undefined
}

/** Undefined where it has gone stale between the two calls. */
async function fetchCompleted(signal: AbortSignal): Promise<Report | undefined> {
  try {
    const { Content = '', GeneratedTime = Date.now() } = await call('iam', 'GetCredentialReport', {}, { signal })
    const file = `status_reports_${new Date(GeneratedTime).toISOString().replaceAll(':', '-')}.csv`
    const content = new Blob(await bytesOfBase64(Content), { type: 'text/csv' })
    return { file, content, generatedAt: GeneratedTime }
  } catch (error) {
    const again = ['ReportExpired', 'ReportInProgress', 'ReportNotPresent']
    if (error instanceof ApiError && again.includes(error.code)) return undefined
    throw error
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
