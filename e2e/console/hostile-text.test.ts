import { describe, expect, it } from 'vitest'
import { call, expectOk } from '../caller.ts'
import { missingChromium } from './chromium.ts'
import { shareHouse, signedIn } from './shared-house.ts'
import { violations } from './person.ts'

const missing = missingChromium()

const image = '<img src=x onerror=window.hacked=1>'
const script = '"><script>window.hacked=1</script>'

describe.skipIf(missing !== undefined)(`text${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it('that is a script somewhere else is text wherever the console shows it', async () => {
    const api = (action: string, parameters: Record<string, string>) =>
      call(house.server.url, house.admin, action, parameters)
    const path = '/<svg/onload=window.hacked=1>/"><script>window.hacked=1</script>/'
    await expectOk(api('CreateUser', { UserName: 'mallory', Path: path }))
    const tag = { UserName: 'mallory', 'Tags.member.1.Key': 'javascript:window.hacked=1', 'Tags.member.1.Value': 'a' }
    await expectOk(api('TagUser', tag))
    // AWS's own patterns keep these out of names and tags.
    for (const [action, parameters] of [
      ['CreateUser', { UserName: image }],
      ['TagUser', { UserName: 'mallory', 'Tags.member.1.Key': 'k', 'Tags.member.1.Value': image }],
      ['CreateAccountAlias', { AccountAlias: '<script>' }],
    ] as const) {
      expect((await api(action, parameters)).status).toBe(400)
    }
    const document = JSON.stringify({
      Version: '2012-10-17',
      Id: script,
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${image}${script}` }],
    })
    await expectOk(api('PutUserPolicy', { UserName: 'mallory', PolicyName: 'own', PolicyDocument: document }))

    const ada = await signedIn(house, 'ada')
    ada.page.on('dialog', () => violations.push('a dialog was opened'))
    await ada.go('/iam/users')
    await ada.page.getByRole('link', { name: 'mallory' }).waitFor()
    for (const text of [image, script]) {
      await ada.go(`/iam/users?search=${encodeURIComponent(text)}`)
      await ada.page.getByRole('heading', { level: 1 }).waitFor()
    }
    await ada.go('/iam/users/details/mallory')
    await ada.page.getByText('onload=window.hacked=1').first().waitFor()
    await ada.page.getByRole('tab', { name: /^Tags/ }).click()
    await ada.page.getByText('javascript:window.hacked=1').first().waitFor()
    await ada.go('/iam/users/details/mallory/edit-policy?policy=own')
    await ada.page.getByText('onerror=window.hacked=1').first().waitFor()
    for (const address of [
      `/iam/users/details/${encodeURIComponent(image)}`,
      `/iam/users/details/mallory/edit-policy?policy=${encodeURIComponent(image)}`,
      `/iam/users?search=${encodeURIComponent(script)}#${image}`,
      `/iam/access_key_lookup?id=${encodeURIComponent(image)}`,
      `/signin/${encodeURIComponent('<script>')}?return=${encodeURIComponent(script)}`,
    ]) {
      await ada.go(address)
      await ada.page.getByRole('heading', { level: 1 }).first().waitFor()
    }
    expect(await ada.page.evaluate<unknown>('window.hacked')).toBeUndefined()
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
