import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findingLabels } from './finding-labels.ts'
import { findingText } from './finding-text.ts'
import type { PlacedFinding } from './findings.ts'

/** Every code there is, as the document of all findings lists them. */
const document = readFileSync(new URL('../../../../../docs/policy-findings.md', import.meta.url), 'utf8')
const codes = [...new Set([...document.matchAll(/^\| \[?`([A-Z_0-9]+)`/gm)].map(([, code = '']) => code))]

it('has a Japanese sentence for every code, and for no other', () => {
  expect(codes.length).toBeGreaterThan(100)
  const known = Object.keys(findingLabels).filter((code) => code !== 'KEYWARD_MALFORMED_POLICY')
  expect(known.toSorted()).toEqual(codes.toSorted())
})

it.each(Object.entries(findingLabels))(
  '%s is said in Japanese, and ends as a sentence or with what was found',
  (_, text) => {
    expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(text).toMatch(/(?:。|\{found\}|\{message\}|\/32)$/)
    expect(text.match(/\{\w+\}/g)?.filter((place) => place !== '{found}' && place !== '{message}') ?? []).toEqual([])
  },
)

const text = '{"Action": "iam:GetUsr"}'
const finding: PlacedFinding = {
  type: 'ERROR',
  code: 'INVALID_ACTION',
  message: 'AWS Identity and Access Management (IAM) has no action "GetUsr". Did you mean iam:GetUser?',
  from: text.indexOf('"iam'),
  to: text.indexOf('}'),
  line: 1,
  column: 12,
}

it('quotes what was found, and offers the spelling that the package offers', () => {
  expect(findingText('en', finding, text)).toBe(finding.message)
  expect(findingText('ja', finding, text)).toBe('アクション "iam:GetUsr" は存在しません。もしかして: iam:GetUser')
})

it('says in English what has no Japanese sentence yet', () => {
  expect(findingText('ja', { ...finding, code: 'NEW_CODE' }, text)).toBe(finding.message)
})
