import { tagsByKey } from '../directory/tags.ts'
import type { View } from '../directory/view.ts'
import { uniqueId, type CallFacts, type Caller } from '../domain/caller.ts'
import type { Requirement } from './requirement.ts'

/** What the value of a key is taken from. */
export interface Subject {
  readonly caller: Caller
  readonly facts: CallFacts
  readonly requirement: Requirement<unknown>
  readonly view: View
}

/** What follows from who called and when: a sealed reason is spared it. */
export interface Known {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly account: string
  /** `AIDA…`, or the account's id for root. */
  readonly principalId: string
}

export type ContextValue = string | readonly string[] | undefined

export interface ContextKey {
  /** As AWS spells it. A family ends in a tag's key: `aws:PrincipalTag/` and on. */
  readonly name: string
  readonly type: 'ARN' | 'Bool' | 'Date' | 'IP address' | 'Numeric' | 'String'
  /** Several values at once: such a key needs ForAllValues or ForAnyValue. */
  readonly multivalued?: true
  /** Which calls have it. */
  readonly on: string
  /** What it holds. */
  readonly holds: string
  /** For a family, of the tag's key in lower case. */
  value(subject: Subject, tagKey: string): ContextValue
  known?(known: Known): string
}

const isoTime = (at: number): string => new Date(at).toISOString()
const epochSeconds = (at: number): string => String(Math.floor(at / 1000))
const typeOf = (isRoot: boolean): string => (isRoot ? 'Account' : 'User')

const everyCall = 'every call'
const ofUser = 'users'
const ofSession = 'sessions of the console'

/** Every condition key that a call here can carry. docs/condition-keys.md is made from it. */
export const contextKeys: readonly ContextKey[] = [
  {
    name: 'aws:CurrentTime',
    type: 'Date',
    on: everyCall,
    holds: 'The time of the call, by the clock of the database.',
    value: ({ view }) => isoTime(view.now),
    known: ({ at }) => isoTime(at),
  },
  {
    name: 'aws:EpochTime',
    type: 'Numeric',
    on: everyCall,
    holds: 'The same in whole seconds since 1970.',
    value: ({ view }) => epochSeconds(view.now),
    known: ({ at }) => epochSeconds(at),
  },
  {
    name: 'aws:MultiFactorAuthPresent',
    type: 'Bool',
    on: ofSession,
    holds: 'Whether MFA was used. With a long-term key it is absent, not false: BoolIfExists sees that, Bool does not.',
    value: ({ caller: { session } }) => session && String(session.mfaPresent),
  },
  {
    name: 'aws:PrincipalAccount',
    type: 'String',
    on: everyCall,
    holds: 'The account of the caller.',
    value: ({ caller }) => caller.principal.account,
    known: ({ account }) => account,
  },
  {
    name: 'aws:PrincipalArn',
    type: 'ARN',
    on: everyCall,
    holds: 'The ARN of the caller, with its path.',
    value: ({ caller }) => caller.principal.arn,
  },
  {
    name: 'aws:PrincipalIsAWSService',
    type: 'Bool',
    on: everyCall,
    holds: '`false`: no service calls here.',
    value: () => 'false',
    known: () => 'false',
  },
  {
    name: 'aws:PrincipalTag/',
    type: 'String',
    on: 'users that have the tag',
    holds: 'A tag of the caller. The tag’s key is found in any case.',
    value: ({ caller: { principal }, view }, key) =>
      principal.type === 'User' ? view.derive(tagsByKey, principal.userId).get(key) : undefined,
  },
  {
    name: 'aws:PrincipalType',
    type: 'String',
    on: everyCall,
    holds: '`User`, or `Account` for root.',
    value: ({ caller }) => typeOf(caller.principal.type === 'Root'),
    known: ({ account, principalId }) => typeOf(principalId === account),
  },
  {
    name: 'aws:referer',
    type: 'String',
    on: 'calls with a Referer header',
    holds: 'That header, at most 1,024 characters. Whoever calls writes it.',
    value: ({ facts }) => facts.referer,
  },
  {
    name: 'aws:RequestedRegion',
    type: 'String',
    on: everyCall,
    holds: '`us-east-1` for IAM, which is one service for all regions; else the region that the call was signed for.',
    value: ({ facts, requirement }) => (requirement.action.startsWith('iam:') ? 'us-east-1' : facts.region),
  },
  {
    name: 'aws:RequestTag/',
    type: 'String',
    on: 'calls that bring the tag: CreateUser, CreatePolicy, TagUser, TagPolicy',
    holds: 'The value of that tag in the call.',
    value: ({ requirement }, key) => requirement.requestTags?.find((tag) => tag.key.toLowerCase() === key)?.value,
  },
  {
    name: 'aws:ResourceAccount',
    type: 'String',
    on: everyCall,
    holds: 'The account of what the call is about: the caller’s own.',
    value: ({ caller }) => caller.principal.account,
    known: ({ account }) => account,
  },
  {
    name: 'aws:ResourceTag/',
    type: 'String',
    on: 'calls about one user or one managed policy of the account that has the tag',
    holds: 'A tag of what the call is about.',
    value: ({ requirement }, key) => requirement.resourceTags?.().get(key),
  },
  {
    name: 'aws:SecureTransport',
    type: 'Bool',
    on: everyCall,
    holds: 'Whether the client spoke TLS, to Keyward or to a trusted proxy.',
    value: ({ facts }) => String(facts.secure),
  },
  {
    name: 'aws:SourceIp',
    type: 'IP address',
    on: 'calls over the network; not those over a UNIX socket',
    holds: 'The client’s address, as a trusted proxy reports it.',
    value: ({ facts }) => facts.sourceIp,
  },
  {
    name: 'aws:TagKeys',
    type: 'String',
    multivalued: true,
    on: 'calls that bring or remove tags',
    holds: 'The keys of those tags. Without tags the key is absent.',
    value: ({ requirement: { requestTagKeys, requestTags = [] } }) => {
      const found = requestTagKeys ?? requestTags.map((tag) => tag.key)
      return found.length === 0 ? undefined : found
    },
  },
  {
    name: 'aws:TokenIssueTime',
    type: 'Date',
    on: ofSession,
    holds: 'When the password was given.',
    value: ({ caller: { session } }) => session && isoTime(session.provenAt),
  },
  {
    name: 'aws:UserAgent',
    type: 'String',
    on: 'calls with a User-Agent header',
    holds: 'That header, at most 1,024 characters. Whoever calls writes it.',
    value: ({ facts }) => facts.userAgent,
  },
  {
    name: 'aws:userid',
    type: 'String',
    on: everyCall,
    holds: 'The unique id of the caller: `AIDA…`, or the account’s number for root.',
    value: ({ caller }) => uniqueId(caller.principal),
    known: ({ principalId }) => principalId,
  },
  {
    name: 'aws:username',
    type: 'String',
    on: ofUser,
    holds: 'The name of the user, as it is spelled now.',
    value: ({ caller }) => (caller.principal.type === 'User' ? caller.principal.userName : undefined),
  },
  {
    name: 'aws:ViaAWSService',
    type: 'Bool',
    on: everyCall,
    holds: '`false`: no service calls for another here.',
    value: () => 'false',
    known: () => 'false',
  },
  {
    name: 'iam:PermissionsBoundary',
    type: 'ARN',
    on: 'CreateUser and PutUserPermissionsBoundary; calls that attach, detach, put or delete policies of a user who is bounded',
    holds: 'The boundary that is asked for; where a user’s policies are changed, the one that the user has.',
    value: ({ requirement }) => requirement.context?.get('iam:permissionsboundary'),
  },
  {
    name: 'iam:PolicyARN',
    type: 'ARN',
    on: 'calls that attach or detach a managed policy',
    holds: 'The ARN of that policy.',
    value: ({ requirement }) => requirement.context?.get('iam:policyarn'),
  },
  {
    name: 'iam:ResourceTag/',
    type: 'String',
    on: 'calls about one user that has the tag',
    holds: 'A tag of that user.',
    value: ({ requirement }, key) => requirement.resourceTags?.().get(key),
  },
]

