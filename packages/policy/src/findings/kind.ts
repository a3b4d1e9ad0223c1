import { type PolicyKind } from '../parse.ts'

/** Session policies are judged as identity policies are. */
export const isIdentity = (kind: PolicyKind): boolean =>
  kind === 'identity-inline' || kind === 'identity-managed' || kind === 'session'

/** What a policy of a kind is called in a sentence. */
export const kindNames: Readonly<Record<PolicyKind, string>> = {
  'identity-inline': 'An identity policy',
  'identity-managed': 'A managed policy',
  trust: 'A role trust policy',
  resource: 'A resource policy',
  session: 'A session policy',
  'service-control': 'A service control policy',
  'resource-control': 'A resource control policy',
}
