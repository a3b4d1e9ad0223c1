import { expect, it } from 'vitest'
import { PolicyFileError, readPolicyFile } from './policy-file.ts'
import { policyHash } from './policy-hash.ts'

const document = '{ "Version": "2012-10-17",\n  "Statement": {"Effect":"Allow", "Action":"s3:*","Resource":"*"} }'
const file = (members: Readonly<Record<string, string>> = {}): string =>
  `{${Object.entries({ name: '"Files"', document, ...members })
    .map(([key, value]) => `"${key}": ${value}`)
    .join(', ')}}`

it('takes the document byte for byte, and what else is told', () => {
  const told = readPolicyFile(
    file({
      path: '"/job-function/"',
      id: '"ANPAIWMBCKSKIEE64ZLYK"',
      description: '"What it is for: caf\\u00e9"',
      version: '"v12"',
      created: '"2015-02-06T18:39:46Z"',
      updated: '"2026-01-02T03:04:05Z"',
    }),
  )
  expect(told).toEqual({
    arn: 'arn:aws:iam::aws:policy/job-function/Files',
    id: 'ANPAIWMBCKSKIEE64ZLYK',
    name: 'Files',
    path: '/job-function/',
    description: 'What it is for: café',
    version: 12,
    createdAt: Date.parse('2015-02-06T18:39:46Z'),
    updatedAt: Date.parse('2026-01-02T03:04:05Z'),
    text: document,
    hash: policyHash(document),
    size: 86,
  })
})

it('needs a name and a document alone; the id is then the same for the same ARN, and carries no account', () => {
  const told = readPolicyFile(file())
  expect(told).toMatchObject({
    path: '/',
    version: 1,
    description: undefined,
    createdAt: undefined,
    updatedAt: undefined,
  })
  expect(told.id).toMatch(/^ANPA[A-P][A-Z2-7]{16}$/)
  expect(readPolicyFile(file()).id).toBe(told.id)
  expect(readPolicyFile(file({ name: '"Others"' })).id).not.toBe(told.id)
})

it.each([
  ['', /^is not JSON as policies are written, at line 1:/],
  ['[]', 'is not a JSON object'],
  ['{"name": "a", "name": "b"}', /^is not JSON as policies are written, at line 1:/],
  [file({ description: '"鍵"' }), /^is not JSON as policies are written, at line 2:/],
  [`{"document": ${document}}`, 'has no "name"'],
  ['{"name": "Files"}', 'has no "document"'],
  [file({ Name: '"x"' }), 'has "Name", which is not a member of such a file'],
  [file({ toString: '"x"' }), 'has "toString", which is not a member of such a file'],
  [file({ name: '"a/b"' }), 'has a "name" that is not the name of a policy'],
  [file({ name: '7' }), 'has a "name" that is not the name of a policy'],
  [file({ path: '"job-function"' }), 'has a "path" that is not a path such as /job-function/'],
  [file({ path: `"/${'a'.repeat(511)}/"` }), 'has a "path" that is not a path such as /job-function/'],
  [file({ id: '"AIDAIWMBCKSKIEE64ZLYK"' }), 'has a "id" that is not an id such as ANPAIWMBCKSKIEE64ZLYK'],
  [
    file({ description: `"${'a'.repeat(1_001)}"` }),
    'has a "description" that is not a text of at most 1,000 characters',
  ],
  [file({ version: '"12"' }), 'has a "version" that is not a version such as v12'],
  [file({ created: '"2015-02-06"' }), 'has a "created" that is not a time such as 2015-02-06T18:39:46Z'],
  [file({ updated: '"2015-22-06T18:39:46Z"' }), 'has a "updated" that is not a time such as 2015-02-06T18:39:46Z'],
  [file({ document: '"{}"' }), 'has a "document" that is not a policy, as a JSON object'],
  [file({ document: '{"Version":"2012-10-17"}' }), 'has a "document" that IAM refuses: Syntax errors in policy.'],
  [
    file({ document: document.replace('2012', '2008') }),
    'has a "document" that IAM refuses: Policy document must be version 2012-10-17 or greater.',
  ],
])('refuses %s', (text, message) => {
  expect(() => readPolicyFile(text)).toThrow(PolicyFileError)
  expect(() => readPolicyFile(text)).toThrow(message)
})
