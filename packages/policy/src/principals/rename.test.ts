import { describe, expect, it } from 'vitest'
import { awsPrincipalsOf, parsePolicy, renameAwsPrincipals } from '../index.ts'

const alice = 'arn:aws:iam::123456789012:user/alice'
const text = `{ "Statement" : [
  {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com", "AWS" : [ "${alice}","\\u0041IDAAAAAAAAAAAAAAAAAA" ]},"Action":"sts:AssumeRole"},
  {"Effect":"Deny","Principal":{"AWS":"${alice}"},"Action":"sts:AssumeRole"}
] }`

describe('the AWS principals of a document', () => {
  it('are named once each, as they are meant', () => {
    expect(awsPrincipalsOf(parsePolicy(text, 'trust'))).toEqual([alice, 'AIDAAAAAAAAAAAAAAAAAA'])
  })

  it('are renamed, and no other byte changes', () => {
    const bound = renameAwsPrincipals(text, (name) => (name === alice ? 'AIDABBBBBBBBBBBBBBBBB' : name))
    expect(bound).toBe(text.replaceAll(alice, 'AIDABBBBBBBBBBBBBBBBB'))
    expect(renameAwsPrincipals(bound, (name) => (name === 'AIDABBBBBBBBBBBBBBBBB' ? alice : name))).toBe(text)
  })

  it('get names that JSON can hold', () => {
    const renamed = renameAwsPrincipals(text, () => 'a"\u3042')
    expect(renamed).toContain('"AWS":"a\\"\\u3042"')
  })

  it('are not looked for where none stand', () => {
    const others = '{"Statement":{"Effect":"Allow","Principal":"*","Resource":{"AWS":"x"},"Condition":{"AWS":"y"}}}'
    expect(renameAwsPrincipals(others, () => 'z')).toBe(others)
  })
})
