import { labels as shell } from '../../../packages/console/src/layout/labels.ts'
import { labels as details } from '../../../packages/console/src/pages/user/labels.ts'
import { labels } from '../../../packages/console/src/pages/users/labels.ts'
import { labels as owners } from '../../../packages/console/src/parts/key-owner/labels.ts'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import type { Person } from '../person.ts'
import { hold, picture, pictures, showColumns } from './album.ts'

const searchBox = (person: Person) =>
  person.page.getByRole('searchbox', { name: person.say(seed.searchBox), exact: true })

pictures('the list of users', async ({ house, company, language }) => {
  const [own = ''] = company.get('kenji.mori') ?? []
  const admin = await house.signedIn('administrator', '/iam/home', { language })
  const release = await hold(admin, 'SearchUsers')
  await admin.page
    .getByRole('link', { name: admin.say(shell.users), exact: true })
    .first()
    .click()
  await admin.button(seed.settings).waitFor()
  await picture(admin, 'users-loading', { busy: true })
  await release()
  await admin.row('alice').waitFor()
  await picture(admin, 'users-list')
  await admin.button(seed.settings).click()
  await admin.dialog(seed.manageColumns).checkbox(seed.accessKeyAge).waitFor()
  await picture(admin, 'users-manage-columns')
  await admin.page.keyboard.press('Escape')
  await showColumns(admin, seed.accessKeyIdColumn, seed.accessKeyAge)
  await admin.column(seed.accessKeyAge).waitFor()
  await picture(admin, 'users-key-columns')
  await searchBox(admin).fill('/engineering/')
  await admin.row('alice').waitFor({ state: 'detached' })
  await picture(admin, 'users-filtered-by-path')
  await searchBox(admin).fill(own)
  await admin.text(owners.ownedActive, { id: own, user: 'kenji.mori' }).waitFor()
  await admin.row('haruka.sato').waitFor({ state: 'detached' })
  await picture(admin, 'users-filtered-by-key')
  const gone = 'AKIAIOSFODNN7EXAMPLE'
  await searchBox(admin).fill(gone)
  await admin.page.getByText(gone).first().waitFor()
  await admin.row('kenji.mori').waitFor({ state: 'detached' })
  await picture(admin, 'users-key-not-found')
  await searchBox(admin).fill('AKIAIOSF')
  await admin.text(owners.partOfKeyId).waitFor()
  await picture(admin, 'users-part-of-key-id')
  await searchBox(admin).fill('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')
  await admin.text(owners.secretRefusedTitle).waitFor()
  await picture(admin, 'users-secret-refused')
  await admin.go('/iam/users?search=nobody-of-this-name')
  await admin.text(labels.noMatches).waitFor()
  await picture(admin, 'users-no-matches')
  await admin.go('/iam/users?keyOlderThanDays=90&sort=AccessKeyAge&order=descending')
  await admin.row('haruka.sato').waitFor()
  await picture(admin, 'users-old-keys')
  await admin.go('/iam/users')
  await admin.row('alice').waitFor()
  await admin.button(seed.settings).click()
  await admin.dialog(seed.manageColumns).radio(labels.rows, { count: 10 }).click()
  await admin.dialog(seed.manageColumns).button(seed.close).first().click()
  await admin.page.getByRole('button', { name: admin.say(labels.nextPage), exact: true }).click()
  await admin.row('tomas.novak').waitFor()
  await picture(admin, 'users-second-page')
  await admin.row('tomas.novak').getByRole('radio').click()
  await admin.button(seed.delete).first().click()
  await admin.dialog(details.deleteTitle, { name: 'tomas.novak' }).text(details.goesWith).waitFor()
  await picture(admin, 'users-delete')

  const auditor = await house.signedIn('auditor', '/iam/users', { language })
  await showColumns(auditor, seed.accessKeyIdColumn, seed.accessKeyAge)
  await auditor.row('alice').waitFor()
  await picture(auditor, 'users-columns-denied')
  await auditor.go('/iam/users?keyOlderThanDays=90')
  await auditor.text(labels.refusedOrderText).waitFor()
  await picture(auditor, 'users-filter-denied')

  const alice = await house.signedIn('alice', '/iam/users', { language })
  await alice.text(labels.deniedOwn).waitFor()
  await picture(alice, 'users-denied')
})
