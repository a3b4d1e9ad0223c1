import { describe, expect, test } from 'vitest'
import { query } from '../../src/protocol/query/index.ts'
import { form, get, post, read, refusal, refused, request, violations } from './requests.ts'

const documents = 'PolicyInputList.member.1=a&ActionNames.member.1=s3:GetObject'

describe('where parameters stand', () => {
  test('GET names everything in the query string', () => {
    const call = query.readCall(get('/?Action=GetUser&Version=2010-05-08&UserName=bob'), 'iam')
    expect(call.operation.name).toBe('GetUser')
    expect(call.input).toEqual({ UserName: 'bob' })
  })

  test('query string and body are read together, the query string first', () => {
    const both = { ...post('UserName=late&Version=2010-05-08'), target: '/?Action=GetUser&UserName=early' }
    expect(query.readCall(both, 'iam').input).toEqual({ UserName: 'early' })
  })

  test.each(['application/x-www-form-urlencoded', 'Application/X-WWW-Form-URLEncoded ; charset=utf-8'])(
    'a body of type %s is a form',
    (type) => {
      const raw = request({ rawHeaders: ['content-type', type], body: Buffer.from(form('iam', 'ListUsers')) })
      expect(query.readCall(raw, 'iam').operation.name).toBe('ListUsers')
    },
  )

  test.each([[[]], [['Content-Type', 'application/json']], [['Content-Type', 'application/x-www-form-urlencodedX']]])(
    'a body under the headers %j is not looked into',
    (rawHeaders) => {
      const raw = request({ rawHeaders, body: Buffer.from(form('iam', 'ListUsers')) })
      expect(refusal(() => query.readCall(raw, 'iam'))).toBe('NoOperationNamed: No Action was named')
    },
  )

  test('a plus is a space and %2B is a plus', () => {
    expect(read('iam', 'TagUser', 'UserName=a%2Bb&Tags.member.1.Key=a+b%20c&Tags.member.1.Value=')).toEqual({
      UserName: 'a+b',
      Tags: [{ Key: 'a b c', Value: '' }],
    })
  })

  test('names are decoded as values are', () => {
    expect(read('iam', 'GetUser', 'User%4eame=bob')).toEqual({ UserName: 'bob' })
  })

  test('an equals sign after the first belongs to the value, and empty pairs are nothing', () => {
    expect(read('iam', 'GetUser', '&&UserName=a=b&')).toEqual({ UserName: 'a=b' })
  })
})

