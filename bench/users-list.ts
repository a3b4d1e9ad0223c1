import { AttachUserPolicyCommand, CreateLoginProfileCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam'
import type { CDPSession, Page } from 'playwright-core'
import { launchChromium } from '../e2e/console/chromium.ts'
import { labels as signIn } from '../packages/console/src/pages/signin/labels.ts'
import { labels } from '../packages/console/src/pages/users/labels.ts'
import { populate, type Population } from './rig/database.ts'
import { atMost, below, median, type Line, type Row } from './rig/line.ts'
import type { Server } from './rig/process.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

const users = 100_000
const password = 'Correct-Horse-7'

/** The list of users in a browser, 100,000 of them: what the page's main thread does, and how long a person waits. */
export const row: Row = {
  name: 'users-list',
  async run() {
    const population = await populate({ users, keysEach: 1 }, { fresh: true })
    const server = await startKeyward(population.folder)
    await addPerson(server, population)
    const browser = await launchChromium()
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const origin = `http://keyward.localhost:${server.port}`
    await enter(page, origin)
    const tasks: Record<'opening' | 'searching' | 'sorting' | 'paging', number[]> = {
      opening: [],
      searching: [],
      sorting: [],
      paging: [],
    }
    const found: number[] = []
    for (let round = 0; round < Math.max(settings.rounds, 5); round++) {
      tasks.opening.push(
        await longestTask(session, async () => {
          await page.goto(`${origin}/iam/users`)
          await rowsShown(page)
        }),
      )
      const name = population.userName(54_321 + round)
      tasks.searching.push(
        await longestTask(session, async () => {
          const box = page.getByRole('searchbox')
          // Watched in the page itself, at every frame: from outside one looks twice a second.
          const alone = page.evaluate(rowStandsAlone(name))
          const started = performance.now()
          await box.fill(name)
          await alone
          found.push((performance.now() - started) / 1000)
        }),
      )
      await page.goto(`${origin}/iam/users`)
      await rowsShown(page)
      tasks.sorting.push(
        await longestTask(session, async () => {
          const first = await page.locator('tbody tr').first().getByRole('link').first().innerText()
          await page.getByRole('button', { name: labels.userName.en }).first().dispatchEvent('click')
          await page.locator('tbody tr').first().filter({ hasNotText: first }).waitFor()
        }),
      )
      tasks.paging.push(
        await longestTask(session, async () => {
          const first = await page.locator('tbody tr').first().getByRole('link').first().innerText()
          await page.getByRole('button', { name: labels.nextPage.en }).first().dispatchEvent('click')
          await page.locator('tbody tr').first().filter({ hasNotText: first }).waitFor()
        }),
      )
    }
    await session.send('HeapProfiler.collectGarbage')
    await session.send('Performance.enable')
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
    await browser.close()
    await server.stop()
    return [
      ...Object.entries(tasks).map(([what, milliseconds]): Line => ({
        what: `The longest task of the page's main thread while ${what} the list of ${users.toLocaleString('en-US')} users, CPU, median of ${milliseconds.length}`,
        ours: milliseconds.map((one) => one.toFixed(0)).join(', '),
        other: 'no other side',
        value: median(milliseconds),
        unit: 'ms',
        bar: atMost(200),
      })),
      {
        what: 'From a name typed into the search box to its row',
        ours: found.map((one) => `${(one * 1000).toFixed(0)} ms`).join(', '),
        other: 'no other side',
        value: median(found),
        unit: 's',
        bar: below(1),
      },
      {
        what: 'JavaScript heap of the page after all this',
        ours: `${(heap / 1e6).toFixed(0)} MB`,
        other: 'no other side',
        value: heap / 1e6,
        unit: 'MB',
        bar: below(200),
      },
    ]
  },
}

async function addPerson({ port }: Server, { administrator }: Population): Promise<void> {
  const client = new IAMClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: administrator,
  })
  const UserName = 'person'
  await client.send(new CreateUserCommand({ UserName }))
  await client.send(new CreateLoginProfileCommand({ UserName, Password: password }))
  await client.send(new AttachUserPolicyCommand({ UserName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }))
}

async function enter(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/signin/123456789012`)
  await page.getByLabel(signIn.iamUserName.en, { exact: true }).fill('person')
  await page.getByLabel(signIn.password.en, { exact: true }).fill(password)
  await page.getByRole('button', { name: signIn.signIn.en, exact: true }).click()
  await page.waitForURL('**/iam/**')
}

const rowStandsAlone = (name: string): string => `new Promise((resolve) => {
  const look = () =>
    document.querySelectorAll('tbody tr').length === 1 && document.querySelector('tbody a').textContent === '${name}'
      ? resolve()
      : requestAnimationFrame(look)
  look()
})`

const rowsShown = (page: Page) => page.locator('tbody tr').nth(49).waitFor()

/** CPU milliseconds of the longest task of any main thread meanwhile: the page's is the one that works. */
async function longestTask(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value as readonly { name?: string; tdur?: number; dur?: number }[]) {
      if (event.name === 'RunTask') longest = Math.max(longest, (event.tdur ?? event.dur ?? 0) / 1000)
    }
  }
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', {
    categories: 'disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  })
  await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)
  return longest
}
