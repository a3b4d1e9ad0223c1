import { describe, expect, it } from 'vitest'
import type { Translate } from '../../i18n/language-provider.tsx'
import type { Language } from '../../i18n/language.ts'
import { translate } from '../../i18n/translate.ts'
import type { PlacedStatement, Reason } from './reason.ts'
import { reasonSentence } from './sentence.ts'

const speak =
  (language: Language): Translate =>
  (label, ...values) =>
    translate(language, label, ...values)

const asked = { who: 'alice', action: 'iam:GetUser', resource: '*', deciding: [], near: [] }
const own: PlacedStatement = {
  policy: { kind: 'inline', name: 'own', arn: undefined, hash: undefined, owner: { kind: 'user', name: 'alice' } },
  sid: undefined,
  index: 1,
  span: { offset: 0, length: 1, line: 1 },
}
const said = (reason: Reason, language: Language = 'en') => reasonSentence(speak(language), reason)

describe('a decision in one sentence', () => {
  it('names the statement that denied', () => {
    const reason: Reason = { ...asked, effect: 'ExplicitDeny', set: 'identity', deciding: [{ ...own, sid: 'NoGet' }] }
    expect(said(reason)).toBe(
      'alice may not use iam:GetUser on *: statement 2 (NoGet) of the inline policy own of the user alice denies it.',
    )
    expect(said(reason, 'ja')).toBe(
      'alice は * に対して iam:GetUser を実行できません。ユーザー alice のインラインポリシー own のステートメント 2 (NoGet) が拒否しています。',
    )
  })

  it('names the set that did not allow, and what was unmet of the statement that nearly did', () => {
    const unmet = { part: 'Condition', operator: 'Bool', key: 'aws:MultiFactorAuthPresent', values: ['true'] } as const
    const nearly = (found: string | undefined): Reason => ({
      ...asked,
      effect: 'ImplicitDeny',
      set: 'identity',
      near: [{ ...own, unmet: [{ ...unmet, found }] }],
    })
    expect(said(nearly(undefined))).toBe(
      'alice may not use iam:GetUser on *: no identity-based policy allows it; statement 2 of the inline policy own of the user alice would, but its condition Bool asks for aws:MultiFactorAuthPresent = true, and the request has no aws:MultiFactorAuthPresent.',
    )
    expect(said(nearly('false'))).toMatch(/asks for aws:MultiFactorAuthPresent = true, and the request has false\.$/)
  })

  it('names the boundary', () => {
    expect(said({ ...asked, effect: 'ImplicitDeny', set: 'boundary' })).toBe(
      'alice may not use iam:GetUser on *: the permissions boundary does not allow it.',
    )
  })

  it('says what allowed it', () => {
    expect(said({ ...asked, effect: 'Allow', set: 'identity', deciding: [own] })).toBe(
      'alice may use iam:GetUser on *: statement 2 of the inline policy own of the user alice allows it.',
    )
  })
})
