import { describe, expect, it } from 'vitest'
import { policyAddress } from '../../packages/console/src/parts/policy/policy-address.ts'
import { missingChromium } from './chromium.ts'
import { watchTraffic } from './inspection.ts'
import { violations, type Person } from './person.ts'
import { addGroup, addKey, addUser, shareHouse, signedIn } from './shared-house.ts'

const missing = missingChromium()

const readOnly = policyAddress('arn:aws:iam::aws:policy/ReadOnlyAccess')

/** Run by the page: what a person would have to scroll sideways for, unless it lies in a region that scrolls by itself. */
const wide = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  const found = scrollWidth > clientWidth ? [\`the page is \${scrollWidth} wide\`] : []
  const scrolls = (element) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(outer).overflowX)) return true
    }
    return false
  }
  for (const element of document.querySelectorAll('button, a, h1, h2, h3, input, textarea, label, p, dd, code')) {
    const { left, right, width, height } = element.getBoundingClientRect()
    const shown = width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (shown && (right > clientWidth + 1 || (left < -1 && right > 0)) && !scrolls(element)) {
      found.push(\`\${left}–\${right}: \${element.outerHTML.slice(0, 120)}\`)
    }
  }
  return found
})()`

/** What still moves when all has come that a page loads bit by bit: a sign of waiting goes with what it waits for. */
const moving = `new Promise((done) => {
  const began = performance.now()
  const look = () => {
    const found = animated()
    if (found.length === 0 || performance.now() - began > 10_000) done(found)
    else requestAnimationFrame(look)
  }
  const animated = () => document.getAnimations().filter(({ playState, effect }) =>
  playState === 'running' && effect.getComputedTiming().activeDuration > 100).map(({ effect }) => effect.target.outerHTML.slice(0, 150))
  look()
})`

describe.skipIf(missing !== undefined)(`a screen${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it.each(['en', 'ja'] as const)(
    'of any width shows all there is without scrolling sideways (%s)',
    { timeout: 180_000 },
    async (language) => {
      const name = `a-user-with-quite-a-long-name-that-wraps-in-${language}@example.com`
      await addUser(house, name, { policyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' })
      await addKey(house, name)
      const details = `/iam/users/details/${encodeURIComponent(name)}`
      const groupName = `a-group-with-quite-a-long-name-that-wraps-in-${language}`
      await addGroup(house, groupName, name)
      const group = `/iam/groups/details/${groupName}`
      const person = await signedIn(house, 'ada', { language })
      const settled = watchTraffic(person.page)
      const found: string[] = []
      const look = async (person: Person, path: string) => {
        await settled()
        found.push(...(await person.page.evaluate<string[]>(moving)).map((text) => `${path} moves: ${text}`))
        // 320: a telephone, or 1280 at 400 %. 640: 1280 at 200 %.
        for (const width of [320, 640, 3840]) {
          await person.page.setViewportSize({ width, height: width === 3840 ? 2160 : 700 })
          await person.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
          found.push(...(await person.page.evaluate<string[]>(wide)).map((text) => `${path} at ${width}: ${text}`))
        }
      }
      for (const path of [
        ...['/signin', '/signin/root', `/signin/${house.place.account.accountId}`],
        ...['/iam/home', '/iam/users', details, `${details}?section=tags`, `${details}?section=security_credentials`],
        ...[`${details}/create-policy`, `${details}/create-access-key`, `${details}/rotate-access-key`],
        ...[`${details}?section=groups`, '/iam/groups', '/iam/groups/create', group, `${group}?section=permissions`],
        ...['/iam/users/create', '/iam/security_credentials', '/iam/account_settings', '/iam/credential_report'],
        ...[
          '/iam/policies',
          '/iam/policies/create',
          readOnly,
          `${readOnly}?section=entities`,
          `${readOnly}?section=versions`,
        ],
        ...['/iam/account_settings?edit=password_policy', '/iam/access_key_lookup', '/iam/nowhere'],
        '/iam/authorization_message',
        `/iam/policy_simulator?principal=${encodeURIComponent(`arn:aws:iam::${house.place.account.accountId}:user/${name}`)}&action=iam:ChangePassword&action=s3:GetObject&context=${encodeURIComponent('["aws:SourceIp","ip","192.0.2.1"]')}`,
        '/iam/policy_simulator?of=policy&from=arn:aws:iam::aws:policy/IAMReadOnlyAccess&action=iam:GetUser',
      ]) {
        await person.go(path)
        await look(person, path)
      }
      expect(found).toEqual([])
    },
  )

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
