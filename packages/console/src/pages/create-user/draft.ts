import { findPolicyFault } from '../../parts/policy/find-fault.ts'
import { templateDocument, templates, type TemplateName } from '../../parts/policy/templates.ts'
import type { TypedTag } from '../../parts/tags/tag-keys.ts'

export interface NamedDocument {
  readonly name: string
  readonly document: string
}

/** What the wizard has gathered, the password's choice aside. */
export interface Draft {
  readonly name: string
  /** Empty for none. */
  readonly path: string
  readonly console: boolean
  readonly inline: 'none' | 'json' | TemplateName
  /** For a template: it matches users with a path as well. */
  readonly withPaths: boolean
  readonly policyName: string
  readonly document: string
  readonly managed: readonly string[]
  readonly groups: readonly string[]
  /** The ARN of her permissions boundary. */
  readonly boundary: string | undefined
  /** Inline policies of another user, as they were when they were copied. */
  readonly copied: readonly NamedDocument[]
  readonly tags: readonly TypedTag[]
}

export const firstDraft: Draft = {
  name: '',
  path: '',
  console: false,
  inline: 'none',
  withPaths: false,
  policyName: '',
  document: JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [], Resource: '*' }] },
    null,
    2,
  ),
  managed: [],
  groups: [],
  boundary: undefined,
  copied: [],
  tags: [],
}

/** The inline policies of a draft. What was chosen here takes the place of a copy of the same name. */
export function inlinesOf(draft: Draft): readonly NamedDocument[] {
  const chosen = inlineOf(draft)
  return [...(chosen ? [chosen] : []), ...draft.copied.filter(({ name }) => name !== chosen?.name)]
}

/** The inline policy that was chosen, by name; undefined for none. */
export function inlineOf(draft: Draft): NamedDocument | undefined {
  if (draft.inline === 'none') return undefined
  if (draft.inline === 'json') return { name: draft.policyName, document: draft.document }
  const template = templates.find(({ name }) => name === draft.inline)
  return template && { name: template.name, document: templateDocument(template, draft) }
}

/**
 * Whether the policy forbids the user what the first sign-in asks of her: a Deny that can match iam:ChangePassword. On which
 * condition is not asked: one that is met at the first sign-in is enough.
 */
export function forbidsPasswordChange(document: string): boolean {
  if (findPolicyFault(document)) return false
  const { Statement } = JSON.parse(document) as { Statement: unknown }
  return listOf(Statement).some((statement) => {
    const { Effect, Action, NotAction } = statement as { Effect?: unknown; Action?: unknown; NotAction?: unknown }
    if (Effect !== 'Deny') return false
    const matches = (actions: unknown) => listOf(actions).some((action) => matchesChangePassword(String(action)))
    return Action === undefined ? !matches(NotAction) : matches(Action)
  })
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value])

/** Action patterns know `*` and `?`, and no case. */
function matchesChangePassword(pattern: string): boolean {
  const escaped = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${escaped}$`, 'i').test('iam:ChangePassword')
}
