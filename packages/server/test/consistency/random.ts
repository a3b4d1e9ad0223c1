import { DatabaseError as ServerError } from 'pg'
import { limits } from '../../src/domain/limits.ts'
import { administratorAccess } from '../../src/authz/managed-policies.ts'
import { openPool } from '../../src/store/postgres.ts'
import { PostgresPoolReads } from '../../src/store/postgres-reads.ts'
import { DatabaseError } from '../../src/store/transaction.ts'
import { LaggingReads, type CommitFate } from './gated.ts'
import { seeded, type Gates } from './gates.ts'
import type { Key, Node } from './node.ts'
import { everything, nothing, policy, type Flaw, type PostgresRig } from './rig.ts'

/** Opens one gate after the other, as the numbers say, until the work is done. */
async function schedule(gates: Gates, random: () => number, work: Promise<unknown>): Promise<void> {
  let done = false
  void work.finally(() => (done = true)).catch(() => undefined)
  for (let idle = 0; ;) {
    await gates.quiet()
    if (done) return
    // A change that would wait at the server for another's head is not sent: nothing would be chosen while it waits.
    const choices = [...gates.waiting.entries()].filter(
      ([, label]) => gates.headsTaken === 0 || !label.endsWith('change sent'),
    )
    const [index] = choices[Math.floor(random() * choices.length)] ?? []
    if (index !== undefined) {
      gates.open(index)
      idle = 0
    } else if (++idle > 10_000) throw new Error(`the schedule is stuck at ${gates.waiting.join(', ') || 'no gate'}`)
  }
}

type Step = readonly [action: string, parameters: Readonly<Record<string, string>>]

/** Two changes whose order matters: what the second allows or shows must never be seen without the first. */
function pairs(alice: Key, n: number): readonly (readonly [Step, Step])[] {
  const key = { UserName: 'alice', AccessKeyId: alice.accessKeyId }
  const deny: Step = ['PutUserPolicy', policy('alice', nothing, 'deny')]
  const tag = { 'Tags.member.1.Key': 'secret', 'Tags.member.1.Value': `seen ${n}` }
  const attached = { UserName: 'alice', PolicyArn: administratorAccess }
  return [
    [deny, ['UpdateAccessKey', { ...key, Status: 'Active' }]],
    [
      ['UpdateAccessKey', { ...key, Status: 'Inactive' }],
      ['UpdateAccessKey', { ...key, Status: 'Active' }],
    ],
    [deny, ['TagUser', { UserName: 'bob', ...tag }]],
    [
      ['UpdateUser', { UserName: 'bob', NewPath: `/moved${n}/` }],
      ['TagUser', { UserName: 'bob', ...tag }],
    ],
    [
      ['UpdateUser', { UserName: 'bob', NewUserName: `bob${n}` }],
      ['CreateUser', { UserName: 'bob' }],
    ],
    [
      ['DeleteUserPolicy', { UserName: 'alice', PolicyName: 'test' }],
      ['PutUserPolicy', policy('alice', everything)],
    ],
    [
      ['DetachUserPolicy', attached],
      ['AttachUserPolicy', attached],
    ],
    ...groupPairs(n, ['TagUser', { UserName: 'bob', ...tag }]),
  ]
}

const night = { GroupName: 'night' }
/** A managed policy of two versions, which allow and deny everything. */
const dusk = 'arn:aws:iam::123456789012:policy/dusk'
const ofNight = ({ PolicyName, PolicyDocument }: ReturnType<typeof policy>) => ({
  ...night,
  PolicyName,
  PolicyDocument,
})

/** The same of carol, who may what the group night may, and of her boundary. `secret` is what must not be seen after a refusal. */
function groupPairs(n: number, secret: Step): readonly (readonly [Step, Step])[] {
  const membership = { ...night, UserName: 'carol' }
  const bounds = 'arn:aws:iam::aws:policy/IAMUserChangePassword'
  const deny: Step = ['PutGroupPolicy', ofNight(policy('', nothing, 'deny'))]
  const attached = { ...night, PolicyArn: dusk }
  const version = (VersionId: string): Step => ['SetDefaultPolicyVersion', { PolicyArn: dusk, VersionId }]
  return [
    [version('v2'), secret],
    [version('v2'), version('v1')],
    [['PutUserPermissionsBoundary', { UserName: 'carol', PermissionsBoundary: dusk }], version('v2')],
    [
      ['DetachGroupPolicy', attached],
      ['AttachGroupPolicy', attached],
    ],
    [deny, secret],
    [['RemoveUserFromGroup', membership], secret],
    [
      ['RemoveUserFromGroup', membership],
      ['AddUserToGroup', membership],
    ],
    [deny, ['DeleteGroupPolicy', { ...night, PolicyName: 'deny' }]],
    [
      ['UpdateGroup', { ...night, NewGroupName: `night${n}` }],
      ['CreateGroup', night],
    ],
    [['PutUserPermissionsBoundary', { UserName: 'carol', PermissionsBoundary: bounds }], secret],
    [
      ['PutUserPermissionsBoundary', { UserName: 'carol', PermissionsBoundary: bounds }],
      ['DeleteUserPermissionsBoundary', { UserName: 'carol' }],
    ],
  ]
}

