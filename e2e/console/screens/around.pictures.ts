import { labels as shell } from '../../../packages/console/src/layout/labels.ts'
import { labels as settings } from '../../../packages/console/src/pages/account-settings/labels.ts'
import { labels as lookUp } from '../../../packages/console/src/pages/access-key-lookup/labels.ts'
import { labels as report } from '../../../packages/console/src/pages/credential-report/labels.ts'
import { labels as home } from '../../../packages/console/src/pages/home/labels.ts'
import { labels as protecting } from '../../../packages/console/src/pages/protecting-keys/labels.ts'
import { labels as owners } from '../../../packages/console/src/parts/key-owner/labels.ts'
import { seed } from '../../../packages/console/src/i18n/seed-labels.ts'
import { succeed, type PrintedAccount } from '../../server.ts'
import { hold, picture, pictures } from './album.ts'

pictures('around', async ({ house, company, language }) => {
  const admin = await house.signedIn('administrator', '/iam/home', { language })
  await admin.heading(home.recommendations).waitFor()
  await picture(admin, 'dashboard')
  await admin.button(home.changeAlias).click()
  await admin.dialog(home.changeAlias).field(home.aliasField).waitFor()
  await picture(admin, 'dashboard-change-alias')

  await admin.go('/iam/account_settings')
  await admin.text(settings.isDefault).first().waitFor()
  await picture(admin, 'password-policy-default')
  await admin.button(settings.edit).click()
  await admin.radio(settings.isCustom).click()
  await admin.page.getByText(admin.say(settings.turnOnExpiry)).click()
  await admin.page.getByText(admin.say(settings.preventReuse)).click()
  await picture(admin, 'password-policy-edit')
  await admin.button(settings.save).click()
  await admin.dialog(settings.setCustomTitle).text(settings.setCustomText).waitFor()
  await picture(admin, 'password-policy-confirm-custom')
  await admin.dialog(settings.setCustomTitle).button(settings.setCustom).click()
  await admin.text(settings.saved).first().waitFor()
  await picture(admin, 'password-policy-custom')
  await admin.button(settings.edit).click()
  await admin.radio(settings.isDefault).click()
  await admin.button(settings.save).click()
  await admin.dialog(settings.setDefaultTitle).text(settings.setDefaultText).waitFor()
  await picture(admin, 'password-policy-confirm-default')
  await admin.dialog(settings.setDefaultTitle).button(settings.setDefault).click()
  await admin.text(settings.saved).first().waitFor()

  await admin.go('/iam/credential_report')
  await admin.button(report.download).waitFor()
  await picture(admin, 'report-none')
  const release = await hold(admin, 'GenerateCredentialReport')
  await admin.button(report.download).click()
  await admin.text(report.generating).waitFor()
  await picture(admin, 'report-generating', { busy: true })
  await release()
  await admin.text(report.generated).first().waitFor()
  await picture(admin, 'report-ready')

  await admin.go('/iam/access_key_lookup')
  await admin.field(seed.accessKeyId).waitFor()
  await picture(admin, 'look-up-empty')
  const look = async (id: string, state: string) => {
    await admin.field(seed.accessKeyId).fill(id)
    await admin.button(lookUp.lookUp).click()
    await picture(admin, `look-up-${state}`)
  }
  await look(company.get('kenji.mori')?.[0] ?? '', 'user')
  const other = JSON.parse(await succeed(['account', 'create', ...house.place.flags, '--json'])) as PrintedAccount
  await look(other.accessKeyId, 'other-account')
  await look('AKIAW4CEINLEQQQQQQQQ', 'never-issued')
  await look('ASIAW4CEINLEQQQQQQQQ', 'temporary')
  await look('AKIA1234', 'part-of-id')
  await admin.field(seed.accessKeyId).fill('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')
  await admin.text(owners.secretRefusedTitle).waitFor()
  await picture(admin, 'look-up-secret-refused')

  await admin.go('/iam/protecting_keys')
  await admin.heading(protecting.title).first().waitFor()
  await picture(admin, 'protecting-keys')
  await admin.go('/iam/no-such-page')
  await admin.text(shell.notFoundTitle).first().waitFor()
  await picture(admin, 'not-found')

  const alice = await house.signedIn('alice', '/iam/credential_report', { language })
  await alice.button(report.download).click()
  await alice.page.getByText('iam:GenerateCredentialReport').first().waitFor()
  await picture(alice, 'report-denied')
  await alice.go('/iam/account_settings')
  await picture(alice, 'password-policy-denied')
  await house.server.stop()
  await alice.page
    .getByRole('link', { name: alice.say(shell.users), exact: true })
    .first()
    .click()
  await alice.page.waitForTimeout(3000)
  await picture(alice, 'server-away')
})
