import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/index.ts'
import { compileSets, requestFor } from '../compile-sets.ts'
import { compareOn } from '../model/differential.ts'
import { caseFiles, sceneOf, type Case } from './case.ts'

describe.each(caseFiles())('%s', (_file, { cases }) => {
  it.each(cases.map((one): [string, Case] => [one.name, one]))('%s', (_name, one) => {
    const scene = sceneOf(one)
    const { effect, set, statements } = evaluate(compileSets(scene), requestFor(scene.request))
    expect(effect).toBe(one.expected)
    if (one.set !== undefined) expect(set).toBe(one.set ?? undefined)
    if (one.statements) {
      expect(statements.map(({ policy, statement }) => [policy, statement])).toEqual(one.statements)
    }
    // The naive evaluator says the same, and the explanation of both is one.
    compareOn(scene)
  })
})

describe('the cases', () => {
  it('have names of their own', () => {
    const names = caseFiles().flatMap(([file, { cases }]) => cases.map(({ name }) => `${file}: ${name}`))
    expect(names).toHaveLength(new Set(names).size)
  })

  it('each say where AWS says so', () => {
    const without = caseFiles().flatMap(([file, { source, cases }]) =>
      cases.filter((one) => !(one.source ?? source)).map(({ name }) => `${file}: ${name}`),
    )
    expect(without).toEqual([])
  })
})
