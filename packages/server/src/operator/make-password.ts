import { randomInt } from 'node:crypto'
import { Secret } from '../domain/secret.ts'
import { Passwords } from '../secrets/passwords.ts'

/** A random password, shown once, and what is kept of it. */
export interface MadePassword {
  readonly secret: Secret
  readonly hash: string
}

/** Nothing that looks like another, and no symbol that a shell or a double click would break it at. */
const classes = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '_+@='] as const
const alphabet = classes.join('')
/** About 140 bits. */
const characters = 24

/** Takes as long as a hash does: never inside a transaction. */
export async function makePassword(): Promise<MadePassword> {
  const password = mintPassword()
  const hash = await new Passwords().hash(password, { address: 'operator', device: false, busy: 'Throttling' })
  return { secret: new Secret(password), hash }
}

/** One that has every class of characters, as any policy may ask for. */
function mintPassword(): string {
  for (;;) {
    const drawn = Array.from({ length: characters }, () => alphabet.charAt(randomInt(alphabet.length)))
    if (classes.every((kind) => drawn.some((character) => kind.includes(character)))) return drawn.join('')
  }
}
