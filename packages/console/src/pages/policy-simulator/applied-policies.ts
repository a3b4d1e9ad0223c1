import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { everyPage } from '../../api/lists.ts'
import type { SimulationQuery } from '../../parts/simulator/simulation-query.ts'
import type { PolicyOfStatement } from '../../parts/why/reason.ts'
import { calls, named, policyName } from '../../parts/permissions/identity.ts'
import { principalOf, type Principal } from './arn.ts'

/** A policy that takes part, and the part it plays. */
export interface AppliedPolicy {
  readonly set: 'identity' | 'boundary' | 'resource'
  readonly policy: PolicyOfStatement
  readonly text: string
}

/** What the person may read of what a simulation is judged by. */
export interface Applied {
  readonly policies: readonly AppliedPolicy[]
  /** There is a boundary, whether it can be read or not. */
  readonly isBounded: boolean
  /** Keys that the principal decides, in lower case. */
  readonly ofPrincipal: ReadonlyMap<string, string>
  readonly userId: string
  /** The actions that were refused on the way: what they would have shown is missing. */
  readonly hidden: readonly string[]
}

/** Names of texts that came with the question, in the page's language. */
export interface GivenNames {
  readonly policy: string
  readonly resourcePolicy: string
}

/** Reads the policies of a question. A denial hides what it denies, and no more. */
export async function readApplied(query: SimulationQuery, names: GivenNames): Promise<Applied> {
  const hidden = new Set<string>()
  /** Nothing, where it may not be read or is gone meanwhile. */
  const orNothing = async <T>(action: string, asked: Promise<T>): Promise<T | undefined> => {
    try {
      return await asked
    } catch (error) {
      if (!(error instanceof ApiError) || (!error.isDenied && error.code !== 'NoSuchEntity')) throw error
      if (error.isDenied) hidden.add(action)
      return undefined
    }
  }
  const managed = async (set: AppliedPolicy['set'], arn: string): Promise<readonly AppliedPolicy[]> => {
    const text = await orNothing('iam:GetPolicyVersion', textOf(arn))
    return text === undefined ? [] : [managedPolicy(set, arn, text)]
  }
  const given = (set: AppliedPolicy['set'], name: string, text: string): readonly AppliedPolicy[] =>
    text.trim() === ''
      ? []
      : [{ set, policy: { kind: 'given', name, arn: undefined, hash: undefined, owner: undefined }, text }]
  const inline = async (owner: Owner, name: string): Promise<readonly AppliedPolicy[]> => {
    const { getInline } = calls[owner.kind]
    const asked = call('iam', getInline, { ...named(owner), PolicyName: name })
    const document = await orNothing(`iam:${getInline}`, asked)
    const policy = { kind: 'inline', name, arn: undefined, hash: undefined, owner } as const
    return document === undefined ? [] : [{ set: 'identity', policy, text: document.PolicyDocument }]
  }
  const ofOwner = async (owner: Owner): Promise<readonly AppliedPolicy[]> => {
    const { listInline, listAttached } = calls[owner.kind]
    const [own, attached] = await Promise.all([
      orNothing(`iam:${listInline}`, namesOf(owner)),
      orNothing(`iam:${listAttached}`, arnsOf(owner)),
    ])
    const read = await Promise.all([
      ...(own ?? []).map((name) => inline(owner, name)),
      ...(attached ?? []).map((arn) => managed('identity', arn)),
    ])
    return read.flat()
  }

  const principal = query.of === 'principal' ? principalOf(query.principal) : undefined
  const identity = principal
    ? readPrincipal(principal)
    : Promise.resolve({ policies: given('identity', names.policy, query.policy) })
  const { policies, boundary, user }: FoundPrincipal = await identity
  return {
    policies: [
      ...policies,
      // A boundary that was chosen must be sent: without its text there is no such question.
      ...(query.boundary === ''
        ? boundary === undefined
          ? []
          : await managed('boundary', boundary)
        : [managedPolicy('boundary', query.boundary, await textOf(query.boundary))]),
      ...given('resource', names.resourcePolicy, query.resourcePolicy),
    ],
    isBounded: boundary !== undefined || query.boundary !== '',
    ofPrincipal: user ? keysOf(user, query.principal) : new Map(),
    userId: user?.id ?? '',
    hidden: [...hidden],
  }

  async function readPrincipal({ kind, name }: Principal): Promise<FoundPrincipal> {
    if (kind === 'group') return { policies: await ofOwner({ kind, name }) }
    const UserName = name
    const [user, groups, own] = await Promise.all([
      orNothing('iam:GetUser', call('iam', 'GetUser', { UserName })),
      orNothing(
        'iam:ListGroupsForUser',
        everyPage(
          (place) => call('iam', 'ListGroupsForUser', { UserName, ...place }),
          ({ Groups }) => Groups,
        ),
      ),
      ofOwner({ kind, name }),
    ])
    const ofGroups = await Promise.all(
      (groups ?? []).map(({ GroupName }) => ofOwner({ kind: 'group', name: GroupName })),
    )
    const found = user?.User
    return {
      policies: [...own, ...ofGroups.flat()],
      boundary: found?.PermissionsBoundary?.PermissionsBoundaryArn,
      user: found && { id: found.UserId, name: found.UserName, tags: found.Tags ?? [] },
    }
  }
}

async function textOf(PolicyArn: string): Promise<string> {
  const { Policy } = await call('iam', 'GetPolicy', { PolicyArn })
  const VersionId = Policy?.DefaultVersionId ?? 'v1'
  const { PolicyVersion } = await call('iam', 'GetPolicyVersion', { PolicyArn, VersionId })
  return PolicyVersion?.Document ?? ''
}

const managedPolicy = (set: AppliedPolicy['set'], arn: string, text: string): AppliedPolicy => ({
  set,
  policy: { kind: 'managed', name: policyName(arn), arn, hash: undefined, owner: undefined },
  text,
})

interface FoundPrincipal {
  readonly policies: readonly AppliedPolicy[]
  readonly boundary?: string | undefined
  readonly user?: FoundUser | undefined
}

interface FoundUser {
  readonly id: string
  readonly name: string
  readonly tags: readonly { readonly Key: string; readonly Value: string }[]
}

type Owner = NonNullable<PolicyOfStatement['owner']>

const namesOf = (owner: Owner) =>
  everyPage(
    (place) => call('iam', calls[owner.kind].listInline, { ...named(owner), ...place }),
    ({ PolicyNames }) => PolicyNames,
  )

const arnsOf = (owner: Owner) =>
  everyPage(
    (place) => call('iam', calls[owner.kind].listAttached, { ...named(owner), ...place }),
    ({ AttachedPolicies = [] }) => AttachedPolicies.flatMap(({ PolicyArn }) => PolicyArn ?? []),
  )

/** What the server knows of the user who is simulated, and takes for what the question does not say. */
function keysOf({ id, name, tags }: FoundUser, arn: string): ReadonlyMap<string, string> {
  return new Map([
    ['aws:principalaccount', principalOf(arn)?.account ?? ''],
    ['aws:principalarn', arn],
    ['aws:principaltype', 'User'],
    ['aws:username', name],
    ['aws:userid', id],
    ...tags.map(({ Key, Value }) => [`aws:principaltag/${Key.toLowerCase()}`, Value] as const),
  ])
}
