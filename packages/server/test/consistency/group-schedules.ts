import * as flaws from './flaws.ts'
import type { Key } from './node.ts'
import { everything, nothing, policy, succeeded, type PostgresRig } from './rig.ts'
import type { Schedule } from './schedules.ts'

const bob = { UserName: 'bob' }
const secret = { ...bob, 'Tags.member.1.Key': 'secret', 'Tags.member.1.Value': 'seen' }
const night = { GroupName: 'night' }
const membership = { ...night, UserName: 'alice' }
const deniedToAll = (statement: object = nothing) => {
  const { PolicyName, PolicyDocument } = policy('', statement, 'deny')
  return { ...night, PolicyName, PolicyDocument }
}

/** Alice, who may do everything, as a member of night and in no other way, and bob, whom she looks at. `a` has her rows in its view. */
async function aliceOfNight(rig: PostgresRig): Promise<Key> {
  const alice = await rig.user('alice')
  await rig.user('bob')
  await rig.does('CreateGroup', night)
  const { PolicyName, PolicyDocument } = policy('', everything)
  await rig.does('PutGroupPolicy', { ...night, PolicyName, PolicyDocument })
  await rig.does('AddUserToGroup', membership)
  await rig.begin()
  succeeded(await rig.a.call(alice, 'ListAccessKeys', bob))
  return alice
}

