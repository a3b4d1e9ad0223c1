import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { send, type Answer } from './caller.ts'
import { initialise, Server, temporaryFolder, type Place } from './server.ts'

/** A page of the console, as a browser sends what it asks. */
class Page {
  readonly #server: Server
  readonly cookies = new Map<string, string>()
  handle = '-'

  constructor(server: Server) {
    this.#server = server
  }

  async call(operation: string, input: object = {}, more: Record<string, string> = {}): Promise<Answer> {
    const host = `keyward.localhost:${this.#server.port}`
    const answer = await send(this.#server.url, JSON.stringify(input), {
      method: 'POST',
      path: `/api/${operation}`,
      headers: {
        Host: host,
        Origin: `http://${host}`,
        'Content-Type': 'application/json',
        'X-Keyward-Console': this.handle,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...more,
      },
    })
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (cookie.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}

const administrator = ({ account }: Place, Password: string) => ({
  PrincipalType: 'User',
  Account: account.accountId,
  UserName: 'administrator',
  Password,
})

const bodyOf = ({ body }: Answer) => JSON.parse(body) as Record<string, never>

function rows(place: Place, text: string): readonly Record<string, unknown>[] {
  const database = new Database(join(place.folder, 'keyward.db'), { readonly: true })
  try {
    return database.prepare(text).all() as Record<string, unknown>[]
  } finally {
    database.close()
  }
}

it('the administrator of init signs in, must choose a password, and works; no secret of it stays behind', async () => {
  const place = await initialise()
  const server = await Server.start(place, ['--log-level', 'debug'])
  const page = new Page(server)
  const first = await page.call('signin/SignIn', administrator(place, place.account.adminPassword))
  expect(bodyOf(first)).toMatchObject({ Next: 'ChangePassword', Reason: 'ResetRequired' })
  const attempt = bodyOf(first)['Attempt'] ?? ''
  const nonce = page.cookies.get(`keyward-attempt-${server.port}`) ?? ''
  const NewPassword = 'Correct-Horse-Battery-1'
  const second = await page.call('signin/ChangePassword', {
    Attempt: attempt,
    OldPassword: place.account.adminPassword,
    NewPassword,
  })
  expect(bodyOf(second)).toMatchObject({ Next: 'Done', Session: { UserName: 'administrator' } })
  page.handle = (bodyOf(second)['Session'] as unknown as { Handle: string }).Handle
  expect(bodyOf(await page.call('iam/ListUsers'))).toMatchObject({ Users: [{ UserName: 'administrator' }] })
  const session = page.cookies.get(`keyward-${server.port}`) ?? ''
  expect(session).toMatch(/^[\w-]{43}$/)
  const { stderr } = await server.stop()
  const files = readdirSync(place.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place.folder, name))
    .filter((file) => statSync(file).isFile())
  const places = [stderr, ...files.map((file) => readFileSync(file, 'latin1'))]
  expect(places.length).toBeGreaterThan(2)
  for (const secret of [place.account.adminPassword, NewPassword, session, nonce, attempt]) {
    expect(secret.length).toBeGreaterThan(15)
    expect(places.filter((text) => text.includes(secret))).toEqual([])
  }
})

it('failures are in the database soon after, none moves the head, and none is lost with the end of the server', async () => {
  const place = await initialise()
  const server = await Server.start(place)
  const page = new Page(server)
  const head = rows(place, 'select n, nonce, at from head')
  const fail = async (UserName = 'administrator') => {
    const answer = await page.call('signin/SignIn', { ...administrator(place, 'wrong'), UserName })
    expect(bodyOf(answer)).toMatchObject({ __type: 'AuthenticationFailed' })
  }
  await fail()
  await fail('nobody')
  await vi.waitFor(() => expect(rows(place, 'select count from event_pack')).toEqual([{ count: 1 }]), 5_000)
  expect(rows(place, 'select address, reason, count from stranger_count')).toEqual([
    { address: '127.0.0.0/24', reason: 'NoSuchUser', count: 1 },
  ])
  await fail()
  await server.stop()
  expect(rows(place, 'select sum(count) as count from event_pack')).toEqual([{ count: 2 }])
  expect(rows(place, 'select n, nonce, at from head')).toEqual(head)
})

it('a proxy that is not trusted is told of, once in the log and always in the metrics', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  const socketPath = join(folder, 'metrics.sock')
  const server = await Server.start(await initialise(), ['--metrics-listen', socketPath])
  const page = new Page(server)
  for (let i = 0; i < 3; i++) await page.call('signin/Begin', {}, { 'X-Forwarded-For': '203.0.113.1' })
  const { body } = await send('http://metrics', '', { method: 'GET', path: '/metrics', socketPath })
  expect(body).toContain('keyward_forwarding_disbelieved_total 3')
  const { stderr } = await server.stop()
  expect(stderr.match(/name it with --trusted-proxy/g)).toHaveLength(1)
})
