import type { Requirement } from '../../../authz/requirement.ts'
import { limits } from '../../../domain/limits.ts'
import { ServiceError } from '../../../errors.ts'
import { groupPolicies, userPolicies, type InlinePolicies } from '../../../store/inline-policies.ts'
import type { Group } from '../../../store/groups.ts'
import type { Store } from '../../../store/store.ts'
import { nameKey, type User } from '../../../store/users.ts'
import { operation, type Fault, type Judging, type Reading } from '../../operation.ts'
import { page, type PageInput } from '../../paging.ts'
import { onGroup } from '../groups/group.ts'
import { checkDocument } from '../policy-document.ts'
import { onBoundedUser } from '../users/boundary.ts'

/** Whose inline policies these are: what differs from one kind of owner to the other. */
interface Kind<Owner extends User | Group, Named> {
  readonly word: string
  readonly sizeMax: number
  readonly stored: InlinePolicies<Owner['id']>
  storedIn(store: Store): ReturnType<InlinePolicies<Owner['id']>['in']>
  on(action: string, judging: Judging<Named>): Requirement<Owner>
  named(owner: Owner): Named
}

const ofUser: Kind<User, { readonly UserName: string }> = {
  word: 'user',
  sizeMax: limits.userPolicySizeMax,
  stored: userPolicies,
  storedIn: (store) => store.userPolicies,
  on: (action, { input, caller, view }) => onBoundedUser(action, input.UserName, caller, view),
  named: ({ name }) => ({ UserName: name }),
}

const ofGroup: Kind<Group, { readonly GroupName: string }> = {
  word: 'group',
  sizeMax: limits.groupPolicySizeMax,
  stored: groupPolicies,
  storedIn: (store) => store.groupPolicies,
  on: (action, { input, caller, view }) => onGroup(action, input.GroupName, caller, view),
  named: ({ name }) => ({ GroupName: name }),
}

const noSuchPolicy = (word: string, name: string) =>
  new ServiceError('NoSuchEntity', `The ${word} policy with name ${name} cannot be found.`)

interface PolicyNamed {
  readonly PolicyName: string
}

interface Changing<Owner, Input> {
  readonly input: Input
  readonly target: Owner
  readonly store: Store
}

function put<Owner extends User | Group, Named>(action: string, { word, sizeMax, storedIn, on }: Kind<Owner, Named>) {
  return {
    access: 'Permissions management' as const,
    requires: (judging: Judging<Named>) => on(action, judging),

    async run({
      input,
      target,
      store,
      fault,
    }: Changing<Owner, PolicyNamed & { readonly PolicyDocument: string }> & {
      readonly fault: Fault<'LimitExceeded'>
    }) {
      const document = checkDocument(input.PolicyDocument, 'identity-inline')
      const policies = storedIn(store)
      const sizes = new Map(await policies.sizes(target.id)).set(nameKey(input.PolicyName), document.size)
      const total = [...sizes.values()].reduce((sum, one) => sum + one, 0)
      if (total > sizeMax)
        throw fault('LimitExceeded', `Maximum policy size of ${sizeMax} bytes exceeded for ${word} ${target.name}`)
      await policies.put(target.id, { name: input.PolicyName, ...document })
      return undefined
    },
  }
}

function get<Owner extends User | Group, Named>(action: string, { word, stored, on, named }: Kind<Owner, Named>) {
  return {
    access: 'Read' as const,
    requires: (judging: Judging<Named>) => on(action, judging),

    answer({ input, target, view }: Reading<PolicyNamed, Owner>) {
      const policy = view.get(stored.one, { owner: target.id, nameKey: nameKey(input.PolicyName) })
      if (policy === undefined) throw noSuchPolicy(word, input.PolicyName)
      // AWS echoes the spelling that was asked for.
      return { ...named(target), PolicyName: input.PolicyName, PolicyDocument: policy.text }
    },
  }
}

function remove<Owner extends User | Group, Named>(action: string, { word, storedIn, on }: Kind<Owner, Named>) {
  return {
    access: 'Permissions management' as const,
    requires: (judging: Judging<Named>) => on(action, judging),

    async run({ input, target, store }: Changing<Owner, PolicyNamed>) {
      if (!(await storedIn(store).delete(target.id, input.PolicyName))) throw noSuchPolicy(word, input.PolicyName)
      return undefined
    },
  }
}

function list<Owner extends User | Group, Named>(name: string, { stored, on }: Kind<Owner, Named>) {
  return {
    access: 'List' as const,
    requires: (judging: Judging<Named>) => on(`iam:${name}`, judging),

    answer({ input, target, view, means }: Reading<PageInput, Owner>) {
      const policies = view.get(stored.of, { owner: target.id })
      const { rows, rest } = page(
        { operation: name, account: target.account, filters: [target.id], input, view, means },
        {
          read: ([after] = [''], limit) => policies.filter((policy) => nameKey(policy.name) > after).slice(0, limit),
          positionOf: (policy) => [nameKey(policy.name)],
        },
      )
      return { PolicyNames: rows.map((policy) => policy.name), ...rest }
    },
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html */
export const PutUserPolicy = operation('iam', 'PutUserPolicy', put('iam:PutUserPolicy', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html */
export const GetUserPolicy = operation('iam', 'GetUserPolicy', get('iam:GetUserPolicy', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html */
export const DeleteUserPolicy = operation('iam', 'DeleteUserPolicy', remove('iam:DeleteUserPolicy', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html */
export const ListUserPolicies = operation('iam', 'ListUserPolicies', list('ListUserPolicies', ofUser))

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html */
export const PutGroupPolicy = operation('iam', 'PutGroupPolicy', put('iam:PutGroupPolicy', ofGroup))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html */
export const GetGroupPolicy = operation('iam', 'GetGroupPolicy', get('iam:GetGroupPolicy', ofGroup))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html */
export const DeleteGroupPolicy = operation('iam', 'DeleteGroupPolicy', remove('iam:DeleteGroupPolicy', ofGroup))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html */
export const ListGroupPolicies = operation('iam', 'ListGroupPolicies', list('ListGroupPolicies', ofGroup))
