import type { PasswordRules } from '../../parts/password-rules.ts'

/** No letters or digits that are mistaken for one another when read aloud or copied by hand. */
const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!@#$%^&*()_+-=[]{}|'] as const
const all = classes.join('')

/** About 120 bits. */
const length = 20

/** A password that meets every rule an account can set: one of each class, and as long as it must be. */
export function generatePassword(
  { MinimumPasswordLength }: Pick<PasswordRules, 'MinimumPasswordLength'>,
  random = randomBelow,
): string {
  const characters: string[] = classes.map((one) => one.charAt(random(one.length)))
  while (characters.length < Math.max(length, MinimumPasswordLength)) characters.push(all.charAt(random(all.length)))
  // Shuffled, so that the first four tell no class.
  for (let last = characters.length - 1; last > 0; last--) {
    const other = random(last + 1)
    const [a = '', b = ''] = [characters[last], characters[other]]
    characters[last] = b
    characters[other] = a
  }
  return characters.join('')
}

/** A whole number below `bound`, each as likely as the others. `bound` is at most 256. */
function randomBelow(bound: number): number {
  const fair = 256 - (256 % bound)
  const byte = new Uint8Array(1)
  for (;;) {
    crypto.getRandomValues(byte)
    const [value = 0] = byte
    if (value < fair) return value % bound
  }
}
