import {
  compilePolicy,
  parsePolicy,
  type AuthorizationRequest,
  type ContextValues,
  type PolicyKind,
  type PolicySets,
} from '../src/index.ts'
import type { NaiveRequest, NaiveSets } from './model/raw.ts'

/** Policies and a request as both evaluators get them. */
export interface Scene {
  readonly sets: NaiveSets
  readonly request: NaiveRequest
  /** What the resource policies are: of a role, or of another resource. */
  readonly resourceKind: 'resource' | 'trust'
}

/** The same sets for the engine. */
export function compileSets({ sets, resourceKind }: Scene): PolicySets {
  const compiled = (kind: PolicyKind) => (document: object) => compilePolicy(parsePolicy(print(document), kind))
  const { identity, boundary, session, resource, serviceControl, resourceControl } = sets
  return {
    identity: identity.map(compiled('identity-inline')),
    ...(boundary && { boundary: boundary.map(compiled('identity-managed')) }),
    ...(session && { session: session.map(compiled('session')) }),
    ...(resource && { resource: resource.map(compiled(resourceKind)) }),
    ...(serviceControl && { serviceControl: serviceControl.map((level) => level.map(compiled('service-control'))) }),
    ...(resourceControl && {
      resourceControl: resourceControl.map((level) => level.map(compiled('resource-control'))),
    }),
  }
}

/** Keys of a request are looked up in lower case. */
function contextOf(context: NaiveRequest['context']): ContextValues {
  return new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]))
}

/** Prints a document in the characters that policies may use; all others become escapes. */
export function print(document: object): string {
  return JSON.stringify(document).replace(
    /[^\u0020-\u00FF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The same request for the engine. */
export function requestFor({
  principal,
  resourceAccount,
  resourcePolicyDecides,
  context,
  ...asked
}: NaiveRequest): AuthorizationRequest {
  return {
    ...asked,
    context: contextOf(context),
    ...(principal && { principal }),
    ...(resourceAccount !== undefined && { resourceAccount }),
    ...(resourcePolicyDecides !== undefined && { resourcePolicyDecides }),
  }
}
