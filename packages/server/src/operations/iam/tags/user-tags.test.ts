import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectOk, type Parameters, type TestHouse } from '../../../../test/harness.ts'
import { engines, openOn, pages, tagParameters } from '../../../../test/houses.ts'

describe.each(engines)('tags of users on %s', (engine) => {
  let house: TestHouse
  const UserName = 'tagged'
  const asAdmin = (action: string, parameters: Parameters = {}) => house.iam(house.administrator, action, parameters)
  const tag = (tags: Readonly<Record<string, string>>) => asAdmin('TagUser', { UserName, ...tagParameters(tags) })
  const tags = async () => {
    const listed = await expectOk(asAdmin('ListUserTags', { UserName }))
    return listed.all('Key')
  }

  beforeAll(async () => {
    house = await openOn(engine)
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    await asAdmin('DeleteUser', { UserName })
    await expectOk(asAdmin('CreateUser', { UserName }))
  })

  it('adds tags, overwrites by key in any case with the new spelling, and answers without a result', async () => {
    expect((await expectOk(tag({ Team: 'red', Cost: '1' }))).body).not.toContain('Result')
    await expectOk(tag({ TEAM: 'blue' }))
    const listed = await expectOk(asAdmin('ListUserTags', { UserName: 'TAGGED' }))
    expect(listed.body).toContain(
      '  <ListUserTagsResult>\n' +
        '    <Tags>\n' +
        '      <member>\n        <Key>Cost</Key>\n        <Value>1</Value>\n      </member>\n' +
        '      <member>\n        <Key>TEAM</Key>\n        <Value>blue</Value>\n      </member>\n' +
        '    </Tags>\n' +
        '    <IsTruncated>false</IsTruncated>\n' +
        '  </ListUserTagsResult>\n',
    )
  })

  it('lists no tags of a user without any', async () => {
    expect((await expectOk(asAdmin('ListUserTags', { UserName }))).body).toContain('<Tags/>')
  })

  it('holds the description of a key: its id as the key, 256 characters at most', async () => {
    const id = house.administrator.accessKeyId
    await expectOk(tag({ [id]: 'd'.repeat(256) }))
    expect((await asAdmin('GetUser', { UserName })).get('Value')).toHaveLength(256)
    expect(await tag({ [id]: 'd'.repeat(257) })).toMatchObject({ code: 'ValidationError' })
  })

  it('refuses reserved keys before duplicates, and duplicates without regard to case', async () => {
    const reserved = { code: 'InvalidInput', message: 'Tag keys beginning with aws: are reserved for system use.' }
    expect(await tag({ a: '1', A: '2', 'Aws:x': '3' })).toMatchObject({ status: 400, ...reserved })
    expect(await tag({ a: '1', A: '2' })).toMatchObject({
      status: 400,
      code: 'InvalidInput',
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    })
    await expectOk(tag({ 'aws-like': '', aws: '' }))
    expect(await tags()).toEqual(['aws', 'aws-like'])
  })

  it('holds 50 tags and refuses one more, but overwrites at the bound', async () => {
    const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key${index}`, 'v']))
    await expectOk(tag(fifty))
    expect(await tag({ another: 'v' })).toMatchObject({
      status: 409,
      code: 'LimitExceeded',
      message: 'Cannot exceed quota for TagsPerUser: 50',
    })
    expect(await tag({ KEY7: 'w', another: 'v' })).toMatchObject({ code: 'LimitExceeded' })
    expect(await tags()).toHaveLength(50)
    await expectOk(tag({ KEY7: 'w' }))
    expect(await tags()).toContain('KEY7')
    await expectOk(asAdmin('UntagUser', { UserName, 'TagKeys.member.1': 'key8' }))
    await expectOk(tag({ another: 'v' }))
  })

  it('removes tags by key in any case, and does not mind keys that are not there', async () => {
    await expectOk(tag({ Team: 'red', Cost: '1' }))
    const removed = await expectOk(
      asAdmin('UntagUser', { UserName, 'TagKeys.member.1': 'tEAM', 'TagKeys.member.2': 'absent' }),
    )
    expect(removed.body).not.toContain('Result')
    expect(await tags()).toEqual(['Cost'])
  })

  it.each(['TagUser', 'UntagUser', 'ListUserTags'])(
    '%s says NoSuchEntity of a user that is not there',
    async (action) => {
      const parameters = { UserName: 'nobody', ...tagParameters({ a: 'b' }), 'TagKeys.member.1': 'a' }
      expect(await asAdmin(action, parameters)).toMatchObject({
        status: 404,
        code: 'NoSuchEntity',
        message: 'The user with name nobody cannot be found.',
      })
    },
  )

  it('pages through keys of every script, in one order, leaving none out', async () => {
    // The last two change places between the order of bytes and the order of UTF-16 units.
    const keys = ['Zulu', 'alpha', 'äther', '鍵', '\u{ff21}', '\u{1d400}']
    await expectOk(tag(Object.fromEntries(keys.map((key) => [key, 'v']))))
    const { items } = await pages((page) => asAdmin('ListUserTags', { UserName, ...page }), 'Key')
    expect(items.toSorted()).toEqual(keys.toSorted())
    expect(items).toEqual(await tags())
  })

  it('pages through the longest keys with markers that it takes back', async () => {
    const keys = ['', 'a', 'b', 'c'].map((end) => '鍵'.repeat(128 - end.length) + end)
    await expectOk(tag(Object.fromEntries(keys.map((key) => [key, 'v']))))
    const { items, markers } = await pages((page) => asAdmin('ListUserTags', { UserName, ...page }), 'Key')
    expect(items.toSorted()).toEqual(keys.toSorted())
    for (const marker of markers) expect(marker.length).toBeLessThanOrEqual(320)
  })
})
