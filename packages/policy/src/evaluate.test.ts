import { describe, expect, it } from 'vitest'
import { compilePolicy, evaluate, parsePolicy, type ContextValues } from './index.ts'

/** A context that notes what it is asked for, and in what order. */
function watched(values: Record<string, string | string[]>): ContextValues & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    get(key) {
      asked.push(key)
      return values[key]
    },
  }
}

function keysAsked(statements: object, values: Record<string, string | string[]> = {}) {
  const document = { Version: '2012-10-17', Statement: statements }
  const identity = [compilePolicy(parsePolicy(JSON.stringify(document), 'identity-managed'))]
  const context = watched(values)
  const { effect } = evaluate({ identity }, { action: 'iam:GetUser', resource: 'arn:aws:iam::1:user/alice', context })
  return { effect, asked: context.asked }
}

const guarded = { Effect: 'Allow', Action: '*', Resource: '*' }

describe('evaluate asks the request', () => {
  it('nothing when nothing depends on it', () => {
    expect(keysAsked(guarded)).toEqual({ effect: 'Allow', asked: [] })
  })

  it('for keys in lower case', () => {
    const condition = { StringEquals: { 'AWS:PrincipalTag/Team': '${AWS:UserName}' } }
    const { asked } = keysAsked({ ...guarded, Condition: condition }, { 'aws:principaltag/team': 'x' })
    expect(asked).toEqual(['aws:principaltag/team', 'aws:username'])
  })

  it('nothing when the action does not match', () => {
    const statement = { ...guarded, Action: 'iam:Create*', Resource: 'arn:aws:iam::*:user/${aws:username}' }
    expect(keysAsked(statement).asked).toEqual([])
  })

  it('nothing for the variable when the resource differs before it', () => {
    expect(keysAsked({ ...guarded, Resource: 'arn:aws:iam::1:role/${aws:username}' }).asked).toEqual([])
  })

  it('nothing for conditions when the resource does not match', () => {
    const statement = { ...guarded, Resource: 'arn:aws:iam::1:role/*', Condition: { StringEquals: { a: 'x' } } }
    expect(keysAsked(statement).asked).toEqual([])
  })

  it('nothing behind the first condition that fails', () => {
    const condition = { StringEquals: { a: 'x', b: 'y' }, Bool: { c: 'true' } }
    expect(keysAsked({ ...guarded, Condition: condition }, { a: 'x' }).asked).toEqual(['a', 'b'])
  })

  it('nothing for the Allow statements when a Deny matches', () => {
    const statements = [
      { ...guarded, Condition: { StringEquals: { a: 'x' } } },
      { ...guarded, Effect: 'Deny' },
    ]
    expect(keysAsked(statements)).toEqual({ effect: 'ExplicitDeny', asked: [] })
  })

  it('nothing for the variable of a condition whose key is absent', () => {
    expect(keysAsked({ ...guarded, Condition: { StringEquals: { a: '${b}' } } }).asked).toEqual(['a'])
  })
})

describe('a compiled policy', () => {
  it('serves any number of requests alike', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: "arn:aws:s3:::${a, 'x'}/*?${b}*" },
    })
    const identity = [compilePolicy(parsePolicy(text, 'identity-managed'))]
    const ask = (resource: string, entries: [string, string][]) =>
      evaluate({ identity }, { action: 's3:GetObject', resource, context: new Map(entries) }).effect
    for (let round = 0; round < 3; round += 1) {
      expect(ask('arn:aws:s3:::x/1b', [['b', 'b']])).toBe('Allow')
      expect(ask('arn:aws:s3:::x/b', [['b', 'b']])).toBe('ImplicitDeny')
      expect(ask('arn:aws:s3:::y/1b', [['a', 'y'], ['b', 'b']])).toBe('Allow') // prettier-ignore
      expect(ask('arn:aws:s3:::y/1b', [['a', 'y']])).toBe('ImplicitDeny')
    }
  })
})
