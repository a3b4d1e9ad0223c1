import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Directory } from '../../src/directory/directory.ts'
import { SqliteDirectory } from '../../src/directory/sqlite-directory.ts'
import type { View } from '../../src/directory/view.ts'
import { databaseFile } from '../../src/operator/place.ts'
import type { Head } from '../../src/store/head.ts'
import { SqliteConnection } from '../../src/store/sqlite.ts'
import { expectOk, TestHouse, type Parameters } from '../harness.ts'
import { violations } from './checker.ts'
import { Ledger } from './ledger.ts'
import { Node, type Key } from './node.ts'
import { everything, nothing, policy, succeeded } from './rig.ts'
import { codeOf } from './trace.ts'

let house: TestHouse
let ledger: Ledger
let alice: Key
/** Who may what the group night may. */
let carol: Key
let file: string
/** The clock of the machine, in the test's hand. */
let now: number
const nodes: Node[] = []

beforeAll(async () => {
  house = await TestHouse.open()
  now = house.now
  file = house.place.kind === 'folder' ? databaseFile(house.place.folder) : ''
  alice = await house.user('alice', everything)
  carol = await house.user('carol')
  await house.user('bob')
  const asAdmin = (action: string, parameters: Parameters) => house.iam(house.administrator, action, parameters)
  await expectOk(asAdmin('CreateGroup', { GroupName: 'night' }))
  const { PolicyName, PolicyDocument } = policy('', everything)
  await expectOk(asAdmin('PutGroupPolicy', { GroupName: 'night', PolicyName, PolicyDocument }))
  ledger = await Ledger.open(house.place)
})
beforeEach(async () => {
  await changer.call(house.administrator, 'UpdateAccessKey', { ...deactivation(), Status: 'Active' })
  await changer.call(house.administrator, 'AddUserToGroup', membership)
  await ledger.begin()
  changer.calls.length = 0
})
afterAll(async () => {
  for (const node of nodes) await node.close()
  await ledger.close()
  await house.close()
})

const membership = { GroupName: 'night', UserName: 'carol' }
const deactivation = () => ({ UserName: 'alice', AccessKeyId: alice.accessKeyId, Status: 'Inactive' })
const open = () => new SqliteConnection(file, { mode: 'read' })

function nodeWith(directory: Directory): Node {
  const { changes, keyRing } = house.house
  const node = new Node(
    'here',
    {
      directory,
      changes: () => ({ ...changes, perform: (change) => changes.perform(change), close: async () => undefined }),
      silent: true,
    },
    { keyRing, clock: () => now },
  )
  nodes.push(node)
  return node
}

/** Makes changes while another node looks. */
let changer: Node
beforeAll(() => void (changer = nodeWith(new SqliteDirectory(open, () => now))))

/** Alice calls, her key is deactivated, and she calls again. */
async function deactivateBetween(node: Node): Promise<readonly string[]> {
  succeeded(await node.call(alice, 'GetUser', { UserName: 'bob' }))
  succeeded(await changer.call(house.administrator, 'UpdateAccessKey', deactivation()))
  await node.call(alice, 'GetUser', { UserName: 'bob' })
  return violations([...node.calls, ...changer.calls], ledger)
}

it('reads the head for every call', async () => {
  const node = nodeWith(new SqliteDirectory(open, () => now))
  expect(await deactivateBetween(node)).toEqual([])
  expect(node.calls.map(codeOf)).toEqual([undefined, 'InvalidClientTokenId'])
})

