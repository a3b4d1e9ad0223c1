import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './person.ts'

/** The text of the editor. */
export const contentOf = ({ page }: Person): Locator => page.locator('.cm-content').first()

/** Puts a text in the place of all there is, as somebody does who has it elsewhere. */
export async function write(person: Person, text: string): Promise<void> {
  const content = contentOf(person)
  await content.waitFor()
  await person.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await content.press('ControlOrMeta+A')
  await content.press('ControlOrMeta+V')
}

/** What was found in it, as a list of buttons. */
export const findings = ({ page }: Person): Locator => page.locator('.kw-finding')

/** Presses a finding, which selects its place, and types what should stand there. */
export async function mend({ page }: Person, code: string, text: string): Promise<void> {
  const finding = page.getByRole('button', { name: new RegExp(`${code}$`) })
  await finding.click()
  await page.keyboard.insertText(text)
  await finding.waitFor({ state: 'detached' })
}

/** Waits until something is offered first, and takes it by Enter. */
export async function chooseCompletion({ page }: Person, name: string): Promise<void> {
  const offered = page.getByRole('option', { selected: true })
  await expect.poll(() => offered.textContent().catch(() => '')).toMatch(new RegExp(`^${name}`))
  // A list that has just appeared takes no key for a moment: nobody accepts what she has not seen.
  const now = async () => Number(await page.evaluate('performance.now()'))
  const appeared = await now()
  await expect.poll(now).toBeGreaterThan(appeared + 80)
  await page.keyboard.press('Enter')
}