/** What decides through a group, a managed policy's default version, or a boundary: none of it is ever a state behind. */
export const groupSchedules: readonly Schedule[] = [
  {
    name: 'what may not be seen is written after a deny on the group that speaks for the caller',
    async play(rig) {
      const alice = await aliceOfNight(rig)
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'GetUser', bob)
      await rig.gates.reached('a fetch sent')
      await rig.does('PutGroupPolicy', deniedToAll())
      await rig.does('TagUser', secret)
      rig.gates.release()
      await looking
    },
    flaw: flaws.usesRowsOverAnotherView,
    caught: /GetUser bob .* shows Key secret, not /,
  },
  {
    name: 'a member is removed while a head query is in flight, and then calls',
    async play(rig) {
      const alice = await aliceOfNight(rig)
      rig.gates.hold(/^a head reply/)
      const early = rig.a.call(rig.administrator, 'GetCallerIdentity')
      await rig.gates.reached('a head reply')
      await rig.does('RemoveUserFromGroup', membership)
      const late = rig.a.call(alice, 'ListAccessKeys', bob)
      rig.gates.release()
      await Promise.all([early, late])
    },
    flaw: flaws.sharesTheHeadQueryInFlight,
    caught: /ListAccessKeys bob .* was answered from \d+, and \d+ was known before it came/,
  },
  {
    name: "a member is removed, and a fork with the same n still counts her among the group's",
    async play(rig) {
      const alice = await aliceOfNight(rig)
      const fork = await rig.fork()
      await rig.does('RemoveUserFromGroup', membership)
      await fork.change()
      rig.answerFetches = fork.reads
      await rig.a.call(alice, 'ListGroupsForUser', bob)
      rig.answerFetches = undefined
      await fork.close()
    },
    flaw: flaws.knowsNoNonce,
    caught: /ListGroupsForUser bob .* answered a success, not AccessDenied/,
  },
  {
    name: 'a user joins a group whose members may no longer be seen, between the judgement and their page',
    async play(rig) {
      const alice = await aliceOfNight(rig)
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'GetGroup', night)
      await rig.gates.reached('a fetch sent')
      await rig.does('PutGroupPolicy', deniedToAll({ ...nothing, Action: 'iam:GetGroup' }))
      await rig.does('AddUserToGroup', { ...night, ...bob })
      rig.gates.release()
      await looking
    },
    flaw: flaws.usesRowsOverAnotherView,
    caught: /GetGroup night .* shows UserName alice,bob, not /,
  },
  {
    name: 'a deny is put on the group between the two judgements of a change',
    async play(rig) {
      const alice = await aliceOfNight(rig)
      rig.gates.hold(/^a change sent/)
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.gates.reached('a change sent')
      await rig.does('PutGroupPolicy', deniedToAll())
      rig.gates.release()
      await tagging
    },
    flaw: flaws.judgesOnce,
    caught: /TagUser bob .* took place at \d+, and had to be refused: AccessDenied/,
  },
  {
    name: 'a member is removed while a change waits for the head',
    async play(rig) {
      const alice = await aliceOfNight(rig)
      rig.gates.hold(/^b change commit/)
      const removing = rig.b.call(rig.administrator, 'RemoveUserFromGroup', membership)
      await rig.gates.reached('b change commit')
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.waitsForTheHead()
      rig.gates.release()
      succeeded(await removing)
      await tagging
    },
    flaw: flaws.judgesOnce,
    caught: /TagUser bob .* took place at \d+, and had to be refused: AccessDenied/,
  },
  {
    name: "a group's name moves to another group between the two judgements of a change",
    async play(rig) {
      const alice = await aliceOfNight(rig)
      rig.gates.hold(/^a change sent/)
      const joining = rig.a.call(alice, 'AddUserToGroup', { ...night, ...bob })
      await rig.gates.reached('a change sent')
      await rig.does('UpdateGroup', { ...night, NewGroupName: 'day' })
      await rig.does('CreateGroup', night)
      rig.gates.release()
      succeeded(await joining)
    },
    flaw: flaws.usesTheFirstTarget(),
    caught: /AddUserToGroup night .* it had to do: group_member/,
  },
  {
    name: "a group's policy is referred to and its body is not there",
    async play(rig) {
      const alice = await rig.user('alice', everything)
      await rig.does('CreateGroup', night)
      await rig.does('AddUserToGroup', membership)
      // A document that nobody has compiled yet.
      await rig.does('PutGroupPolicy', deniedToAll({ ...nothing, Sid: `at${process.hrtime.bigint()}` }))
      await rig.sql("update group_policy set name_key = 'elsewhere' where name = 'deny'")
      await rig.begin()
      await rig.a.call(alice, 'ListUsers', {})
    },
    flaw: flaws.takesAnAbsentBodyAsNoPolicy,
    caught: /ListUsers .* answered a success, not InternalFailure/,
  },
  {
    name: 'a boundary is put on the caller before what it may not see is written',
    async play(rig) {
      const alice = await boundable(rig)
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'ListUserTags', bob)
      await rig.gates.reached('a fetch sent')
      await rig.does('PutUserPermissionsBoundary', bounded)
      await rig.does('TagUser', secret)
      rig.gates.release()
      await looking
    },
    flaw: flaws.readsTheHeadBesideTheRows('before'),
    caught: /ListUserTags bob .* shows Key secret, not /,
  },
  {
    name: 'a boundary is put on the caller between the two judgements of a change',
    async play(rig) {
      const alice = await boundable(rig)
      rig.gates.hold(/^a change sent/)
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.gates.reached('a change sent')
      await rig.does('PutUserPermissionsBoundary', bounded)
      rig.gates.release()
      await tagging
    },
    flaw: flaws.judgesOnce,
    caught: /TagUser bob .* took place at \d+, and had to be refused: AccessDenied/,
  },
  {
    name: "a group's managed policy gets another default version before what that one forbids is written",
    async play(rig) {
      const alice = await aliceByManagedPolicy(rig, 'AttachGroupPolicy', { ...night, PolicyArn })
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'ListUserTags', bob)
      await rig.gates.reached('a fetch sent')
      await rig.does('SetDefaultPolicyVersion', forbidding)
      await rig.does('TagUser', secret)
      rig.gates.release()
      await looking
    },
    flaw: flaws.readsTheHeadBesideTheRows('before'),
    caught: /ListUserTags bob .* shows Key secret, not /,
  },
  {
    name: "a group's managed policy gets another default version between the two judgements of a change",
    async play(rig) {
      const alice = await aliceByManagedPolicy(rig, 'AttachGroupPolicy', { ...night, PolicyArn })
      rig.gates.hold(/^a change sent/)
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.gates.reached('a change sent')
      await rig.does('SetDefaultPolicyVersion', forbidding)
      rig.gates.release()
      await tagging
    },
    flaw: flaws.judgesOnce,
    caught: /TagUser bob .* took place at \d+, and had to be refused: AccessDenied/,
  },
  {
    name: 'the policy that bounds the caller gets another default version while a head query is in flight',
    async play(rig) {
      const bound = { UserName: 'alice', PermissionsBoundary: PolicyArn }
      const alice = await aliceByManagedPolicy(rig, 'PutUserPermissionsBoundary', bound)
      rig.gates.hold(/^a head reply/)
      const early = rig.a.call(rig.administrator, 'GetCallerIdentity')
      await rig.gates.reached('a head reply')
      await rig.does('SetDefaultPolicyVersion', forbidding)
      const late = rig.a.call(alice, 'ListAccessKeys', bob)
      rig.gates.release()
      await Promise.all([early, late])
    },
    flaw: flaws.sharesTheHeadQueryInFlight,
    caught: /ListAccessKeys bob .* was answered from \d+, and \d+ was known before it came/,
  },
  {
    name: 'a managed policy is attached to a group and its row is not there',
    async play(rig) {
      const alice = await aliceByManagedPolicy(rig, 'AttachGroupPolicy', { ...night, PolicyArn })
      await rig.sql("update managed_policy set arn = 'arn:aws:iam::123456789012:policy/elsewhere'")
      await rig.sql("update head set n = n + 1, nonce = 'spoilt'")
      await rig.begin()
      await rig.a.call(alice, 'ListUsers', {})
    },
    flaw: flaws.takesAnAbsentManagedPolicyAsNone,
    caught: /ListUsers .* answered AccessDenied, not InternalFailure/,
  },
  {
    name: 'the policy that bounds the caller is not there',
    async play(rig) {
      const alice = await boundable(rig)
      await rig.sql("update iam_user set boundary = 'arn:aws:iam::123456789012:policy/gone' where name = 'alice'")
      await rig.sql("update head set n = n + 1, nonce = 'spoilt'")
      await rig.begin()
      await rig.a.call(alice, 'ListUsers', {})
    },
    flaw: flaws.takesAnAbsentBoundaryAsNone,
    caught: /ListUsers .* answered a success, not AccessDenied/,
  },
]

