import { expect, it } from 'vitest'
import { labels as create } from '../../packages/console/src/pages/create-policy/labels.ts'
import { labels as list } from '../../packages/console/src/pages/policies/labels.ts'
import { labels } from '../../packages/console/src/pages/policy/labels.ts'
import { labels as editor } from '../../packages/console/src/parts/policy/labels.ts'
import { policyAddress } from '../../packages/console/src/parts/policy/policy-address.ts'
import { navigation, type House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { measured } from './measured.ts'
import { chooseCompletion, contentOf, findings, mend, write } from './policy-page.ts'
import { step } from './step.ts'

const policy = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)

const readUsers = policy({ Effect: 'Allow', Action: ['iam:GetUser', 'iam:ListUsers'], Resource: '*' })
const readMore = policy({ Effect: 'Allow', Action: ['iam:GetUser', 'iam:ListUsers', 'iam:ListGroups'], Resource: '*' })

/** The document that is in force. */
async function inForce({ iam }: House, PolicyArn: string): Promise<{ version: string; document: string }> {
  const { Policy } = await iam.getPolicy({ PolicyArn })
  const version = Policy?.DefaultVersionId ?? ''
  const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn, VersionId: version })
  return { version, document: decodeURIComponent(PolicyVersion?.Document ?? '') }
}

const denied = { name: 'AccessDenied' }

