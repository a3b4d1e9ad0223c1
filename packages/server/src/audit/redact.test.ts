import { expect, it } from 'vitest'
import { operationModel } from '../protocol/protocol.ts'
import { redacted } from './redact.ts'

const model = (name: string) => operationModel('iam', name)
const created = (CreateDate: number) =>
  redacted({ User: { UserName: 'x', CreateDate } }, model('CreateUser')?.output) as { user: { createDate: string } }

it.each([
  ['2024-07-30T21:53:13Z', 'Jul 30, 2024 9:53:13 PM'],
  ['2026-01-02T00:00:00Z', 'Jan 2, 2026 12:00:00 AM'],
  ['2026-02-28T12:05:09.999Z', 'Feb 28, 2026 12:05:09 PM'],
  ['2026-12-31T11:59:59Z', 'Dec 31, 2026 11:59:59 AM'],
])('writes the time %s as %s', (time, text) => {
  expect(created(Date.parse(time)).user.createDate).toBe(text)
})

it('leaves out whatever the model calls sensitive, name and all', () => {
  const input = { UserName: 'x', Password: 'hunter2', PasswordResetRequired: false }
  expect(redacted(input, model('CreateLoginProfile')?.input)).toEqual({ userName: 'x', passwordResetRequired: false })
  const output = { AccessKey: { UserName: 'x', AccessKeyId: 'AKIA', SecretAccessKey: 's', Status: 'Active' } }
  expect(redacted(output, model('CreateAccessKey')?.output)).toEqual({
    accessKey: { userName: 'x', accessKeyId: 'AKIA', status: 'Active' },
  })
  expect(redacted({ OldPassword: 'a', NewPassword: 'b' }, model('ChangePassword')?.input)).toBeNull()
})

it('leaves out bytes: seeds and QR codes', () => {
  const device = {
    VirtualMFADevice: { SerialNumber: 's', Base32StringSeed: Buffer.from('a'), QRCodePNG: Buffer.from('b') },
  }
  expect(redacted(device, model('CreateVirtualMFADevice')?.output)).toEqual({ virtualMFADevice: { serialNumber: 's' } })
})

it('leaves out what the model does not know', () => {
  expect(redacted({ UserName: 'x', Extra: 'secret' }, model('GetUser')?.input)).toEqual({ userName: 'x' })
})

it('is null where there is nothing', () => {
  expect(redacted({}, model('GetUser')?.input)).toBeNull()
  expect(redacted(undefined, model('CreateUser')?.output)).toBeNull()
  expect(redacted({ UserName: 'x' }, undefined)).toBeNull()
})
