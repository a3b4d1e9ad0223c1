import type { View } from '../../../directory/view.ts'
import { ServiceError } from '../../../errors.ts'
import type { PolicyVersion as PolicyVersionShape } from '../../../protocol/types/iam.ts'
import { limits } from '../../../domain/limits.ts'
import { policyVersion, versionsOf, type StoredPolicy } from '../../../store/managed-policies.ts'
import { checkDocument, type CheckedDocument } from '../policy-document.ts'
import { isBuiltIn, versionId } from './policy.ts'

/** A version without its document, as lists show it. */
export const describeVersion = (
  { n, createdAt }: { readonly n: number; readonly createdAt: number },
  defaultVersion: number,
): PolicyVersionShape => ({ VersionId: versionId(n), IsDefaultVersion: n === defaultVersion, CreateDate: createdAt })

/** The number that a version's id names: it is looked for among those that are there. */
export const versionNumber = (id: string): number => (/^v\d{1,9}$/.test(id) ? Number(id.slice(1)) : 0)

/** A policy's versions, newest first. */
export function versions(
  policy: StoredPolicy,
  view: View,
): readonly { readonly n: number; readonly createdAt: number }[] {
  if (isBuiltIn(policy)) return [{ n: policy.defaultVersion, createdAt: policy.updatedAt }]
  return view.get(versionsOf, { policyId: policy.id })
}

export function findVersion(policy: StoredPolicy, id: string, view: View) {
  const n = versionNumber(id)
  if (!isBuiltIn(policy)) return view.get(policyVersion, { policyId: policy.id, n })
  return n === policy.defaultVersion ? { n, text: policy.text, createdAt: policy.updatedAt } : undefined
}

export const noSuchVersion = (arn: string, id: string): ServiceError =>
  new ServiceError('NoSuchEntity', `Policy ${arn} version ${id} does not exist or is not attachable.`)

/** A managed policy's document. Throws MalformedPolicyDocument, and LimitExceeded for one that is too long. */
export function checkManagedDocument(text: string): CheckedDocument {
  const document = checkDocument(text, 'identity-managed')
  if (document.size > limits.managedPolicySizeMax)
    throw new ServiceError('LimitExceeded', `Cannot exceed quota for PolicySize: ${limits.managedPolicySizeMax}`)
  return document
}