it.each([
  ['a member is removed', 'RemoveUserFromGroup', membership],
  [
    'a boundary is put',
    'PutUserPermissionsBoundary',
    { UserName: 'carol', PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMUserChangePassword' },
  ],
  [
    'the group gets a deny',
    'PutGroupPolicy',
    { GroupName: 'night', PolicyName: 'deny', PolicyDocument: policy('', nothing).PolicyDocument },
  ],
] as const)('hears at once that %s', async (_, action, parameters) => {
  const node = nodeWith(new SqliteDirectory(open, () => now))
  succeeded(await node.call(carol, 'GetUser', { UserName: 'bob' }))
  succeeded(await changer.call(house.administrator, action, parameters))
  await node.call(carol, 'GetUser', { UserName: 'bob' })
  expect(node.calls.map(codeOf)).toEqual([undefined, 'AccessDenied'])
  expect(await violations([...node.calls, ...changer.calls], ledger)).toEqual([])
  await changer.call(house.administrator, 'DeleteUserPermissionsBoundary', { UserName: 'carol' })
})

it('the checker catches a read transaction that was left open', async () => {
  const left = open()
  const node = nodeWith(
    new SqliteDirectory(
      () => left,
      () => now,
    ),
  )
  // Twice: after a call that lacked a row the directory begins a transaction itself, and would notice.
  succeeded(await node.call(alice, 'GetUser', { UserName: 'bob' }))
  succeeded(await node.call(alice, 'GetUser', { UserName: 'bob' }))
  left.beginRead()
  expect(await deactivateBetween(node)).toContainEqual(expect.stringMatching(/GetUser bob .* was known before it came/))
})

it('the checker catches a view that outlives its head', async () => {
  const sound = new SqliteDirectory(open, () => now)
  let kept: View | undefined
  const node = nodeWith({
    settle: (judge) => {
      if (kept !== undefined) return judge(kept)
      const value = sound.settle(judge)
      kept = sound.settle((view) => (judge(view), view))
      return value
    },
    close: () => sound.close(),
  })
  expect(await deactivateBetween(node)).toContainEqual(expect.stringMatching(/GetUser bob .* was known before it came/))
})

it('the checker catches a clock that is read after the head', async () => {
  const sound = new SqliteDirectory(open, () => now)
  const pausing: { pause?: () => Promise<void> } = {}
  const node = nodeWith({
    async settle(judge) {
      const view = await sound.settle((one) => (judge(one), one))
      await pausing.pause?.()
      return judge({
        head: view.head,
        now,
        get: (lookup, args) => view.get(lookup, args),
        derive: (compute, key) => view.derive(compute, key),
      })
    },
    close: () => sound.close(),
  })
  succeeded(await node.call(alice, 'GetUser', { UserName: 'bob' }))
  pausing.pause = async () => {
    succeeded(await changer.call(house.administrator, 'UpdateUser', { UserName: 'bob', NewPath: `/at${now}/` }))
    now += 10
  }
  await node.call(alice, 'GetUser', { UserName: 'bob' })
  expect(await violations([...node.calls, ...changer.calls], ledger)).toContainEqual(
    expect.stringMatching(/GetUser bob .* was judged at \d+, 10 ms after that had ended/),
  )
})

it('goes on after its connection was lost', async () => {
  const connections: SqliteConnection[] = []
  const directory = new SqliteDirectory(
    () => {
      const connection = open()
      connections.push(connection)
      return connection
    },
    () => now,
  )
  const node = nodeWith(directory)
  succeeded(await node.call(alice, 'GetUser', { UserName: 'bob' }))
  connections.at(-1)?.close()
  expect(codeOf(await node.call(alice, 'GetUser', { UserName: 'bob' }))).toBe('ServiceUnavailable')
  succeeded(await node.call(alice, 'GetUser', { UserName: 'bob' }))
  expect(connections).toHaveLength(2)
  expect(await violations([...node.calls, ...changer.calls], ledger)).toEqual([])
})

it('tells when a state that was answered from is not in history: answered changes may be undone', async () => {
  const told: (readonly [number, number])[] = []
  const directory = new SqliteDirectory(open, () => now, {
    tellUndone: (seen: Head, found: Head) => told.push([seen.n, found.n]),
  })
  const seen = directory.settle((view) => view.head.n)
  succeeded(await changer.call(house.administrator, 'CreateUser', { UserName: 'carl' }))
  expect(directory.settle((view) => view.head.n)).toBe(seen + 1)
  expect(told).toEqual([])
  await ledger.ask.rows("update head set n = n + 1, nonce = 'restored'")
  await ledger.ask.rows('delete from history')
  expect(directory.settle((view) => view.head.n)).toBe(seen + 2)
  expect(told).toEqual([[seen + 1, seen + 2]])
  await directory.close()
})
