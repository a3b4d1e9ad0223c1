import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { presign } from '@keyward/sigv4'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { labels as layout } from '../../packages/console/src/layout/labels.ts'
import { labels as session } from '../../packages/console/src/session/labels.ts'
import { call, expectOk } from '../caller.ts'
import { missingChromium } from './chromium.ts'
import { password } from './house.ts'
import { addUser, codeOf, shareHouse, replay, sessionCookie, signedIn, signIn } from './shared-house.ts'
import { Person } from './person.ts'

interface Heard {
  readonly path: string
  readonly body: string
  readonly cookie: string
}

/** Somebody else's site on this machine: `page` is what it shows at any path. Names ending in .localhost all lead to it. */
async function otherSite(page: string, headers: Record<string, string | string[]> = {}) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      heard.push({ path: request.url ?? '', body, cookie: request.headers.cookie ?? '' })
      response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(page)
    })
  })
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { port: (server.address() as AddressInfo).port, heard }
}

/** Each host the site can have: a stranger's, and the console's own name at another port, which is the same site to a browser. */
const names = ['evil.localhost', 'keyward.localhost', 'localhost']

interface Init {
  readonly method: 'POST'
  readonly credentials?: 'include'
  readonly mode?: 'no-cors'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a page makes of a call, in a line. */
function fetched(page: Page, url: string, init: Init): Promise<string> {
  return page.evaluate<string, [string, Init]>(
    ([address, options]) =>
      fetch(address, options).then(
        async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
        () => 'refused',
      ),
    [url, init],
  )
}

const missing = missingChromium()

describe.skipIf(missing !== undefined)(`another site${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()
  const users = async () => (await expectOk(call(house.server.url, house.admin, 'ListUsers'))).all('UserName')

  it.each(names)('changes nothing by a form, though the person is signed in (%s)', async (name) => {
    const person = await signedIn(house, 'ada')
    const form = (type: string, field: string) =>
      `<form id=f method=post enctype="${type}" action="${house.origin}/api/iam/CreateUser"><input name='${field}'></form>`
    const query = `<form id=f method=post action="${house.origin}/"><input name=Action value=CreateUser><input name=UserName value=evil><input name=Version value=2010-05-08></form>`
    for (const page of [form('text/plain', '{"UserName":"evil","x":"'), form('multipart/form-data', 'x'), query]) {
      const { port } = await otherSite(page)
      await person.page.goto(`http://${name}:${port}/`)
      await person.page.evaluate('document.getElementById("f").submit()')
      await person.page.waitForURL(`${house.origin}/**`)
      expect(await person.page.content()).toMatch(/MissingAuthenticationToken/)
    }
    expect(await users()).not.toContain('evil')
  })

  it.each(names)('changes and reads nothing by a script (%s)', async (name) => {
    const person = await signedIn(house, 'ada')
    const { port } = await otherSite('<p>hello</p>')
    await person.page.goto(`http://${name}:${port}/`)
    const json = { 'Content-Type': 'application/json', 'X-Keyward-Console': '-' }
    for (const path of ['/api/iam/CreateUser', '/api/signin/Begin']) {
      for (const init of [
        { method: 'POST', credentials: 'include', headers: json, body: '{"UserName":"evil"}' },
        { method: 'POST', credentials: 'include', body: '{"UserName":"evil"}' },
      ] as const) {
        // Asked whether it may, the server says nothing that lets the browser send the first; the second's answer is kept from it.
        expect(await fetched(person.page, house.origin + path, init)).toBe('refused')
      }
      const blind = { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"UserName":"evil"}' } as const
      expect(await fetched(person.page, house.origin + path, blind)).toMatch(/^opaque 0 $|^refused$/)
    }
    expect(await users()).not.toContain('evil')
  })

  it.each(names)('plants no session by signing its own user in (%s)', async (name) => {
    const person = await Person.at(house.browser, house.server)
    const input = {
      PrincipalType: 'User',
      Account: house.place.account.accountId,
      UserName: 'ada',
      Password: password,
      x: '',
    }
    const field = JSON.stringify(input).slice(0, -2)
    const { port } = await otherSite(
      `<form id=f method=post enctype=text/plain action="${house.origin}/api/signin/SignIn"><input name='${field}' value='"}'></form>`,
    )
    await person.page.goto(`http://${name}:${port}/`)
    await fetched(person.page, `${house.origin}/api/signin/SignIn`, {
      ...{ method: 'POST', mode: 'no-cors', credentials: 'include', body: JSON.stringify(input) },
    })
    await person.page.evaluate('document.getElementById("f").submit()')
    await person.page.waitForURL(`${house.origin}/**`)
    expect(await person.context.cookies()).toEqual([])
  })

  it('cannot frame a page of the console', async () => {
    const person = await signedIn(house, 'ada')
    const { port } = await otherSite(`<iframe src="${house.origin}/iam/home"></iframe>`)
    for (const name of names) {
      await person.page.goto(`http://${name}:${port}/`)
      const [frame] = person.page.frames().slice(1)
      // What the browser shows in its place.
      expect(frame?.url()).not.toContain('/iam/home')
    }
  })

  it('has no hold on a window it opened, and the page learns nothing of where it came from', async () => {
    const person = await signedIn(house, 'ada')
    const { port } = await otherSite('<p>hello</p>')
    await person.page.goto(`http://evil.localhost:${port}/secret-path`)
    const [opened] = await Promise.all([
      person.context.waitForEvent('page'),
      person.page.evaluate(`window.w = window.open('${house.origin}/iam/home', 'w')`),
    ])
    // The link brings no cookie of ours with it: the page asks by itself, and is signed in.
    await opened.getByRole('heading', { name: layout.dashboard.en }).waitFor()
    expect(await person.page.evaluate<boolean>('window.w.closed')).toBe(true)
    expect(await opened.evaluate<unknown>('[window.opener, document.referrer.includes("secret-path")]')).toEqual([
      null,
      false,
    ])
  })

  it('that rebinds its name to the server gets neither a page nor an answer', async () => {
    const person = await signedIn(house, 'ada')
    const rebound = `http://evil.localhost:${house.server.port}`
    expect((await person.page.goto(`${rebound}/iam/home`))?.status()).toBe(421)
    // Its own page was there before its name led here.
    await person.page.route(`${rebound}/`, (route) => route.fulfill({ contentType: 'text/html', body: 'hello' }))
    await person.page.goto(`${rebound}/`)
    for (const operation of ['signin/Begin', 'signin/SignIn', 'iam/ListUsers']) {
      const headers = { 'Content-Type': 'application/json', 'X-Keyward-Console': '-' }
      const answer = await fetched(person.page, `/api/${operation}`, { method: 'POST', headers, body: '{}' })
      expect(answer).toMatch(/^basic 421 .*MisdirectedRequest/)
    }
  })

  it('at another port cannot pass its session for the one a page was opened in', async () => {
    await addUser(house, 'mallory')
    const person = await signedIn(house, 'ada')
    await person.go('/iam/home')
    await person.heading(layout.dashboard).waitFor()
    const cookie = await sessionCookie(house, await signedIn(house, 'mallory'))
    const { port } = await otherSite('planted', { 'Set-Cookie': `${cookie}; Path=/` })
    await (await person.context.newPage()).goto(`http://keyward.localhost:${port}/`)
    expect(await sessionCookie(house, person)).toBe(cookie)
    await person.link(layout.accountSettings).click()
    await person.heading(session.changedTitle).waitFor()
    const { accountId } = house.place.account
    await person.button(session.continueAs, { who: `mallory @ ${accountId}` }).waitFor()
    await person.button(session.signInAgainAs, { who: `ada @ ${accountId}` }).waitFor()
  })

  it('at another port cannot slip a second cookie beside the right one', async () => {
    const person = await signedIn(house, 'ada')
    const own = await sessionCookie(house, person)
    const { port } = await otherSite('planted', { 'Set-Cookie': `keyward-${house.server.port}=planted; Path=/api/` })
    await person.page.goto(`http://keyward.localhost:${port}/`)
    const handle = { 'X-Keyward-Console': 'a'.repeat(24) }
    for (const cookie of [`${own}; ${own}x`, `keyward-${house.server.port}=planted; ${own}`]) {
      const answer = await replay(house, 'iam/ListUsers', { ...handle, Cookie: cookie })
      expect([answer.status, codeOf(answer)]).toEqual([400, 'MalformedInput'])
    }
  })

  it('whose presigned call is opened as a page runs no script, and asks nothing in the name of the person', async () => {
    const person = await signedIn(house, 'ada')
    const unsigned = {
      method: 'GET',
      target:
        '/?Action=CreateUser&Version=2010-05-08&UserName=presigned&Path=%2F%3Cscript%3Ealert(1)%3C%2Fscript%3E%2F',
      rawHeaders: ['Host', new URL(house.origin).host],
      body: Buffer.alloc(0),
    }
    const target = presign(unsigned, house.admin, { now: Date.now(), region: 'us-east-1', service: 'iam' })
    const answer = await person.page.goto(house.origin + target)
    expect(answer?.headers()['content-security-policy']).toContain('sandbox')
    expect(answer?.headers()['content-type']).toContain('xml')
    expect(await person.page.evaluate<string>('self.origin')).toBe('null')
    expect(await fetched(person.page, `${house.origin}/api/signin/Begin`, { method: 'POST' })).toBe('refused')
  })
})

