import { parsePolicy, policySize } from '@keyward/policy'
import { describe, expect, it } from 'vitest'
import { addPaths, missesUsersWithPath, templateDocument, templates } from './templates.ts'

/** What the two policies of the guide allow, in its order. */
const guide: Readonly<Record<string, readonly string[]>> = {
  CreateOwnAccessKeys: ['iam:CreateAccessKey', 'iam:GetUser', 'iam:ListAccessKeys', 'iam:TagUser'],
  ManageOwnAccessKeys: [
    'iam:CreateAccessKey',
    'iam:DeleteAccessKey',
    'iam:GetAccessKeyLastUsed',
    'iam:GetUser',
    'iam:ListAccessKeys',
    'iam:UpdateAccessKey',
    'iam:TagUser',
  ],
}

describe.each(templates)('the template $name', (template) => {
  it.each([false, true])('is a policy that the server takes (with paths: %s)', (withPaths) => {
    const document = templateDocument(template, { withPaths })
    expect(parsePolicy(document, 'identity-inline').statements.length).toBe(template.statements.length)
    expect(policySize(document)).toBeLessThan(2048)
  })

  it('says nothing of users with a path unless asked', () => {
    expect(missesUsersWithPath(templateDocument(template, { withPaths: false }))).toBe(true)
    expect(missesUsersWithPath(templateDocument(template, { withPaths: true }))).toBe(false)
    expect(addPaths(templateDocument(template, { withPaths: false }))).toBe(
      templateDocument(template, { withPaths: true }),
    )
    expect(addPaths(templateDocument(template, { withPaths: true }))).toBe(
      templateDocument(template, { withPaths: true }),
    )
  })
})

it.each(Object.entries(guide))('%s has exactly the actions of the guide, on oneself', (name, actions) => {
  const template = templates.find((one) => one.name === name)
  expect(template && JSON.parse(templateDocument(template, { withPaths: false }))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Sid: name, Effect: 'Allow', Action: actions, Resource: 'arn:aws:iam::*:user/${aws:username}' }],
  })
})
