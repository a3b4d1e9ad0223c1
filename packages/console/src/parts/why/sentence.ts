import type { PolicySetName, Unmet } from '@keyward/policy'
import type { Translate } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import type { PlacedStatement, PolicyOfStatement, Reason } from './reason.ts'

/** Why, in one sentence: who, what, on what, and which kind of policy or which statement said so. */
export function reasonSentence(t: Translate, { who, action, resource, effect, set, deciding, near }: Reason): string {
  const asked = { who, action, resource }
  const [first] = deciding
  const statement = first && statementText(t, first)
  switch (effect) {
    case 'Allow':
      return statement === undefined ? t(labels.allowedSomehow, asked) : t(labels.allowed, { ...asked, statement })
    case 'ExplicitDeny':
      return t(labels.denied, { ...asked, statement: statement ?? t(labels.goneStatement) })
    case 'ImplicitDeny': {
      const [nearest] = near
      const nearly = nearest
        ? t(labels.nearly, { statement: statementText(t, nearest), unmet: unmetText(t, nearest.unmet) })
        : ''
      return t(labels.notAllowed, { ...asked, cause: t(causes[set ?? 'identity']), near: nearly })
    }
    default:
      return effect satisfies never
  }
}

const causes = {
  identity: labels.identityAllowsNot,
  boundary: labels.boundaryAllowsNot,
  session: labels.sessionAllowsNot,
  resource: labels.resourceAllowsNot,
  serviceControl: labels.serviceControlAllowsNot,
  resourceControl: labels.resourceControlAllowsNot,
} as const satisfies Record<PolicySetName, unknown>

/** `statement 2 (NoGet) of the inline policy own of the user alice` */
function statementText(t: Translate, placed: PlacedStatement): string {
  const { policy } = placed
  return policy === undefined
    ? t(labels.goneStatement)
    : t(labels.statementOf, { statement: numberText(t, placed), policy: policyText(t, policy) })
}

export function numberText(t: Translate, { index, sid }: PlacedStatement): string {
  const number = index + 1
  return sid === undefined || sid === ''
    ? t(labels.statementNumber, { number })
    : t(labels.statementNamed, { number, sid })
}

export function policyText(t: Translate, { kind, name, owner }: PolicyOfStatement): string {
  if (kind === 'managed') return t(labels.managed, { name })
  if (kind === 'given' || owner === undefined) return t(labels.given, { name })
  return t(owner.kind === 'user' ? labels.inlineOfUser : labels.inlineOfGroup, { name, owner: owner.name })
}

/** What of a statement did not match, in words. */
export const unmetText = (t: Translate, unmet: readonly Unmet[]): string =>
  unmet.map((one) => partText(t, one)).join(t(labels.and))

function partText(t: Translate, unmet: Unmet): string {
  if (unmet.part !== 'Condition') return t(parts[unmet.part])
  const { operator, key, values, found } = unmet
  const asked = { operator, key, values: values.join(t(labels.or)) }
  if (found === undefined) return t(labels.unmetAbsent, asked)
  return t(labels.unmetFound, { ...asked, found: typeof found === 'string' ? found : found.join(t(labels.comma)) })
}

const parts = {
  Action: labels.unmetAction,
  Resource: labels.unmetResource,
  Principal: labels.unmetPrincipal,
} as const
