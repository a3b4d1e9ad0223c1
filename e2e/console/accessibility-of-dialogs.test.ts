import { describe, expect, it } from 'vitest'
import { labels as home } from '../../packages/console/src/pages/home/labels.ts'
import { labels as lookUp } from '../../packages/console/src/pages/access-key-lookup/labels.ts'
import { labels as newGroup } from '../../packages/console/src/pages/create-group/labels.ts'
import { labels as newUser } from '../../packages/console/src/pages/create-user/labels.ts'
import { labels as credentials } from '../../packages/console/src/pages/security-credentials/labels.ts'
import { labels as group } from '../../packages/console/src/pages/group/labels.ts'
import { labels as user } from '../../packages/console/src/pages/user/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { labels as tasks } from '../../packages/console/src/parts/tasks/labels.ts'
import { labels as permissions } from '../../packages/console/src/parts/permissions/labels.ts'
import { labels as users } from '../../packages/console/src/pages/users/labels.ts'
import { labels as tags } from '../../packages/console/src/parts/tags/labels.ts'
import { missingChromium } from './chromium.ts'
import { House } from './house.ts'
import { Inspection } from './inspection.ts'
import { violations } from './person.ts'
import { addGroup, addKey, addUser, shareHouse, signedIn } from './shared-house.ts'

const missing = missingChromium()

const looks = [
  { language: 'en', theme: 'dark' },
  { language: 'ja', theme: 'light' },
] as const

describe.skipIf(missing !== undefined)(`axe${missing === undefined ? '' : `, missing: ${missing}`}`, () => {
  const house = shareHouse()

  it.each(looks)('finds nothing in dialogs and later steps ($language)', { timeout: 180_000 }, async (look) => {
    const name = `user-${look.language}`
    await addUser(house, name)
    const { accessKeyId } = await addKey(house, name)
    await addKey(house, name)
    const person = await signedIn(house, 'ada', look)
    const { page } = person
    const inspection = new Inspection(person, look.theme)
    const inDialog = async (state: string) => {
      await page.getByRole('dialog').waitFor()
      await inspection.see(state)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await person.go('/iam/home')
    await person.button(home.createAlias).click()
    await inDialog('alias')
    await person.go(`/iam/users/details/${name}`)
    await person.button(permissions.attach).click()
    await inDialog('attach policies')
    await person.go(`/iam/users/details/${name}?section=tags`)
    await person.button(tags.addTag).first().click()
    await inDialog('add tag')
    await person.go(`/iam/users/details/${name}?section=security_credentials`)
    await person.button(user.manageAccess).click()
    await inDialog('manage console access')
    await inspection.open(`/iam/users/details/${name}/rotate-access-key`)
    await inspection.open(`/iam/users?search=${accessKeyId}`)
    await inspection.open('/iam/users?keyNeverUsed=true&sort=AccessKeyAge')
    await person.button(users.addFilter).click()
    await inspection.see('filters')
    await person.go('/iam/access_key_lookup')
    await page.getByRole('textbox').fill(accessKeyId)
    await person.button(lookUp.lookUp).click()
    await page.getByRole('main').getByText(house.place.account.accountId).first().waitFor()
    await inspection.see('a key that was looked up')
    await person.go('/iam/security_credentials')
    await person.button(credentials.changePassword).click()
    await inspection.see('change password')
    await person.go('/iam/account_settings?edit=password_policy')
    await page.getByRole('radio').last().check()
    await inspection.see('password policy of its own')
    await person.go('/iam/users/create')
    await person.field(newUser.userName).fill(`new-${look.language}`)
    await page.getByRole('checkbox').first().check()
    await inspection.see('new user, console access')
    await person.button(newUser.next).click()
    await person.heading(newUser.permissions).first().waitFor()
    await page.getByRole('radio').last().check()
    await inspection.see('new user, permissions in JSON')
    await page.getByRole('radio').first().check()
    await person.button(newUser.next).click()
    await person.button(newUser.create).waitFor()
    await inspection.see('new user, review')
    await person.button(newUser.create).click()
    await person.heading(newUser.retrieve).first().waitFor()
    await inspection.see('new user, password')
    expect(inspection.faults).toEqual([])
  })

  it.each(looks)('finds nothing on the pages of groups ($language)', { timeout: 180_000 }, async (look) => {
    const name = `Group-${look.language}`
    await addUser(house, `member-${look.language}`)
    await addGroup(house, name, `member-${look.language}`)
    const person = await signedIn(house, 'ada', look)
    const { page } = person
    const inspection = new Inspection(person, look.theme)
    const details = `/iam/groups/details/${name}`
    const inDialog = async (state: string) => {
      await page.getByRole('dialog').waitFor()
      await inspection.see(state)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await inspection.open('/iam/groups')
    await inspection.open('/iam/groups?search=nothing')
    await inspection.open('/iam/groups/create')
    await person.field(newGroup.groupName).fill(name)
    await person.button(newGroup.create).click()
    await person.text(tasks.stoppedTitle).waitFor()
    await inspection.see('new group, name taken')
    // Someone who has typed is asked before she leaves; an address leaves at once.
    page.once('dialog', (dialog) => void dialog.accept())
    await inspection.open(details)
    await person.button(group.addUsers).click()
    await inDialog('add users')
    await person.checkbox(parts.selectRow, { name: `member-${look.language}` }).click()
    await person.button(group.removeUsers).click()
    await inDialog('remove users')
    await person.button(group.edit).first().click()
    await inDialog('edit group')
    await person.button(group.delete).click()
    await inDialog('delete group')
    await inspection.open(`${details}?section=permissions`)
    await person.button(permissions.attach).click()
    await inDialog('attach policies to a group')
    await inspection.open(`${details}/create-policy`)
    await inspection.open(`${details}/edit-policy?policy=own`)
    await inspection.open('/iam/groups/details/nothing')
    await inspection.open(`/iam/users/details/member-${look.language}?section=groups`)
    await person.button(user.addToGroups).click()
    await inDialog('add to groups')
    await inspection.open(`/iam/users/details/member-${look.language}?section=permissions`)
    await person.button(user.setBoundary).click()
    await inDialog('set boundary')
    expect(inspection.faults).toEqual([])
  })

  it.each(looks)('finds nothing on the pages of root ($language)', { timeout: 90_000 }, async (look) => {
    const { browser, place, server } = house
    const person = await new House(browser, place, server).rootSignedIn('/iam/home', look)
    const inspection = new Inspection(person, look.theme)
    await inspection.open('/iam/home')
    await inspection.open('/iam/security_credentials')
    await person.button(credentials.continue).click()
    await inspection.see('credentials of root')
    await inspection.open('/iam/security_credentials/create-access-key')
    expect(inspection.faults).toEqual([])
  })

  it('met nothing that its Content-Security-Policy forbids', () => {
    expect(violations).toEqual([])
  })
})
