import { openPool } from '../../src/store/postgres.ts'
import { PostgresPoolReads } from '../../src/store/postgres-reads.ts'
import { limits } from '../../src/domain/limits.ts'
import { LaggingReads } from './gated.ts'
import * as flaws from './flaws.ts'
import { everything, nothing, policy, succeeded, type Flaw, type PostgresRig } from './rig.ts'

/** A schedule that broke a design without one of the rules: with the rule nothing is found, without it the checker says so. */
export interface Schedule {
  readonly name: string
  /** Runs it, and leaves its calls with the rig. `begin` is called once the world is set up. */
  play(rig: PostgresRig): Promise<void>
  /** The rule that it needs, left out. */
  readonly flaw: Flaw
  /** What the checker says of it then. */
  readonly caught: RegExp
}

const bob = { UserName: 'bob' }
const secret = { ...bob, 'Tags.member.1.Key': 'secret', 'Tags.member.1.Value': 'seen' }
const inactive = (key: { accessKeyId: string }, name: string) => ({
  UserName: name,
  AccessKeyId: key.accessKeyId,
  Status: 'Inactive',
})

/** Alice, who may do everything, and bob, whom she looks at. `a` has her rows in its view. */
async function aliceAndBob(rig: PostgresRig) {
  const alice = await rig.user('alice', everything)
  await rig.user('bob')
  await rig.begin()
  succeeded(await rig.a.call(alice, 'ListAccessKeys', bob))
  return alice
}

