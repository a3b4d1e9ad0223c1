import { labels as create } from '../../../packages/console/src/pages/create-policy/labels.ts'
import { labels as list } from '../../../packages/console/src/pages/policies/labels.ts'
import { labels } from '../../../packages/console/src/pages/policy/labels.ts'
import { labels as editor } from '../../../packages/console/src/parts/policy/labels.ts'
import { labels as tags } from '../../../packages/console/src/parts/tags/labels.ts'
import { policyAddress } from '../../../packages/console/src/parts/policy/policy-address.ts'
import type { Person } from '../person.ts'
import { hold, picture, pictures } from './album.ts'
import { publish, stages } from './policies-of-company.ts'

const content = (person: Person) => person.page.locator('.cm-content').first()

const faulty = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Operate instances",
      "Effect": "Alow",
      "Action": ["ec2:RunInstance", "ec2:StopInstances", "iam:PassRole"],
      "Resource": "*",
      "Condition": {
        "Bool": { "aws:MultifactorPresent": "yes" }
      }
    }
  ]
}`

pictures('policies', async ({ house, language }) => {
  const arn = await publish(house)
  const name = 'OperateInstances'
  const admin = await house.signedIn('administrator', '/iam/home', { language })
  const release = await hold(admin, 'ListPolicies')
  await admin.go('/iam/policies')
  await admin.link(list.createPolicy).or(admin.button(list.createPolicy)).first().waitFor()
  await picture(admin, 'policies-loading', { busy: true })
  await release()
  await admin.row('PrintLabels').waitFor()
  await picture(admin, 'policies-list')
  await admin.go('/iam/policies?type=customer&sort=use&order=descending')
  await admin.row('PrintLabels').waitFor()
  await admin.row('OldInvoices').getByRole('radio').click()
  await picture(admin, 'policies-own')
  await admin.go('/iam/policies?search=nothing-of-this-name')
  await admin.text(list.noMatches).waitFor()
  await picture(admin, 'policies-no-matches')

  await admin.go(policyAddress(arn))
  await content(admin).waitFor()
  await picture(admin, 'policy-permissions')
  await admin.go(policyAddress(arn, 'entities'))
  await admin.row('kenji.mori').waitFor()
  await picture(admin, 'policy-entities')
  await admin.button(labels.attach).click()
  const attach = admin.dialog(labels.attachTitle, { name })
  await attach.field(labels.searchEntities).fill('warehouse')
  await attach.scope.getByRole('row').filter({ hasText: 'warehouse' }).getByRole('checkbox').click()
  await attach.field(labels.searchEntities).fill('')
  await picture(admin, 'policy-attach')
  await admin.go(policyAddress(arn, 'versions'))
  await content(admin).waitFor()
  await picture(admin, 'policy-versions')
  await admin.button(editor.inOneColumn).click()
  await picture(admin, 'policy-versions-one-column')
  await admin.button(editor.asText).click()
  await picture(admin, 'policy-versions-as-text')
  await admin.button(labels.setDefaultNamed, { version: 'v2' }).click()
  await admin.dialog(labels.setDefaultTitle, { version: 'v2' }).scope.locator('.cm-content').first().waitFor()
  await picture(admin, 'policy-roll-back')
  await admin.go(policyAddress(arn, 'tags'))
  await admin.column(tags.tagKey).waitFor()
  await picture(admin, 'policy-tags')
  await admin.button(labels.delete).first().click()
  await admin.dialog(labels.deleteTitle, { name }).text(labels.goesWith).waitFor()
  await picture(admin, 'policy-delete')
  const ceiling = arn.replace(/policy\/.*/, 'policy/EngineeringCeiling')
  await admin.go(policyAddress(ceiling, 'entities'))
  await admin.text(labels.boundaryText).waitFor()
  await admin.button(labels.delete).first().click()
  await admin.dialog(labels.deleteTitle, { name: 'EngineeringCeiling' }).text(labels.inTheWay).waitFor()
  await picture(admin, 'policy-delete-boundary')
  await admin.go(policyAddress('arn:aws:iam::aws:policy/ReadOnlyAccess'))
  await content(admin).waitFor()
  await picture(admin, 'policy-of-aws')
  await admin.go(policyAddress(`${ceiling}x`))
  await admin.text(labels.notFoundTitle, { name: 'EngineeringCeilingx' }).first().waitFor()
  await picture(admin, 'policy-not-found')

  for (const PolicyDocument of stages.slice(0, 2)) {
    await house.iam.createPolicyVersion({ PolicyArn: arn, PolicyDocument })
  }
  await admin.go(`${policyAddress(arn)}/edit`)
  await content(admin).waitFor()
  await picture(admin, 'policy-edit')
  await content(admin).fill(stages[1] ?? '')
  await admin.button(labels.save).click()
  await admin.dialog(labels.fullTitle).scope.waitFor()
  await picture(admin, 'policy-edit-full')
  await admin.page.keyboard.press('Escape')

  await admin.go('/iam/policies/create')
  await content(admin).fill(faulty)
  await admin.page.getByRole('button', { name: /INVALID_EFFECT/ }).waitFor()
  await picture(admin, 'create-policy-findings')
  await content(admin).fill('{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Action": "ec2:"\n  }]\n}')
  await content(admin).press('ArrowUp')
  await content(admin).press('ArrowUp')
  await content(admin).press('End')
  await content(admin).press('ArrowLeft')
  await content(admin).press('Control+Space')
  await admin.page.getByRole('option').first().waitFor()
  await picture(admin, 'create-policy-completion')
  await content(admin).press('Escape')
  await content(admin).fill(stages[2] ?? '')
  await admin.text(editor.good).waitFor()
  await admin.button(create.next).click()
  await admin.field(create.name).fill('NightOperators')
  await content(admin).waitFor()
  await picture(admin, 'create-policy-review')
  await admin.field(create.name).fill('PrintLabels')
  await admin.button(create.create).click()
  await admin.page.getByRole('alert').or(admin.page.getByText('already exists')).first().waitFor()
  await picture(admin, 'create-policy-name-taken')

  const alice = await house.signedIn('alice', '/iam/policies', { language })
  await alice.page.getByText('iam:ListPolicies').first().waitFor()
  await picture(alice, 'policies-denied')
  await alice.go(policyAddress(arn))
  await alice.page.getByText('iam:GetPolicy').first().waitFor()
  await picture(alice, 'policy-denied')
})