/** Keys that AWS documents for these services, and what a call here must first be able to bring them with. Until then they are absent. */
export const keysNotYet: readonly { readonly until: string; readonly names: readonly string[] }[] = [
  { until: 'MFA devices', names: ['aws:MultiFactorAuthAge'] },
  {
    until: 'roles and temporary credentials',
    names: [
      'aws:AssumedRoot',
      'aws:Ec2InstanceSourceVpc',
      'aws:Ec2InstanceSourcePrivateIPv4',
      'aws:FederatedProvider',
      'aws:SourceIdentity',
      'iam:AssociatedResourceArn',
      'iam:AWSServiceName',
      'iam:PassedToService',
      'saml:…',
      'sts:AWSServiceName',
      'sts:DurationSeconds',
      'sts:ExternalId',
      'sts:IdentityTokenAudience',
      'sts:RequestContext/…',
      'sts:RequestContextProviders',
      'sts:RoleSessionName',
      'sts:SigningAlgorithm',
      'sts:SourceIdentity',
      'sts:TaskPolicyArn',
      'sts:TransitiveTagKeys',
      'an identity provider’s own: `accounts.google.com:aud` and the like',
    ],
  },
  {
    until: 'organizations',
    names: [
      'aws:PrincipalOrgID',
      'aws:PrincipalOrgPaths',
      'aws:ResourceOrgID',
      'aws:ResourceOrgPaths',
      'iam:OrganizationsPolicyId',
    ],
  },
  {
    until: 'services that call for their callers',
    names: [
      'aws:CalledVia',
      'aws:CalledViaFirst',
      'aws:CalledViaLast',
      'aws:PrincipalServiceName',
      'aws:PrincipalServiceNamesList',
      'aws:SourceAccount',
      'aws:SourceArn',
      'aws:SourceOrgID',
      'aws:SourceOrgPaths',
    ],
  },
  {
    until: 'the operations that have them',
    names: [
      'iam:DelegationDuration',
      'iam:DelegationRequestOwner',
      'iam:FIDO-FIPS-140-2-certification',
      'iam:FIDO-FIPS-140-3-certification',
      'iam:FIDO-certification',
      'iam:NotificationChannel',
      'iam:RegisterSecurityKey',
      'iam:ServiceSpecificCredentialAgeDays',
      'iam:ServiceSpecificCredentialServiceName',
      'iam:TemplateArn',
    ],
  },
  {
    until: 'a network of AWS’s, which there is none of here',
    names: [
      'aws:SourceVpc',
      'aws:SourceVpcArn',
      'aws:SourceVpce',
      'aws:VpceAccount',
      'aws:VpceOrgID',
      'aws:VpceOrgPaths',
      'aws:VpcSourceIp',
    ],
  },
]
