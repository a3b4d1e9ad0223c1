import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './person.ts'

type Theme = 'light' | 'dark'

/** Looks at a person's page again and again, in both themes, and keeps what is wrong: a line each, with the rule and the place. */
export class Inspection {
  readonly faults: string[] = []
  readonly #person: Person
  readonly #theme: Theme
  readonly #settled: () => Promise<void>

  constructor(person: Person, theme: Theme) {
    this.#person = person
    this.#theme = theme
    this.#settled = watchTraffic(person.page)
  }

  async open(path: string): Promise<void> {
    await this.#person.go(path)
    await this.see(path)
  }

  async see(state: string): Promise<void> {
    const { page } = this.#person
    await this.#settled()
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

  async #note(state: string, axe: AxeBuilder): Promise<void> {
    const { violations } = await axe.setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      for (const { target, html } of nodes) {
        this.faults.push(`${state}: ${id}: ${target.join(' ')}: ${html.slice(0, 200)}`)
      }
    }
  }
}

/** Answers what waits until the page has a heading and all it has asked for. */
export function watchTraffic(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  return async () => {
    await page.getByRole('heading').first().waitFor()
    await expect.poll(() => asked.size, { timeout: 10_000 }).toBe(0)
  }
}
