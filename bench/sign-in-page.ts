import { launchChromium } from '../e2e/console/chromium.ts'
import { populate } from './rig/database.ts'
import { atMost, median, type Line, type Row } from './rig/line.ts'
import { startKeyward } from './rig/servers.ts'
import { settings } from './rig/settings.ts'

/** What a person waits for, and what is sent, before there is a field to type into: a new browser profile each time. */
export const row: Row = {
  name: 'sign-in-page',
  async run() {
    const { folder } = await populate({ users: 1, keysEach: 1 })
    const server = await startKeyward(folder)
    const browser = await launchChromium()
    const seconds: number[] = []
    let sent = { script: 0, styles: 0 }
    for (let round = 0; round < Math.max(settings.rounds, 5); round++) {
      const context = await browser.newContext({ locale: 'en-US' })
      const page = await context.newPage()
      const counting = { script: 0, styles: 0 }
      page.on('response', (response) => {
        const bytes = Number(response.headers()['content-length'] ?? 0)
        const kind = response.request().resourceType()
        if (kind === 'script') counting.script += bytes
        if (kind === 'stylesheet') counting.styles += bytes
      })
      const started = performance.now()
      await page.goto(`http://keyward.localhost:${server.port}/signin`, { waitUntil: 'commit' })
      await page.getByRole('textbox').first().fill('123456789012')
      seconds.push((performance.now() - started) / 1000)
      await page.waitForLoadState('networkidle')
      sent = counting
      await context.close()
    }
    await browser.close()
    await server.stop()
    return [
      {
        what: 'From navigation to a sign-in field that was typed into, browser already started, new profile',
        ours: `${(median(seconds) * 1000).toFixed(0)} ms`,
        other: 'no other side',
        value: median(seconds),
        unit: 's',
        bar: atMost(1),
      },
      kilobytes('Script sent before sign-in, brotli', sent.script, 200),
      kilobytes('Styles sent before sign-in, brotli', sent.styles, 60),
    ]
  },
}

const kilobytes = (what: string, bytes: number, bar: number): Line => ({
  what,
  ours: `${(bytes / 1024).toFixed(1)} KB`,
  other: 'no other side',
  value: bytes / 1024,
  unit: 'KB',
  bar: atMost(bar),
})
