import type { RequestPrincipal } from '@keyward/policy'
import { isAllowed } from '../../../authz/authorize.ts'
import { tagsByKey } from '../../../directory/tags.ts'
import type { View } from '../../../directory/view.ts'
import { userArn } from '../../../domain/arn.ts'
import type { CallFacts, Caller } from '../../../domain/caller.ts'
import { parseAccountId } from '../../../domain/ids.ts'
import { ServiceError } from '../../../errors.ts'
import type { User } from '../../../store/users.ts'
import { onUser } from '../users/user.ts'

/** Who calls in a simulation, and the keys that this alone decides, by their names in lower case. */
export interface SimulatedCaller {
  readonly principal: RequestPrincipal
  readonly context: ReadonlyMap<string, string>
}

export function callerFromUser(user: User, view: View): SimulatedCaller {
  const arn = userArn(user.account, user.path, user.name)
  const tags = [...view.derive(tagsByKey, user.id)].map(([key, value]) => [`aws:principaltag/${key}`, value] as const)
  return callerOf({ account: user.account, arn, name: user.name, userId: user.id }, tags)
}

/** Who asks for the simulation. */
interface Asking {
  readonly caller: Caller
  readonly facts: CallFacts
  readonly view: View
}

/**
 * The user that an ARN names, which need not exist: another account's may be simulated too. A user of the account that asks is taken with
 * id and tags by who may read those, and for all others as one who does not exist. Throws InvalidInput for an ARN of anything else.
 */
export function callerFromArn(arn: string, { caller, facts, view }: Asking): SimulatedCaller {
  const [, owner = '', name = ''] = /^arn:aws:iam::(\d{12}):user\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  const account = parseAccountId(owner)
  if (account === undefined) {
    throw new ServiceError('InvalidInput', `Invalid CallerArn: ${arn} is not the ARN of an IAM user.`)
  }
  if (account === caller.principal.account) {
    const on = onUser('iam:GetUser', name, caller, view)
    if (on.user !== undefined && on.resource === arn && isAllowed(caller, facts, on, view))
      return callerFromUser(on.user, view)
  }
  return callerOf({ account, arn, name, userId: '' }, [])
}

function callerOf(
  { account, arn, name, userId }: { account: string; arn: string; name: string; userId: string },
  tags: readonly (readonly [string, string])[],
): SimulatedCaller {
  return {
    principal: { type: 'User', account, arn, userId },
    context: new Map([
      ['aws:principalaccount', account],
      ['aws:principalarn', arn],
      ['aws:principaltype', 'User'],
      ['aws:username', name],
      ...(userId === '' ? [] : ([['aws:userid', userId]] as const)),
      ...tags,
    ]),
  }
}
