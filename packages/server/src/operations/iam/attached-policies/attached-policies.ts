import type { Requirement } from '../../../authz/requirement.ts'
import { limits } from '../../../domain/limits.ts'
import { groupAttachments, userAttachments, type Attachment, type Attachments } from '../../../store/attachments.ts'
import type { Group } from '../../../store/groups.ts'
import type { Store } from '../../../store/store.ts'
import type { User } from '../../../store/users.ts'
import { operation, type Fault, type Judging, type Reading, type Settle } from '../../operation.ts'
import { page, shortDigest, type PageInput, type Position } from '../../paging.ts'
import { onGroup } from '../groups/group.ts'
import { readPolicyArn, attachablePolicy } from '../policies/policy.ts'
import { onBoundedUser } from '../users/boundary.ts'
import { onUser } from '../users/user.ts'

/** Whose attached policies these are: what differs from one kind of owner to the other. */
interface Kind<Owner extends User | Group, Named> {
  readonly word: 'User' | 'Group'
  readonly max: number
  readonly stored: Attachments<Owner['id']>
  storedIn(store: Store): ReturnType<Attachments<Owner['id']>['in']>
  on(action: string, judging: Judging<Named>): Requirement<Owner>
  /** For what changes the permissions it has. */
  onChanged(action: string, judging: Judging<Named>): Requirement<Owner>
}

const ofUser: Kind<User, { readonly UserName: string }> = {
  word: 'User',
  max: limits.attachedPoliciesPerUser,
  stored: userAttachments,
  storedIn: (store) => store.userAttachments,
  on: (action, { input, caller, view }) => onUser(action, input.UserName, caller, view),
  onChanged: (action, { input, caller, view }) => onBoundedUser(action, input.UserName, caller, view),
}

const onGroupNamed = (action: string, { input, caller, view }: Judging<{ readonly GroupName: string }>) =>
  onGroup(action, input.GroupName, caller, view)

const ofGroup: Kind<Group, { readonly GroupName: string }> = {
  word: 'Group',
  max: limits.attachedPoliciesPerGroup,
  stored: groupAttachments,
  storedIn: (store) => store.groupAttachments,
  on: onGroupNamed,
  onChanged: onGroupNamed,
}

interface PolicyNamed {
  readonly PolicyArn: string
}

interface Changing<Owner> {
  readonly input: PolicyNamed
  readonly target: Owner
  readonly store: Store
}

/** What a condition may ask of the policy that is attached or detached. */
function withPolicy<Target>(requirement: Requirement<Target>, { PolicyArn }: PolicyNamed): Requirement<Target> {
  readPolicyArn(PolicyArn)
  return { ...requirement, context: new Map([...(requirement.context ?? []), ['iam:policyarn', PolicyArn]]) }
}

function attach<Owner extends User | Group, Named>(action: string, kind: Kind<Owner, Named>) {
  return {
    access: 'Permissions management' as const,
    requires: (judging: Judging<Named & PolicyNamed>) => withPolicy(kind.onChanged(action, judging), judging.input),

    async run({
      input,
      target,
      store,
      settle,
      now,
      fault,
    }: Changing<Owner> & {
      readonly settle: Settle
      readonly now: number
      readonly fault: Fault<'NoSuchEntity' | 'LimitExceeded' | 'PolicyNotAttachable'>
    }) {
      // Looked for in the state of this change: a policy that was deleted meanwhile is not there.
      const policy = await settle((view) => attachablePolicy(input.PolicyArn, target.account, view))
      if (policy === undefined)
        throw fault('NoSuchEntity', `Policy ${input.PolicyArn} does not exist or is not attachable.`)
      // Such a policy is for the role of one of AWS's services, and for nobody else.
      if (policy.path.startsWith('/aws-service-role/'))
        throw fault('PolicyNotAttachable', `Cannot attach a Service Role Policy to a Customer ${kind.word}.`)
      const attachments = kind.storedIn(store)
      const others = (await attachments.of(target.id)).filter(({ policyArn }) => policyArn !== policy.arn)
      if (others.length >= kind.max)
        throw fault('LimitExceeded', `Cannot exceed quota for PoliciesPer${kind.word}: ${kind.max}`)
      await attachments.attach(target.id, { policyArn: policy.arn, policyName: policy.name }, now)
      return undefined
    },
  }
}

function detach<Owner extends User | Group, Named>(action: string, kind: Kind<Owner, Named>) {
  return {
    access: 'Permissions management' as const,
    requires: (judging: Judging<Named & PolicyNamed>) => withPolicy(kind.onChanged(action, judging), judging.input),

    async run({ input, target, store, fault }: Changing<Owner> & { readonly fault: Fault<'NoSuchEntity'> }) {
      if (!(await kind.storedIn(store).detach(target.id, input.PolicyArn)))
        throw fault('NoSuchEntity', `Policy ${input.PolicyArn} was not found.`)
      return undefined
    },
  }
}

interface Page extends PageInput {
  readonly PathPrefix?: string | undefined
}

function list<Owner extends User | Group, Named>(name: string, { stored, on }: Kind<Owner, Named>) {
  return {
    access: 'List' as const,
    requires: (judging: Judging<Named>) => on(`iam:${name}`, judging),

    answer({ input, target, view, means }: Reading<Page, Owner>) {
      const prefix = input.PathPrefix ?? '/'
      const attached = view
        .get(stored.of, { owner: target.id })
        .filter((policy) => pathOf(policy.policyArn).startsWith(prefix))
        .toSorted((a, b) => (isAfter(positionOf(a), positionOf(b)) ? 1 : -1))
      const { rows, rest } = page(
        { operation: name, account: target.account, filters: [target.id, prefix], input, view, means },
        {
          read: (after = [''], limit) =>
            attached.filter((policy) => isAfter(positionOf(policy), after)).slice(0, limit),
          positionOf,
        },
      )
      const shown = rows.map(({ policyArn, policyName }) => ({ PolicyName: policyName, PolicyArn: policyArn }))
      return { AttachedPolicies: shown, ...rest }
    },
  }
}

/** `/job-function/` of `arn:aws:iam::aws:policy/job-function/Billing` */
const pathOf = (policyArn: string): string => policyArn.replace(/^.*?:policy/, '').replace(/[^/]*$/, '')

/** By name, and where AWS and an account have policies of one name, by their ARNs in some order. */
const positionOf = ({ policyName, policyArn }: Attachment): Position => [policyName, shortDigest(policyArn)]

function isAfter([name, arn = '']: Position, [otherName, otherArn = '']: Position): boolean {
  return name > otherName || (name === otherName && arn > otherArn)
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html */
export const AttachUserPolicy = operation('iam', 'AttachUserPolicy', attach('iam:AttachUserPolicy', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html */
export const DetachUserPolicy = operation('iam', 'DetachUserPolicy', detach('iam:DetachUserPolicy', ofUser))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html */
export const ListAttachedUserPolicies = operation(
  'iam',
  'ListAttachedUserPolicies',
  list('ListAttachedUserPolicies', ofUser),
)

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html */
export const AttachGroupPolicy = operation('iam', 'AttachGroupPolicy', attach('iam:AttachGroupPolicy', ofGroup))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html */
export const DetachGroupPolicy = operation('iam', 'DetachGroupPolicy', detach('iam:DetachGroupPolicy', ofGroup))
/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html */
export const ListAttachedGroupPolicies = operation(
  'iam',
  'ListAttachedGroupPolicies',
  list('ListAttachedGroupPolicies', ofGroup),
)
