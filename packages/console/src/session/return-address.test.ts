import { describe, expect, it } from 'vitest'
import { returnAddress } from './return-address.ts'

const origin = 'http://keyward.localhost:8750'
const home = '/iam/home'

describe('returnAddress', () => {
  it.each([
    '/iam/users',
    '/iam/users?text=a%20b&page=2#row',
    '/iam/users/details/alice?section=security_credentials',
    '/iam/users/details/a%2Fb/create-access-key',
    '/iam/',
  ])('returns to %s', (address) => {
    expect(returnAddress(address, origin)).toBe(address)
  })

  it('takes a whole address of ours, and keeps only what comes after the origin', () => {
    expect(returnAddress(`${origin}/iam/users?a=1#b`, origin)).toBe('/iam/users?a=1#b')
  })

  it.each([
    ['nothing', null],
    ['another site', 'https://evil.example/iam/users'],
    ['another port', 'http://keyward.localhost:9999/iam/users'],
    ['another scheme', 'https://keyward.localhost:8750/iam/users'],
    ['a site without a scheme', '//evil.example/iam/users'],
    ['a backslash', '/\\evil.example/iam/users'],
    ['a tab', '/\t/evil.example/iam/users'],
    ['a newline', '/\n/evil.example/iam/users'],
    ['a dot that leaves two slashes', '/.//evil.example'],
    ['dots that leave two slashes', '/iam/..//evil.example/iam/users'],
    ['a script', 'javascript:alert(1)//iam/users'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a user name that looks like us', 'http://keyward.localhost:8750@evil.example/iam/users'],
    ['a page of signing in', '/signin/acme'],
    ['a page of signing in, by dots', '/iam/../signin'],
    ['no route of the console', '/healthz'],
    ['more than a route', '/iam/users/details/alice/x/y'],
    ['what cannot be read', 'http://['],
  ])('sends %s to the dashboard', (_, value) => {
    expect(returnAddress(value, origin)).toBe(home)
  })
})
