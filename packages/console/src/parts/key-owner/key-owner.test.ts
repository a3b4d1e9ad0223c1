import { describe, expect, it } from 'vitest'
import { ApiError } from '../../api/api-error.ts'
import { ownerOfKey, type Asks } from './key-owner.ts'

const id = 'AKIAIOSFODNN7EXAMPLE'
const account = '123456789012'
const denied = new ApiError('AccessDenied', 'Access Denied', 'r', 403)
const missing = new ApiError('ValidationError', `The access key with id ${id} does not exist.`, 'r', 400)
const silent = new ApiError('NoAnswer', '', '', 0)

const refuse = (error: ApiError) => () => Promise.reject(error)
const say =
  <T>(answer: T) =>
  () =>
    Promise.resolve(answer)

const find = (asks: Partial<Asks>, key = id) =>
  ownerOfKey(key, account, { lastUsed: refuse(denied), accountOf: refuse(denied), userHas: refuse(denied), ...asks })

describe('ownerOfKey', () => {
  it('names the user', async () => {
    expect(await find({ lastUsed: say('alice') })).toEqual({ kind: 'user', userName: 'alice' })
  })

  it('tells root from a user who is called like the account', async () => {
    expect(await find({ lastUsed: say(account), userHas: say(false) })).toEqual({ kind: 'root' })
    expect(await find({ lastUsed: say(account), userHas: say(true) })).toEqual({ kind: 'user', userName: account })
    expect(await find({ lastUsed: say(account) })).toEqual({ kind: 'root' })
  })

  it('asks for the account where the owner may not be seen', async () => {
    expect(await find({ accountOf: say('210987654321') })).toEqual({ kind: 'otherAccount', account: '210987654321' })
    expect(await find({ accountOf: say(account) })).toEqual({ kind: 'hidden', action: 'iam:GetAccessKeyLastUsed' })
    expect(await find({})).toEqual({ kind: 'hidden', action: 'iam:GetAccessKeyLastUsed' })
  })

  it('has one answer for deleted and never issued', async () => {
    expect(await find({ accountOf: refuse(missing) })).toEqual({ kind: 'unknown' })
  })

  it('knows only the account of temporary credentials', async () => {
    const temporary = 'ASIAIOSFODNN7EXAMPLE'
    expect(await find({ accountOf: say(account) }, temporary)).toEqual({ kind: 'temporary', account })
    expect(await find({ accountOf: refuse(missing) }, temporary)).toEqual({ kind: 'unknown' })
    expect(await find({}, temporary)).toEqual({ kind: 'hidden', action: 'sts:GetAccessKeyInfo' })
  })

  it('takes no answer for no answer', async () => {
    await expect(find({ lastUsed: refuse(silent) })).rejects.toBe(silent)
  })
})
