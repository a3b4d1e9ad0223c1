import { rootArn, userArn } from '../domain/arn.ts'
import { day } from '../domain/clock.ts'
import type { AccountId } from '../domain/ids.ts'
import type { ReportedKey, ReportedRoot, ReportedUser } from '../store/credential-report-rows.ts'

/** The columns of a credential report, in AWS's order. */
const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_1_last_used_region',
  'access_key_1_last_used_service',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'access_key_2_last_used_region',
  'access_key_2_last_used_service',
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
] as const

export const header = columns.join(',')

// There are no devices and no signing certificates yet.
const mfa = 'false'
const certificates = 'false,N/A,false,N/A'

/** The first row: the root user. AWS does not say whether it has a password. */
export function rootRow(account: AccountId, root: ReportedRoot, keys: readonly ReportedKey[]): string {
  const password = `not_supported,${passwordUse(root.passwordUsedAt)},not_supported,not_supported`
  const start = `<root_account>,${rootArn(account)},${date(root.createdAt)}`
  return `${start},${password},${mfa},${keyFields(keys[0])},${keyFields(keys[1])},${certificates}`
}

/** `passwordDays`: after how many days passwords expire, null where they do not. */
export function userRow(
  account: AccountId,
  user: ReportedUser,
  keys: readonly ReportedKey[],
  passwordDays: number | null,
): string {
  const start = `${quoted(user.name)},${quoted(userArn(account, user.path, user.name))},${date(user.createdAt)}`
  return `${start},${passwordFields(user, passwordDays)},${mfa},${keyFields(keys[0])},${keyFields(keys[1])},${certificates}`
}

function passwordFields(user: ReportedUser, passwordDays: number | null): string {
  const changedAt = user.passwordChangedAt
  if (changedAt === null) return 'false,N/A,N/A,N/A'
  const nextRotation = passwordDays === null ? 'N/A' : date(changedAt + passwordDays * day)
  return `true,${passwordUse(user.passwordUsedAt)},${date(changedAt)},${nextRotation}`
}

const passwordUse = (usedAt: number | null): string => (usedAt === null ? 'no_information' : date(usedAt))

/** A key that was deactivated and activated again is as old as before: it was not rotated. */
function keyFields(key: ReportedKey | undefined): string {
  if (key === undefined) return 'false,N/A,N/A,N/A,N/A'
  const { status, createdAt, use } = key
  const lastUsed = use === undefined ? 'N/A,N/A,N/A' : `${date(use.at)},${quoted(use.region)},${quoted(use.service)}`
  return `${status === 'Active'},${date(createdAt)},${lastUsed}`
}

/** RFC 4180, and only where it is needed: what AWS writes bare stays bare. */
function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

/** Whole seconds, UTC. */
const date = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
