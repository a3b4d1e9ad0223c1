import { policySize } from '../../size.ts'
import { type Check, documented } from '../check.ts'
import { type PolicyKind } from '../../parse.ts'
import { isIdentity } from '../kind.ts'

/** Quotas of AWS, in characters. White space between tokens is counted by organizations only. */
const quotas = {
  managed: 6_144,
  /** All inline policies of a role together; those of users and groups have less. */
  inline: 10_240,
  trust: 2_048,
  session: 2_048,
  resource: 20_480,
  control: 5_120,
} as const

function ofSizes(
  row: Omit<Check, 'find'>,
  applies: (kind: PolicyKind) => boolean,
  quotaOf: (kind: PolicyKind) => number,
  sizeOf: (text: string) => number,
): Check {
  return {
    ...row,
    find({ kind, text, place, json }, report) {
      // Of what is no JSON nobody knows where strings begin, nor of what was too long to be read.
      if (!applies(kind) || json.faults.length > 0) return
      const size = sizeOf(text)
      if (size > quotaOf(kind))
        report(`The policy has ${size} characters; ${quotaOf(kind)} are allowed. Split it.`, place)
    },
  }
}

export const sizeChecks: readonly Check[] = [
  ofSizes(
    {
      code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
      type: 'WARNING',
      source: documented('general-warning-policy-size-exceeds-identity-policy-quota'),
      about: `The policy is longer than a managed policy (${quotas.managed}), or all inline policies of a role (${quotas.inline}), may be.`,
    },
    isIdentity,
    (kind) => (kind === 'session' ? quotas.session : kind === 'identity-inline' ? quotas.inline : quotas.managed),
    policySize,
  ),
  ofSizes(
    {
      code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
      type: 'WARNING',
      source: documented('general-warning-policy-size-exceeds-role-trust-policy-quota'),
      about: `The trust policy is longer than ${quotas.trust} characters.`,
    },
    (kind) => kind === 'trust',
    () => quotas.trust,
    policySize,
  ),
  ofSizes(
    {
      code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
      type: 'WARNING',
      source: documented('general-warning-policy-size-exceeds-resource-policy-quota'),
      about: `The resource policy is longer than that of a bucket may be (${quotas.resource}).`,
    },
    (kind) => kind === 'resource',
    () => quotas.resource,
    (text) => text.length,
  ),
  ofSizes(
    {
      code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
      type: 'ERROR',
      source: documented('error-policy-size-exceeds-scp-quota'),
      about: `The service control policy is longer than ${quotas.control} characters.`,
    },
    (kind) => kind === 'service-control',
    () => quotas.control,
    (text) => text.length,
  ),
  ofSizes(
    {
      code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
      type: 'ERROR',
      source: documented('error-policy-size-exceeds-rcp-quota'),
      about: `The resource control policy is longer than ${quotas.control} characters.`,
    },
    (kind) => kind === 'resource-control',
    () => quotas.control,
    (text) => text.length,
  ),
]
