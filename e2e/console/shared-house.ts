import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { call, expectOk, keyIn, send, type Answer, type Credentials } from '../caller.ts'
import { administratorOf, initialise, Server, type AtEnd, type Place } from '../server.ts'
import { launchChromium } from './chromium.ts'
import { password } from './house.ts'
import { Person, type PersonOptions } from './person.ts'

const adminArn = 'arn:aws:iam::aws:policy/AdministratorAccess'

/** A server and a browser that the tests of a file share. */
export interface SharedHouse {
  readonly place: Place
  readonly server: Server
  readonly browser: Browser
  readonly admin: Credentials
  /** As pages name it. */
  readonly origin: string
}

/** What the tests of the file share is in the object when the first of them runs. */
export function shareHouse(flags: readonly string[] = []): SharedHouse {
  const ends: (() => Promise<void> | void)[] = []
  const atEnd: AtEnd = (end) => void ends.unshift(end)
  const house = {} as { -readonly [Part in keyof SharedHouse]: SharedHouse[Part] }
  beforeAll(async () => {
    const [browser, place] = await Promise.all([launchChromium(), initialise({ atEnd })])
    atEnd(() => browser.close())
    const server = await Server.start(place, flags, { atEnd })
    Object.assign(house, {
      ...{ browser, place, server },
      admin: administratorOf(place.account),
      origin: `http://keyward.localhost:${server.port}`,
    })
    await addUser(house, 'ada', { policyArn: adminArn })
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })
  return house
}

/** A user who may sign in, with the policies given. `ada` is there from the start, and may do everything. */
export async function addUser(
  { server, admin }: SharedHouse,
  UserName: string,
  { policyArn, document }: { policyArn?: string; document?: object } = {},
): Promise<void> {
  const api = (action: string, parameters: Record<string, string> = {}) =>
    expectOk(call(server.url, admin, action, { UserName, ...parameters }))
  await api('CreateUser')
  await api('CreateLoginProfile', { Password: password })
  if (policyArn !== undefined) await api('AttachUserPolicy', { PolicyArn: policyArn })
  if (document !== undefined) {
    await api('PutUserPolicy', { PolicyName: 'own', PolicyDocument: JSON.stringify(document) })
  }
}

/** A group with one user, and a policy of its own and one of AWS's. */
export async function addGroup({ server, admin }: SharedHouse, GroupName: string, UserName: string): Promise<void> {
  const api = (action: string, parameters: Record<string, string> = {}) =>
    expectOk(call(server.url, admin, action, { GroupName, ...parameters }))
  const Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
  await api('CreateGroup')
  await api('AddUserToGroup', { UserName })
  await api('AttachGroupPolicy', { PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
  await api('PutGroupPolicy', { PolicyName: 'own', PolicyDocument })
}

/** A key of a user, by the administrator's own key. */
export const addKey = async ({ server, admin }: SharedHouse, UserName: string): Promise<Credentials> =>
  keyIn(await expectOk(call(server.url, admin, 'CreateAccessKey', { UserName })))

/** A person at a browser of her own, signed in as the user of that name without the pages of signing in. */
export async function signedIn(house: SharedHouse, userName: string, options: PersonOptions = {}): Promise<Person> {
  const person = await Person.at(house.browser, house.server, options)
  await person.go('/signin')
  await signIn(house, person, userName)
  return person
}

/** The call of the sign-in page, from whatever page of the console is open. */
export async function signIn({ place }: SharedHouse, { page }: Person, UserName: string): Promise<string> {
  const input = { PrincipalType: 'User', Account: place.account.accountId, UserName, Password: password }
  const handle = await page.evaluate<string, string>(async (body) => {
    const headers = { 'Content-Type': 'application/json', 'X-Keyward-Console': '-' }
    const answer = await fetch('/api/signin/SignIn', { method: 'POST', headers, body })
    return ((await answer.json()) as { Session: { Handle: string } }).Session.Handle
  }, JSON.stringify(input))
  return handle
}

/** The session cookie of a person's browser, as it is sent. */
export async function sessionCookie({ server }: SharedHouse, { context }: Person): Promise<string> {
  const name = `keyward-${server.port}`
  const found = (await context.cookies()).find((cookie) => cookie.name === name)
  return `${name}=${found?.value ?? ''}`
}

/** A call with the headers of a page, sent by a program: each header may be another, or undefined and missing. */
export function replay(
  { server, origin }: SharedHouse,
  operation: string,
  more: Readonly<Record<string, string | undefined>>,
  input: object = {},
): Promise<Answer> {
  const headers = { Host: new URL(origin).host, Origin: origin, 'Content-Type': 'application/json', ...more }
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return send(server.url, JSON.stringify(input), {
    method: 'POST',
    path: `/api/${operation}`,
    headers: Object.fromEntries(sent),
  })
}

/** The code of a refusal in JSON. */
export const codeOf = ({ body }: Answer): string | undefined => (JSON.parse(body) as { __type?: string }).__type
