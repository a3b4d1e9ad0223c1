import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scene } from '../compile-sets.ts'
import type { Caller, Effect, RawPrincipal, SetName } from '../model/raw.ts'

/** One JSON file: a topic, where its promises come from, and the cases. */
export interface CaseFile {
  readonly topic: string
  readonly source?: string
  readonly cases: readonly Case[]
}

/**
 * A document in full, or in short: `allow` and `deny` are about everything, `elsewhere` allows what no case asks for, and
 * with a principal these are statements of a resource policy.
 */
type Written =
  | 'allow'
  | 'deny'
  | 'elsewhere'
  | { readonly allow: RawPrincipal }
  | { readonly deny: RawPrincipal }
  | { readonly denyAllBut: RawPrincipal }
  | { readonly Statement: object }

/**
 * What a case leaves out is filled in. `policies` in full, which are identity policies; or the `statement` of one; or
 * only a `condition`, which then guards one statement that allows everything. With any other set, or a principal, and
 * none of these, the identity allows everything. `principal` is a caller or its name in cast.json.
 */
export interface Case {
  readonly name: string
  readonly source?: string
  readonly version?: '2012-10-17' | '2008-10-17' | 'missing'
  readonly policies?: readonly Written[]
  readonly statement?: object | readonly object[]
  readonly condition?: object
  readonly effect?: 'Allow' | 'Deny'
  readonly boundary?: readonly Written[]
  readonly session?: readonly Written[]
  readonly resourcePolicies?: readonly Written[]
  /** Resource policies of a role, which must allow. */
  readonly trust?: readonly Written[]
  readonly serviceControl?: readonly (readonly Written[])[]
  readonly resourceControl?: readonly (readonly Written[])[]
  readonly principal?: string | Caller
  readonly resourceAccount?: string
  readonly resourcePolicyDecides?: boolean
  readonly action?: string
  readonly resource?: string
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly expected: Effect
  /** The set that decided, null for none. */
  readonly set?: SetName | null
  readonly statements?: readonly (readonly [policy: number, statement: number])[]
}

const folder = import.meta.dirname

/** Every file of cases, by its name. */
export function caseFiles(): readonly (readonly [name: string, file: CaseFile])[] {
  return filesUnder('').map((name) => [name, readJson(name) as CaseFile])
}

/** The JSON files below a folder of cases; documents that are refused stand apart. */
export function filesUnder(below: string): readonly string[] {
  return readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
    .map((name) => join(below, name))
    .filter(
      (name) =>
        name.endsWith('.json') && name !== 'cast.json' && name.startsWith('refusals') === (below === 'refusals'),
    )
    .sort()
}

export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

const cast = readJson('cast.json') as Readonly<Record<string, Caller>>

function callerOf(principal: string | Caller): Caller {
  const caller = typeof principal === 'string' ? cast[principal] : principal
  if (!caller) throw new Error(`cast.json knows no ${String(principal)}`)
  return caller
}

const everything = { Action: '*', Resource: '*' }

function documentOf(written: Written, about: object = everything): object {
  const statement = (members: object) => ({ Version: '2012-10-17', Statement: { ...members, ...about } })
  if (written === 'allow') return statement({ Effect: 'Allow' })
  if (written === 'deny') return statement({ Effect: 'Deny' })
  if (written === 'elsewhere')
    return { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'elsewhere:*', Resource: '*' } }
  if ('allow' in written) return statement({ Effect: 'Allow', Principal: written.allow })
  if ('deny' in written) return statement({ Effect: 'Deny', Principal: written.deny })
  if ('denyAllBut' in written) return statement({ Effect: 'Deny', NotPrincipal: written.denyAllBut })
  return written
}

/** A case with everything filled in. */
export function sceneOf(one: Case): Scene {
  const { boundary, session, resourcePolicies, trust, serviceControl, resourceControl } = one
  const { action = trust ? 'sts:AssumeRole' : 'iam:GetUser', resource = '*', context = {} } = one
  const inFull = (documents: readonly Written[]) => documents.map((document) => documentOf(document))
  const forEveryone = (documents: readonly Written[]) =>
    documents.map((document) => documentOf(document, { ...everything, Principal: '*' }))
  const ofRole = trust?.map((document) => documentOf(document, { Action: 'sts:AssumeRole' }))
  const resourceSet = ofRole ?? (resourcePolicies && inFull(resourcePolicies))
  return {
    sets: {
      identity: identityOf(one),
      ...(boundary && { boundary: inFull(boundary) }),
      ...(session && { session: inFull(session) }),
      ...(resourceSet && { resource: resourceSet }),
      ...(serviceControl && { serviceControl: serviceControl.map(inFull) }),
      ...(resourceControl && { resourceControl: resourceControl.map(forEveryone) }),
    },
    request: {
      action,
      resource,
      context,
      ...(one.principal !== undefined && { principal: callerOf(one.principal) }),
      ...(one.resourceAccount !== undefined && { resourceAccount: one.resourceAccount }),
      ...((one.resourcePolicyDecides ?? trust !== undefined) && { resourcePolicyDecides: true }),
    },
    resourceKind: trust ? 'trust' : 'resource',
  }
}

function identityOf({ policies, version = '2012-10-17', statement, condition, effect = 'Allow' }: Case) {
  if (policies) return policies.map((policy) => documentOf(policy))
  if (statement === undefined && condition === undefined) return [documentOf('allow')]
  const written = version === 'missing' ? {} : { Version: version }
  const guarded = { Effect: effect, ...everything, Condition: condition }
  return [{ ...written, Statement: statement ?? guarded }]
}