describe.skipIf(missing !== undefined)('the cookie of a session', () => {
  const house = shareHouse()

  it('opens nothing without the Origin and the handle of its page', async () => {
    const person = await signedIn(house, 'ada')
    const handle = await signIn(house, person, 'ada')
    const Cookie = await sessionCookie(house, person)
    const good = { Cookie, 'X-Keyward-Console': handle }
    const ask = async (more: Record<string, string | undefined>) => {
      const answer = await replay(house, 'iam/ListUsers', { ...good, ...more })
      return answer.status === 200 ? 'answered' : codeOf(answer)
    }
    const otherPort = `http://keyward.localhost:${house.server.port + 1}`
    expect(await ask({})).toBe('answered')
    expect(await ask({ Origin: undefined })).toBe('OriginRefused')
    expect(await ask({ Origin: 'null' })).toBe('OriginRefused')
    expect(await ask({ Origin: otherPort })).toBe('OriginRefused')
    expect(await ask({ Origin: house.origin.toUpperCase() })).toBe('OriginRefused')
    expect(await ask({ Origin: `http://localhost:${house.server.port}` })).toBe('OriginRefused')
    expect(await ask({ 'Sec-Fetch-Site': 'same-site' })).toBe('OriginRefused')
    expect(await ask({ 'X-Keyward-Console': undefined })).toBe('MissingAuthenticationToken')
    expect(await ask({ 'X-Keyward-Console': '-' })).toBe('SessionChanged')
    expect(await ask({ 'X-Keyward-Console': 'x'.repeat(24) })).toBe('SessionChanged')
    expect(await ask({ Cookie: undefined })).toBe('SessionEnded')
    expect(
      await ask({ Host: `evil.localhost:${house.server.port}`, Origin: `http://evil.localhost:${house.server.port}` }),
    ).toBe('MisdirectedRequest')
    expect(await ask({ Authorization: 'AWS4-HMAC-SHA256 x' })).not.toBe('answered')
  })

  it('is refused once its page has signed out, and so is a copy of it', async () => {
    const person = await signedIn(house, 'ada')
    const handle = await signIn(house, person, 'ada')
    const good = { Cookie: await sessionCookie(house, person), 'X-Keyward-Console': handle }
    expect((await replay(house, 'iam/ListUsers', good)).status).toBe(200)
    await person.go('/iam/home')
    await person.page.getByRole('button', { name: /ada @/ }).click()
    await person.page.getByRole('menuitem', { name: person.say(layout.signOut) }).click()
    await person.page.waitForURL(/\/signin/)
    const answer = await replay(house, 'iam/ListUsers', good)
    expect([answer.status, codeOf(answer)]).toEqual([401, 'SessionEnded'])
  })

  it('is never one that somebody else has put there', async () => {
    const person = await Person.at(house.browser, house.server)
    const name = `keyward-${house.server.port}`
    await person.context.addCookies([{ name, value: 'chosen-by-somebody-else', url: house.origin }])
    await person.go('/signin')
    await signIn(house, person, 'ada')
    expect(await sessionCookie(house, person)).not.toContain('chosen')
    // Nor one of a session that was somebody's: that one ends.
    const before = await sessionCookie(house, person)
    await signIn(house, person, 'ada')
    expect(await sessionCookie(house, person)).not.toBe(before)
    expect(codeOf(await replay(house, 'iam/ListUsers', { Cookie: before, 'X-Keyward-Console': 'x' }))).toBe(
      'SessionEnded',
    )
  })

  it('is out of reach for scripts', async () => {
    const person = await signedIn(house, 'ada')
    expect(await person.page.evaluate<string>('document.cookie')).toBe('')
    const [cookie] = await person.context.cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  })
})
