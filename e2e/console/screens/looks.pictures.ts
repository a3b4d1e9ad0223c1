import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import { labels as keys } from '../../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as group } from '../../../packages/console/src/pages/group/labels.ts'
import { labels as home } from '../../../packages/console/src/pages/home/labels.ts'
import { labels as own } from '../../../packages/console/src/pages/security-credentials/labels.ts'
import { labels as signIn } from '../../../packages/console/src/pages/signin/labels.ts'
import { labels as users } from '../../../packages/console/src/pages/users/labels.ts'
import { initialise, Server } from '../../server.ts'
import { House } from '../house.ts'
import { choose } from '../groups-page.ts'
import { act, card } from '../keys-page.ts'
import type { PersonOptions } from '../person.ts'
import { policyAddress } from '../../../packages/console/src/parts/policy/policy-address.ts'
import { faultyPolicy, publish } from './policies-of-company.ts'
import { picture, pictures, showColumns, type Walk } from './album.ts'

/** The screens that everybody meets, as one look has them. */
async function look({ house, company, language }: Walk, name: string, options: PersonOptions): Promise<void> {
  const key = { accessKeyId: company.get('haruka.sato')?.[0] ?? '' }
  const stranger = await house.visitor({ language, ...options })
  await stranger.go('/signin/aozora-parcels')
  await stranger.field(signIn.iamUserName).waitFor()
  await picture(stranger, `${name}-signin`)
  const admin = await house.signedIn('administrator', '/iam/home', { language, ...options })
  await admin.heading(home.recommendations).waitFor()
  await picture(admin, `${name}-dashboard`)
  await admin.go('/iam/users')
  await admin.row('alice').waitFor()
  await showColumns(admin, seed.accessKeyIdColumn, seed.accessKeyAge)
  await picture(admin, `${name}-users`)
  await admin.go('/iam/users/details/haruka.sato?section=security_credentials')
  await card(admin, key).fact(keys.status).waitFor()
  await picture(admin, `${name}-keys`)
  await act(admin, key, seed.delete)
  await admin.dialog(keys.deleteTitle, { id: key.accessKeyId }).text(keys.deactivateFirst).waitFor()
  await picture(admin, `${name}-keys-delete`)
  await admin.go('/iam/users/details/maria.costa/create-access-key')
  await admin.radio(wizard.cli).click()
  await picture(admin, `${name}-create-key`)
  await admin.go('/iam/users/details/haruka.sato/rotate-access-key')
  await admin.button(seed.deactivate).waitFor()
  await picture(admin, `${name}-rotate`)
  await admin.go('/iam/users/details/haruka.sato/edit-policy?policy=ManageOwnAccessKeys')
  await admin.page.locator('.cm-content').first().waitFor()
  await picture(admin, `${name}-user-policy`)
  await admin.go('/iam/users/details/haruka.sato')
  await admin.row('ParcelLabels').waitFor()
  await picture(admin, `${name}-user-permissions`)
  await admin.go('/iam/groups/details/Engineers')
  await admin.row('kenji.mori').waitFor()
  await admin.button(group.addUsers).click()
  await choose(admin.dialog(group.addUsersTo, { name: 'Engineers' }), 'alice')
  await picture(admin, `${name}-group-add-users`)
  await admin.go('/iam/groups')
  await admin.row('Engineers').waitFor()
  await picture(admin, `${name}-groups`)
  const policy = await publish(house)
  await admin.go('/iam/policies?type=customer')
  await admin.row('PrintLabels').waitFor()
  await picture(admin, `${name}-policies`)
  await admin.go(policyAddress(policy))
  await admin.page.locator('.cm-content').first().waitFor()
  await picture(admin, `${name}-policy`)
  await admin.go(policyAddress(policy, 'versions'))
  await admin.page.locator('.cm-content').first().waitFor()
  await picture(admin, `${name}-policy-versions`)
  await admin.go('/iam/policies/create')
  await admin.page.locator('.cm-content').first().fill(faultyPolicy)
  await admin.page.getByRole('button', { name: /INVALID_EFFECT/ }).waitFor()
  await picture(admin, `${name}-create-policy`)
  const alice = await house.signedIn('alice', '/iam/security_credentials', { language, ...options })
  await alice.button(own.changePassword).waitFor()
  await picture(alice, `${name}-own-credentials`)
  await alice.go('/iam/users')
  await alice.page.getByText('iam:ListUsers').first().waitFor()
  await picture(alice, `${name}-users-denied`)
}

pictures('dark', (walk) => look(walk, 'dark', { theme: 'dark' }), ['en'])
pictures('as narrow as a telephone', (walk) => look(walk, 'narrow', { width: 390, height: 844 }))
pictures('as wide as 4K', (walk) => look(walk, 'wide', { width: 3840, height: 2160 }), ['ja'])

pictures('a new account', async ({ browser, language }) => {
  const place = await initialise({ flags: ['--no-admin', '--account-id', '310584726193'] })
  const house = new House(browser, place, await Server.start(place))
  const root = await house.rootSignedIn('/iam/users', { language })
  await root.text(users.noUsers).first().waitFor()
  await picture(root, 'users-empty')
  await root.go('/iam/home')
  await root.heading(home.recommendations).waitFor()
  await picture(root, 'dashboard-new-account')
})
