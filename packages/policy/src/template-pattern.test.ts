import { describe, expect, it } from 'vitest'
import { compilePolicy, evaluate, parsePolicy, type ContextValues } from './index.ts'

/** 10,000 places for a value of 10,000 characters: put together they would be 100 million. */
const places = '${k}'.repeat(10_000)
const long: ContextValues = new Map([
  ['k', 'x'.repeat(10_000)],
  ['arn', `arn:aws:iam::123456789012:user/${'x'.repeat(10_000)}`],
])

function decide(statement: object): string {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement },
  })
  const request = { action: 's3:GetObject', resource: `arn:aws:s3:::${'x'.repeat(10_000)}`, context: long }
  return evaluate({ identity: [compilePolicy(parsePolicy(text, 'identity-managed'))] }, request).effect
}

/** Milliseconds of the decision, after one that warms it up. */
function time(run: () => void): number {
  run()
  const started = performance.now()
  run()
  return performance.now() - started
}

describe('a long value in many places is not put together', () => {
  it.each<[string, object]>([
    ['Resource with stars', { Resource: `arn:aws:s3:::*${places}*${places}` }],
    ['Resource with question marks', { Resource: `arn:aws:s3:::?*${places}` }],
    ['NotResource', { Effect: 'Deny', Resource: undefined, NotResource: [`arn:aws:s3:::?${places}`, '*'] }],
    ['StringEquals', { Condition: { StringEquals: { k: places } } }],
    ['StringEqualsIgnoreCase', { Condition: { StringEqualsIgnoreCase: { k: places } } }],
    ['StringLike', { Condition: { StringLike: { k: `?*${places}` } } }],
    ['ArnLike', { Condition: { ArnLike: { arn: `arn:aws:iam::*:user/${places}` } } }],
  ])('%s', (_name, statement) => {
    expect(decide(statement)).toBe('ImplicitDeny')
    // A list of a hundred million numbers takes longer, and most of a gigabyte.
    expect(time(() => decide(statement))).toBeLessThan(500)
  })

  it('and is still told from an ARN: a Deny with what is none holds', () => {
    const deny = (value: string) => decide({ Effect: 'Deny', Condition: { ArnNotLike: { arn: value } } })
    const denied = (value: string) => decide({ Effect: 'Deny', Condition: { ArnLike: { arn: value } } })
    expect(deny(`arn:aws:iam::*:user/${places}`)).toBe('ExplicitDeny')
    expect(denied(`arn:aws:iam::*:user/${places}`)).toBe('ImplicitDeny')
    expect(denied(`\${arn}${places}`)).toBe('ImplicitDeny')
    expect(denied(`*${places}`)).toBe('ExplicitDeny')
    expect(denied(`${places}:aws:iam::*:user/x`)).toBe('ExplicitDeny')
    expect(denied(`arn:aws:iam:*${places}`)).toBe('ExplicitDeny')
    expect(denied(`\${missing}${places}`)).toBe('ImplicitDeny')
  })
})
