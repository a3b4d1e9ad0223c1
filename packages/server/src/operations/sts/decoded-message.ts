import type { ContextValues, Statement } from '@keyward/policy'
import type { AuthorizationMessage } from '../../authz/authorization-message.ts'
import { spellingOf } from '../../authz/context.ts'
import { findDocument } from '../../authz/documents.ts'
import { explainDecision, placeOf, type ExplainedDecision, type StatementPlace } from '../../authz/explanation.ts'
import { policiesOn, type AppliedPolicies } from '../../authz/policies.ts'
import { refusalReason } from '../../authz/refusal-text.ts'
import type { View } from '../../directory/view.ts'
import { rootArn } from '../../domain/arn.ts'
import type { AccountId, UserId } from '../../domain/ids.ts'
import { userById } from '../../store/users.ts'
import { arnOf } from '../iam/users/user.ts'

interface Items<Item> {
  readonly items: readonly Item[]
}
type Values = Items<{ readonly value: string }>

/** What DecodeAuthorizationMessage answers: AWS's members, and one of ours that its clients pass over. */
interface DecodedMessage {
  readonly allowed: false
  readonly explicitDeny: boolean
  readonly matchedStatements: Items<object>
  readonly failures: Items<never>
  readonly context: {
    readonly principal: { readonly id: string; readonly name?: string; readonly arn?: string }
    readonly action: string
    readonly resource: string
    readonly conditions: Items<{ readonly key: string; readonly values: Values }>
  }
  readonly keyward: Reasons
}

/** What AWS does not tell: which policy it was, and what is missing now. */
interface Reasons {
  /** When it was refused. */
  readonly time: string
  /** `because no identity-based policy allows the iam:GetUser action` */
  readonly reason: string
  /** The set of policies that refused. */
  readonly set: string | undefined
  /** The call needed every resource that begins as `context.resource` does, and not one alone. */
  readonly onEveryResource: boolean
  /** Where the statements stand that decided. */
  readonly statements: readonly Decided[]
  /** Who was refused is no more; what applies now cannot be told. */
  readonly principalGone: boolean
  /** What the sealed message had no room for. */
  readonly leftOut: { readonly context: boolean; readonly statements: number; readonly resource: boolean }
  /** The same call by the policies of now. It may be allowed meanwhile. Absent where nothing can be told. */
  readonly now?: Now
}

interface Now extends ExplainedDecision {
  /** Keys that policies ask for now and of which the message says nothing: they count as absent. */
  readonly unknownContextKeys: readonly string[]
}

type Decided =
  | ({ readonly hash: string; readonly gone: false; readonly applies: boolean } & StatementPlace)
  /** The document is nowhere in the account any more. */
  | { readonly hash: string; readonly gone: true; readonly index: number }

export function decodedMessage(message: AuthorizationMessage, account: AccountId, view: View): DecodedMessage {
  const { principalId, action, resource, effect, set } = message
  const isRoot = principalId === account
  // Who was denied is named by the unique id: a user who was made again under the name is another.
  const user = isRoot ? undefined : view.get(userById, { id: principalId as UserId })
  // Copied: where they came from is made anew whenever it is asked for, and here every statement asks.
  const applied = user && { ...policiesOn(action, { account, userId: user.id }, view) }
  const decided = message.statements.map(({ hash, index }) => {
    const found = findDocument(hash, applied, account, view)
    const statement = found?.document.statements[index]
    return { hash, index, found, statement }
  })
  const principal = isRoot ? { arn: rootArn(account) } : user && { name: user.name, arn: arnOf(user) }
  return {
    allowed: false,
    explicitDeny: effect === 'ExplicitDeny',
    matchedStatements: itemsOf(
      decided.flatMap(({ statement }) => statement ?? []).map((one) => matched(one, principalId)),
    ),
    failures: { items: [] },
    context: {
      principal: { id: principalId, ...principal },
      action,
      resource,
      conditions: itemsOf([...message.context].flatMap(([key, value]) => contextItem(key, value))),
    },
    keyward: {
      time: new Date(message.at).toISOString(),
      reason: refusalReason({ effect, set }, action).trim(),
      set,
      onEveryResource: message.onEvery,
      statements: decided.map(({ hash, index, found, statement }) =>
        found && statement
          ? { hash, gone: false, applies: found.applies, ...placeOf(found.source, statement, index) }
          : { hash, gone: true, index },
      ),
      principalGone: !isRoot && user === undefined,
      leftOut: message.left,
      ...(applied && { now: explainNow(message, applied) }),
    },
  }
}

const itemsOf = <Item>(items: readonly Item[]): Items<Item> => ({ items })
const valuesOf = (values: readonly string[]): Values => itemsOf(values.map((value) => ({ value })))

function matched({ sid, effect, action, resource, conditions }: Statement, principalId: string) {
  return {
    statementId: sid ?? '',
    effect: effect.toUpperCase(),
    principals: valuesOf([principalId]),
    principalGroups: { items: [] },
    // AWS shows no statement with NotAction or NotResource that is known: under these names no client takes them for the others.
    [action.negated ? 'notActions' : 'actions']: valuesOf(action.values),
    ...(resource && { [resource.negated ? 'notResources' : 'resources']: valuesOf(resource.values) }),
    conditions: itemsOf(conditions.map(({ key, values }) => ({ key, values: valuesOf(values) }))),
  }
}

/** A key that was asked for and absent is no condition of the call. */
function contextItem(key: string, value: string | readonly string[] | undefined) {
  if (value === undefined) return []
  return [{ key: spellingOf(key), values: valuesOf(typeof value === 'string' ? [value] : value) }]
}

function explainNow({ action, resource, context }: AuthorizationMessage, applied: AppliedPolicies): Now {
  const unknown = new Set<string>()
  const told: ContextValues = {
    get(key) {
      if (!context.has(key)) unknown.add(key)
      return context.get(key)
    },
  }
  const explained = explainDecision(applied, { action, resource, context: told })
  return { ...explained, unknownContextKeys: [...unknown].map(spellingOf) }
}
