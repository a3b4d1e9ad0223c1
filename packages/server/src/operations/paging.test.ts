import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOk, TestHouse, type Credentials, type Parameters } from '../../test/harness.ts'
import { addAccount, engines, openOn, pages, tagParameters, withDatabase } from '../../test/houses.ts'

const invalidMarker = { status: 400, code: 'ValidationError', message: 'Invalid Marker.' }
const document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'
const markerCharacters = /^[\u0020-\u00ff]{1,320}$/

/** A path of 512 characters that has its end in common with no other's beginning. */
const longPath = (end: string) => `/${'p'.repeat(510 - end.length)}${end}/`

describe.each(engines)('pages on %s', (engine) => {
  let house: TestHouse
  let other: Credentials
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)

  beforeAll(async () => {
    house = await openOn(engine)
    other = (await addAccount(house, '210987654321')).administrator
    for (const UserName of ['Alice', 'bob', 'Carol', 'dave']) {
      await expectOk(asAdmin('CreateUser', { UserName, Path: '/team/' }))
      await expectOk(house.iam(other, 'CreateUser', { UserName, Path: '/team/' }))
      await expectOk(asAdmin('TagUser', { UserName, ...tagParameters({ c: '', A: '', b: '' }) }))
      for (let i = 0; i < 2; i++) await expectOk(asAdmin('CreateAccessKey', { UserName }))
      for (const PolicyName of ['z', 'Y', 'x']) {
        await expectOk(asAdmin('PutUserPolicy', { UserName, PolicyName, PolicyDocument: document }))
      }
    }
  })
  afterAll(() => house.close())

  const lists = [
    { action: 'ListUsers', parameters: {}, element: 'UserName', pages: 5 },
    { action: 'ListUsers', parameters: { PathPrefix: '/team/' }, element: 'UserName', pages: 4 },
    { action: 'ListAccessKeys', parameters: { UserName: 'bob' }, element: 'AccessKeyId', pages: 2 },
    { action: 'ListUserTags', parameters: { UserName: 'bob' }, element: 'Key', pages: 3 },
    { action: 'ListUserPolicies', parameters: { UserName: 'bob' }, element: 'member', pages: 3 },
    { action: 'ListPolicies', parameters: {}, element: 'PolicyName', pages: 14 },
  ]

  it.each(lists)('of $action $parameters, one item each, are the whole list in its order', async (list) => {
    const { items, markers } = await pages(
      (page) => asAdmin(list.action, { ...list.parameters, ...page }),
      list.element,
    )
    expect(items).toEqual((await asAdmin(list.action, list.parameters)).all(list.element))
    expect(items).toHaveLength(list.pages)
    expect(markers).toHaveLength(list.pages - 1)
    for (const marker of markers) expect(marker).toMatch(markerCharacters)
  })

  it.each(lists)('of $action $parameters may change their size on the way', async (list) => {
    const { get } = await asAdmin(list.action, { ...list.parameters, MaxItems: '1' })
    const rest = await expectOk(
      asAdmin(list.action, { ...list.parameters, MaxItems: '1000', Marker: get('Marker') ?? '' }),
    )
    expect(rest.all(list.element)).toHaveLength(list.pages - 1)
    expect(rest.get('IsTruncated')).toBe('false')
    expect(rest.get('Marker')).toBeUndefined()
  })

  it('end exactly where the list does, without an empty page', async () => {
    const listed = await expectOk(asAdmin('ListUserTags', { UserName: 'bob', MaxItems: '3' }))
    expect(listed.get('IsTruncated')).toBe('false')
  })

  it('go on after an item that was deleted meanwhile', async () => {
    await expectOk(asAdmin('CreateUser', { UserName: 'Aaron', Path: '/team/' }))
    for (const parameters of [{}, { PathPrefix: '/team/' }]) {
      await asAdmin('CreateUser', { UserName: 'Aaron', Path: '/team/' })
      const first = await expectOk(asAdmin('ListUsers', { ...parameters, MaxItems: '1' }))
      expect(first.all('UserName')).toEqual(['Aaron'])
      await expectOk(asAdmin('DeleteUser', { UserName: 'Aaron' }))
      const second = await expectOk(
        asAdmin('ListUsers', { ...parameters, MaxItems: '1', Marker: first.get('Marker') ?? '' }),
      )
      expect(['administrator', 'Alice']).toContain(second.get('UserName'))
    }
    const tag = await expectOk(asAdmin('ListUserTags', { UserName: 'dave', MaxItems: '1' }))
    await expectOk(asAdmin('UntagUser', { UserName: 'dave', 'TagKeys.member.1': tag.get('Key') ?? '' }))
    const next = await asAdmin('ListUserTags', { UserName: 'dave', MaxItems: '1', Marker: tag.get('Marker') ?? '' })
    expect(next.all('Key')).toEqual(['b'])
  })

  it('of one list open no other: not with another filter, of another user, operation or account', async () => {
    const markerOf = async (action: string, parameters: Parameters) =>
      (await expectOk(asAdmin(action, { ...parameters, MaxItems: '1' }))).get('Marker') ?? ''
    const users = await markerOf('ListUsers', {})
    const team = await markerOf('ListUsers', { PathPrefix: '/team/' })
    const keys = await markerOf('ListAccessKeys', { UserName: 'bob' })
    const tags = await markerOf('ListUserTags', { UserName: 'bob' })
    const policies = await markerOf('ListPolicies', {})
    const wrong: [string, Parameters][] = [
      ['ListUsers', { PathPrefix: '/team/', Marker: users }],
      ['ListUsers', { PathPrefix: '/tea', Marker: team }],
      ['ListUsers', { Marker: team }],
      ['ListAccessKeys', { UserName: 'Carol', Marker: keys }],
      ['ListUserTags', { UserName: 'Carol', Marker: tags }],
      ['ListUserPolicies', { UserName: 'bob', Marker: tags }],
      ['ListAttachedUserPolicies', { UserName: 'bob', Marker: tags }],
      ['ListPolicies', { Scope: 'AWS', Marker: policies }],
      ['ListPolicies', { OnlyAttached: 'true', Marker: policies }],
      ['ListAccountAliases', { Marker: policies }],
    ]
    for (const [action, parameters] of wrong) expect(await asAdmin(action, parameters)).toMatchObject(invalidMarker)
    expect(await house.iam(other, 'ListUsers', { Marker: users })).toMatchObject(invalidMarker)
    // Their own list opens them still; PathPrefix / is no filter.
    await expectOk(asAdmin('ListUsers', { Marker: users, PathPrefix: '/' }))
  })

  it.each(['x', ' ', 'ÿ', 'A'.repeat(320), 'bob', '__proto__'])('do not open by the marker %j', async (Marker) => {
    for (const { action, parameters } of lists) {
      expect(await asAdmin(action, { ...parameters, Marker })).toMatchObject(invalidMarker)
    }
  })

  it('do not open by a marker that was changed in one character', async () => {
    const marker = (await expectOk(asAdmin('ListUsers', { MaxItems: '1' }))).get('Marker') ?? ''
    const flipped = `${marker.startsWith('A') ? 'B' : 'A'}${marker.slice(1)}`
    expect(await asAdmin('ListUsers', { Marker: flipped })).toMatchObject(invalidMarker)
  })

  describe('under the longest paths', () => {
    const PathPrefix = `/${'p'.repeat(400)}`
    const names = ['first', 'second', 'third', 'fourth']
    const listed = (parameters: Parameters) => asAdmin('ListUsers', { PathPrefix, ...parameters })

    beforeAll(async () => {
      for (const [index, UserName] of names.entries()) {
        await expectOk(asAdmin('CreateUser', { UserName, Path: longPath(`"${index}`) }))
      }
    })

    it('have markers of at most 320 characters, and leave no user out', async () => {
      const { items, markers } = await pages(listed, 'UserName')
      expect(items).toEqual(names)
      expect(markers).toHaveLength(3)
      for (const marker of markers) expect(marker).toMatch(markerCharacters)
    })

    it('go on where a user of the page before was deleted or moved, and leave no user out', async () => {
      const first = await expectOk(listed({ MaxItems: '2' }))
      const Marker = first.get('Marker') ?? ''
      const rest = async () => (await expectOk(listed({ Marker }))).all('UserName')
      expect(await rest()).toEqual(['third', 'fourth'])
      // Moved behind the others: it may come again, and nobody between is left out.
      await expectOk(asAdmin('UpdateUser', { UserName: 'second', NewPath: longPath('"9') }))
      expect(await rest()).toEqual(expect.arrayContaining(['third', 'fourth']))
      await expectOk(asAdmin('DeleteUser', { UserName: 'second' }))
      expect(await rest()).toEqual(expect.arrayContaining(['third', 'fourth']))
      await expectOk(asAdmin('DeleteUser', { UserName: 'first' }))
      // Whoever deletes what each page shows comes to the end.
      const { items } = await pages(async (page) => {
        const answer = await expectOk(listed(page))
        for (const UserName of answer.all('UserName')) await expectOk(asAdmin('DeleteUser', { UserName }))
        return answer
      }, 'UserName')
      expect(items).toEqual(['third', 'fourth'])
    })
  })
})