describe('names', () => {
  test('the first value of a name stands, Action and Version included', () => {
    const body = 'Action=GetUser&Action=Nope&Version=2010-05-08&Version=1&UserName=first&UserName=second'
    const call = query.readCall(post(body), 'iam')
    expect([call.operation.name, call.input]).toEqual(['GetUser', { UserName: 'first' }])
  })

  test('an empty first value stands too', () => {
    expect(violations('iam', 'GetUser', 'UserName=&UserName=bob')).toEqual([
      "Value at 'userName' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ])
  })

  test('what the model does not know is ignored, at the top and below', () => {
    const parameters = 'Foo=1&UserName.Foo=2&UserName=bob&Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.1.Foo=3'
    expect(read('iam', 'CreateUser', `${parameters}&Tags.other=4&Foo.member.0=5&X-Amz-Date=now`)).toEqual({
      UserName: 'bob',
      Tags: [{ Key: 'k', Value: 'v' }],
    })
  })

  test('names are case-sensitive', () => {
    expect(read('iam', 'GetUser', 'userName=bob&USERNAME=bob')).toEqual({})
  })
})

describe('lists', () => {
  const keys = (parameters: string) => read('iam', 'UntagUser', `UserName=bob&${parameters}`)
  const tags = (parameters: string) => read('iam', 'TagUser', `UserName=bob&${parameters}`)
  const keysRefused = (parameters: string) => refused('iam', 'UntagUser', `UserName=bob&${parameters}`)
  const tagsRefused = (parameters: string) => refused('iam', 'TagUser', `UserName=bob&${parameters}`)

  test('members stand in the order of their index, not of the form', () => {
    expect(keys('TagKeys.member.2=b&TagKeys.member.1=a')).toEqual({ UserName: 'bob', TagKeys: ['a', 'b'] })
  })

  test('1 and 01 are the same slot', () => {
    expect(tags('Tags.member.01.Key=k&Tags.member.1.Value=v&Tags.member.001.Key=other')).toEqual({
      UserName: 'bob',
      Tags: [{ Key: 'k', Value: 'v' }],
    })
  })

  test('an empty parameter is an empty list', () => {
    expect(read('iam', 'CreateUser', 'UserName=bob&Tags=')).toEqual({ UserName: 'bob', Tags: [] })
  })

  test('a required list that is empty counts as missing', () => {
    expect(keysRefused('TagKeys=')).toBe(
      "ValidationError: 1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must not be null",
    )
  })

  test('TagUser has a word of its own for empty Tags', () => {
    expect(tagsRefused('Tags=')).toBe('InvalidInput: Error occurred while validating input. ')
  })

  test('a list given as text is malformed', () => {
    expect(keysRefused('TagKeys=a')).toBe('MalformedInput: Expected list or null')
  })

  test('a structure given as text is malformed', () => {
    expect(tagsRefused('Tags.member.1=a')).toBe('MalformedInput: Expected structure or null')
  })

  test('a list without "member" is nothing', () => {
    expect(read('iam', 'CreateUser', 'UserName=bob&Tags.1.Key=k')).toEqual({ UserName: 'bob' })
  })

  test.each([
    ['TagKeys.member.0=a', '0 is not a valid index'],
    ['TagKeys.member.00=a', '0 is not a valid index'],
    ['TagKeys.member.-1=a', "Key -1 may not have a leading '-'"],
    ['TagKeys.member.1.0=a', 'Two index elements may not occur back to back'],
    ['TagKeys.member.12=a', 'Excessively sparse input would skip 11 list elements'],
    ['TagKeys.member.1=a&TagKeys.member.13=a', 'Excessively sparse input would skip 11 list elements'],
    ['TagKeys.member.99999999999999999999=a', 'Excessively sparse input would skip 99999999999999999998 list elements'],
    ['TagKeys.member.one=a', 'Start of list found where not expected'],
    ['TagKeys.member.+1=a', 'Start of list found where not expected'],
    ['TagKeys.member.%2B1=a', 'Start of list found where not expected'],
    ['TagKeys.member=a', 'Start of list found where not expected'],
  ])('of scalars: %s', (parameters, message) => {
    expect(keysRefused(parameters)).toBe(`MalformedInput: ${message}`)
  })

  test.each([
    ['Tags.member.0.Key=a', '0 is not a valid index'],
    ['Tags.member.-1.Key=a', "Key -1 may not have a leading '-'"],
    ['Tags.member.1.0.Key=a', 'Two index elements may not occur back to back'],
    ['Tags.member.12.Key=a', 'Excessively sparse input would skip 11 list elements'],
  ])('of structures: %s', (parameters, message) => {
    expect(tagsRefused(parameters)).toBe(`MalformedInput: ${message}`)
  })

  test('a word in place of the index of a structure leaves its members null', () => {
    expect(violations('iam', 'TagUser', 'UserName=bob&Tags.member.one.Key=a')).toEqual([
      "Value at 'tags.1.member.value' failed to satisfy constraint: Member must not be null",
      "Value at 'tags.1.member.key' failed to satisfy constraint: Member must not be null",
    ])
  })

  test('a gap is a null member', () => {
    expect(violations('iam', 'TagUser', 'UserName=bob&Tags.member.2.Key=k&Tags.member.2.Value=v')).toEqual([
      "Value at 'tags.1.member' failed to satisfy constraint: Member must not be null",
    ])
    expect(violations('iam', 'UntagUser', 'UserName=bob&TagKeys.member.2=k')).toEqual([
      "Value at 'tagKeys.1.member' failed to satisfy constraint: Member must not be null",
    ])
  })

  test('index 11 as the first is read, with its ten gaps', () => {
    expect(violations('iam', 'UntagUser', 'UserName=bob&TagKeys.member.11=k')).toHaveLength(10)
  })

  test('each index may lengthen the list by ten, in the order sent', () => {
    const up = 'ActionNames.member.11=bbb&ActionNames.member.22=ccc'
    expect(refused('iam', 'SimulateCustomPolicy', `PolicyInputList.member.1=a&${up}`)).toMatch(/^ValidationError: 20 /)
    const down = 'ActionNames.member.22=ccc&ActionNames.member.11=bbb'
    expect(refused('iam', 'SimulateCustomPolicy', `PolicyInputList.member.1=a&${down}`)).toBe(
      'MalformedInput: Excessively sparse input would skip 21 list elements',
    )
  })

  test('lists nest', () => {
    const entry = 'ContextEntries.member.1.ContextKeyName=aws:x&ContextEntries.member.1.ContextKeyValues.member.1=v'
    expect(read('iam', 'SimulateCustomPolicy', `${documents}&${entry}`)).toEqual({
      PolicyInputList: ['a'],
      ActionNames: ['s3:GetObject'],
      ContextEntries: [{ ContextKeyName: 'aws:x', ContextKeyValues: ['v'] }],
    })
  })
})

describe('maps', () => {
  const put = (parameters: string) => read('iam', 'PutAccountProperties', parameters)

  test('stand as numbered entries; the first of a key stands', () => {
    const entry = (n: number, key: string, value: string) =>
      `Properties.entry.${n}.key=${key}&Properties.entry.${n}.value=${value}`
    expect(put([entry(1, 'a', '1'), entry(2, 'b', '2'), entry(3, 'a', '3')].join('&'))).toEqual({
      Properties: { a: '1', b: '2' },
    })
  })

  test('an entry without a key is malformed, and a gap with it', () => {
    expect(refusal(() => put('Properties.entry.1.value=v'))).toBe('MalformedInput: Map entry without a key')
    expect(refusal(() => put('Properties.entry.2.key=k'))).toBe('MalformedInput: Map entry without a key')
  })

  test('an entry without a value is null', () => {
    expect(violations('iam', 'PutAccountProperties', 'Properties.entry.1.key=k')).toEqual([
      "Value at 'properties.k.member' failed to satisfy constraint: Member must not be null",
    ])
  })
})

describe('scalars', () => {
  test.each([
    ['900', 900],
    ['0900', 900],
    ['%2B900', 900],
    ['0000000000000000900', 900],
  ])('the integer %s', (text, value) => {
    expect(read('sts', 'GetSessionToken', `DurationSeconds=${text}`)).toEqual({ DurationSeconds: value })
  })

  test.each([
    ['-5', -5],
    ['-0', 0],
    ['2147483647', 2147483647],
    ['-2147483648', -2147483648],
  ])('the integer %s of no bounds', (text, value) => {
    const template = 'TemplateArn=arn:aws:iam::aws:template/x'
    expect(read('iam', 'AcquireRole', `${template}&TemplateMinorVersion=${text}`)).toMatchObject({
      TemplateMinorVersion: value,
    })
  })

  test.each(['+900', '900+', '900.0', '9e2', 'abc', '2147483648', '-2147483649', '0x10', '%2B', '99999999999999', '٣'])(
    'no integer: %s',
    (text) => {
      expect(refused('sts', 'GetSessionToken', `DurationSeconds=${text}`)).toBe('MalformedInput: Not a 32-bit integer')
    },
  )

  test('an empty integer', () => {
    expect(refused('sts', 'GetSessionToken', 'DurationSeconds=')).toBe('MalformedInput: missing value for decimal type')
  })

  test.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('the boolean %s', (text, value) => {
    expect(read('iam', 'UpdateAccountPasswordPolicy', `RequireNumbers=${text}`)).toEqual({ RequireNumbers: value })
  })

  test.each(['True', 'TRUE', '+true', '', 'null', '2', '01'])('no boolean: "%s"', (text) => {
    expect(refused('iam', 'UpdateAccountPasswordPolicy', `RequireNumbers=${text}`)).toBe(
      'MalformedInput: Not a boolean',
    )
  })

  test.each([
    ['UserName.member.1=bob', 'Start of list found where not expected'],
    ['UserName.x=bob', 'Start of structure or map found where not expected'],
  ])('text given in parts: %s', (parameters, message) => {
    expect(refused('iam', 'GetUser', parameters)).toBe(`MalformedInput: ${message}`)
  })
})

describe('escapes and bytes', () => {
  test.each([
    ['UserName=%', 'Incomplete trailing escape % sequence'],
    ['UserName=a%4', 'Incomplete trailing escape % sequence'],
    ['UserName=%zzb', 'Illegal hex character in escape % pattern: %zz'],
    ['User%4Game=bob', 'Illegal hex character in escape % pattern: %4G'],
    ['UserName=%ff', 'A percent-encoded parameter is not valid UTF-8'],
    ['UserName=%c0%80', 'A percent-encoded parameter is not valid UTF-8'],
    ['UserName=%ed%a0%80', 'A percent-encoded parameter is not valid UTF-8'],
    ['Unknown=%ff', 'A percent-encoded parameter is not valid UTF-8'],
  ])('%s in a body is malformed', (parameters, message) => {
    expect(refused('iam', 'GetUser', parameters)).toBe(`MalformedInput: ${message}`)
  })

  test("a bad escape in the query string is AWS's MalformedQueryString", () => {
    const raw = get('/?Action=GetUser&Version=2010-05-08&UserName=%4')
    expect(refusal(() => query.readCall(raw, 'iam'))).toBe(
      'MalformedQueryString: Incomplete trailing escape % sequence',
    )
  })

  test('bytes that are not UTF-8 are refused, in the body and in the query string', () => {
    const body = Buffer.concat([Buffer.from(form('iam', 'GetUser', 'UserName=')), Buffer.from([0xff])])
    expect(refusal(() => query.readCall(post(body), 'iam'))).toBe('MalformedInput: The request body is not valid UTF-8')
    expect(refusal(() => query.readCall(get('/?Action=GetUser&UserName=\u00ff'), 'iam'))).toBe(
      'MalformedInput: The query string is not valid UTF-8',
    )
  })

  test('raw UTF-8 is text, in the body and in the query string', () => {
    const tag = 'Tags.member.1.Key=é漢&Tags.member.1.Value='
    const expected = { UserName: 'bob', Tags: [{ Key: 'é漢', Value: '' }] }
    expect(read('iam', 'TagUser', `UserName=bob&${tag}`)).toEqual(expected)
    const target = Buffer.from(`/?Action=TagUser&Version=2010-05-08&UserName=bob&${tag}`).toString('latin1')
    expect(query.readCall(get(target), 'iam').input).toEqual(expected)
  })

  test('a NUL byte is a character that no name may have', () => {
    expect(refused('iam', 'GetUser', 'UserName=a%00b')).toMatch(/The specified value for userName is invalid/)
    expect(refused('iam', 'TagUser', 'UserName=bob&Tags.member.1.Key=%00&Tags.member.1.Value=')).toMatch(
      /'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern/,
    )
  })
})
