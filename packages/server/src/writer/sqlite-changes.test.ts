import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../domain/clock.ts'
import { initialise } from '../operator/initialise.ts'
import { databaseFile, folderPlace } from '../operator/place.ts'
import { defaultSettings } from '../../test/defaults.ts'
import type { Change } from './change.ts'
import { SqliteChanges } from './sqlite-changes.ts'

let folder: string
let change: Change

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyward-changes-'))
  const account = await initialise(folderPlace(folder), { administrator: true, rootAccessKey: false }, systemClock)
  change = {
    credential: { type: 'AccessKey', id: account.administrator?.accessKeyId ?? '' },
    protocol: 'query',
    service: 'iam',
    operation: 'CreateUser',
    input: { UserName: 'alice' },
    prepared: undefined,
    facts: {
      requestId: 'test',
      sourceIp: '192.0.2.7',
      secure: false,
      userAgent: undefined,
      referer: undefined,
      host: undefined,
      region: 'us-east-1',
      browser: undefined,
    },
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = () =>
  new SqliteChanges({
    databaseFile: databaseFile(folder),
    masterKeyFile: join(folder, 'master.key'),
    settings: defaultSettings,
  })

it('does a change in its thread and gives back the rendered answer', async () => {
  const changes = open()
  expect((await changes.perform(change)).body.toString()).toContain('<UserName>alice</UserName>')
  await expect(changes.perform(change)).rejects.toMatchObject({ code: 'EntityAlreadyExists' })
  expect(changes.committed).toBe(1)
  await changes.close()
})

it('gives back the sealed reason of a refusal, which its thread sealed', async () => {
  const changes = open()
  const asAdministrator = (operation: string, input: object) => changes.perform({ ...change, operation, input })
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Action: 'iam:CreateUser', Resource: '*' },
  })
  const own = { UserName: 'administrator', PolicyName: 'deny' }
  await asAdministrator('PutUserPolicy', { ...own, PolicyDocument })
  await expect(changes.perform(change)).rejects.toMatchObject({
    code: 'AccessDenied',
    sealedReason: expect.stringMatching(/^[\w-]{2048}$/) as string,
  })
  await asAdministrator('DeleteUserPolicy', own)
  await changes.close()
})

it('answers 503 while its thread cannot live, and goes on once it can', async () => {
  const key = join(folder, 'master.key')
  renameSync(key, `${key}.away`)
  const changes = open()
  await expect(changes.perform({ ...change, input: { UserName: 'bob' } })).rejects.toMatchObject({
    code: 'ServiceUnavailable',
  })
  renameSync(`${key}.away`, key)
  expect((await changes.perform({ ...change, input: { UserName: 'bob' } })).status).toBe(200)
  await changes.close()
})
