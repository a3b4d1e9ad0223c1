import { describe, expect, it } from 'vitest'
import { readUsersQuery, usersAddress } from './users-address.ts'

const read = (parameters: string) => readUsersQuery(new URLSearchParams(parameters))

describe('the address of the list of users', () => {
  it('is short where nothing was chosen', () => {
    expect(usersAddress()).toBe('/iam/users')
    expect(read('')).toMatchObject({ search: '', sort: 'UserName', descending: false, page: 1, marker: undefined })
  })

  it('says what was chosen, and is read back', () => {
    const address = usersAddress({ search: '/x y&/', keyOlderThanDays: 90, sort: 'AccessKeyAge', descending: true })
    expect(address).toBe('/iam/users?search=%2Fx+y%26%2F&keyOlderThanDays=90&sort=AccessKeyAge&order=descending')
    expect(read(address.slice('/iam/users?'.length))).toMatchObject({
      search: '/x y&/',
      keyOlderThanDays: 90,
      sort: 'AccessKeyAge',
      descending: true,
    })
  })

  it('knows a page only with its beginning', () => {
    expect(read('page=3')).toMatchObject({ page: 1, marker: undefined })
    expect(read('page=3&marker=m')).toMatchObject({ page: 3, marker: 'm' })
    expect(read('marker=m')).toMatchObject({ page: 1, marker: undefined })
  })

  it('takes nothing it does not understand', () => {
    expect(read('sort=Secret&order=up&keyOlderThanDays=-1&keyNotUsedForDays=1e9&bootstrap=1&page=x')).toEqual(read(''))
  })
})
