import { expect, it } from 'vitest'
import { parseAccountId, type AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import type { ReportedUser } from '../store/credential-report-rows.ts'
import { header, userRow } from './columns.ts'

const account = parseAccountId('123456789012') as AccountId
const at = Date.parse('2026-11-24T12:00:00.999Z')
const user: ReportedUser = {
  id: 'AIDAA',
  name: 'a',
  nameKey: 'a',
  path: '/',
  createdAt: at,
  passwordChangedAt: null,
  passwordUsedAt: null,
}

it('has AWS’s header', () => {
  expect(header).toBe(
    'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,' +
      'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
      'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,' +
      'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
  )
})

it('has no row that is shorter than the limit says', () => {
  const row = userRow(account, user, [], null)
  expect(row).toBe(
    'a,arn:aws:iam::123456789012:user/a,2026-11-24T12:00:00Z,false,N/A,N/A,N/A,false,' +
      'false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
  )
  expect(Buffer.byteLength(`\n${row}`)).toBe(limits.credentialReportRowBytesMin)
})

it('quotes what a region or service of a signature may hold', () => {
  const use = { at, service: 'i"am', region: 'eu,\n1' }
  expect(userRow(account, user, [{ status: 'Inactive', createdAt: at, use }], null)).toContain(
    ',false,2026-11-24T12:00:00Z,2026-11-24T12:00:00Z,"eu,\n1","i""am",false,N/A,',
  )
})

it('counts the days of a password policy from the last change', () => {
  const row = (days: number | null) => userRow(account, { ...user, passwordChangedAt: at }, [], days).split(',')
  expect(row(1).slice(3, 7)).toEqual(['true', 'no_information', '2026-11-24T12:00:00Z', '2026-11-25T12:00:00Z'])
  expect(row(1095)[6]).toBe('2029-11-23T12:00:00Z')
  expect(row(null)[6]).toBe('N/A')
})