describe('pages of attached policies', () => {
  it('leave none out, also where an account and AWS have a policy of one name', async () => {
    const house = await TestHouse.open()
    try {
      await expectOk(house.iam(house.root, 'CreateUser', { UserName: 'many' }))
      const arns = ['aws:policy/a/Same', '123456789012:policy/Same', 'aws:policy/Other', 'aws:policy/a/zulu']
      // Only AWS's own can be attached by name yet: these stand in the database alone.
      withDatabase(house, (database) => {
        const insert = database.prepare(
          "insert into user_attachment select id, ?, ?, 0, account_id from iam_user where name = 'many'",
        )
        for (const arn of arns) insert.run(`arn:aws:iam::${arn}`, arn.replace(/.*\//, ''))
        database.prepare("update head set n = n + 1, nonce = 'of the test'").run()
      })
      const list = (parameters: Parameters) =>
        house.iam(house.root, 'ListAttachedUserPolicies', { UserName: 'many', ...parameters })
      const { items } = await pages(list, 'PolicyArn')
      expect(items.toSorted()).toEqual(arns.map((arn) => `arn:aws:iam::${arn}`).toSorted())
      expect((await list({})).all('PolicyName')).toEqual(['Other', 'Same', 'Same', 'zulu'])
      const underA = await pages((page) => list({ PathPrefix: '/a/', ...page }), 'PolicyName')
      expect(underA.items).toEqual(['Same', 'zulu'])
    } finally {
      await house.close()
    }
  })
})

describe('MaxItems', () => {
  it('is 100 where none is given', async () => {
    const house = await TestHouse.open()
    try {
      for (let i = 0; i < 100; i++) {
        await expectOk(house.iam(house.administrator, 'CreateUser', { UserName: `user${i}` }))
      }
      const listed = await expectOk(house.iam(house.administrator, 'ListUsers'))
      expect(listed.all('UserName')).toHaveLength(100)
      expect(listed.get('IsTruncated')).toBe('true')
    } finally {
      await house.close()
    }
  })
})
