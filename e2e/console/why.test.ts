import { expect, it } from 'vitest'
import { labels as policyForm } from '../../packages/console/src/pages/inline-policy/labels.ts'
import { labels as message } from '../../packages/console/src/pages/authorization-message/labels.ts'
import { labels as simulator } from '../../packages/console/src/pages/policy-simulator/labels.ts'
import { labels as parts } from '../../packages/console/src/parts/labels.ts'
import { labels as simulate } from '../../packages/console/src/parts/simulator/labels.ts'
import { labels as why } from '../../packages/console/src/parts/why/labels.ts'
import type { House } from './house.ts'
import { inABrowser } from './in-a-browser.ts'
import { measured } from './measured.ts'
import type { Person, View } from './person.ts'
import { step } from './step.ts'

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = (Action: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})

/** The seed's example. */
const terminateWithMfa = policy(
  allow(['ec2:RunInstances', 'ec2:DescribeInstances', 'ec2:StopInstances']),
  allow('ec2:TerminateInstances', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
)
const instanceActions = [
  'ec2:RunInstances',
  'ec2:DescribeInstances',
  'ec2:StopInstances',
  'ec2:TerminateInstances',
] as const

const arnOf = (house: House, name: string) => `arn:aws:iam::${house.accountId}:user/${name}`
const says = (view: View, text: string) => view.scope.getByText(text, { exact: true }).first().waitFor()

/** The own document of a user, as the API has it. */
async function ownPolicy(house: House, UserName: string): Promise<unknown> {
  const { PolicyDocument = '' } = await house.iam.getUserPolicy({ UserName, PolicyName: 'own' })
  return JSON.parse(decodeURIComponent(PolicyDocument))
}

/** What is marked in the documents of a page: they are drawn in shadow roots, which locators look into. */
async function marked({ page }: Person): Promise<string> {
  await page.locator('.cm-highlight').first().waitFor()
  return page.locator('.cm-highlight').evaluateAll((parts) => parts.map(({ textContent }) => textContent).join('\n'))
}

inABrowser('why', (open) => {
  it('leads a denied user’s administrator to the missing statement, which is added, and the call passes', async () => {
    const house = await open()
    await house.addUser('alice', { policy: policy(allow('iam:GetUser')) })
    const alice = await house.signedIn('alice', '/iam/users')
    const users = `arn:aws:iam::${house.accountId}:user/`
    const sealed = await step('alice may not open the reason, and copies it', async () => {
      await alice.text(parts.deniedTitle).first().waitFor()
      await alice.button(why.why).first().click()
      await alice.text(why.ask).waitFor()
      await alice.text(why.askPlace, { address: `${alice.origin}/iam/authorization_message` }).waitFor()
      await alice.button(why.copySealed).click()
      const copied = await alice.clipboard()
      expect(copied).toHaveLength(2048)
      expect(await alice.field(why.sealed).inputValue()).toBe(copied)
      expect(alice.path).not.toContain(copied.slice(0, 40))
      return copied
    })
    const admin = await house.signedIn('administrator', '/iam/authorization_message')
    await measured('Find what a denied user lacks, from the pasted reason to the saved statement', admin, async () => {
      await step('the administrator reads it', async () => {
        await admin.field(message.sealed).fill(`Here it is:\n${sealed}\nThanks!`)
        await admin.button(message.open).click()
        const asked = { who: 'alice', action: 'iam:ListUsers', resource: users }
        await says(admin, admin.say(why.notAllowed, { ...asked, cause: admin.say(why.identityAllowsNot), near: '' }))
        await admin.text(why.none).waitFor()
      })
      await step('and adds the statement', async () => {
        await admin.button(why.addStatement).click()
        await admin.page.getByRole('menuitem', { name: admin.say(why.toPolicy, { name: 'own' }) }).click()
        await admin.text(policyForm.suggestedLast, { action: 'iam:ListUsers', resource: '*' }).waitFor()
        await admin.button(policyForm.save).click()
        await admin.text(policyForm.saved, { name: 'own' }).waitFor()
      })
    })
    expect(await ownPolicy(house, 'alice')).toEqual(JSON.parse(policy(allow('iam:GetUser'), allow('iam:ListUsers'))))
    await step('alice’s call passes', async () => {
      const key = await house.addKey('alice')
      const { Users = [] } = await house.iamOf(key).listUsers({})
      expect(Users.map(({ UserName }) => UserName)).toContain('alice')
      await alice.page.reload()
      await alice.row('alice').waitFor()
    })
    await step('the same reason says that it is so now', async () => {
      await admin.go('/iam/authorization_message')
      await admin.field(message.sealed).fill(sealed)
      await admin.button(message.open).click()
      await admin.text(message.nowAllowed).waitFor()
    })
  })

  it('shows whoever may open it the statement that denied, marked in its document', async () => {
    const house = await open()
    const deny = { Sid: 'NoUsers', Effect: 'Deny', Action: 'iam:ListUsers', Resource: '*' }
    await house.addUser('carol', { policy: policy(allow('*'), deny) })
    const carol = await house.signedIn('carol', '/iam/users', { language: 'ja' })
    await carol.button(why.why).first().click()
    const statement = carol.say(why.statementOf, {
      statement: carol.say(why.statementNamed, { number: 2, sid: 'NoUsers' }),
      policy: carol.say(why.inlineOfUser, { name: 'own', owner: 'carol' }),
    })
    const resource = `arn:aws:iam::${house.accountId}:user/`
    await says(carol, carol.say(why.denied, { who: 'carol', action: 'iam:ListUsers', resource, statement }))
    await carol.button(why.wholeExplanation).click()
    await carol.heading(why.deciding).waitFor()
    expect(await marked(carol)).toContain('NoUsers')
    expect(await marked(carol)).not.toContain('"Effect":"Allow"')
    // It is not in the address, and a reload keeps it.
    expect(carol.path).toBe('/iam/authorization_message')
    await carol.page.reload()
    await carol.heading(why.deciding).waitFor()
    await carol.go('/iam/authorization_message')
    await carol.field(message.sealed).fill('nothing of the kind')
    await carol.button(message.open).click()
    await carol.text(message.undecodable).waitFor()
  })

  it('asks the simulator why alice may not, who answers in a sentence: no key, false, true', async () => {
    const house = await open()
    await house.addUser('alice', { policy: terminateWithMfa })
    const admin = await house.signedIn('administrator', '/iam/users/details/alice')
    const own = { policy: admin.say(why.inlineOfUser, { name: 'own', owner: 'alice' }) }
    const second = admin.say(why.statementOf, { ...own, statement: admin.say(why.statementNumber, { number: 2 }) })
    const terminate = { who: 'alice', action: 'ec2:TerminateInstances', resource: '*' }
    const unmet = { operator: 'Bool', key: 'aws:MultiFactorAuthPresent', values: 'true' }
    const notAllowed = (what: string) =>
      admin.say(why.notAllowed, {
        ...terminate,
        cause: admin.say(why.identityAllowsNot),
        near: admin.say(why.nearly, { statement: second, unmet: what }),
      })
    const decisions = async () => {
      const { EvaluationResults = [] } = await house.iam.simulatePrincipalPolicy({
        PolicySourceArn: arnOf(house, 'alice'),
        ActionNames: [...instanceActions],
      })
      return EvaluationResults.map(({ EvalDecision }) => EvalDecision)
    }
    expect(await decisions()).toEqual(['allowed', 'allowed', 'allowed', 'implicitDeny'])
    const mfa = async (value: string) => {
      await admin.page
        .getByRole('button', { name: admin.say(simulator.valueOf, { key: 'aws:MultiFactorAuthPresent' }) })
        .click()
      await admin.page.getByRole('option', { name: value, exact: true }).click()
      await admin.button(simulator.run).click()
    }
    await step('from her page', async () => {
      await admin.link(simulate.simulate).click()
      for (const action of instanceActions) {
        await admin.field(simulator.otherAction).fill(action)
        await admin.button(simulator.add).click()
      }
      await admin.button(simulator.run).click()
      await says(admin, notAllowed(admin.say(why.unmetAbsent, unmet)))
      await admin.text(simulator.counts, { allowed: 3, denied: 1 }).first().waitFor()
      await admin.text(simulator.missingKeys, { keys: 'aws:MultiFactorAuthPresent' }).waitFor()
    })
    await step('false', async () => {
      await mfa('false')
      await says(admin, notAllowed(admin.say(why.unmetFound, { ...unmet, found: 'false' })))
    })
    await step('true', async () => {
      await mfa('true')
      await admin.text(simulator.counts, { allowed: 4, denied: 0 }).first().waitFor()
      await admin.page.getByRole('row').filter({ hasText: 'ec2:TerminateInstances' }).getByRole('radio').click()
      await says(admin, admin.say(why.allowed, { ...terminate, statement: second }))
      expect(await marked(admin)).toContain('ec2:TerminateInstances')
    })
    await step('a link to it asks the same', async () => {
      await admin.button(simulator.copyLink).click()
      const link = new URL(await admin.clipboard())
      const other = await admin.openTab()
      await other.go(link.pathname + link.search)
      await other.text(simulator.counts, { allowed: 4, denied: 0 }).first().waitFor()
    })
  })

  it('answers for a group, for a policy that nobody has, and within a boundary', async () => {
    const house = await open()
    await house.iam.createGroup({ GroupName: 'Readers' })
    await house.iam.putGroupPolicy({
      GroupName: 'Readers',
      PolicyName: 'own',
      PolicyDocument: policy(allow('s3:GetObject')),
    })
    const { Policy } = await house.iam.createPolicy({ PolicyName: 'Edge', PolicyDocument: policy(allow('sqs:*')) })
    const admin = await house.signedIn('administrator', '/iam/groups/details/Readers')
    const ask = async (action: string) => {
      await admin.field(simulator.otherAction).fill(action)
      await admin.button(simulator.add).click()
      await admin.button(simulator.run).click()
    }
    const asked = { action: 's3:GetObject', resource: '*' }
    await step('a group', async () => {
      await admin.link(simulate.simulate).click()
      await ask('s3:GetObject')
      const statement = admin.say(why.statementOf, {
        statement: admin.say(why.statementNumber, { number: 1 }),
        policy: admin.say(why.inlineOfGroup, { name: 'own', owner: 'Readers' }),
      })
      await says(admin, admin.say(why.allowed, { who: 'Readers', ...asked, statement }))
    })
    await step('within a boundary', async () => {
      await admin.page.goto(`${admin.page.url()}&boundary=${encodeURIComponent(Policy?.Arn ?? '')}`)
      const cause = admin.say(why.boundaryAllowsNot)
      await says(admin, admin.say(why.notAllowed, { who: 'Readers', ...asked, cause, near: '' }))
    })
    await step('a policy from its page', async () => {
      await admin.go(`/iam/policies/details/${encodeURIComponent(Policy?.Arn ?? '')}`)
      await admin.link(simulate.simulate).click()
      await ask('sqs:SendMessage')
      await admin.text(simulator.counts, { allowed: 1, denied: 0 }).first().waitFor()
    })
  })

  it('tells who may simulate but not read the policies what is decided, and that they are hidden', async () => {
    const house = await open()
    await house.addUser('alice', { policy: terminateWithMfa })
    await house.addUser('dan', { policy: policy(allow('iam:SimulatePrincipalPolicy')) })
    const dan = await house.signedIn('dan', '/iam/policy_simulator')
    await dan.field(simulator.principalArn).fill(arnOf(house, 'alice'))
    await dan.field(simulator.otherAction).fill('ec2:TerminateInstances')
    await dan.button(simulator.add).click()
    await dan.button(simulator.run).click()
    await dan.text(simulator.counts, { allowed: 0, denied: 1 }).first().waitFor()
    const asked = { who: 'alice', action: 'ec2:TerminateInstances', resource: '*' }
    await says(dan, dan.say(why.notAllowed, { ...asked, cause: dan.say(why.identityAllowsNot), near: '' }))
    await dan.page.getByText('iam:ListUserPolicies').first().waitFor()
    await dan.text(simulator.missingKeys, { keys: 'aws:MultiFactorAuthPresent' }).waitFor()
    await dan.go(`/iam/policy_simulator?principal=${encodeURIComponent(arnOf(house, 'nobody'))}&action=s3:GetObject`)
    await dan.page.getByText('cannot be found').waitFor()
  })
})
