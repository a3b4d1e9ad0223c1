import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Label, Text } from '../../packages/console/src/i18n/labels.ts'
import type { Server } from '../server.ts'

export type Language = 'en' | 'ja'

export interface PersonOptions {
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** What no page may ever do: the last test of each file looks at it. */
export const violations: string[] = []

/** Every label that a journey has named on a screen, so that the others can be listed. */
export const asserted = new Set<Label>()

/** A person at a browser of her own: a language, cookies and downloads that no other has. */
export class Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  readonly origin: string

  static async at(browser: Browser, server: Server, options: PersonOptions = {}): Promise<Person> {
    const { language = 'en', theme = 'light', width = 1280, height = 900 } = options
    const context = await browser.newContext({
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
      colorScheme: theme,
      viewport: { width, height },
      acceptDownloads: true,
      reducedMotion: 'reduce',
    })
    onTestFinished(() => context.close())
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await context.newPage()
    return new Person(context, page, language, `http://keyward.localhost:${server.port}`)
  }

  private constructor(context: BrowserContext, page: Page, language: Language, origin: string) {
    this.context = context
    this.page = page
    this.language = language
    this.origin = origin
    this.#watch(page)
  }

  /** Another tab of the same browser. */
  async openTab(): Promise<Person> {
    return new Person(this.context, await this.context.newPage(), this.language, this.origin)
  }

  /** A label in this person's language, with what is filled in. */
  say(label: Label, values: Readonly<Record<string, string | number>> = {}): string {
    asserted.add(label)
    const text = formOf(label[this.language], values['count'])
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.origin + path)
  }

  button(label: Label, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('button', { name: this.say(label, values), exact: true })
  }

  link(label: Label): Locator {
    return this.page.getByRole('link', { name: this.say(label), exact: true })
  }

  field(label: Label): Locator {
    return this.page.getByLabel(this.say(label), { exact: true })
  }

  text(label: Label, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByText(this.say(label, values))
  }

  heading(label: Label, values?: Readonly<Record<string, string | number>>): Locator {
    return this.page.getByRole('heading', { name: this.say(label, values) })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** What the last press of a copy button put there. */
  clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()')
  }

  /** Presses something that saves a file; gives its name and bytes. */
  async download(press: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
  }

  #watch(page: Page): void {
    page.on('console', (message) => {
      if (/Content.Security.Policy|Trusted ?Type/i.test(message.text())) violations.push(message.text())
    })
    page.on('pageerror', (error) => violations.push(error.message))
  }
}

const formOf = (text: Text, count: string | number | undefined): string =>
  typeof text === 'string' ? text : Number(count) === 1 ? text.one : text.other
