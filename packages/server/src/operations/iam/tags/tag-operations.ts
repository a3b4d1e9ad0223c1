import type { Requirement } from '../../../authz/requirement.ts'
import type { Tag as TagShape } from '../../../protocol/types/iam.ts'
import type { StoredPolicy } from '../../../store/managed-policies.ts'
import type { Store } from '../../../store/store.ts'
import { policyTags, userTags, type Tags } from '../../../store/tags.ts'
import type { User } from '../../../store/users.ts'
import { operation, type Judging, type Reading } from '../../operation.ts'
import type { PageInput } from '../../paging.ts'
import { onOwnPolicy, onPolicy } from '../policies/policy.ts'
import { onUser } from '../users/user.ts'
import { checkTagQuota, checkTags, pageOfTags, readTags, type Tagged } from './tags.ts'

/** Whose tags these are: what differs from one kind of owner to the other. */
interface Kind<Owner extends User | StoredPolicy, Named> {
  readonly noun: Tagged
  readonly stored: Tags<Owner['id']>
  storedIn(store: Store): ReturnType<Tags<Owner['id']>['in']>
  on(action: string, judging: Judging<Named>): Requirement<Owner>
  /** For what changes it. */
  onChanged(action: string, judging: Judging<Named>): Requirement<Owner>
}

const onUserNamed = (action: string, { input, caller, view }: Judging<{ readonly UserName: string }>) =>
  onUser(action, input.UserName, caller, view)

const ofUser: Kind<User, { readonly UserName: string }> = {
  noun: 'User',
  stored: userTags,
  storedIn: (store) => store.userTags,
  on: onUserNamed,
  onChanged: onUserNamed,
}

const ofPolicy: Kind<StoredPolicy, { readonly PolicyArn: string }> = {
  noun: 'Policy',
  stored: policyTags,
  storedIn: (store) => store.policyTags,
  on: (action, { input, caller, view }) => onPolicy(action, input.PolicyArn, caller, view),
  onChanged: (action, { input, caller, view }) => onOwnPolicy(action, input.PolicyArn, caller, view),
}

interface Changing<Owner, Input> {
  readonly input: Input
  readonly target: Owner
  readonly store: Store
}

interface GivenTags {
  readonly Tags: readonly TagShape[]
}

interface GivenKeys {
  readonly TagKeys: readonly string[]
}

function tag<Owner extends User | StoredPolicy, Named>(action: string, kind: Kind<Owner, Named>) {
  return {
    access: 'Tagging' as const,
    requires: (judging: Judging<Named & GivenTags>) => ({
      ...kind.onChanged(action, judging),
      requestTags: readTags(judging.input.Tags),
    }),

    async run({ input, target, store }: Changing<Owner, GivenTags>) {
      const tags = readTags(input.Tags)
      checkTags(tags)
      const stored = kind.storedIn(store)
      checkTagQuota(kind.noun, await stored.of(target.id), tags)
      await stored.put(target.id, tags)
      return undefined
    },
  }
}

function untag<Owner extends User | StoredPolicy, Named>(action: string, kind: Kind<Owner, Named>) {
  return {
    access: 'Tagging' as const,
    requires: (judging: Judging<Named & GivenKeys>) => ({
      ...kind.onChanged(action, judging),
      requestTagKeys: judging.input.TagKeys,
    }),

    async run({ input, target, store }: Changing<Owner, GivenKeys>) {
      await kind.storedIn(store).delete(target.id, input.TagKeys)
      return undefined
    },
  }
}

function list<Owner extends User | StoredPolicy, Named>(name: string, { stored, on }: Kind<Owner, Named>) {
  return {
    access: 'List' as const,
    requires: (judging: Judging<Named>) => on(`iam:${name}`, judging),

    answer({ input, target, caller, view, means }: Reading<PageInput, Owner>) {
      const { account } = caller.principal
      const tags = view.get(stored.of, { owner: target.id })
      return pageOfTags({ operation: name, account, filters: [target.id], input, view, means }, tags)
    },
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html */
export const TagUser = operation('iam', 'TagUser', tag('iam:TagUser', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html */
export const UntagUser = operation('iam', 'UntagUser', untag('iam:UntagUser', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html */
export const ListUserTags = operation('iam', 'ListUserTags', list('ListUserTags', ofUser))

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html */
export const TagPolicy = operation('iam', 'TagPolicy', tag('iam:TagPolicy', ofPolicy))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html */
export const UntagPolicy = operation('iam', 'UntagPolicy', untag('iam:UntagPolicy', ofPolicy))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html */
export const ListPolicyTags = operation('iam', 'ListPolicyTags', list('ListPolicyTags', ofPolicy))
