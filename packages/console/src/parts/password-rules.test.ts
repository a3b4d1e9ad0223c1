import { describe, expect, it } from 'vitest'
import { judgePassword, symbols } from './password-rules.ts'

const builtIn = {
  MinimumPasswordLength: 8,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  CharacterClasses: 3,
}
const strict = {
  ...builtIn,
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  CharacterClasses: 0,
}

describe('judgePassword', () => {
  it('asks of the built-in default its length and three classes of four', () => {
    expect(judgePassword('', builtIn)).toEqual([
      ['length', false],
      ['classes', false],
    ])
    expect(judgePassword('Correct1', builtIn)).toEqual([
      ['length', true],
      ['classes', true],
    ])
    expect(judgePassword('correct1', builtIn)).toEqual([
      ['length', true],
      ['classes', false],
    ])
  })

  it('shows of a policy only what it requires', () => {
    expect(judgePassword('Correct-1', strict)).toEqual([
      ['length', false],
      ['uppercase', true],
      ['lowercase', true],
      ['number', true],
      ['symbol', true],
    ])
  })

  it('counts as symbols those it names, and no others', () => {
    const hasSymbol = (password: string) => new Map(judgePassword(password, strict)).get('symbol')
    for (const symbol of symbols.split(' ')) expect(hasSymbol(symbol)).toBe(true)
    expect(hasSymbol('~`";:<>,.?/\\ ä')).toBe(false)
  })
})
