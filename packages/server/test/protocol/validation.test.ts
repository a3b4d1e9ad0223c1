import { describe, expect, test } from 'vitest'
import { read, refused, violations } from './requests.ts'

const role = 'RoleArn=arn:aws:iam::123456789012:role/r'
const tagPattern = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]'

describe('STS prints the value', () => {
  test.each([
    ['null', `${role}`, "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null"],
    [
      'too short',
      `${role}&RoleSessionName=a`,
      "Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2",
    ],
    [
      'too long',
      `${role}&RoleSessionName=${'a'.repeat(65)}`,
      `Value '${'a'.repeat(65)}' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    ],
    [
      'pattern',
      `${role}&RoleSessionName=a+b`,
      "Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    ],
    [
      'too small',
      `${role}&RoleSessionName=ab&DurationSeconds=899`,
      "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    ],
    [
      'too great',
      `${role}&RoleSessionName=ab&DurationSeconds=43201`,
      "Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
    ],
    [
      'a member of a list',
      `${role}&RoleSessionName=ab&Tags.member.1.Key=k&Tags.member.1.Value=%01`,
      `Value '\u0001' at 'tags.1.member.value' failed to satisfy constraint: Member must satisfy regular expression pattern: ${tagPattern}*`,
    ],
    [
      'scalars of a list, once',
      `${role}&RoleSessionName=ab&TransitiveTagKeys.member.1=%01&TransitiveTagKeys.member.2=%02`,
      `Value '[\u0001, \u0002]' at 'transitiveTagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${tagPattern}+]`,
    ],
  ])('%s', (_what, parameters, expected) => {
    expect(violations('sts', 'AssumeRole', parameters)).toEqual([expected])
  })

  test('but no secret', () => {
    const web = 'RoleSessionName=ab&WebIdentityToken=abc'
    expect(violations('sts', 'AssumeRoleWithWebIdentity', `${role}&${web}`)).toEqual([
      "Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
    ])
  })

  test('and no list of structures', () => {
    const tags = Array.from({ length: 51 }, (_, i) => `Tags.member.${i + 1}.Key=k${i}&Tags.member.${i + 1}.Value=`)
    expect(violations('sts', 'AssumeRole', `${role}&RoleSessionName=ab&${tags.join('&')}`)).toEqual([
      "Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
    ])
  })
})

