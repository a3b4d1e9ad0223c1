import { type Draft } from '../draft.ts'
import { PolicyError, refuseLegacy } from '../errors.ts'
import { type JsonString } from '../json.ts'

export const partitions: ReadonlySet<string> = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
  '*',
])

// AWS's list; it has no `root`, so nobody can name the root user in an identity policy.
export const iamPaths: readonly string[] = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
]

/**
 * Answers the fault of the first resource that has one, for the caller to throw in its turn; throws at once
 * what AWS's older parser refuses, which comes before. Once a fault is found AWS looks no further.
 */
export function checkResources({ statements }: Draft): PolicyError | undefined {
  for (const { resource } of statements) {
    // AWS goes through a list in sorted order, not in the document's.
    for (const value of (resource?.values ?? []).toSorted(byText)) {
      const fault = resourceFault(value)
      if (fault) return new PolicyError(fault, value.span)
    }
  }
  return undefined
}

function byText(a: JsonString, b: JsonString): number {
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
}

function resourceFault({ value, span }: JsonString): string | undefined {
  if (value === '*') return undefined
  const parts = value.split(':')
  if (parts.length === 1) return `Resource ${value} must be in ARN format or "*".`
  const [prefix, partition = '', vendor, region, , ...rest] = parts
  if (prefix === 'arn' && parts.length < 6 && value.includes('::')) refuseLegacy(span)
  if (!partitions.has(partition)) {
    const shown = [partition, vendor ?? '*', region ?? '*', parts[4] ?? '*', parts.length > 5 ? rest.join(':') : '*']
    return `Partition "${partition}" is not valid for resource "arn:${shown.join(':')}".`
  }
  if (prefix !== 'arn') return `Resource ${value} must be in ARN format or "*".`
  if (vendor === undefined || /[*?]/.test(vendor)) {
    return 'Resource vendor must be fully qualified and cannot contain regexes.'
  }
  // A variable is lawful only behind the fifth colon. One in the account's place is refused, or a Deny that
  // hoped for it would silently never match.
  if (parts.length < 6 || vendor === '' || parts.slice(0, 5).some((part) => part.includes('${'))) refuseLegacy(span)
  const path = rest.join(':')
  if (vendor === 'iam') {
    if (region !== '') return `IAM resource ${value} cannot contain region information.`
    if (path !== '*' && !iamPaths.some((start) => path.startsWith(start))) {
      return `IAM resource path must either be "*" or start with ${iamPaths.join(', ')}.`
    }
  }
  if (vendor === 's3' && region !== '' && !path.startsWith('accesspoint/')) {
    return `Resource ${value} can not contain region information.`
  }
  return undefined
}
