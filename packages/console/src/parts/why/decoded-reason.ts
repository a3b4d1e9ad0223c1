import type { PolicySetName, Unmet } from '@keyward/policy'
import type { NearStatement, PlacedStatement, PolicyOfStatement, Reason } from './reason.ts'

/** A sealed reason, opened: what was refused, and what the policies say to it now. */
export interface DecodedReason {
  readonly reason: Reason
  /** The same call by the policies of now; undefined where nothing can be told. */
  readonly now: Reason | undefined
  readonly principal: { readonly id: string; readonly name: string | undefined; readonly arn: string | undefined }
  /** In milliseconds. */
  readonly at: number
  /** The call needed every resource that begins so. */
  readonly onEveryResource: boolean
  readonly context: readonly { readonly key: string; readonly values: readonly string[] }[]
  /** Keys that statements ask for which otherwise match, and that the call did not have. */
  readonly missingKeys: readonly string[]
  /** The sealed text had no room for some of it. */
  readonly leftOut: { readonly context: boolean; readonly statements: boolean; readonly resource: boolean }
  readonly principalGone: boolean
}

/** The shape of DecodedMessage, which the model calls a string. */
interface Message {
  readonly explicitDeny: boolean
  readonly context: {
    readonly principal: { readonly id: string; readonly name?: string; readonly arn?: string }
    readonly action: string
    readonly resource: string
    readonly conditions: Items<{ readonly key: string; readonly values: Items<{ readonly value: string }> }>
  }
  readonly keyward: {
    readonly time: string
    readonly set?: PolicySetName
    readonly onEveryResource: boolean
    readonly statements: readonly Place[]
    readonly principalGone: boolean
    readonly leftOut: { readonly context: boolean; readonly statements: number; readonly resource: boolean }
    readonly now?: {
      readonly effect: Reason['effect']
      readonly set?: PolicySetName
      readonly statements: readonly (Place & {
        readonly set: PolicySetName
        readonly effect: 'Allow' | 'Deny'
        readonly matched: boolean
        readonly unmet: readonly Unmet[]
      })[]
      readonly missingContextKeys: readonly string[]
    }
  }
}

interface Items<Item> {
  readonly items: readonly Item[]
}

interface Place {
  readonly index: number
  readonly gone?: boolean
  readonly sid?: string
  readonly line?: number
  readonly offset?: number
  readonly length?: number
  readonly policy?: {
    readonly kind: 'inline' | 'managed'
    readonly name: string
    readonly arn?: string
    readonly hash: string
    readonly owner?: { readonly type: 'User' | 'Group'; readonly name?: string }
  }
}

/** Reads what DecodeAuthorizationMessage of this server answers. Undefined for what another would. */
export function readDecoded(text: string): DecodedReason | undefined {
  const message = JSON.parse(text) as Partial<Message>
  return message.keyward === undefined ? undefined : decodedOf(message as Message)
}

function decodedOf({ explicitDeny, context, keyward }: Message): DecodedReason {
  const { principal, action, resource } = context
  const { now, leftOut } = keyward
  const asked = { who: principal.name ?? principal.arn ?? principal.id, action, resource }
  const placed = (place: Place) => placedOf(place, principal.name)
  const nowReason: Reason | undefined = now && {
    ...asked,
    effect: now.effect,
    set: now.set,
    deciding: now.statements.filter((one) => one.matched && one.set === now.set && decides(one, now)).map(placed),
    near: now.statements
      .filter(({ matched, set, effect }) => !matched && set === now.set && effect === 'Allow')
      .map((one): NearStatement => ({ ...placed(one), unmet: one.unmet })),
  }
  const stillSo = now?.effect === 'ImplicitDeny' && now.set === keyward.set
  return {
    reason: {
      ...asked,
      effect: explicitDeny ? 'ExplicitDeny' : 'ImplicitDeny',
      set: keyward.set,
      deciding: keyward.statements.map(placed),
      // What nearly matched is known of the policies of now: it belongs to the sentence as long as they say the same.
      near: stillSo && !explicitDeny ? (nowReason?.near ?? []) : [],
    },
    now: nowReason,
    principal: { id: principal.id, name: principal.name, arn: principal.arn },
    at: Date.parse(keyward.time),
    onEveryResource: keyward.onEveryResource,
    context: context.conditions.items.map(({ key, values }) => ({
      key,
      values: values.items.map(({ value }) => value),
    })),
    missingKeys: now?.missingContextKeys ?? [],
    leftOut: { ...leftOut, statements: leftOut.statements > 0 },
    principalGone: keyward.principalGone,
  }
}

const decides = ({ effect }: { readonly effect: 'Allow' | 'Deny' }, now: { readonly effect: Reason['effect'] }) =>
  (effect === 'Deny') === (now.effect === 'ExplicitDeny')

function placedOf({ index, sid, gone, line, offset, length, policy }: Place, principalName: string | undefined) {
  const isThere = gone !== true && line !== undefined && offset !== undefined && length !== undefined
  return {
    index,
    sid,
    policy: policy && policyOf(policy, principalName),
    span: isThere ? { line, offset, length } : undefined,
  } satisfies PlacedStatement
}

function policyOf(
  { kind, name, arn, hash, owner }: NonNullable<Place['policy']>,
  principalName: string | undefined,
): PolicyOfStatement {
  // Of who was denied the server does not repeat the name.
  const ownerName = owner?.name ?? (owner?.type === 'User' ? principalName : undefined)
  return {
    kind,
    name,
    arn,
    hash,
    owner:
      kind === 'inline' && owner !== undefined && ownerName !== undefined
        ? { kind: owner.type === 'User' ? 'user' : 'group', name: ownerName }
        : undefined,
  }
}
