import { labels as message } from '../../../packages/console/src/pages/authorization-message/labels.ts'
import { labels as policyForm } from '../../../packages/console/src/pages/inline-policy/labels.ts'
import { labels } from '../../../packages/console/src/pages/policy-simulator/labels.ts'
import { labels as parts } from '../../../packages/console/src/parts/labels.ts'
import { simulatorAddress } from '../../../packages/console/src/parts/simulator/simulation-query.ts'
import { labels as why } from '../../../packages/console/src/parts/why/labels.ts'
import type { House } from '../house.ts'
import type { Person, PersonOptions } from '../person.ts'
import { picture, pictures, type Walk } from './album.ts'

const page = '/iam/authorization_message'
const allow = (Action: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const arnOf = (house: House, name: string) => `arn:aws:iam::${house.accountId}:user/operations/${name}`

const actions = ['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances', 'ec2:TerminateInstances']

/** Somebody who watches over instances, of a team, and may not list users but with MFA. */
async function hire(house: House): Promise<string> {
  const UserName = 'sofia.almeida'
  await house.addUser(UserName, {
    policy: policy(
      { Sid: 'Instances', ...allow(actions.slice(0, 3)) },
      {
        Sid: 'TerminateWithMfa',
        ...allow('ec2:TerminateInstances', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      },
      {
        Sid: 'UsersWithMfa',
        ...allow('iam:ListUsers', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      },
    ),
  })
  await house.iam.updateUser({ UserName, NewPath: '/operations/' })
  await house.iam.createGroup({ GroupName: 'Operations' })
  await house.iam.addUserToGroup({ GroupName: 'Operations', UserName })
  await house.iam.putGroupPolicy({
    GroupName: 'Operations',
    PolicyName: 'NoProduction',
    PolicyDocument: policy(allow(['s3:GetObject', 's3:PutObject'], { Resource: 'arn:aws:s3:::parcels-*/*' }), {
      Sid: 'NoProduction',
      ...allow('s3:*', { Resource: 'arn:aws:s3:::parcels-production/*' }),
      Effect: 'Deny',
    }),
  })
  return UserName
}

/** From the top: an answer may have come far below. */
async function show(person: Person, name: string): Promise<void> {
  await person.page.evaluate('scrollTo(0, 0)')
  // The answer stands below a long question, and is what is looked at.
  await picture(person, name, { max: 2600 })
}

/** Asks why, and gives the sealed reason. */
async function askWhy(person: Person): Promise<string> {
  await person.text(parts.deniedTitle).first().waitFor()
  await person.button(why.why).first().click()
  await person.text(why.ask).waitFor()
  await person.button(why.copySealed).click()
  return person.clipboard()
}

async function explain(admin: Person, sealed: string): Promise<void> {
  await admin.go(page)
  await admin.field(message.sealed).fill(sealed)
  await admin.button(message.open).click()
}

async function chosen(admin: Person): Promise<void> {
  await admin.heading(labels.because).waitFor()
  await admin.page.locator('.cm-content').first().waitFor()
}

pictures('why', async ({ house, language }) => {
  const name = await hire(house)
  const sofia = await house.signedIn(name, '/iam/users', { language })
  const sealed = await askWhy(sofia)
  await show(sofia, 'why-sealed')
  await explain(sofia, sealed)
  await sofia.text(parts.deniedTitle).first().waitFor()
  await show(sofia, 'message-denied')

  const admin = await house.signedIn('administrator', page, { language })
  await admin.text(message.empty).waitFor()
  await show(admin, 'message-empty')
  await explain(admin, 'This is not a sealed reason')
  await admin.text(message.undecodable).waitFor()
  await show(admin, 'message-undecodable')
  await explain(admin, sealed)
  await admin.heading(why.near).waitFor()
  await admin.page.locator('.cm-content').first().waitFor()
  await show(admin, 'message-nearly')
  await admin.button(why.addStatement).click()
  await admin.page.getByRole('menuitem', { name: admin.say(why.toPolicy, { name: 'own' }) }).waitFor()
  await show(admin, 'message-add-statement')
  await admin.page.getByRole('menuitem', { name: admin.say(why.toPolicy, { name: 'own' }) }).click()
  await admin.page
    .getByText(
      admin.say(policyForm.suggestedLast, {
        action: 'iam:ListUsers',
        resource: '*',
      }),
    )
    .waitFor()
  await admin.page.locator('.cm-content').first().waitFor()
  await show(admin, 'policy-suggested-statement')
  await admin.button(policyForm.save).click()
  await admin.text(policyForm.saved, { name: 'own' }).waitFor()
  await explain(admin, sealed)
  await admin.text(message.nowAllowed).waitFor()
  await show(admin, 'message-allowed-now')

  await house.addUser('nadia.haddad', {
    policy: policy(allow('*'), { Sid: 'NoUsers', Effect: 'Deny', Action: 'iam:ListUsers', Resource: '*' }),
  })
  const nadia = await house.signedIn('nadia.haddad', '/iam/users', { language })
  await nadia.button(why.why).first().click()
  await nadia.button(why.wholeExplanation).waitFor()
  await show(nadia, 'why-open')
  await nadia.button(why.wholeExplanation).click()
  await nadia.page.locator('.cm-content').first().waitFor()
  await show(nadia, 'message-denied-by-a-statement')

  await admin.go('/iam/policy_simulator')
  await admin.button(labels.run).click()
  await admin.text(labels.needAction).waitFor()
  await show(admin, 'simulator-empty')
  const asked = { principal: arnOf(house, name), actions }
  await admin.go(simulatorAddress(asked))
  await chosen(admin)
  await show(admin, 'simulator-refused')
  const key = 'aws:MultiFactorAuthPresent'
  await admin.go(simulatorAddress({ ...asked, context: [{ key, type: 'boolean', values: ['true'] }] }))
  await chosen(admin)
  await show(admin, 'simulator-allowed')
  await admin.go(
    simulatorAddress({
      principal: asked.principal,
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: ['arn:aws:s3:::parcels-production/2026/11/labels.csv', 'arn:aws:s3:::parcels-test/labels.csv'],
      boundary: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    }),
  )
  await chosen(admin)
  await show(admin, 'simulator-denied-by-a-statement')
  await admin.go(
    simulatorAddress({
      of: 'policy',
      from: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      actions: ['iam:GetUser', 'iam:CreateUser'],
    }),
  )
  await admin.heading(labels.because).waitFor()
  await admin.page.locator('.cm-content').first().waitFor()
  await show(admin, 'simulator-policy-text')

  await house.addUser('dan.okoro', { policy: policy(allow('iam:SimulatePrincipalPolicy')) })
  const dan = await house.signedIn('dan.okoro', simulatorAddress(asked), { language })
  await dan.heading(labels.because).waitFor()
  await show(dan, 'simulator-hidden-policies')
})

async function look({ house, language }: Walk, prefix: string, options: PersonOptions): Promise<void> {
  const name = await hire(house)
  const sofia = await house.signedIn(name, '/iam/users', { language, ...options })
  const sealed = await askWhy(sofia)
  await show(sofia, `${prefix}-why-sealed`)
  const admin = await house.signedIn('administrator', page, { language, ...options })
  await explain(admin, sealed)
  await admin.heading(why.near).waitFor()
  await admin.page.locator('.cm-content').first().waitFor()
  await show(admin, `${prefix}-message`)
  await admin.go(simulatorAddress({ principal: arnOf(house, name), actions }))
  await chosen(admin)
  await show(admin, `${prefix}-simulator`)
}

pictures('why, dark', (walk) => look(walk, 'dark', { theme: 'dark' }))
pictures('why, as narrow as a telephone', (walk) => look(walk, 'narrow', { width: 390, height: 844 }))
pictures('why, as wide as 4K', (walk) => look(walk, 'wide', { width: 3840, height: 2160 }), ['ja'])
