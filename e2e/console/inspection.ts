import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import type { Person } from './person.ts'

type Theme = 'light' | 'dark'

/** Looks at a person's page again and again, in both themes, and keeps what is wrong: a line each, with the rule and the place. */
export class Inspection {
  readonly faults: string[] = []
  readonly #person: Person
  readonly #theme: Theme
  readonly #asked = new Set<unknown>()

  constructor(person: Person, theme: Theme) {
    this.#person = person
    this.#theme = theme
    const { page } = person
    page.on('request', (request) => this.#asked.add(request))
    page.on('requestfinished', (request) => this.#asked.delete(request))
    page.on('requestfailed', (request) => this.#asked.delete(request))
  }

  async open(path: string): Promise<void> {
    await this.#person.go(path)
    await this.see(path)
  }

  async see(state: string): Promise<void> {
    const { page } = this.#person
    await this.#settle()
    await this.#note(state, new AxeBuilder({ page }))
    const headings = await page.getByRole('heading', { level: 1 }).count()
    // What stands before everything else takes the place of the main region.
    const mains = (await page.getByRole('main').count()) || (await this.#person.page.getByRole('dialog').count())
    if (headings !== 1 || mains !== 1) this.faults.push(`${state}: ${headings} main headings, ${mains} main regions`)
    // The other theme has other colours, and nothing else.
    await page.emulateMedia({ colorScheme: this.#theme === 'dark' ? 'light' : 'dark' })
    await this.#note(`${state}, other theme`, new AxeBuilder({ page }).withRules('color-contrast'))
    await page.emulateMedia({ colorScheme: this.#theme })
  }

  /** Until the page has its heading and what it has asked for. */
  async #settle(): Promise<void> {
    const { page } = this.#person
    await page.getByRole('heading').first().waitFor()
    await expect.poll(() => this.#asked.size, { timeout: 10_000 }).toBe(0)
  }

  async #note(state: string, axe: AxeBuilder): Promise<void> {
    const { violations } = await axe.setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      for (const { target, html } of nodes) {
        this.faults.push(`${state}: ${id}: ${target.join(' ')}: ${html.slice(0, 200)}`)
      }
    }
  }
}
