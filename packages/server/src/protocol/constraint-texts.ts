import type { ServiceName } from './model.ts'

/** What AWS says where a constraint is not met, apart from the value and the place. */
export const constraintTexts = {
  notNull: 'Member must not be null',
  lengthMax: (max: number) => `Member must have length less than or equal to ${max}`,
  lengthMin: (min: number) => `Member must have length greater than or equal to ${min}`,
  valueMax: (max: number) => `Member must have value less than or equal to ${max}`,
  valueMin: (min: number) => `Member must have value greater than or equal to ${min}`,
  pattern: (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`,
  eachMember: (constraints: readonly string[]) => `Member must satisfy constraint: [${constraints.join(', ')}]`,
  eachKey: (constraints: readonly string[]) => `Map keys must satisfy constraint: [${constraints.join(', ')}]`,
  eachValue: (constraints: readonly string[]) => `Map value must satisfy constraint: [${constraints.join(', ')}]`,
}

/** IAM of 2025 no longer lists what an enum allows; STS and Access Analyzer do. The services of our own speak as IAM. */
export function enumText(service: ServiceName, values: readonly string[]): string {
  return service === 'sts' || service === 'access-analyzer'
    ? enumTextInList('', values)
    : 'Member must satisfy enum value set'
}

/** Inside a list the values are listed by both services. */
export function enumTextInList(shapeName: string, values: readonly string[]): string {
  return `Member must satisfy enum value set: [${(hashOrders.get(shapeName) ?? values).join(', ')}]`
}

// AWS prints a set in the order of its hash table. Recorded, where it was.
const hashOrders: ReadonlyMap<string, readonly string[]> = new Map([
  ['EntityType', ['LocalManagedPolicy', 'User', 'AWSManagedPolicy', 'Role', 'Group']],
])

/** The order in which a structure's members are checked, where it is not the model's. */
export const checkOrders: ReadonlyMap<string, readonly string[]> = new Map([['Tag', ['Value', 'Key']]])

type Sentence = (member: string) => string

const name: Sentence = (member) =>
  `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`

const path: Sentence = (member) =>
  member === 'pathPrefix'
    ? `The specified value for ${member} is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.`
    : `The specified value for ${member} is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.`

const keyId: Sentence = (member) =>
  `The specified value for ${member} is invalid. It must contain only alphanumeric characters.`

const document: Sentence = (member) =>
  `The specified value for ${member} is invalid. It must contain only printable ASCII characters.`

const sentences: ReadonlyMap<string, Sentence> = new Map([
  ['userNameType', name],
  ['existingUserNameType', name],
  ['groupNameType', name],
  ['roleNameType', name],
  ['policyNameType', name],
  ['instanceProfileNameType', name],
  // By analogy.
  ['serverCertificateNameType', name],
  ['virtualMFADeviceName', name],
  ['pathType', path],
  ['pathPrefixType', path],
  ['policyPathType', path],
  ['accessKeyIdType', keyId],
  ['policyDocumentType', document],
])

/** IAM, and the services of our own with it, refuse some members in a sentence of its own instead of naming the pattern. */
export function patternSentence(service: ServiceName, shapeName: string): Sentence | undefined {
  return service === 'sts' || service === 'access-analyzer' ? undefined : sentences.get(shapeName)
}

/** The model gives ARNs of policies no pattern, but IAM takes them apart before anything else. */
export const policyArn = {
  member: 'PolicyArn',
  pattern: /^arn:[^:]*:[^:]*:[^:]*:[^:]*:./su,
  sentence: 'Invalid ARN:  Could not be parsed!',
}
