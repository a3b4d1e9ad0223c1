import { limits } from '../src/domain/limits.ts'
import type { CredentialReports, Settings } from '../src/operations/operation.ts'

/** What a server has that is told nothing. */
export const defaultSettings: Settings = {
  usersPerAccount: limits.usersPerAccountDefault,
  credentialReportCache: limits.credentialReportCacheDefault,
}

/** For houses whose calls never ask for a credential report. */
export const noReports: CredentialReports = {
  begin: () => undefined,
  content: () => {
    throw new Error('this house has no reports')
  },
}
