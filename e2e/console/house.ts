import { IAM } from '@aws-sdk/client-iam'
import { STS } from '@aws-sdk/client-sts'
import type { Browser } from 'playwright-core'
import { labels as shell } from '../../packages/console/src/layout/labels.ts'
import { labels as signIn } from '../../packages/console/src/pages/signin/labels.ts'
import type { Credentials } from '../caller.ts'
import { administratorOf, initialise, Server, succeed, type Place } from '../server.ts'
import { Person, type PersonOptions } from './person.ts'

/** Everybody's password, where it is not what a journey is about. */
export const password = 'Correct-Horse-7'

export interface HouseOptions {
  /** For `keyward init`. */
  readonly flags?: readonly string[]
}

/** A server of a test's own, the administrator's SDK, and people who come to its console. */
export class House {
  readonly place: Place
  readonly server: Server
  readonly #browser: Browser

  static async open(browser: Browser, { flags = [] }: HouseOptions = {}): Promise<House> {
    const place = await initialise({ flags })
    return new House(browser, place, await Server.start(place))
  }

  constructor(browser: Browser, place: Place, server: Server) {
    this.#browser = browser
    this.place = place
    this.server = server
  }

  /** The same house, at the same port, after its server was away. */
  async restart(between?: (place: Place) => unknown): Promise<House> {
    await this.server.stop()
    await between?.(this.place)
    const listen = ['--listen', `127.0.0.1:${this.server.port}`]
    return new House(this.#browser, this.place, await Server.start(this.place, listen))
  }

  get accountId(): string {
    return this.place.account.accountId
  }

  get iam(): IAM {
    return this.iamOf(administratorOf(this.place.account))
  }

  iamOf(credentials: Credentials): IAM {
    return new IAM(this.#settings(credentials))
  }

  stsOf(credentials: Credentials): STS {
    return new STS(this.#settings(credentials))
  }

  #settings(credentials: Credentials) {
    return { endpoint: this.server.url, region: 'us-east-1', credentials: { ...credentials }, maxAttempts: 1 }
  }

  /** A user who may sign in, with what a policy allows her. */
  async addUser(
    UserName: string,
    { policy, console = true }: { policy?: string; console?: boolean } = {},
  ): Promise<void> {
    await this.iam.createUser({ UserName })
    if (console) await this.iam.createLoginProfile({ UserName, Password: password })
    if (policy !== undefined) {
      await this.iam.putUserPolicy({ UserName, PolicyName: 'own', PolicyDocument: policy })
    }
  }

  async addKey(UserName: string): Promise<Credentials> {
    return keyOf((await this.iam.createAccessKey({ UserName })).AccessKey)
  }

  /** The status of each key of a user, by id. */
  async keysOf(UserName: string): Promise<Readonly<Record<string, string>>> {
    const { AccessKeyMetadata = [] } = await this.iam.listAccessKeys({ UserName })
    return Object.fromEntries(AccessKeyMetadata.map(({ AccessKeyId = '', Status = '' }) => [AccessKeyId, Status]))
  }

  /** The name that a key acts for; throws AWS's own error where it is refused. */
  async use(credentials: Credentials): Promise<string> {
    return (await this.stsOf(credentials).getCallerIdentity({})).Arn ?? ''
  }

  visitor(options: PersonOptions = {}): Promise<Person> {
    return Person.at(this.#browser, this.server, options)
  }

  /** Somebody at a console page, signed in by account id. */
  async signedIn(UserName: string, at: string, options: PersonOptions = {}): Promise<Person> {
    const person = await this.visitor(options)
    if (UserName === 'administrator') {
      await this.iam.updateLoginProfile({ UserName, Password: password, PasswordResetRequired: false })
    }
    await person.go(at)
    await person.field(signIn.accountIdOrAlias).fill(this.accountId)
    await person.button(signIn.next).click()
    await enter(person, UserName)
    return person
  }

  /** Root at a console page, with a password made at the server's machine. */
  async rootSignedIn(at: string, options: PersonOptions = {}): Promise<Person> {
    const printed = await succeed(['root', 'reset-password', ...this.place.flags])
    const person = await this.visitor(options)
    await person.go(at)
    await person.link(signIn.useRoot).click()
    await person.field(signIn.email).fill(this.place.account.rootEmail)
    await person.button(signIn.next).click()
    await person.field(signIn.password).fill(/^ {4}(\S{24})$/m.exec(printed)?.[1] ?? '')
    await person.button(signIn.signIn).click()
    await userMenu(person, person.say(shell.rootUser)).waitFor()
    return person
  }
}

/** The last step of signing in, where the account is given. */
export async function enter(person: Person, UserName: string): Promise<void> {
  await person.field(signIn.iamUserName).fill(UserName)
  await person.field(signIn.password).fill(password)
  await person.button(signIn.signIn).click()
  await userMenu(person, UserName).waitFor()
}

/** Top right: the name of whoever is signed in. */
export const userMenu = (person: Person, name: string) =>
  person.page.getByRole('button', { name: new RegExp(`^${name.replaceAll('.', String.raw`\.`)} @ `) })

/** What the navigation pane offers. */
export const navigation = (person: Person) =>
  person.within(person.page.getByRole('navigation', { name: person.say(shell.navigation), exact: true }))

export const keyOf = (
  key: { AccessKeyId: string | undefined; SecretAccessKey: string | undefined } | undefined,
): Credentials => ({
  accessKeyId: key?.AccessKeyId ?? '',
  secretAccessKey: key?.SecretAccessKey ?? '',
})