describe('IAM keeps the value back', () => {
  test.each([
    ['null', 'CreateUser', '', "Value at 'userName' failed to satisfy constraint: Member must not be null"],
    [
      'too long',
      'CreateUser',
      `UserName=${'a'.repeat(65)}`,
      "Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64",
    ],
    [
      'empty',
      'CreateUser',
      'UserName=',
      "Value at 'userName' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      'MaxItems too great',
      'ListUsers',
      'MaxItems=1001',
      "Value at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ],
    [
      'MaxItems too small',
      'ListUsers',
      'MaxItems=0',
      "Value at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'Marker too long',
      'ListUsers',
      `Marker=${'a'.repeat(321)}`,
      "Value at 'marker' failed to satisfy constraint: Member must have length less than or equal to 320",
    ],
    [
      'Marker of other characters',
      'ListUsers',
      'Marker=%E6%BC%A2',
      "Value at 'marker' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0020-\\u00FF]+",
    ],
    [
      'enum',
      'UpdateAccessKey',
      'AccessKeyId=AKIAIOSFODNN7EXAMPLE&Status=active',
      "Value at 'status' failed to satisfy constraint: Member must satisfy enum value set",
    ],
    [
      'enum in a list, in the order of AWS',
      'GetAccountAuthorizationDetails',
      'Filter.member.1=User&Filter.member.2=Nope',
      "Value at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [LocalManagedPolicy, User, AWSManagedPolicy, Role, Group]]",
    ],
    [
      'documents of a list',
      'SimulateCustomPolicy',
      'PolicyInputList.member.1=&ActionNames.member.1=s3:GetObject',
      "Value at 'policyInputList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 131072, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+]",
    ],
    [
      'too few in a list',
      'ListPoliciesGrantingServiceAccess',
      'Arn=arn:aws:iam::123456789012:user/b&ServiceNamespaces.member.1=s%20',
      "Value at 'serviceNamespaces' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 64, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\w-]*]",
    ],
    [
      'keys of a map',
      'PutAccountProperties',
      'Properties.entry.1.key=1&Properties.entry.1.value=v',
      "Value at 'properties' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 50, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ^[A-Za-z][A-Za-z0-9/_-]*$]",
    ],
  ])('%s', (_what, action, parameters, expected) => {
    expect(violations('iam', action, parameters)).toEqual([expected])
  })

  test('the path of a member begins in lower case, whatever follows', () => {
    expect(violations('iam', 'DeleteSAMLProvider')).toEqual([
      "Value at 'sAMLProviderArn' failed to satisfy constraint: Member must not be null",
    ])
  })
})

describe('count and order', () => {
  test('one error is singular, more are plural', () => {
    expect(refused('iam', 'CreateUser')).toMatch(/^ValidationError: 1 validation error detected: Value/)
    expect(refused('iam', 'AddUserToGroup')).toBe(
      "ValidationError: 2 validation errors detected: Value at 'groupName' failed to satisfy constraint: Member must not be null; Value at 'userName' failed to satisfy constraint: Member must not be null",
    )
  })

  test('at most ten are printed, and all are counted', () => {
    const gap = refused('iam', 'TagUser', 'UserName=bob&Tags.member.11.Key=k')
    expect(gap).toMatch(/^ValidationError: 11 validation errors detected: /)
    expect(gap.match(/Value at/g)).toHaveLength(10)
    expect(gap).toMatch(/tags\.10\.member' failed to satisfy constraint: Member must not be null$/)
  })

  test('within one member the pattern comes before the length, and in a tag the value before the key', () => {
    const key = encodeURIComponent('\u0001'.repeat(129))
    const value = encodeURIComponent('\u0001'.repeat(257))
    const at = (member: string, constraint: string) =>
      `Value at 'tags.1.member.${member}' failed to satisfy constraint: ${constraint}`
    expect(violations('iam', 'TagUser', `UserName=bob&Tags.member.1.Key=${key}&Tags.member.1.Value=${value}`)).toEqual([
      at('value', `Member must satisfy regular expression pattern: ${tagPattern}*`),
      at('value', 'Member must have length less than or equal to 256'),
      at('key', `Member must satisfy regular expression pattern: ${tagPattern}+`),
      at('key', 'Member must have length less than or equal to 128'),
    ])
  })

  test('a malformed parameter is named before any constraint', () => {
    expect(refused('iam', 'ListUsers', 'Marker=&MaxItems=x')).toBe('MalformedInput: Not a 32-bit integer')
  })
})

describe('IAM refuses some members in a sentence of its own', () => {
  const name = (member: string) =>
    `ValidationError: The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`
  const path = (member: string) =>
    `ValidationError: The specified value for ${member} is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.`
  const pathPrefix =
    'ValidationError: The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.'
  const document = (member: string) =>
    `ValidationError: The specified value for ${member} is invalid. It must contain only printable ASCII characters.`

  test.each([
    ['CreateUser', 'UserName=a+b', name('userName')],
    ['GetUser', 'UserName=a%0A', name('userName')],
    ['GetUser', 'UserName=%C3%A9', name('userName')],
    ['UpdateUser', 'UserName=bob&NewUserName=a/b', name('newUserName')],
    ['GetRole', 'RoleName=a:b', name('roleName')],
    ['GetGroup', 'GroupName=a:b', name('groupName')],
    ['GetUserPolicy', 'UserName=bob&PolicyName=a*', name('policyName')],
    ['GetInstanceProfile', 'InstanceProfileName=a*', name('instanceProfileName')],
    ['CreateUser', 'UserName=bob&Path=team', path('path')],
    ['CreateUser', 'UserName=bob&Path=//', path('path')],
    ['CreateUser', 'UserName=bob&Path=/team', path('path')],
    ['CreateUser', 'UserName=bob&Path=team/', path('path')],
    ['CreateUser', 'UserName=bob&Path=/a+b/', path('path')],
    ['CreateUser', 'UserName=bob&Path=/%7F/', path('path')],
    ['CreateUser', 'UserName=bob&Path=/a%0A/', path('path')],
    ['CreateUser', 'UserName=bob&Path=/%C3%A9/', path('path')],
    ['UpdateUser', 'UserName=bob&NewPath=x', path('newPath')],
    ['CreatePolicy', 'PolicyName=p&PolicyDocument=%7B%7D&Path=x', path('path')],
    ['ListUsers', 'PathPrefix=x', pathPrefix],
    ['ListUsers', 'PathPrefix=/a+b', pathPrefix],
    ['ListPolicies', 'PathPrefix=x', pathPrefix],
    [
      'DeleteAccessKey',
      'AccessKeyId=AKIAIOSFODNN7EXAMP-E',
      'ValidationError: The specified value for accessKeyId is invalid. It must contain only alphanumeric characters.',
    ],
    ['CreatePolicy', 'PolicyName=p&PolicyDocument=%E6%BC%A2', document('policyDocument')],
    ['CreateRole', 'RoleName=r&AssumeRolePolicyDocument=%00', document('assumeRolePolicyDocument')],
    ['GetPolicy', `PolicyArn=${'a'.repeat(20)}`, 'ValidationError: Invalid ARN:  Could not be parsed!'],
    [
      'AttachUserPolicy',
      'UserName=bob&PolicyArn=arn:aws:iam::123456789012:',
      'ValidationError: Invalid ARN:  Could not be parsed!',
    ],
  ])('%s %s', (action, parameters, expected) => {
    expect(refused('iam', action, parameters)).toBe(expected)
  })

  test.each(['/', '/team/', '/a//b/', '/~!*/'])('the path %s is one', (value) => {
    expect(read('iam', 'CreateUser', `UserName=bob&Path=${value}`)).toMatchObject({ Path: value })
  })

  test.each(['/', '//', '/a', '/%7F'])('the path prefix %s is one', (value) => {
    expect(read('iam', 'ListUsers', `PathPrefix=${value}`)).toEqual({ PathPrefix: decodeURIComponent(value) })
  })

  test('what the framework checks is said before it', () => {
    expect(violations('iam', 'CreateUser', `UserName=+&Path=${'x'.repeat(513)}`)).toEqual([
      "Value at 'path' failed to satisfy constraint: Member must have length less than or equal to 512",
    ])
  })

  test('the first of several is said', () => {
    expect(refused('iam', 'CreateUser', 'Path=x&UserName=+')).toBe(path('path'))
  })
})

describe('lengths and patterns of text', () => {
  const session = (name: string) => violations('sts', 'AssumeRole', `${role}&RoleSessionName=${name}`)

  test('an emoji counts as two', () => {
    const value = '%F0%9F%98%80'.repeat(32)
    expect(session(`${value}a`)).toHaveLength(2)
    expect(session(value)).toHaveLength(1)
  })

  test('a surrogate pair fails a pattern that ends at U+FFFD', () => {
    const arn = 'RoleArn=arn:aws:iam::123456789012:role/%F0%9F%98%80&RoleSessionName=ab'
    expect(violations('sts', 'AssumeRole', arn)[0]).toMatch(/'roleArn' failed .*regular expression pattern/)
  })

  test('nothing is normalised', () => {
    // The sign for an angstrom, which normalisation would make a letter with a ring.
    const tag = 'Tags.member.1.Key=%E2%84%AB&Tags.member.1.Value='
    expect(read('iam', 'TagUser', `UserName=bob&${tag}`)).toMatchObject({ Tags: [{ Key: '\u212b', Value: '' }] })
  })

  test('a word character is one of ASCII, and the pattern holds to the end', () => {
    expect(session('a%C3%A9')).toHaveLength(1)
    expect(session('ab%0A')).toHaveLength(1)
  })

  test('a text far beyond its length is not matched', () => {
    expect(session('+'.repeat(5000))).toEqual([
      `Value '${' '.repeat(5000)}' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    ])
  })
})
