import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seed } from '../../packages/console/src/i18n/seed-labels.ts'
import { labels as keyLabels } from '../../packages/console/src/pages/access-keys/labels.ts'
import { labels as wizard } from '../../packages/console/src/pages/create-access-key/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { clientEnvironment, findClients } from '../clients.ts'
import { manageOwnAccessKeys } from '../seed-policies.ts'
import { run, temporaryFolder } from '../server.ts'
import { inABrowser } from './in-a-browser.ts'
import { createKey } from './keys-page.ts'
import { step } from './step.ts'

const cli = findClients().find(({ name }) => name === 'AWS CLI v2')

inABrowser('what a key is taken home as', (open) => {
  it.skipIf(cli?.missing !== undefined)('is taken by the AWS CLI: both files, and the profile', async () => {
    const house = await open()
    await house.addUser('alice', { policy: manageOwnAccessKeys })
    const alice = await house.signedIn('alice', '/iam/security_credentials', { language: 'ja' })
    const folder = temporaryFolder()
    const env = { ...clientEnvironment(), AWS_CONFIG_FILE: join(folder, 'config') }
    const aws = async (settings: NodeJS.ProcessEnv, ...args: readonly string[]) => {
      const { code, stdout, stderr } = await run('/usr/bin/aws', args, { env: { ...env, ...settings } })
      expect([code, stderr]).toEqual([0, ''])
      return stdout
    }
    const asked = [
      'sts',
      'get-caller-identity',
      '--endpoint-url',
      house.server.url,
      '--output',
      'text',
      '--query',
      'Arn',
    ]
    const arn = `arn:aws:iam::${house.accountId}:user/alice\n`

    await alice.button(seed.createAccessKey).click()
    const key = await createKey(alice, 'CLI')

    await step('aws configure import', async () => {
      const { name, bytes } = await alice.download(() => alice.button(wizard.downloadImport).click())
      writeFileSync(join(folder, name), bytes)
      const credentials = { AWS_SHARED_CREDENTIALS_FILE: join(folder, 'imported') }
      await aws(credentials, 'configure', 'import', '--csv', `file://${join(folder, name)}`)
      expect(await aws({ ...credentials, AWS_PROFILE: 'alice' }, ...asked)).toBe(arn)
    })
    await step('the copied profile', async () => {
      await alice.page
        .getByRole('button', { name: alice.say(parts.copyNamed, { what: alice.say(keyLabels.profile) }), exact: true })
        .click()
      const profile = await alice.clipboard()
      expect(profile).toContain(`aws_secret_access_key = ${key.secretAccessKey}`)
      const endpoint = /^endpoint_url = (\S+)$/m.exec(profile)?.[1] ?? ''
      expect(new URL(endpoint).port).toBe(String(house.server.port))
      mkdirSync(join(folder, 'home'))
      writeFileSync(join(folder, 'home', 'config'), profile)
      const settings = { AWS_CONFIG_FILE: join(folder, 'home', 'config') }
      expect(await aws(settings, '--profile', 'alice', ...asked)).toBe(arn)
    })
    await step('the .csv of the console', async () => {
      const { bytes } = await alice.download(() => alice.button(seed.downloadCsv).click())
      const [, line = ''] = bytes.toString('utf8').split('\r\n')
      const [AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY] = line.split(',')
      expect(await aws({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }, ...asked)).toBe(arn)
    })
    await step('Last used has moved', async () => {
      await alice.button(seed.done).click()
      await expect
        .poll(async () => {
          await alice.button(keyLabels.refresh).click()
          return alice.region(key.accessKeyId).fact(keyLabels.service).innerText()
        })
        .toBe('sts')
    })
    await step('the address of Retrieve, visited again, shows no secret', async () => {
      await alice.go('/iam/security_credentials/create-access-key?step=retrieve')
      await alice.text(wizard.goneTitle).waitFor()
      expect(await alice.page.content()).not.toContain(key.secretAccessKey)
    })
  })
})
