import type { ContextValues } from '@keyward/policy'
import { tagsByKey } from '../directory/tags.ts'
import type { View } from '../directory/view.ts'
import type { CallFacts, Caller, Principal } from '../domain/caller.ts'
import type { Requirement } from './requirement.ts'

interface Subject {
  readonly caller: Caller
  readonly facts: CallFacts
  readonly requirement: Requirement<unknown>
  readonly view: View
}

type Value = string | readonly string[] | undefined

/** The keys whose whole name is known, each by its name in lower case. */
const keys: Readonly<Record<string, (subject: Subject) => Value>> = {
  'aws:currenttime': ({ view }) => new Date(view.now).toISOString(),
  'aws:epochtime': ({ view }) => String(Math.floor(view.now / 1000)),
  'aws:securetransport': ({ facts }) => String(facts.secure),
  'aws:sourceip': ({ facts }) => facts.sourceIp,
  'aws:useragent': ({ facts }) => facts.userAgent,
  'aws:referer': ({ facts }) => facts.referer,
  // IAM is one service for all regions, and its calls are made in this one whatever they were signed for.
  'aws:requestedregion': ({ facts, requirement }) =>
    requirement.action.startsWith('iam:') ? 'us-east-1' : facts.region,
  // A key of long standing has neither: there they are absent, and not false.
  'aws:multifactorauthpresent': ({ caller: { session } }) => session && String(session.mfaPresent),
  'aws:tokenissuetime': ({ caller: { session } }) => session && new Date(session.provenAt).toISOString(),
  'aws:viaawsservice': () => 'false',
  'aws:principalaccount': ({ caller }) => caller.principal.account,
  'aws:principalarn': ({ caller }) => caller.principal.arn,
  'aws:principaltype': ({ caller }) => (caller.principal.type === 'Root' ? 'Account' : 'User'),
  'aws:principalisawsservice': () => 'false',
  'aws:userid': ({ caller }) => uniqueId(caller.principal),
  'aws:username': ({ caller }) => (caller.principal.type === 'User' ? caller.principal.userName : undefined),
  'aws:resourceaccount': ({ caller }) => caller.principal.account,
  'aws:tagkeys': ({ requirement }) => tagKeys(requirement),
}

/** The families of keys that end in a tag's key. */
const families: Readonly<Record<string, (subject: Subject, tagKey: string) => Value>> = {
  'aws:principaltag': ({ caller: { principal }, view }, key) =>
    principal.type === 'User' ? view.derive(tagsByKey, principal.userId).get(key) : undefined,
  'aws:resourcetag': ({ requirement }, key) => requirement.resourceTags?.().get(key),
  'iam:resourcetag': ({ requirement }, key) => requirement.resourceTags?.().get(key),
  'aws:requesttag': ({ requirement }, key) =>
    requirement.requestTags?.find((tag) => tag.key.toLowerCase() === key)?.value,
}

/** May this key, by its name in lower case, have another value on another resource? Those of tags alone: all here are of one account. */
export const isOfResource = (key: string): boolean => /^(aws|iam):resourcetag\//.test(key)

/** A request without tags has no such key: to Null it is absent, not an empty list. */
function tagKeys({ requestTagKeys, requestTags = [] }: Requirement<unknown>): Value {
  const found = requestTagKeys ?? requestTags.map((tag) => tag.key)
  return found.length === 0 ? undefined : found
}

/** The unique id of a principal: `AIDA…`, or the account's for root. */
export const uniqueId = (principal: Principal): string =>
  principal.type === 'User' ? principal.userId : principal.account

/** The context of one authorisation. Nothing is computed until a condition or a variable asks for it. */
export function contextOf(subject: Subject): ContextValues {
  return {
    get(key) {
      if (Object.hasOwn(keys, key)) return keys[key]?.(subject)
      const slash = key.indexOf('/')
      const family = slash < 0 ? '' : key.slice(0, slash)
      if (Object.hasOwn(families, family)) return families[family]?.(subject, key.slice(slash + 1))
      return subject.requirement.context?.get(key)
    },
  }
}
