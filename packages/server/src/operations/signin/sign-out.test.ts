import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestHouse } from '../../../test/harness.ts'
import { engines, openOn } from '../../../test/houses.ts'
import { addWithPassword, asUser, enter } from '../../../test/signing-in.ts'

describe.each(engines)('SignOut on %s', (engine) => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openOn(engine)
    await addWithPassword(house, 'alice')
    await addWithPassword(house, 'bob')
  })
  afterAll(() => house.close())

  it('ends the session on the server, takes its cookie alone, and has the browser drop what it kept of the pages', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    const session = page.cookies.get('__Host-keyward') ?? ''
    const answer = await page.call('signin', 'SignOut')
    expect(answer).toMatchObject({ status: 200, body: {} })
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(answer.headers.get('set-cookie')).toBe(
      '__Host-keyward=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
    )
    expect([...page.cookies.keys()].sort()).toEqual(['__Host-keyward-device', '__Host-keyward-remembered'])
    page.cookies.set('__Host-keyward', session)
    expect(await page.call('iam', 'GetUser')).toMatchObject({ status: 401, code: 'SessionEnded' })
    expect((await page.call('signin', 'Begin')).body).not.toHaveProperty('Session')
  })

  it('ends no session but the one its page was opened in', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    const { handle } = page
    await enter(page, asUser('bob'))
    const bobs = page.handle
    page.handle = handle
    expect(await page.call('signin', 'SignOut')).toMatchObject({ status: 409, code: 'SessionChanged' })
    page.handle = bobs
    expect((await page.call('signin', 'Begin')).body).toHaveProperty('Session')
  })

  it('without a session is no change: nobody moves the head with it', async () => {
    const head = () => house.house.directory.settle((view) => view.head)
    const before = await head()
    expect(await house.page().call('signin', 'SignOut')).toMatchObject({ status: 401, code: 'SessionEnded' })
    const page = house.page()
    page.cookies.set('__Host-keyward', 'made-up')
    expect(await page.call('signin', 'SignOut')).toMatchObject({ status: 401, code: 'SessionEnded' })
    expect(await head()).toEqual(before)
  })
})

describe('the memory of a browser', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openOn('sqlite')
    await addWithPassword(house, 'alice')
  })
  afterAll(() => house.close())

  it('goes with ForgetAccount, and is there again with the next sign-in', async () => {
    const page = house.page()
    await enter(page, asUser('alice'))
    await page.call('signin', 'SignOut')
    expect(await page.call('signin', 'ForgetAccount')).toMatchObject({ status: 200, body: {} })
    expect((await page.call('signin', 'Begin')).body).not.toHaveProperty('Remembered')
    await enter(page, asUser('alice'))
    expect((await page.call('signin', 'Begin')).body).toHaveProperty('Remembered')
  })

  it.each([
    '',
    'alice',
    '/alice',
    'an alias/alice',
    '123456789012/',
    '123456789012/<b>',
    'a/%zz',
    'a/%',
    `a/${'x'.repeat(65)}`,
  ])('says nothing of what somebody else put there: %j', async (value) => {
    const page = house.page()
    page.cookies.set('__Host-keyward-remembered', value)
    const { status, body } = await page.call('signin', 'Begin')
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('Remembered')
  })

  it('holds every letter a name can have', async () => {
    const name = 'A+b=c,d.e@f-g_h'
    await addWithPassword(house, name)
    const page = house.page()
    await enter(page, asUser(name))
    expect((await page.call('signin', 'Begin')).body).toMatchObject({ Remembered: { UserName: name } })
  })
})