const looks: readonly Step[] = [
  ['GetCallerIdentity', {}],
  ['GetUser', { UserName: 'bob' }],
  ['ListAccessKeys', { UserName: 'alice' }],
  ['GetUserPolicy', { UserName: 'alice', PolicyName: 'test' }],
  ['ListUsers', { MaxItems: '2' }],
  ['TagUser', { UserName: 'bob', 'Tags.member.1.Key': 'by', 'Tags.member.1.Value': 'alice' }],
  ['GetGroup', night],
  ['ListGroupsForUser', { UserName: 'carol' }],
  ['AddUserToGroup', { ...night, UserName: 'bob' }],
]

/** One random world, schedule and set of faults, all of them determined by the seed. Returns what the checker found. */
export async function runAtRandom(rig: PostgresRig, seed: number, flaw: Flaw = {}): Promise<readonly string[]> {
  const random = seeded(seed)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  await rig.renew(flaw)
  const alice = await rig.user('alice', everything)
  await rig.user('bob')
  await rig.does('AttachUserPolicy', { UserName: 'alice', PolicyArn: administratorAccess })
  const carol = await rig.user('carol')
  await rig.does('CreateGroup', night)
  // What carol may comes from a policy of the group's own, or from one that is attached to it.
  if (random() < 0.5) await rig.does('PutGroupPolicy', ofNight(policy('', everything)))
  const document = (statement: object) => ({ PolicyDocument: policy('', statement).PolicyDocument })
  await rig.does('CreatePolicy', { PolicyName: 'dusk', ...document(everything) })
  await rig.does('CreatePolicyVersion', { PolicyArn: dusk, ...document(nothing) })
  await rig.does('AttachGroupPolicy', { ...night, PolicyArn: dusk })
  await rig.does('AddUserToGroup', { ...night, UserName: 'carol' })
  await rig.begin()

  const lagging = new LaggingReads(openPool(rig.url, limits, { max: 1 }))
  await lagging.catchUp()
  const behind = new PostgresPoolReads(() => lagging.pool)
  const fates: readonly CommitFate[] = ['answer lost', 'lands later', 'never sent', 'rolled back']
  rig.fate = () => (random() < 0.9 ? 'answered' : pick(fates))
  rig.spoilHead = () => {
    rig.answerFetches = random() < 0.1 ? behind : undefined
    if (random() < 0.02) throw new DatabaseError('the head query was lost')
  }
  rig.spoilChange = () => {
    if (random() < 0.05) throw new DatabaseError('the disk is full')
    if (random() < 0.05) throw new DatabaseError(serializationFailure())
  }

  const nodes = [rig.a, rig.b]
  const walk = async (key: Key, node: () => Node, steps: readonly Step[]) => {
    for (const [action, parameters] of steps) await node().call(key, action, parameters)
  }
  rig.gates.hold(/./)
  const work = Promise.all([
    walk(rig.administrator, () => pick(nodes), pick(pairs(alice, 1))),
    walk(rig.administrator, () => pick(nodes), pick(pairs(alice, 2))),
    walk(alice, () => rig.a, [pick(looks), pick(looks), pick(looks)]),
    walk(carol, () => rig.a, [pick(looks), pick(looks), pick(looks)]),
    walk(carol, () => rig.b, [pick(looks), pick(looks), pick(looks)]),
    walk(alice, () => pick(nodes), [pick(looks), pick(looks)]),
  ])
  await schedule(rig.gates, random, work)
  rig.gates.release()
  await rig.gates.quiet()
  await lagging.end()
  return rig.violations()
}

function serializationFailure(): ServerError {
  const error = new ServerError('could not serialize access', 0, 'error')
  error.code = '40001'
  return error
}
