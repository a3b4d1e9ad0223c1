import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compilePolicy, evaluate, parsePolicy } from '../../src/index.ts'
import { evaluateNaively } from '../model/evaluate.ts'
import { contextOf, type Case, type CaseFile, policiesOf, print, requestOf } from './case.ts'

const folder = import.meta.dirname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort()

describe.each(files)('%s', (file) => {
  const { cases }: CaseFile = JSON.parse(readFileSync(join(folder, file), 'utf8'))

  it.each(cases.map((one): [string, Case] => [one.name, one]))('%s', (_name, one) => {
    const policies = policiesOf(one)
    const identity = policies.map((policy) => compilePolicy(parsePolicy(print(policy), 'identity-inline')))
    const request = requestOf(one)
    const decision = evaluate({ identity }, { ...request, context: contextOf(request.context) })
    expect(decision.effect).toBe(one.expected)
    if (one.statements) {
      expect(decision.statements.map(({ policy, statement }) => [policy, statement])).toEqual(one.statements)
    }
    expect(evaluateNaively(policies, request).effect).toBe(one.expected)
  })
})

describe('the cases', () => {
  it('have names of their own', () => {
    const names = files.flatMap((file) => {
      const { cases }: CaseFile = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return cases.map(({ name }) => `${file}: ${name}`)
    })
    expect(names).toHaveLength(new Set(names).size)
  })
})
