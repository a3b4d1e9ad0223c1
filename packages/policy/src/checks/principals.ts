import { type PrincipalName, type PrincipalType } from '../document.ts'
import { type DraftPrincipal, strings } from '../draft.ts'
import { PolicyError } from '../errors.ts'
import { readAwsPrincipal } from '../principals/aws-principal.ts'

/** Who a principal names, for a document that passed its checks; a type that AWS does not know names nobody. */
export function principalNames({ value }: DraftPrincipal): readonly PrincipalName[] {
  if (value.type === 'string') return value.value === '*' ? [{ type: '*', value: '*' }] : []
  return [...value.members.values()].flatMap(({ key, value: list }) => {
    const type = principalTypes.find((known) => known === key.value)
    return type === undefined ? [] : strings(list).map((name) => ({ type, value: name.value }))
  })
}

type ObjectType = Exclude<PrincipalType, '*'>

const principalTypes = ['AWS', 'CanonicalUser', 'Federated', 'Service'] as const satisfies readonly ObjectType[]

/** Refuses an empty principal, types that are not among those given, and texts that can name nobody of their type. */
export function checkPrincipalNames(
  { value, span }: DraftPrincipal,
  types: readonly ObjectType[],
  all: readonly ObjectType[],
): void {
  if (value.type === 'string') return
  const members = [...value.members.values()]
  if (members.every(({ value: list }) => strings(list).length === 0)) {
    throw new PolicyError('Missing required field Principal cannot be empty!', span)
  }
  for (const { key, value: list } of members) {
    const type = types.find((known) => known === key.value)
    if (type === undefined) throw new PolicyError(`Invalid principal in policy: "${key.value}"`, key.span)
    for (const name of strings(list)) {
      const named = name.value === '*' ? all.includes(type) : canName(type, name.value)
      if (named) continue
      // AWS prints the type in capitals: "SERVICE":"x".
      throw new PolicyError(`Invalid principal in policy: "${type.toUpperCase()}":"${name.value}"`, name.span)
    }
  }
}

const host = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/
const provider = /^arn:aws[a-z-]*:iam::[0-9]{12}:(?:saml-provider|oidc-provider)\/[^*?]+$/

/** Answers whether a text is of a form that names one principal. Whether it exists is the caller's question. */
export function canName(type: ObjectType, text: string): boolean {
  switch (type) {
    case 'AWS':
      return readAwsPrincipal(text) !== undefined
    case 'CanonicalUser':
      return /^[0-9A-Fa-f]{64}$/.test(text)
    case 'Federated':
      return host.test(text) || provider.test(text)
    case 'Service':
      return host.test(text)
    default:
      return type satisfies never
  }
}
