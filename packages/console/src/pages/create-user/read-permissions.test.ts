import { expect, it } from 'vitest'
import { firstDraft, inlinesOf } from './draft.ts'
import { withPermissions } from './read-permissions.ts'

const permissions = {
  groups: ['Developers'],
  managed: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
  copied: [{ name: 'own', document: '{"copied":true}' }],
  refused: [],
}

it('adds what another user has to what was chosen, each once', () => {
  const draft = { ...firstDraft, groups: ['Auditors', 'Developers'], boundary: undefined }
  expect(withPermissions(draft, permissions)).toEqual({
    groups: ['Auditors', 'Developers'],
    managed: permissions.managed,
    boundary: permissions.boundary,
    copied: permissions.copied,
  })
})

it('keeps a boundary that was chosen where the other has none', () => {
  const draft = { ...firstDraft, boundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }
  expect(withPermissions(draft, { ...permissions, boundary: undefined }).boundary).toBe(draft.boundary)
})

it('takes the policy that was chosen, not the copy of the same name', () => {
  const draft = {
    ...firstDraft,
    inline: 'json',
    policyName: 'own',
    document: '{}',
    copied: permissions.copied,
  } as const
  expect(inlinesOf(draft)).toEqual([{ name: 'own', document: '{}' }])
  expect(inlinesOf({ ...draft, policyName: 'other' }).map(({ name }) => name)).toEqual(['other', 'own'])
})
