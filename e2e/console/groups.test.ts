import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as shell } from '../../packages/console/src/layout/labels.ts'
import { labels as newGroup } from '../../packages/console/src/pages/create-group/labels.ts'
import { labels as page } from '../../packages/console/src/pages/group/labels.ts'
import { labels as list } from '../../packages/console/src/pages/groups/labels.ts'
import { labels as inline } from '../../packages/console/src/pages/inline-policy/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { labels as membership } from '../../packages/console/src/parts/membership/labels.ts'
import { labels as permissions } from '../../packages/console/src/parts/permissions/labels.ts'
import { choose, groupsOf, membersOf, ownPolicy } from './groups-page.ts'
import { navigation } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { measured } from './measured.ts'
import { step } from './step.ts'

const refused = 'is not authorized to perform: iam:ListUsers'

inABrowser('user groups', (open) => {
  it('give a user what their policies allow, from the moment she is added to the moment she is removed', async () => {
    const house = await open()
    await house.addUser('alice', { console: false })
    await house.addUser('bob', { console: false })
    await ownPolicy(house, 'ListUsers', 'iam:ListUsers')
    const alice = house.iamOf(await house.addKey('alice'))
    await expect(alice.listUsers({})).rejects.toThrow(refused)
    const admin = await house.signedIn('administrator', '/iam/home')

    await measured('Create a group with a user and a policy', admin, () =>
      step('create the group, with a policy and a user', async () => {
        await navigation(admin).link(shell.userGroups).click()
        await admin.text(list.noGroups).waitFor()
        await admin.link(list.create).first().click()
        await admin.field(newGroup.groupName).fill('Auditors')
        await choose(admin, 'alice')
        await admin.search(permissions.searchPolicies).fill('listus')
        await choose(admin, 'ListUsers')
        await admin.button(newGroup.create).click()
        await admin.text(newGroup.created, { name: 'Auditors' }).first().waitFor()
      }),
    )
    expect(await membersOf(house, 'Auditors')).toEqual(['alice'])
    const attached = await house.iam.listAttachedGroupPolicies({ GroupName: 'Auditors' })
    expect(attached.AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual(['ListUsers'])
    expect((await alice.listUsers({})).Users?.length).toBe(3)

    await step('remove her again', async () => {
      await admin.checkbox(parts.selectRow, { name: 'alice' }).click()
      await admin.button(page.removeUsers).click()
      const dialog = admin.dialog(page.removeTitle, { count: 1, name: 'Auditors' })
      await dialog.button(membership.remove).click()
      await admin.text(membership.removedOne, { user: 'alice', group: 'Auditors' }).first().waitFor()
    })
    expect(await membersOf(house, 'Auditors')).toEqual([])
    await expect(alice.listUsers({})).rejects.toThrow(refused)

    await step('add both, found among others', async () => {
      await admin.button(page.addUsers).click()
      const dialog = admin.dialog(page.addUsersTo, { name: 'Auditors' })
      await dialog.search(membership.searchUsers).fill('ali')
      await dialog.scope.getByRole('row').filter({ hasText: 'administrator' }).waitFor({ state: 'detached' })
      await choose(dialog, 'alice')
      await dialog.search(membership.searchUsers).fill('bob')
      // Who was chosen before stays chosen, whatever is searched for.
      await choose(dialog, 'bob')
      await dialog.button(page.addUsers).click()
      await admin.row('bob').waitFor()
    })
    expect(await membersOf(house, 'Auditors')).toEqual(['alice', 'bob'])
    expect((await alice.listUsers({})).Users?.length).toBe(3)
  })

  it('have inline policies, which are written, compared and deleted as those of users are', async () => {
    const house = await open()
    await house.addUser('alice', { console: false })
    await house.iam.createGroup({ GroupName: 'Listers', Path: '/ops/' })
    await house.iam.addUserToGroup({ GroupName: 'Listers', UserName: 'alice' })
    const alice = house.iamOf(await house.addKey('alice'))
    const admin = await house.signedIn('administrator', '/iam/groups/details/Listers', { language: 'ja' })
    await step('write one', async () => {
      await admin.tab(page.permissions).click()
      await admin.button(permissions.addInline).click()
      await admin.menuItem(permissions.blankPolicy).click()
      await admin.field(inline.name).fill('list')
      const Statement = { Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' }
      const editor = admin.page.locator('.cm-content').first()
      await editor.fill(JSON.stringify({ Version: '2012-10-17', Statement }))
      await admin.button(inline.create).click()
      await admin.text(inline.created, { name: 'list' }).first().waitFor()
    })
    expect((await alice.listUsers({})).Users?.length).toBe(2)
    await step('it stands on the page of the user, with the group it is from', async () => {
      await admin.go('/iam/users/details/alice')
      const row = admin.page.getByRole('row').filter({ hasText: 'Listers' })
      expect(await row.innerText()).toContain(admin.say(permissions.inline))
      await row.getByRole('link', { name: 'list', exact: true }).click()
      await admin.heading(inline.editTitle, { name: 'list' }).waitFor()
    })
    await step('delete it', async () => {
      await admin.go('/iam/groups/details/Listers?section=permissions')
      await admin.button(permissions.deleteNamed, { name: 'list' }).click()
      await admin.dialog(permissions.deletePolicyTitle, { name: 'list' }).button(seed.delete).click()
      await admin.text(permissions.policyDeleted, { name: 'list' }).first().waitFor()
    })
    expect((await house.iam.listGroupPolicies({ GroupName: 'Listers' })).PolicyNames).toEqual([])
    await expect(alice.listUsers({})).rejects.toThrow(refused)
  })

  it('are renamed with all they have, and deleted with it once their name is typed', async () => {
    const house = await open()
    for (const name of ['alice', 'bob']) await house.addUser(name, { console: false })
    await house.iam.createGroup({ GroupName: 'Devs' })
    await house.iam.createGroup({ GroupName: 'Taken' })
    for (const UserName of ['alice', 'bob']) await house.iam.addUserToGroup({ GroupName: 'Devs', UserName })
    const PolicyArn = await ownPolicy(house, 'ListUsers', 'iam:ListUsers')
    await house.iam.attachGroupPolicy({ GroupName: 'Devs', PolicyArn })
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    })
    await house.iam.putGroupPolicy({ GroupName: 'Devs', PolicyName: 'buckets', PolicyDocument })
    const admin = await house.signedIn('administrator', '/iam/groups/details/Devs')
    await step('a name that is taken is refused, another is taken', async () => {
      await admin.button(page.edit).click()
      const dialog = admin.dialog(page.editTitle, { name: 'Devs' })
      await dialog.field(page.groupName).fill('taken')
      await dialog.button(page.save).click()
      await dialog.scope.getByText('already exists').first().waitFor()
      await dialog.field(page.groupName).fill('Developers')
      await dialog.field(page.path).fill('/engineering/')
      await dialog.button(page.save).click()
      await admin.text(page.edited, { name: 'Developers' }).first().waitFor()
      await admin.page.waitForURL(/Developers$/)
    })
    const { Group } = await house.iam.getGroup({ GroupName: 'Developers' })
    expect(Group?.Arn).toBe(`arn:aws:iam::${house.accountId}:group/engineering/Developers`)
    expect(await membersOf(house, 'Developers')).toEqual(['alice', 'bob'])
    await step('delete it', async () => {
      await admin.button(seed.delete).click()
      const dialog = admin.dialog(page.deleteTitle, { name: 'Developers' })
      await dialog.text(page.itemMember, { name: 'alice' }).waitFor()
      await dialog.text(page.itemMember, { name: 'bob' }).waitFor()
      await dialog.text(page.itemInline, { name: 'buckets' }).waitFor()
      await dialog.text(page.itemAttached, { name: 'ListUsers' }).waitFor()
      expect(await dialog.button(seed.delete).isDisabled()).toBe(true)
      await dialog.field(page.typeName).fill('Developers')
      await dialog.button(seed.delete).click()
      await admin.text(page.deleted, { name: 'Developers' }).first().waitFor()
    })
    await admin.row('Taken').waitFor()
    expect((await house.iam.listGroups({})).Groups?.map(({ GroupName }) => GroupName)).toEqual(['Taken'])
    expect(await groupsOf(house, 'alice')).toEqual([])
  })

  it('are found among many, a page at a time, and the address says which', async () => {
    const house = await open()
    for (let at = 1; at <= 23; at++) await house.iam.createGroup({ GroupName: `team-${String(at).padStart(2, '0')}` })
    await house.iam.createGroup({ GroupName: 'Auditors', Path: '/external/' })
    const admin = await house.signedIn('administrator', '/iam/groups')
    await admin.heading(list.counted, { count: 24 }).waitFor()
    await admin.row('team-19').waitFor()
    expect(await admin.row('team-20').count()).toBe(0)
    await admin.page.getByRole('button', { name: 'Next page' }).click()
    await admin.row('team-23').waitFor()
    expect(admin.path).toBe('/iam/groups?page=2')
    await admin.search(seed.searchBox).fill('external')
    await admin.row('Auditors').waitFor()
    await expect.poll(() => admin.path).toBe('/iam/groups?search=external')
    const elsewhere = await admin.openTab()
    await elsewhere.go(admin.path)
    await elsewhere.row('Auditors').waitFor()
    await elsewhere.search(seed.searchBox).fill('nothing')
    await elsewhere.text(list.noMatches).waitFor()
  })

  it('say what a user may not do with them, where she may not, and go on with the rest', async () => {
    const house = await open()
    await house.iam.createGroup({ GroupName: 'Devs' })
    const Statement = { Effect: 'Allow', Action: ['iam:ListGroups', 'iam:CreateGroup', 'iam:GetGroup'], Resource: '*' }
    await house.addUser('dan', { policy: JSON.stringify({ Version: '2012-10-17', Statement }) })
    const dan = await house.signedIn('dan', '/iam/groups')
    await dan.row('Devs').waitFor()
    await dan
      .text(parts.hiddenValue, { action: 'iam:ListAttachedGroupPolicies' })
      .first()
      .waitFor({ state: 'attached' })
    await dan.link(list.create).click()
    await dan.field(newGroup.groupName).fill('Mine')
    await dan.button(newGroup.create).click()
    await dan.text(newGroup.created, { name: 'Mine' }).first().waitFor()
    expect(await membersOf(house, 'Mine')).toEqual([])
    await dan.button(seed.delete).click()
    const dialog = dan.dialog(page.deleteTitle, { name: 'Mine' })
    await dialog.text(page.listHidden).waitFor()
    await dialog.field(page.typeName).fill('Mine')
    await dialog.button(seed.delete).click()
    await dialog
      .text(parts.deniedText, { action: 'iam:DeleteGroup', resource: `arn:aws:iam::${house.accountId}:group/Mine` })
      .first()
      .waitFor()
  })
})
