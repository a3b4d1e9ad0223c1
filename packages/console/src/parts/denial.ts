import type { ApiError } from '../api/api-error.ts'

/** What was refused to whom, as far as the screen or the server's sentence says. */
export interface Denial {
  readonly principal: string | undefined
  readonly action: string | undefined
  readonly resource: string | undefined
}

/** Reads AWS's sentence: "User: P is not authorized to perform: A on resource: R because …". */
export function denialOf({ message }: ApiError, action?: string, resource?: string): Denial {
  const [, principal, saidAction, saidResource] =
    /^User: (\S+) is not authorized to perform: (\S+)(?: on resource: (.+?))?(?: because | with an explicit |$)/.exec(
      message,
    ) ?? []
  return { principal, action: action ?? saidAction, resource: resource ?? saidResource }
}

/** The smallest statement that would allow it. Whether it may be allowed is the administrator's to say. */
export function statementFor({ action, resource }: Denial): string | undefined {
  if (action === undefined) return undefined
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource: resourceToAllow(resource ?? '*') }, null, 2)
}

/** A call on a whole collection, such as ListUsers on user/, is on no resource in particular: AWS allows those by `*` alone. */
export const resourceToAllow = (resource: string): string => (resource.endsWith('/') ? '*' : resource)
