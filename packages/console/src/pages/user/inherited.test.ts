import { expect, it } from 'vitest'
import { collect } from './inherited.ts'

it('names a managed policy once with all its groups, and each inline policy with its own', () => {
  const attached = [{ PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }]
  const found = collect([
    { group: 'Developers', attached, inline: ['own'] },
    { group: 'Auditors', attached, inline: ['own'] },
  ])
  expect(found.map(({ name, groups }) => [name, groups])).toEqual([
    ['own', ['Developers']],
    ['own', ['Auditors']],
    ['ReadOnlyAccess', ['Developers', 'Auditors']],
  ])
  expect(new Set(found.map(({ key }) => key)).size).toBe(3)
})
