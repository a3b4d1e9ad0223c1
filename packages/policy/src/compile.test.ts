import { describe, expect, it } from 'vitest'
import { compilePolicy, parsePolicy, type CompiledPolicy, type PolicyDocument } from './index.ts'

function compile(statements: object[]): CompiledPolicy {
  return compilePolicy(parsePolicy(JSON.stringify({ Statement: statements }), 'identity-inline'))
}

function entries({ byAction, byService, anyService }: CompiledPolicy['allow']): number {
  const lists = [...byAction.values(), ...byService.values(), anyService]
  return lists.reduce((sum, list) => sum + list.length, 0)
}

describe('compilePolicy', () => {
  it('keeps an index no longer than the list of actions', () => {
    const everything = Array.from({ length: 500 }, () => ({ Effect: 'Allow', Action: '*', Resource: '*' }))
    const services = Array.from({ length: 500 }, (_, at) => ({
      Effect: 'Allow',
      Action: [`s${at}:Get`, `s${at}:List*`, `S${at}:Put*`],
      Resource: '*',
    }))
    expect(entries(compile([...everything, ...services]).allow)).toBe(500 + 2 * 500)
  })

  it('takes no operator that it does not know', () => {
    const text = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k":"x"}}}}'
    const document: unknown = JSON.parse(
      JSON.stringify(parsePolicy(text, 'identity-inline')).replace('StringEquals', 'StringMatches'),
    )
    expect(() => compilePolicy(document as PolicyDocument)).toThrow(TypeError)
  })

  it('parts statements by their effect', () => {
    const { allow, deny } = compile([
      { Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:Get*', Resource: '*' },
    ])
    expect([entries(allow), allow.byAction.has('iam:getuser')]).toEqual([1, true])
    expect([entries(deny), deny.byService.has('iam')]).toEqual([1, true])
  })
})
