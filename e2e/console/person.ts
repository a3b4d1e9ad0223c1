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

/** Every label that a journey has named on a screen, and in which languages, so that the others can be listed. */
export const asserted = new Map<Label, Set<Language>>()

type Values = Readonly<Record<string, string | number>>

/** A part of a page, as a person sees it: things of a kind, called by their labels. */
export class View {
  readonly scope: Locator
  readonly language: Language

  constructor(scope: Locator, language: Language) {
    this.scope = scope
    this.language = language
  }

  /** What stands inside of something. */
  within(scope: Locator): View {
    return new View(scope, this.language)
  }

  /** A label in this person's language, with what is filled in. */
  say(label: Label, values: Values = {}): string {
    const languages = asserted.get(label) ?? new Set()
    asserted.set(label, languages.add(this.language))
    const text = formOf(label[this.language], values['count'])
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  }

  button(label: Label, values?: Values): Locator {
    return this.#byRole('button', label, values)
  }

  link(label: Label, values?: Values): Locator {
    return this.#byRole('link', label, values)
  }

  tab(label: Label): Locator {
    return this.#byRole('tab', label)
  }

  radio(label: Label, values?: Values): Locator {
    return this.#byRole('radio', label, values)
  }

  checkbox(label: Label, values?: Values): Locator {
    return this.#byRole('checkbox', label, values)
  }

  menuItem(label: Label): Locator {
    return this.#byRole('menuitem', label)
  }

  column(label: Label): Locator {
    return this.#byRole('columnheader', label)
  }

  field(label: Label): Locator {
    return this.scope.getByLabel(this.say(label), { exact: true })
  }

  search(label: Label): Locator {
    return this.#byRole('searchbox', label)
  }

  text(label: Label, values?: Values): Locator {
    return this.scope.getByText(this.say(label, values))
  }

  heading(label: Label, values?: Values): Locator {
    return this.scope.getByRole('heading', { name: this.say(label, values) })
  }

  dialog(label: Label, values?: Values): View {
    return this.within(this.#byRole('dialog', label, values))
  }

  /** The part of the page that bears this name. */
  region(name: string): View {
    return this.within(this.scope.getByRole('region', { name, exact: true }))
  }

  row(name: string): Locator {
    return this.scope.getByRole('row').filter({ has: this.scope.page().getByRole('link', { name, exact: true }) })
  }

  /** What stands under a name in a list of facts: Status, Active. */
  fact(label: Label): Locator {
    return this.scope
      .locator('dt', { hasText: new RegExp(`^${escaped(this.say(label))}$`) })
      .locator('xpath=following-sibling::dd[1]')
  }

  #byRole(role: Parameters<Page['getByRole']>[0], label: Label, values?: Values): Locator {
    return this.scope.getByRole(role, { name: this.say(label, values), exact: true })
  }
}

/** A person at a browser of her own: a language, cookies and downloads that no other has. */
export class Person extends View {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  readonly #pressed: { count: number }

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
    context.setDefaultTimeout(10_000)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const pressed = { count: 0 }
    await context.exposeFunction('keywardPressed', () => void pressed.count++)
    await context.addInitScript("addEventListener('pointerdown', () => keywardPressed(), true)")
    const page = await context.newPage()
    return new Person(context, page, language, `http://keyward.localhost:${server.port}`, pressed)
  }

  private constructor(
    context: BrowserContext,
    page: Page,
    language: Language,
    origin: string,
    pressed: { count: number },
  ) {
    super(page.locator('html'), language)
    this.context = context
    this.page = page
    this.origin = origin
    this.#pressed = pressed
    this.#watch(page)
  }

  /** Another tab of the same browser. */
  async openTab(): Promise<Person> {
    return new Person(this.context, await this.context.newPage(), this.language, this.origin, this.#pressed)
  }

  /** How often she has pressed the button of her mouse. */
  async clicks(): Promise<number> {
    // Presses are told in order: behind an answer of the page there is none on its way.
    await this.page.evaluate('0')
    return this.#pressed.count
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.origin + path)
  }

  /** Where she is, without the origin. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url())
    return pathname + search
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

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
