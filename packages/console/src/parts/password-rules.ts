import type { Output } from '../api/types.ts'

/** What sign-in says of the rules that a new password is measured by. */
export type PasswordRules = NonNullable<Output<'signin', 'SignIn'>['PasswordPolicy']>

export type Rule = 'length' | 'classes' | 'uppercase' | 'lowercase' | 'number' | 'symbol'

/** The characters that count as symbols, as they are shown. */
export const symbols = "! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"

const symbol = /[!@#$%^&*()_+\-=[\]{}|']/
const number = /[0-9]/
const uppercase = /[A-Z]/
const lowercase = /[a-z]/

/** Each rule that applies, in the order they are shown, and whether a password keeps it. The server judges again, and more. */
export function judgePassword(
  password: string,
  rules: PasswordRules,
): readonly (readonly [rule: Rule, met: boolean])[] {
  const classes = [symbol, number, uppercase, lowercase].filter((kind) => kind.test(password)).length
  const all: readonly (readonly [Rule, boolean, boolean])[] = [
    ['length', true, password.length >= rules.MinimumPasswordLength],
    ['classes', rules.CharacterClasses > 0, classes >= rules.CharacterClasses],
    ['uppercase', rules.RequireUppercaseCharacters, uppercase.test(password)],
    ['lowercase', rules.RequireLowercaseCharacters, lowercase.test(password)],
    ['number', rules.RequireNumbers, number.test(password)],
    ['symbol', rules.RequireSymbols, symbol.test(password)],
  ]
  return all.filter(([, applies]) => applies).map(([rule, , met]) => [rule, met])
}
