import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { createDatabase } from '../../test/postgres-database.ts'
import { systemClock } from '../domain/clock.ts'
import { createAccount } from './create-account.ts'
import { initialise } from './initialise.ts'
import type { Place } from './place.ts'

const options = { administrator: true, rootAccessKey: false }

/** A way to the database that breaks when a connection that added an account sends this. */
async function breakingAt(url: string, command: string, passOn: boolean): Promise<string> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let added = false
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => undefined))
    client.on('data', (data) => {
      added ||= data.includes('into "account"')
      if (!added || !data.includes(command)) return void upstream.write(data)
      client.destroy()
      if (passOn) upstream.write(data)
      else upstream.destroy()
    })
    upstream.on('data', (data) => client.write(data))
    client.on('close', () => added || upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const way = new URL(url)
  way.hostname = '127.0.0.1'
  way.port = String((server.address() as AddressInfo).port)
  return way.href
}

async function newPlace(): Promise<Place & { kind: 'postgres' }> {
  const { url, drop } = await createDatabase(inject('postgresUrl'))
  const folder = mkdtempSync(join(tmpdir(), 'keyward-init-'))
  onTestFinished(async () => {
    rmSync(folder, { recursive: true })
    await drop()
  })
  return { kind: 'postgres', url, masterKeyFile: join(folder, 'key') }
}

it('keeps the master key where the COMMIT was not answered, for it may have taken place', async () => {
  const place = await newPlace()
  const url = await breakingAt(place.url, 'commit', true)
  await expect(initialise({ ...place, url }, options, systemClock)).rejects.toThrow('was left in place')
  expect(existsSync(place.masterKeyFile)).toBe(true)
  expect((await createAccount(place, options)).administrator?.userName).toBe('administrator')
})

it('removes the master key where the set-up was broken off before its COMMIT', async () => {
  const place = await newPlace()
  const url = await breakingAt(place.url, 'into "iam_user"', false)
  await expect(initialise({ ...place, url }, options, systemClock)).rejects.toThrow('nothing of it was kept')
  expect(existsSync(place.masterKeyFile)).toBe(false)
})