export const schedules: readonly Schedule[] = [
  {
    name: 'a key is deactivated while a head query is in flight, and then used',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a head reply/)
      const early = rig.a.call(rig.administrator, 'GetCallerIdentity')
      await rig.gates.reached('a head reply')
      await rig.does('UpdateAccessKey', inactive(alice, 'alice'))
      const late = rig.a.call(alice, 'GetCallerIdentity')
      rig.gates.release()
      await Promise.all([early, late])
    },
    flaw: flaws.sharesTheHeadQueryInFlight,
    caught: /GetCallerIdentity .* was answered from \d+, and \d+ was known before it came/,
  },
  {
    name: 'what may not be seen is written after a deny, between the judgement and its last row',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'GetUser', bob)
      await rig.gates.reached('a fetch sent')
      await rig.does('PutUserPolicy', policy('alice', nothing, 'deny'))
      await rig.does('TagUser', secret)
      rig.gates.release()
      await looking
    },
    flaw: flaws.usesRowsOverAnotherView,
    caught: /GetUser bob .* shows Key secret, not /,
  },
  {
    name: 'a page is read after the list has changed',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'ListUsers', { MaxItems: '2' })
      await rig.gates.reached('a fetch sent')
      await rig.does('PutUserPolicy', policy('alice', nothing, 'deny'))
      await rig.does('UpdateUser', { ...bob, NewUserName: 'aaron' })
      rig.gates.release()
      await looking
    },
    flaw: flaws.usesRowsOverAnotherView,
    caught: /ListUsers 2 .* shows UserName aaron/,
  },
  {
    name: 'the head of the rows is read in a statement before theirs',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a fetch sent/)
      const looking = rig.a.call(alice, 'ListUserTags', bob)
      await rig.gates.reached('a fetch sent')
      await rig.does('PutUserPolicy', policy('alice', nothing, 'deny'))
      await rig.does('TagUser', secret)
      rig.gates.release()
      await looking
    },
    flaw: flaws.readsTheHeadBesideTheRows('before'),
    caught: /ListUserTags bob .* shows Key secret, not /,
  },
  {
    name: 'a pooled connection answers from a server that lags behind',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      const lagging = new LaggingReads(openPool(rig.url, limits, { max: 1 }))
      await lagging.catchUp()
      await rig.does('UpdateAccessKey', inactive(alice, 'alice'))
      rig.answerFetches = new PostgresPoolReads(() => lagging.pool)
      await rig.a.call(alice, 'ListAccessKeys', bob)
      rig.answerFetches = undefined
      await lagging.end()
    },
    flaw: flaws.readsTheHeadBesideTheRows('after'),
    caught: /ListAccessKeys bob .* answered a success, not InvalidClientTokenId/,
  },
  {
    name: 'rows come from a forked history with the same n',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      const fork = await rig.fork()
      await rig.does('UpdateAccessKey', inactive(alice, 'alice'))
      await fork.change()
      rig.answerFetches = fork.reads
      await rig.a.call(alice, 'ListAccessKeys', bob)
      rig.answerFetches = undefined
      await fork.close()
    },
    flaw: flaws.knowsNoNonce,
    caught: /ListAccessKeys bob .* answered a success, not InvalidClientTokenId/,
  },
  {
    name: 'time goes on while n stands still',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      const { beganAt } = succeeded(await rig.a.call(alice, 'GetCallerIdentity'))
      while ((await rig.a.call(alice, 'GetCallerIdentity')).beganAt <= beganAt + 5);
    },
    flaw: flaws.keepsNowWhileNStands,
    caught: /GetCallerIdentity .* was judged \d+ ms before it came/,
  },
  {
    name: 'a process pauses between the head and its clock',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a head reply/)
      const call = rig.a.call(alice, 'GetCallerIdentity')
      await rig.gates.reached('a head reply')
      const { endedAt } = await rig.does('TagUser', secret)
      while (Date.now() <= endedAt + 5) await rig.b.call(rig.administrator, 'GetCallerIdentity')
      rig.gates.release()
      await call
    },
    flaw: flaws.readsTheClockAfterTheHead,
    caught: /GetCallerIdentity .* was judged at \d+, \d+ ms after that had ended/,
  },
  {
    name: 'a policy is referred to and its body is not there',
    async play(rig) {
      const alice = await rig.user('alice', everything)
      // A document that nobody has compiled yet.
      await rig.does('PutUserPolicy', policy('alice', { ...nothing, Sid: `at${process.hrtime.bigint()}` }, 'deny'))
      await rig.sql("update user_policy set name_key = 'elsewhere' where name = 'deny'")
      await rig.begin()
      await rig.a.call(alice, 'ListUsers', {})
    },
    flaw: flaws.takesAnAbsentBodyAsNoPolicy,
    caught: /ListUsers .* answered a success, not InternalFailure/,
  },
  {
    name: 'a name moves to another user between the two judgements of a change',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a change sent/)
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.gates.reached('a change sent')
      await rig.does('UpdateUser', { ...bob, NewUserName: 'carl' })
      await rig.does('CreateUser', bob)
      rig.gates.release()
      succeeded(await tagging)
    },
    flaw: flaws.usesTheFirstTarget(),
    caught: /TagUser bob .* it had to do: user_tag/,
  },
  {
    name: 'a key is deactivated between the two judgements of a change',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^a change sent/)
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.gates.reached('a change sent')
      await rig.does('UpdateAccessKey', inactive(alice, 'alice'))
      rig.gates.release()
      await tagging
    },
    flaw: flaws.judgesOnce,
    caught: /TagUser bob .* took place at \d+, and had to be refused: InvalidClientTokenId/,
  },
  {
    name: 'a key is deactivated while a change waits for the head',
    async play(rig) {
      const alice = await aliceAndBob(rig)
      rig.gates.hold(/^b change commit/)
      const deactivating = rig.b.call(rig.administrator, 'UpdateAccessKey', inactive(alice, 'alice'))
      await rig.gates.reached('b change commit')
      const tagging = rig.a.call(alice, 'TagUser', secret)
      await rig.waitsForTheHead()
      rig.gates.release()
      succeeded(await deactivating)
      await tagging
    },
    flaw: flaws.readsTheKeyWithTheHead(),
    caught: /TagUser bob .* took place at \d+, and had to be refused: InvalidClientTokenId/,
  },
]
