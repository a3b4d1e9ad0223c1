import { describe, expect, it } from 'vitest'
import { labels as create } from '../../packages/console/src/pages/create-policy/labels.ts'
import { labels } from '../../packages/console/src/pages/policy/labels.ts'
import { labels as editor } from '../../packages/console/src/parts/policy/labels.ts'
import { policyAddress } from '../../packages/console/src/parts/policy/policy-address.ts'
import { call, expectOk } from '../caller.ts'
import { missingChromium } from './chromium.ts'
import { Inspection } from './inspection.ts'
import { violations } from './person.ts'
import { contentOf, write } from './policy-page.ts'
import { addUser, shareHouse, signedIn } from './shared-house.ts'

const missing = missingChromium()

const looks = [
  { language: 'en', theme: 'dark' },
  { language: 'ja', theme: 'light' },
] as const

const policy = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }, null, 2)

/** An error, a security warning, a warning and a suggestion. */
const faulty = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Sid: '', Effect: 'Allow', Action: ['iam:GetUsr', 'iam:PassRole'], Resource: '*' },
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'yes' } } },
    ],
  },
  null,
  2,
)

describe.skipIf(missing !== undefined)(`axe${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it.each(looks)('finds nothing on the pages of policies ($language)', { timeout: 240_000 }, async (look) => {
    const PolicyName = `policy-${look.language}`
    const arn = `arn:aws:iam::${house.place.account.accountId}:policy/${PolicyName}`
    const api = (action: string, more: Record<string, string>) =>
      expectOk(call(house.server.url, house.admin, action, more))
    await api('CreatePolicy', { PolicyName, PolicyDocument: policy('iam:GetUser'), Description: 'for tests' })
    for (let more = 0; more < 4; more++) {
      await api('CreatePolicyVersion', { PolicyArn: arn, PolicyDocument: policy(`iam:Get*`), SetAsDefault: 'true' })
    }
    await addUser(house, `user-${look.language}`, { policyArn: arn })

    const person = await signedIn(house, 'ada', look)
    const { page } = person
    const inspection = new Inspection(person, look.theme)
    const inDialog = async (state: string) => {
      await page.getByRole('dialog').waitFor()
      await inspection.see(state)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await inspection.open('/iam/policies')
    await inspection.open('/iam/policies?search=nothing-at-all')
    await person.go(policyAddress(arn))
    await contentOf(person).waitFor()
    await inspection.see('permissions')
    await inspection.open(policyAddress(arn, 'entities'))
    await person.button(labels.attach).click()
    await inDialog('attach')
    await person
      .button(labels.detach)
      .or(page.getByRole('button', { name: /user-/ }))
      .first()
      .click()
    await inDialog('detach')
    await person.go(policyAddress(arn, 'versions') + '&from=v1&to=v5')
    await contentOf(person).waitFor()
    await inspection.see('versions, side by side')
    await person.button(editor.inOneColumn).click()
    await inspection.see('versions, in one column')
    await person.button(editor.asText).click()
    await inspection.see('versions, as text')
    await person.button(labels.setDefaultNamed, { version: 'v1' }).click()
    await contentOf(person).waitFor()
    await inDialog('roll back')
    await inspection.open(policyAddress(arn, 'tags'))
    await person.button(labels.delete).first().click()
    await inDialog('delete')
    await inspection.open(policyAddress('arn:aws:iam::aws:policy/ReadOnlyAccess', 'versions'))
    await inspection.open(policyAddress(`${arn}x`))
    await person.go(`${policyAddress(arn)}/edit`)
    await contentOf(person).waitFor()
    await inspection.see('edit')
    await person.button(labels.save).click()
    await inDialog('five versions')
    await person.go('/iam/policies/create')
    await write(person, faulty)
    await person.text(editor.suggestions, { count: 1 }).first().waitFor()
    await inspection.see('findings of every type')
    await write(person, '{"Statement": [{"Action": "iam:')
    await contentOf(person).press('Control+Space')
    await page.getByRole('option').first().waitFor()
    await inspection.see('completion')
    await page.keyboard.press('Escape')
    await write(person, policy('iam:GetUser'))
    await person.text(editor.good).waitFor()
    await person.button(create.next).click()
    await contentOf(person).waitFor()
    await person.button(create.create).click()
    await inspection.see('review, without a name')
    // The list of completions is scrolled by the arrow keys of the text, which names the chosen one to a screen reader.
    const completions = 'completion: scrollable-region-focusable: .kw-editor,#cm-ac-'
    expect(inspection.faults.filter((fault) => !fault.startsWith(completions))).toEqual([])
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
