import { type Finding, type PolicyKind, validateInSlices } from '@keyward/policy'
import { catalogueFor } from '@keyward/policy/catalogue'
import { limits } from '../../domain/limits.ts'
import { inSlices } from '../../domain/slices.ts'
import type { ValidatePolicyRequest, ValidatePolicyResourceType } from '../../protocol/types/access-analyzer.ts'
import { operation } from '../operation.ts'
import { page, shortDigest } from '../paging.ts'
import { describeFinding } from './finding.ts'

/** @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html */
export const ValidatePolicy = operation('access-analyzer', 'ValidatePolicy', {
  access: 'Read',
  missing: 'findings are told in English, whatever the locale',
  requires: () => ({
    action: 'access-analyzer:ValidatePolicy',
    resource: '*',
    spokenAs: '*',
    target: () => undefined,
  }),

  compute({ input, caller, view, means, fault }) {
    const { policyDocument: text, policyType, validatePolicyResourceType: resourceType, maxResults, nextToken } = input
    const size = maxResults ?? limits.findingsPageDefault
    if (size < 1 || size > limits.findingsPageMax) {
      throw fault('ValidationError', `maxResults must be between 1 and ${limits.findingsPageMax}`)
    }
    if (resourceType !== undefined && policyType !== 'RESOURCE_POLICY') {
      throw fault('ValidationError', 'validatePolicyResourceType is for policies of type RESOURCE_POLICY only')
    }
    const filters = [shortDigest(JSON.stringify([text, policyType, resourceType]))]
    const list = { operation: 'ValidatePolicy', account: caller.principal.account, filters, view, means }
    // How many findings there are is not known yet: the page is made as if there were always more, and its marker given only if so.
    const { rows, rest } = page<number>(
      { ...list, input: { Marker: nextToken, MaxItems: size } },
      {
        read: (after, count) => Array.from({ length: count }, (_, at) => Number(after?.[0] ?? 0) + at + 1),
        positionOf: (row) => [String(row)],
      },
    )
    const end = rows.at(-1) ?? 0
    return async () => {
      const findings = await findingsOf(text, kindOf(policyType, resourceType), resourceType && services[resourceType])
      return {
        findings: findings.slice(end - size, end).map((finding) => describeFinding(finding, text)),
        ...(findings.length > end && rest.Marker !== undefined && { nextToken: rest.Marker }),
      }
    }
  },
})

/** The services of the resources that a resource policy may be said to be attached to. */
const services = {
  'AWS::S3::Bucket': 's3',
  'AWS::S3::AccessPoint': 's3',
  'AWS::S3::MultiRegionAccessPoint': 's3',
  'AWS::S3ObjectLambda::AccessPoint': 's3-object-lambda',
  'AWS::IAM::AssumeRolePolicyDocument': 'sts',
  'AWS::DynamoDB::Table': 'dynamodb',
} as const satisfies Record<ValidatePolicyResourceType, string>

async function findingsOf(text: string, kind: PolicyKind, attachedTo: string | undefined): Promise<readonly Finding[]> {
  const catalogue = await catalogueFor(text)
  let findings: readonly Finding[] = []
  function* steps() {
    findings = yield* validateInSlices(text, kind, { catalogue, ...(attachedTo !== undefined && { attachedTo }) })
  }
  await inSlices(steps(), () => undefined)
  return findings
}

/** AWS does not ask whether an identity policy is managed: what only managed policies must have is not missed. */
function kindOf(
  type: ValidatePolicyRequest['policyType'],
  resourceType: ValidatePolicyRequest['validatePolicyResourceType'],
): PolicyKind {
  switch (type) {
    case 'IDENTITY_POLICY':
      return 'identity-inline'
    case 'RESOURCE_POLICY':
      return resourceType === 'AWS::IAM::AssumeRolePolicyDocument' ? 'trust' : 'resource'
    case 'SERVICE_CONTROL_POLICY':
      return 'service-control'
    case 'RESOURCE_CONTROL_POLICY':
      return 'resource-control'
    default:
      return type satisfies never
  }
}
