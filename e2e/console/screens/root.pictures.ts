import { labels as keys } from '../../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as own } from '../../../packages/console/src/pages/security-credentials/labels.ts'
import { labels as home } from '../../../packages/console/src/pages/home/labels.ts'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import type { Person } from '../person.ts'
import { picture, pictures } from './album.ts'

async function makeKey(root: Person): Promise<void> {
  await root.go('/iam/security_credentials/create-access-key')
  await root.checkbox(wizard.rootUnderstand).click()
  await root.button(seed.createAccessKey).click()
  await root.heading(seed.retrieveAccessKeys).waitFor()
}

async function toKeys(root: Person): Promise<void> {
  await root.go('/iam/security_credentials')
  await root.button(own.continue).click()
  await root.heading(seed.accessKeys).waitFor()
}

pictures('credentials of root and of oneself', async ({ house, language }) => {
  const root = await house.rootSignedIn('/iam/security_credentials', { language })
  await root.button(own.continue).waitFor()
  await picture(root, 'root-interstitial')
  await root.button(own.continue).click()
  await root.text(keys.none).first().waitFor()
  await picture(root, 'root-no-keys')
  await root.go('/iam/security_credentials/create-access-key')
  await root.checkbox(wizard.rootUnderstand).waitFor()
  await picture(root, 'root-create-key')
  await makeKey(root)
  await picture(root, 'root-retrieve')
  await root.button(seed.show).click()
  await root.button(seed.done).click()
  await toKeys(root)
  await root.text(keys.rootHasKeys).first().waitFor()
  await picture(root, 'root-one-key')
  await makeKey(root)
  await root.button(seed.show).click()
  await root.button(seed.done).click()
  await toKeys(root)
  await root.text(keys.twoKeys).last().waitFor()
  await picture(root, 'root-two-keys')
  await root.go('/iam/home')
  await root.heading(home.recommendations).waitFor()
  await picture(root, 'dashboard-root')

  const alice = await house.signedIn('alice', '/iam/security_credentials', { language })
  await alice.heading(seed.accessKeys).waitFor()
  await picture(alice, 'own-credentials')
  await alice.button(own.changePassword).click()
  await alice.field(own.currentPassword).waitFor()
  await picture(alice, 'own-change-password')
  await alice.go('/iam/home')
  await alice.heading(home.recommendations).waitFor()
  await picture(alice, 'dashboard-denied')
})
