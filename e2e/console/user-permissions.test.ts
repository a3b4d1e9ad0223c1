import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as creating } from '../../packages/console/src/pages/create-user/labels.ts'
import { labels as user } from '../../packages/console/src/pages/user/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { labels as membership } from '../../packages/console/src/parts/membership/labels.ts'
import { labels as permissions } from '../../packages/console/src/parts/permissions/labels.ts'
import { labels as tasks } from '../../packages/console/src/parts/tasks/labels.ts'
import { choose, groupsOf, membersOf, ownPolicy } from './groups-page.ts'
import type { House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { measured } from './measured.ts'
import { step } from './step.ts'

const details = (name: string) => `/iam/users/details/${name}`

const boundaryOf = async (house: House, UserName: string) =>
  (await house.iam.getUser({ UserName })).User?.PermissionsBoundary?.PermissionsBoundaryArn

const attachedTo = async (house: House, UserName: string) =>
  ((await house.iam.listAttachedUserPolicies({ UserName })).AttachedPolicies ?? []).map(({ PolicyName }) => PolicyName)

inABrowser('the permissions of a user', (open) => {
  it('are bounded by a boundary that is set, changed and removed on her page', async () => {
    const house = await open()
    const within = await ownPolicy(house, 'UsersOnly', 'iam:ListUsers')
    const wider = await ownPolicy(house, 'UsersAndGroups', 'iam:ListUsers', 'iam:ListGroups')
    await house.addUser('alice', { console: false })
    const PolicyArn = await ownPolicy(house, 'AllOfIam', 'iam:*')
    await house.iam.attachUserPolicy({ UserName: 'alice', PolicyArn })
    const alice = house.iamOf(await house.addKey('alice'))
    expect((await alice.listGroups({})).Groups).toEqual([])
    const admin = await house.signedIn('administrator', details('alice'), { language: 'ja' })

    await measured('Set a permissions boundary for a user', admin, () =>
      step('set it', async () => {
        await admin.button(user.setBoundary).click()
        const dialog = admin.dialog(user.boundaryOf, { name: 'alice' })
        await dialog.search(permissions.searchPolicies).fill('users')
        await choose(dialog, 'UsersOnly')
        await dialog.button(user.setBoundary).click()
        await admin.text(user.boundarySet, { name: 'alice', policy: 'UsersOnly' }).first().waitFor()
      }),
    )
    expect(await boundaryOf(house, 'alice')).toBe(within)
    expect((await alice.listUsers({})).Users?.length).toBe(2)
    await expect(alice.listGroups({})).rejects.toThrow('no permissions boundary allows the iam:ListGroups action')

    await step('change it', async () => {
      await admin.button(user.changeBoundary).click()
      const dialog = admin.dialog(user.boundaryOf, { name: 'alice' })
      await dialog.search(permissions.searchPolicies).fill('usersand')
      await choose(dialog, 'UsersAndGroups')
      await dialog.button(user.changeBoundary).click()
      await admin.text(user.boundarySet, { name: 'alice', policy: 'UsersAndGroups' }).first().waitFor()
    })
    expect(await boundaryOf(house, 'alice')).toBe(wider)
    expect((await alice.listGroups({})).Groups).toEqual([])
    await expect(alice.listPolicies({})).rejects.toThrow('no permissions boundary allows')

    await step('remove it', async () => {
      await admin.button(user.removeBoundary).click()
      const dialog = admin.dialog(user.removeBoundaryTitle, { policy: 'UsersAndGroups' })
      await dialog.button(user.removeBoundary).click()
      await admin.text(user.boundaryRemoved, { name: 'alice' }).first().waitFor()
      await admin.text(user.noBoundary).waitFor()
    })
    expect(await boundaryOf(house, 'alice')).toBeUndefined()
    expect((await alice.listPolicies({})).Policies).not.toEqual([])
  })

  it('come and go with her groups, from her own page too', async () => {
    const house = await open()
    const PolicyArn = await ownPolicy(house, 'ListUsers', 'iam:ListUsers')
    for (const GroupName of ['Auditors', 'Developers', 'Idle']) await house.iam.createGroup({ GroupName })
    for (const GroupName of ['Auditors', 'Developers']) await house.iam.attachGroupPolicy({ GroupName, PolicyArn })
    await house.addUser('alice', { console: false })
    const alice = house.iamOf(await house.addKey('alice'))
    const admin = await house.signedIn('administrator', `${details('alice')}?section=groups`)
    await step('add her to two', async () => {
      await admin.text(user.noGroups).first().waitFor()
      await admin.button(user.addToGroups).click()
      const dialog = admin.dialog(user.addUserToGroups, { name: 'alice' })
      await dialog.search(membership.searchGroups).fill('aud')
      await choose(dialog, 'Auditors')
      await dialog.search(membership.searchGroups).fill('dev')
      await choose(dialog, 'Developers')
      await dialog.button(user.addToGroups).click()
      await admin.row('Developers').waitFor()
    })
    expect(await groupsOf(house, 'alice')).toEqual(['Auditors', 'Developers'])
    expect((await alice.listUsers({})).Users?.length).toBe(2)
    await step('the policy stands once, from both', async () => {
      await admin.tab(user.permissions).click()
      await admin.heading(user.inheritedTitle).waitFor()
      const row = admin.page.getByRole('row').filter({ hasText: 'Auditors' })
      expect(await row.innerText()).toContain('Developers')
      expect(await row.getByRole('link', { name: 'ListUsers', exact: true }).count()).toBe(1)
    })
    await step('the list of users names them', async () => {
      await admin.go('/iam/users')
      expect(await admin.row('alice').innerText()).toContain('Auditors')
      await admin.column(users.groups).waitFor()
    })
    await step('remove her from both', async () => {
      await admin.go(`${details('alice')}?section=groups`)
      for (const name of ['Auditors', 'Developers']) {
        await admin.button(user.leaveNamed, { name }).click()
        const dialog = admin.dialog(user.leaveTitleNamed, { user: 'alice', group: name })
        await dialog.button(membership.remove).click()
        await admin.row(name).waitFor({ state: 'detached' })
      }
    })
    expect(await groupsOf(house, 'alice')).toEqual([])
    await expect(alice.listUsers({})).rejects.toThrow('iam:ListUsers')
  })

  it('are copied from a colleague by the wizard, which tells each failure and repeats only those', async () => {
    const house = await open()
    const PolicyArn = await ownPolicy(house, 'ListUsers', 'iam:ListUsers')
    const boundary = await ownPolicy(house, 'OnlyIam', 'iam:*')
    for (const GroupName of ['Developers', 'Doomed']) await house.iam.createGroup({ GroupName })
    await house.addUser('old', {
      console: false,
      policy: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }),
    })
    await house.iam.attachUserPolicy({ UserName: 'old', PolicyArn })
    await house.iam.putUserPermissionsBoundary({ UserName: 'old', PermissionsBoundary: boundary })
    for (const GroupName of ['Developers', 'Doomed']) {
      await house.iam.addUserToGroup({ GroupName, UserName: 'old' })
    }
    const admin = await house.signedIn('administrator', '/iam/users/create')
    await step('copy', async () => {
      await admin.field(creating.userName).fill('nora')
      await admin.button(seed.next).click()
      await admin.button(creating.chooseUser).click()
      const dialog = admin.dialog(creating.copy)
      await choose(dialog, 'old')
      await dialog.button(creating.copyNow).click()
      await admin.text(creating.copied, { user: 'old', groups: 2, managed: 1, inline: 1 }).first().waitFor()
      await admin.button(seed.next).click()
    })
    await step('all of it is shown before anything is made', async () => {
      const facts = [creating.groups, creating.managed, creating.inline, permissions.boundary]
      const said = await Promise.all(facts.map((fact) => admin.fact(fact).innerText()))
      expect(said.map((text) => text.split('\n'))).toEqual([
        ['Developers', 'Doomed'],
        ['ListUsers'],
        ['own'],
        ['OnlyIam'],
      ])
      await expect(house.iam.getUser({ UserName: 'nora' })).rejects.toThrow()
    })
    await step('a group is gone meanwhile: that alone fails', async () => {
      await house.iam.removeUserFromGroup({ GroupName: 'Doomed', UserName: 'old' })
      await house.iam.deleteGroup({ GroupName: 'Doomed' })
      await admin.button(creating.create).click()
      await admin.text(tasks.stoppedTitle).waitFor()
      await admin.page.getByRole('listitem').filter({ hasText: 'The group with name Doomed cannot be found' }).waitFor()
      expect(await admin.text(tasks.failed).count()).toBe(1)
      expect(await groupsOf(house, 'nora')).toEqual(['Developers'])
      expect(await attachedTo(house, 'nora')).toEqual(['ListUsers'])
      expect((await house.iam.listUserPolicies({ UserName: 'nora' })).PolicyNames).toEqual(['own'])
      expect(await boundaryOf(house, 'nora')).toBe(boundary)
    })
    await step('it is made again, and the wizard goes on', async () => {
      await house.iam.createGroup({ GroupName: 'Doomed' })
      await admin.button(creating.goOn).click()
      await admin.text(creating.created, { name: 'nora' }).first().waitFor()
      expect(await groupsOf(house, 'nora')).toEqual(['Developers', 'Doomed'])
    })
  })

  it('warn before Create where a boundary would keep her from changing her first password', async () => {
    const house = await open()
    await ownPolicy(house, 'OnlyS3', 's3:*')
    const admin = await house.signedIn('administrator', '/iam/users/create', { language: 'ja' })
    await admin.field(creating.userName).fill('emma')
    await admin.checkbox(creating.provideAccess).click()
    await admin.button(seed.next).click()
    await admin.checkbox(creating.setBoundary).click()
    await admin.button(seed.next).click()
    await admin.text(creating.boundaryNeeded).waitFor()
    await admin.search(permissions.searchPolicies).last().fill('onlys3')
    await admin.radio(parts.selectRow, { name: 'OnlyS3' }).click()
    await admin.button(seed.next).click()
    await admin.text(creating.boundaryForbids).waitFor()
  })

  it('go with her: who is in two groups is deleted with her memberships, and the groups stay', async () => {
    const house = await open()
    const boundary = await ownPolicy(house, 'OnlyIam', 'iam:*')
    for (const GroupName of ['Auditors', 'Developers']) await house.iam.createGroup({ GroupName })
    for (const name of ['leaver', 'stayer']) {
      await house.addUser(name, { console: false })
      for (const GroupName of ['Auditors', 'Developers']) {
        await house.iam.addUserToGroup({ GroupName, UserName: name })
      }
    }
    await house.iam.putUserPermissionsBoundary({ UserName: 'leaver', PermissionsBoundary: boundary })
    const admin = await house.signedIn('administrator', details('leaver'))
    await admin.button(seed.delete).first().click()
    const dialog = admin.dialog(user.deleteTitle, { name: 'leaver' })
    await dialog.text(user.itemGroup, { name: 'Auditors' }).waitFor()
    await dialog.text(user.itemGroup, { name: 'Developers' }).waitFor()
    await dialog.text(user.itemBoundary, { name: 'OnlyIam' }).waitFor()
    await dialog.field(user.typeName).fill('leaver')
    await dialog.button(seed.delete).click()
    await admin.text(user.deleted, { name: 'leaver' }).first().waitFor()
    await expect(house.iam.getUser({ UserName: 'leaver' })).rejects.toThrow('leaver cannot be found')
    expect(await membersOf(house, 'Auditors')).toEqual(['stayer'])
    expect(await membersOf(house, 'Developers')).toEqual(['stayer'])
    // Nothing holds the policy that bounded her any more.
    await house.iam.deletePolicy({ PolicyArn: boundary })
  })
})