/** A policy of AWS's that allows nothing of what she does. */
const bounded = { UserName: 'alice', PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMUserChangePassword' }

/** Alice, who may do everything, and whom nothing bounds yet. */
async function boundable(rig: PostgresRig): Promise<Key> {
  const alice = await rig.user('alice', everything)
  await rig.user('bob')
  await rig.begin()
  succeeded(await rig.a.call(alice, 'ListAccessKeys', bob))
  return alice
}

const PolicyArn = 'arn:aws:iam::123456789012:policy/managed'
const forbidding = { PolicyArn, VersionId: 'v2' }
const documentOf = (statement: object) => ({ PolicyDocument: policy('', statement).PolicyDocument })

/** Alice, for whom or against whom a managed policy speaks that allows everything, and whose other version denies it. */
async function aliceByManagedPolicy(
  rig: PostgresRig,
  action: 'AttachGroupPolicy' | 'PutUserPermissionsBoundary',
  use: Readonly<Record<string, string>>,
): Promise<Key> {
  const alice = await rig.user('alice', action === 'AttachGroupPolicy' ? undefined : everything)
  await rig.user('bob')
  await rig.does('CreateGroup', night)
  await rig.does('AddUserToGroup', membership)
  await rig.does('CreatePolicy', { PolicyName: 'managed', ...documentOf(everything) })
  await rig.does('CreatePolicyVersion', { PolicyArn, ...documentOf(nothing) })
  await rig.does(action, use)
  await rig.begin()
  succeeded(await rig.a.call(alice, 'ListAccessKeys', bob))
  return alice
}
