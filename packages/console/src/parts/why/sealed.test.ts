import { expect, it } from 'vitest'
import { sealedIn } from './sealed.ts'

const sealed = 'aZ0_-'.repeat(400)

it.each([
  ['by itself', sealed],
  ['between blank lines', `\n\n${sealed}\n`],
  ['broken into lines, as mail does', sealed.replaceAll(/(.{76})/g, '$1\n')],
  ['in a message', `Request ID: 1234\nSealed reason: ${sealed}\nThank you`],
])('a sealed reason is found %s', (_, pasted) => {
  expect(sealedIn(pasted)).toBe(sealed)
})
