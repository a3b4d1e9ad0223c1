import { labels } from './labels.ts'

/** What AWS counts as a symbol. */
export const symbols = "! @ # $ % ^ & * ( ) _ + - = [ ] { } | '"

/** The kinds of characters that a policy may require, by the member that says so. */
export const classes = [
  { member: 'RequireUppercaseCharacters', label: labels.uppercase },
  { member: 'RequireLowercaseCharacters', label: labels.lowercase },
  { member: 'RequireNumbers', label: labels.numbers },
  { member: 'RequireSymbols', label: labels.symbols },
] as const