inABrowser('managed policies in the console', (open) => {
  it('a policy with three mistakes is mended by its findings alone', async () => {
    const house = await open()
    const ada = await house.signedIn('administrator', '/iam/policies', { language: 'ja' })
    await ada.row('AdministratorAccess').waitFor()
    const faulty = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Alow",
      "Action": ["iam:GetUsr", "iam:ListUsers"],
      "Resource": "*",
      "Condition": { "StringEqual": { "aws:PrincipalTag/team": "parcels" } }
    }
  ]
}`
    await measured('Mend a policy with three mistakes by its findings, and create it', ada, async () => {
      await ada.link(list.createPolicy).first().click()
      await write(ada, faulty)
      await step('three errors are found, each said in the language of the page', async () => {
        await ada.text(editor.errors, { count: 3 }).first().waitFor()
        await expect.poll(() => findings(ada).count()).toBe(3)
        expect(await findings(ada).allTextContents()).toEqual([
          expect.stringContaining('Effect の値'),
          expect.stringContaining('もしかして: iam:GetUser'),
          expect.stringContaining('もしかして: StringEquals'),
        ])
      })
      await step('the server would refuse it, and so the wizard does not go on', async () => {
        await ada.button(create.next).click()
        await ada.text(create.mendFirst).waitFor()
      })
      // Each finding leads to its place, which is then selected: what is typed replaces it.
      await mend(ada, 'INVALID_EFFECT', '"Allow"')
      await mend(ada, 'INVALID_ACTION', '"iam:GetUser"')
      await mend(ada, 'INVALID_CONDITION_OPERATOR', '"StringEquals"')
      await ada.button(create.next).click()
      await ada.field(create.name).fill('ReadUsers')
      await ada.button(create.create).click()
      await ada.heading({ en: 'ReadUsers', ja: 'ReadUsers' }).first().waitFor()
    })
    const arn = `arn:aws:iam::${house.accountId}:policy/ReadUsers`
    const mended = faulty.replace('Alow', 'Allow').replace('GetUsr', 'GetUser').replace('StringEqual"', 'StringEquals"')
    // Stored byte for byte.
    expect(await inForce(house, arn)).toEqual({ version: 'v1', document: mended })
  })

  it('a policy is written by completion and by keyboard, attached to a user, and takes effect', async () => {
    const house = await open()
    await house.addUser('alice')
    const key = await house.addKey('alice')
    await expect(house.iamOf(key).listUsers({})).rejects.toMatchObject(denied)
    const ada = await house.signedIn('administrator', '/iam/policies/create')
    const content = contentOf(ada)
    const { keyboard } = ada.page
    await write(ada, '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*", }]}')
    await step('an element, then a service, then its action', async () => {
      await content.press('End')
      for (let left = 0; left < 3; left++) await content.press('ArrowLeft')
      await keyboard.press('Control+Space')
      await keyboard.type('Act')
      await chooseCompletion(ada, 'Action')
      await keyboard.type('iam')
      await chooseCompletion(ada, 'iam:')
      await keyboard.type('ListUsers')
      await chooseCompletion(ada, 'iam:ListUsers')
    })
    await ada.text(editor.good).waitFor()
    await step('Escape, then Tab leaves the editor', async () => {
      await keyboard.press('Escape')
      await keyboard.press('Tab')
      expect(await ada.page.evaluate('document.activeElement?.shadowRoot === null')).toBe(true)
    })
    await ada.button(create.next).click()
    await ada.field(create.name).fill('ListUsers')
    await ada.field(create.path).fill('/team/')
    await ada.field(create.description).fill('For those who look names up')
    await ada.button(create.create).click()
    const arn = `arn:aws:iam::${house.accountId}:policy/team/ListUsers`
    await ada.text(labels.entities).first().waitFor()
    expect(ada.path).toBe(policyAddress(arn))
    expect((await house.iam.getPolicy({ PolicyArn: arn })).Policy).toMatchObject({
      Path: '/team/',
      Description: 'For those who look names up',
    })
    expect(JSON.parse((await inForce(house, arn)).document)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Resource: '*', Action: 'iam:ListUsers' }],
    })

    await measured('Attach a policy to a user, from its page', ada, async () => {
      await ada.tab(labels.entities).click()
      await ada.button(labels.attach).click()
      const dialog = ada.dialog(labels.attachTitle, { name: 'ListUsers' })
      await dialog.field(labels.searchEntities).fill('ali')
      await dialog.scope.getByRole('row').filter({ hasText: 'alice' }).getByRole('checkbox').click()
      await dialog.button(labels.attach).click()
      await ada.row('alice').waitFor()
    })
    expect((await house.iam.listAttachedUserPolicies({ UserName: 'alice' })).AttachedPolicies).toEqual([
      { PolicyName: 'ListUsers', PolicyArn: arn },
    ])
    expect((await house.iamOf(key).listUsers({})).Users?.map(({ UserName }) => UserName)).toContain('alice')

    await step('detached, and refused at once', async () => {
      await ada.button(labels.detachNamed, { name: 'alice' }).click()
      await ada.dialog(labels.detachTitle, { name: 'alice' }).button(labels.detach).click()
      await ada.text(labels.noEntities).waitFor()
      await expect(house.iamOf(key).listUsers({})).rejects.toMatchObject(denied)
    })
  })

  it('two versions compared and rolled back', async () => {
    const house = await open()
    await house.addUser('alice')
    await house.iam.createGroup({ GroupName: 'readers' })
    await house.iam.addUserToGroup({ GroupName: 'readers', UserName: 'alice' })
    const made = await house.iam.createPolicy({ PolicyName: 'Read', PolicyDocument: readUsers, Path: '/team/' })
    const arn = made.Policy?.Arn ?? ''
    await house.iam.attachGroupPolicy({ GroupName: 'readers', PolicyArn: arn })
    const key = await house.addKey('alice')
    const ada = await house.signedIn('administrator', policyAddress(arn))

    await step('a change becomes a version, in force at once', async () => {
      await ada.link(labels.edit).or(ada.button(labels.edit)).first().click()
      await write(ada, readMore)
      await ada.text(editor.good).waitFor()
      await ada.button(labels.save).click()
      await ada.text(labels.saved, { name: 'Read', version: 'v2' }).first().waitFor()
      expect(await inForce(house, arn)).toEqual({ version: 'v2', document: readMore })
      await house.iamOf(key).listGroups({})
    })
    await measured('Compare two versions and roll back', ada, async () => {
      await ada.text(labels.compare).first().waitFor()
      await ada.button(editor.asText).click()
      const difference = ada.region(ada.say(editor.difference)).scope
      await expect
        .poll(() => difference.locator('[data-kind="added"]').allTextContents())
        .toEqual([expect.stringContaining('"iam:ListUsers",'), expect.stringContaining('"iam:ListGroups"')])
      await ada.button(labels.setDefaultNamed, { version: 'v1' }).click()
      const dialog = ada.dialog(labels.setDefaultTitle, { version: 'v1' })
      await dialog.text(labels.setDefaultText, { current: 'v2' }).waitFor()
      await dialog.button(labels.setDefault).click()
      await ada.text(labels.defaultSet, { version: 'v1' }).first().waitFor()
    })
    expect(await inForce(house, arn)).toEqual({ version: 'v1', document: readUsers })
    await expect(house.iamOf(key).listGroups({})).rejects.toMatchObject(denied)
    await house.iamOf(key).listUsers({})

    await step('with five versions, one is chosen to make room', async () => {
      for (let more = 0; more < 3; more++)
        await house.iam.createPolicyVersion({ PolicyArn: arn, PolicyDocument: readMore })
      await ada.go(`${policyAddress(arn)}/edit`)
      await write(ada, readMore)
      await ada.button(labels.save).click()
      await ada.dialog(labels.fullTitle).button(labels.deleteAndSave).click()
      await ada.text(labels.saved, { name: 'Read', version: 'v6' }).first().waitFor()
      const { Versions = [] } = await house.iam.listPolicyVersions({ PolicyArn: arn })
      expect(Versions.map(({ VersionId }) => VersionId).toSorted()).toEqual(['v1', 'v3', 'v4', 'v5', 'v6'])
    })
    await step('deleted with everything that stands in the way', async () => {
      await ada.button(labels.delete).first().click()
      const dialog = ada.dialog(labels.deleteTitle, { name: 'Read' })
      await dialog.text(labels.itemDetachGroup, { name: 'readers' }).waitFor()
      await dialog.text(labels.itemVersion, { version: 'v3' }).waitFor()
      await dialog.scope.getByRole('textbox').fill('Read')
      await dialog.button(labels.delete).click()
      await ada.text(labels.deleted, { name: 'Read' }).first().waitFor()
      await expect(house.iam.getPolicy({ PolicyArn: arn })).rejects.toMatchObject({ name: 'NoSuchEntityException' })
      await expect(house.iamOf(key).listUsers({})).rejects.toMatchObject(denied)
    })
  })

  it('a boundary of users is not deleted away under them', async () => {
    const house = await open()
    await house.addUser('alice')
    const made = await house.iam.createPolicy({ PolicyName: 'Ceiling', PolicyDocument: readUsers })
    const arn = made.Policy?.Arn ?? ''
    await house.iam.putUserPermissionsBoundary({ UserName: 'alice', PermissionsBoundary: arn })
    const ada = await house.signedIn('administrator', '/iam/policies?use=boundary')
    await ada.row('Ceiling').getByRole('radio').click()
    await ada.button(list.delete).click()
    const dialog = ada.dialog(labels.deleteTitle, { name: 'Ceiling' })
    await dialog.text(labels.inTheWay).waitFor()
    expect(await dialog.scope.getByRole('textbox').isEnabled()).toBe(false)
    await house.iam.getPolicy({ PolicyArn: arn })
  })

  it('the list is found by its address, and a user without permissions is told which one is missing', async () => {
    const house = await open()
    await house.iam.createPolicy({ PolicyName: 'Deploy', PolicyDocument: readUsers, Path: '/team/' })
    const ada = await house.signedIn('administrator', '/iam/home')
    await navigation(ada).link(list.title).click()
    await ada.row('Deploy').waitFor()
    await ada.page.getByRole('searchbox', { name: ada.say(list.search) }).fill('/TEAM/')
    await ada.row('AdministratorAccess').waitFor({ state: 'detached' })
    await expect.poll(() => ada.path).toBe('/iam/policies?search=%2FTEAM%2F')
    await ada.page.reload()
    await ada.row('Deploy').waitFor()
    await house.addUser('alice')
    const alice = await house.signedIn('alice', '/iam/policies')
    await alice.page.getByText('iam:ListPolicies').first().waitFor()
  })
})
