import { expect, it } from 'vitest'
import { inABrowser } from './in-a-browser.ts'
import { contentOf, write } from './policy-page.ts'
import type { Person } from './person.ts'

/** Nobody notices that a key took this long, in milliseconds. */
const bearable = 200

const actions = ['iam:GetUser', 's3:GetObject', 'ec2:DescribeInstances', 'sqs:SendMessage', 'lambda:InvokeFunction']

/** A policy of as many characters, white space not counted, with something to find in every statement. */
function policyOf(size: number): string {
  const statements: object[] = []
  let length = 50
  for (let at = 0; ; at++) {
    const statement = {
      Sid: `Statement${at}`,
      Effect: 'Allow',
      Action: [actions[at % actions.length], `iam:Unknown${at}`],
      Resource: [`arn:aws:s3:::bucket-${at}/*`, 'arn:aws:iam::123456789012:user/*'],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${at}` } },
    }
    length += JSON.stringify(statement).length + 1
    if (length > size) break
    statements.push(statement)
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}

/** The longest that the page was busy at a stretch since it was asked last. */
async function longest({ page }: Person): Promise<number> {
  return page.evaluate<number>('Math.max(0, ...keywardBusy.splice(0))')
}

inABrowser('a large policy', (open) => {
  it.each([
    ['the largest that is allowed', 6144, false],
    ['the largest that is allowed, in one line', 6144, true],
    // White space and all.
    ['100 kB that were pasted', 65_000, false],
    // Again where the machine was busy with something else: it is the page that is measured.
  ])('is edited without lag: %s', { retry: 2 }, async (_, size, inOneLine) => {
    const house = await open()
    const ada = await house.signedIn('administrator', '/iam/policies/create')
    await ada.page.evaluate(`globalThis.keywardBusy = [];
      new PerformanceObserver((list) => keywardBusy.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ type: 'longtask' })`)
    const text = policyOf(size)
    const settled = async () => {
      await expect.poll(() => ada.page.locator('.kw-finding').count(), { timeout: 10_000 }).toBeGreaterThan(10)
      await ada.page.evaluate('new Promise((done) => requestIdleCallback(() => done(0)))')
    }
    const found: Record<string, number> = {}
    const pasted = inOneLine ? JSON.stringify(JSON.parse(text)) : text
    await longest(ada)
    await write(ada, pasted)
    await settled()
    found['pasting'] = await longest(ada)
    await contentOf(ada).press('Control+Home')
    await contentOf(ada).press('End')
    await longest(ada)
    for (const key of ' a few words') {
      await ada.page.keyboard.type(key)
      await ada.page.evaluate('new Promise((done) => requestAnimationFrame(() => done(0)))')
    }
    found['typing'] = await longest(ada)
    await settled()
    found['judging'] = await longest(ada)
    for (let at = 0; at < ' a few words'.length; at++) await ada.page.keyboard.press('Backspace')
    await contentOf(ada).press('Control+End')
    for (let at = 0; at < 20; at++) await ada.page.keyboard.press('PageUp')
    found['scrolling'] = await longest(ada)
    expect(Object.entries(found).filter(([, busy]) => busy > bearable)).toEqual([])
  })
})
