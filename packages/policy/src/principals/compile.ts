import { type PrincipalMatcher, type PrincipalName } from '../document.ts'
import { readAwsPrincipal } from './aws-principal.ts'

/** The principals of a statement by what they are compared with. A text that can name nobody is in none of the sets. */
export interface CompiledPrincipals {
  readonly negated: boolean
  /** `"*"`: everyone. */
  readonly everyone: boolean
  /** `{"AWS": "*"}`: everyone who is no service and comes from no identity provider, and in a Deny those too. */
  readonly everyAws: boolean
  readonly accounts: ReadonlySet<string>
  /** ARNs and unique ids of users, roles and sessions. */
  readonly entities: ReadonlySet<string>
  readonly services: ReadonlySet<string>
  readonly providers: ReadonlySet<string>
  readonly canonicalUsers: ReadonlySet<string>
}

export function compilePrincipals({ negated, values }: PrincipalMatcher): CompiledPrincipals {
  const ofType = (type: PrincipalName['type']) => values.filter((name) => name.type === type).map(({ value }) => value)
  const accounts = new Set<string>()
  const entities = new Set<string>()
  let everyAws = false
  for (const text of ofType('AWS')) {
    const named = readAwsPrincipal(text)
    if (named?.type === 'Everyone') everyAws = true
    else if (named?.type === 'Account') accounts.add(named.account)
    else if (named) entities.add(text)
  }
  return {
    negated,
    everyone: ofType('*').length > 0,
    everyAws,
    accounts,
    entities,
    services: new Set(ofType('Service')),
    providers: new Set(ofType('Federated')),
    canonicalUsers: new Set(ofType('CanonicalUser')),
  }
}
