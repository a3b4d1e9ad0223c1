import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials, type Parameters } from '../../test/harness.ts'
import { operate, withDatabase } from '../../test/houses.ts'
import type { AccountId, PolicyId } from '../domain/ids.ts'
import { policyHash } from './policy-hash.ts'

const account = '123456789012' as AccountId
const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' }
const readOnly = { Effect: 'Allow', Action: ['iam:Get*', 'iam:ListUsers'], Resource: '*' }
const self = 'arn:aws:iam::123456789012:user/alice'

let house: TestHouse
let alice: Credentials
let policies = 0

beforeAll(async () => {
  house = await TestHouse.open()
  alice = await house.user('alice', allowAll)
})
afterAll(() => house.close())

const call = (action: string, parameters: Parameters = {}) => house.iam(alice, action, parameters)

/** Makes a managed policy of the account's own, and gives its ARN. */
async function ownPolicy(...statements: readonly object[]): Promise<string> {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  const name = `boundary-${++policies}`
  const arn = `arn:aws:iam::${account}:policy/${name}`
  const id = `ANPA${String(policies)
    .padStart(17, 'A')
    .replaceAll(/[0189]/g, 'B')}` as PolicyId
  await operate(house, (store, head) => {
    const at = { createdAt: head.at, updatedAt: head.at }
    const policy = {
      id,
      account,
      arn,
      name,
      path: '/',
      description: undefined,
      defaultVersion: 1,
      lastVersion: 1,
      ...at,
    }
    return store.managedPolicies.insert(policy, {
      n: 1,
      text,
      hash: policyHash(text),
      size: text.length,
      createdAt: head.at,
    })
  })
  return arn
}

const bound = (arn: string | undefined) =>
  operate(house, async (store) => {
    const user = await store.users.byName(account, 'alice')
    if (user === undefined) throw new Error('alice is missing')
    await store.users.bound(user.id, arn)
  })

describe('a permissions boundary', () => {
  it('allows nothing by itself, and nothing beyond it is allowed', async () => {
    await bound(await ownPolicy(readOnly))
    await house.allow('alice', allowAll)
    await expectOk(call('ListUsers'))
    expect(await call('CreateUser', { UserName: 'eve' })).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: `User: ${self} is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::123456789012:user/eve because no permissions boundary allows the iam:CreateUser action`,
    })
    await house.allow('alice', { ...allowAll, Action: 'iam:CreateUser' })
    expect((await call('ListUsers')).message).toContain(' because no identity-based policy allows the iam:ListUsers')
    // Of both that are silent the identity-based policies are named.
    expect((await call('DeleteUser', { UserName: 'bob' })).message).toContain(' because no identity-based policy')
  })

  it('that denies is named as the one that did', async () => {
    await bound(await ownPolicy(allowAll, { Effect: 'Deny', Action: 'iam:ListUsers', Resource: '*' }))
    await house.allow('alice', allowAll)
    expect(await call('ListUsers')).toMatchObject({
      code: 'AccessDenied',
      message: `User: ${self} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ with an explicit deny in a permissions boundary`,
    })
    await expectOk(call('GetUser'))
    await house.allow('alice', allowAll, { ...allowAll, Effect: 'Deny' })
    expect((await call('ListUsers')).message).toContain(' with an explicit deny in an identity-based policy')
  })

  it('bounds changes too, a policy of AWS’s as well as an own, from the answer that put it on', async () => {
    await house.allow('alice', allowAll)
    await bound('arn:aws:iam::aws:policy/IAMUserChangePassword')
    expect((await call('CreateUser', { UserName: 'eve' })).message).toContain('no permissions boundary')
    await bound('arn:aws:iam::aws:policy/AdministratorAccess')
    await expectOk(call('CreateUser', { UserName: 'eve' }))
    await bound(undefined)
    await expectOk(call('DeleteUser', { UserName: 'eve' }))
  })

  it('bounds what the account lets all users do: a password of one’s own', async () => {
    const policy = { AllowUsersToChangePassword: 'true' }
    await expectOk(house.iam(house.administrator, 'UpdateAccountPasswordPolicy', policy))
    await bound(await ownPolicy(readOnly))
    const passwords = { OldPassword: 'old-Password-1', NewPassword: 'new-Password-1' }
    expect((await call('ChangePassword', passwords)).message).toContain('no permissions boundary allows')
    await expectOk(call('GetAccountPasswordPolicy'))
  })

  it('bounds what must be allowed on every user at once, and what may be left out of an answer', async () => {
    const input = { SortBy: 'LastActivity' }
    await bound(undefined)
    expect(await house.keyward(alice, 'SearchUsers', input)).toMatchObject({ status: 200 })
    await bound(await ownPolicy(allowAll, { Effect: 'Deny', Action: 'iam:GetAccessKeyLastUsed', Resource: '*' }))
    expect(await house.keyward(alice, 'SearchUsers', input)).toMatchObject({ status: 403 })
    const { body } = await house.keyward(alice, 'SearchUsers')
    expect(JSON.stringify(body)).toContain('"DeniedActions":["iam:GetAccessKeyLastUsed"]')
  })

  it('whose policy is missing allows nothing, and the operator hears of it', async () => {
    await house.allow('alice', allowAll)
    const arn = await ownPolicy(allowAll)
    await bound(arn)
    await expectOk(call('ListUsers'))
    withDatabase(house, (database) => {
      database
        .prepare('delete from managed_policy_version where policy_id in (select id from managed_policy where arn = ?)')
        .run(arn)
      database.prepare('delete from managed_policy where arn = ?').run(arn)
    })
    await operate(house, () => Promise.resolve())
    house.faults.length = 0
    expect((await call('ListUsers')).message).toContain(' because no permissions boundary allows the iam:ListUsers')
    expect(house.faults.map(String)).toEqual([
      expect.stringMatching(
        /^Error: the policy arn:aws:iam::123456789012:policy\/boundary-\d+ that bounds AIDA\w+ is missing$/,
      ),
    ])
    await bound(undefined)
  })

  it('does not exist for root', async () => {
    await expectOk(house.iam(house.root, 'ListUsers'))
  })
})
