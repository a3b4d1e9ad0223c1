import { describe, expect, it } from 'vitest'
import { hasVariables, parseTemplate, resolveText } from './variables.ts'

const text = (value: string) => ({ kind: 'text', text: value })
const literal = (value: string) => ({ kind: 'literal', text: value })
const variable = (spelled: string, fallback?: string) => ({
  kind: 'variable',
  key: spelled.toLowerCase(),
  spelled,
  ...(fallback !== undefined && { fallback }),
})

describe('parseTemplate', () => {
  it.each([
    ['', []],
    ['plain', [text('plain')]],
    ['$', [text('$')]],
    ['{a}', [text('{a}')]],
    ['${a', [text('${a')]],
    ['x${a', [text('x${a')]],
    ['${A:b}', [variable('A:b')]],
    ['x${a}y', [text('x'), variable('a'), text('y')]],
    ['${a}${b}', [variable('a'), variable('b')]],
    ['${*}${?}${$}', [literal('*'), literal('?'), literal('$')]],
    ['${$}{a}', [literal('$'), text('{a}')]],
    ["${a,'d'}", [variable('a', 'd')]],
    ["${a, 'd'}", [variable('a', 'd')]],
    ["${a ,   'd'}", [variable('a', 'd')]],
    ["${a, ''}", [variable('a', '')]],
    ["${a, 'x, y}z'}!", [variable('a', 'x, y}z'), text('!')]],
    ["${a, 'd'}${b}", [variable('a', 'd'), variable('b')]],
    ["${a, 'd}", [variable("a, 'd")]],
    ['${a, d}', [variable('a, d')]],
    ["${a 'd'}", [variable("a 'd'")]],
    ["${, 'd'}", [variable(", 'd'")]],
    ['${}', [variable('')]],
    ['${a${b}}', [variable('a${b'), text('}')]],
    ['${tag/cost center}', [variable('tag/cost center')]],
  ])('%s', (written, parts) => {
    expect(parseTemplate(written)).toEqual(parts)
  })
})

describe('hasVariables', () => {
  it.each([
    ['${a}', true],
    ['x${*}', true],
    ['${a', false],
    ['}${', false],
    ['$a}', false],
  ])('%s: %s', (written, expected) => {
    expect(hasVariables(written)).toBe(expected)
  })
})

describe('resolveText', () => {
  const context = new Map<string, string | string[]>([
    ['a', 'A'],
    ['empty', ''],
    ['list', ['x']],
  ])

  it.each([
    ['1${a}2${*}', '1A2*'],
    ['${empty}', ''],
    ["${missing, 'd'}", 'd'],
    ["${empty, 'd'}", ''],
    ['${missing}', undefined],
    ['${list}', undefined],
    ["${list, 'd'}", undefined],
    ['${a}${missing}', undefined],
  ])('%s is %s', (written, expected) => {
    expect(resolveText(parseTemplate(written), context, 4)).toBe(expected)
  })

  it('grows no longer than asked for', () => {
    expect(resolveText(parseTemplate('1${a}2'), context, 3)).toBe('1A2')
    expect(resolveText(parseTemplate('1${a}2'), context, 2)).toBeUndefined()
    expect(resolveText(parseTemplate('${a}'.repeat(10)), context, 2)).toBeUndefined()
  })
})
