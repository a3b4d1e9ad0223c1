import { expect, test } from 'vitest'
import { catalogueFor } from '../../src/catalogue/index.ts'
import { validatePolicy } from '../../src/findings/validate.ts'

async function errorsIn(text: string): Promise<readonly string[]> {
  const findings = validatePolicy(text, 'identity-managed', { catalogue: await catalogueFor(text) })
  return findings
    .filter(({ type }) => type === 'ERROR')
    .map(({ code, locations: [at], message }) => `${at?.span.line}:${at?.span.column} ${code} ${message}`)
}

test('three mistakes are told at once: a missing comma, the case of an effect, a misspelt action', async () => {
  const text = `{
  "Version": "2012-10-17"
  "Statement": [
    {
      "Effect": "allow",
      "Action": "s3:GetObjects",
      "Resource": "arn:aws:s3:::bucket/*"
    }
  ]
}`
  expect(await errorsIn(text)).toEqual([
    '3:3 JSON_SYNTAX_ERROR A comma is missing before this.',
    '5:17 INVALID_EFFECT The effect "allow" is not valid. Write "Allow".',
    '6:17 INVALID_ACTION Amazon S3 has no action "GetObjects". Did you mean s3:GetObject?',
  ])
})

test('an element that is misspelt is told once, and what stands in it is looked at', async () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": {
    "effect": "Allow",
    "Actions": ["s3:GetObject", "s3.PutObject"],
    "Resource": "*",
  }
}`
  expect(await errorsIn(text)).toEqual([
    '4:5 INVALID_POLICY_ELEMENT There is no policy element "effect". Did you mean Effect?',
    '5:5 INVALID_POLICY_ELEMENT There is no policy element "Actions". Did you mean Action?',
    '5:33 KEYWARD_ACTION_WITHOUT_SERVICE The action "s3.PutObject" names no service. Write service:Action.',
    '6:20 JSON_SYNTAX_ERROR Nothing follows this comma. Remove it.',
  ])
})

test('quotes of a word processor, a comment, a missing quote and a missing brace are told at their places', async () => {
  const text = `{
  “Version”: "2012-10-17",
  // for alice
  'Statement': [{
    "Effect": "Allow,
    "Action": s3:GetObject,
    "Resource": "*"
  ]
}`
  expect((await errorsIn(text)).map((line) => line.replace(/^(\S+ \S+).*/, '$1'))).toEqual([
    '2:3 JSON_SYNTAX_ERROR',
    '3:3 JSON_SYNTAX_ERROR',
    '4:3 JSON_SYNTAX_ERROR',
    '5:15 JSON_SYNTAX_ERROR',
    '6:15 JSON_SYNTAX_ERROR',
    '8:3 JSON_SYNTAX_ERROR',
  ])
})
