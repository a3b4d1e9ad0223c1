import { ApiError } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { markStale } from '../../api/use-read.ts'
import type { Belongings, Doing, Step } from './cascade.ts'

/** What a user has, read anew, and what of it may not be read. */
export interface Found extends Belongings {
  readonly id: string
  readonly tags: number
  readonly refused: readonly ApiError[]
}

/** Reads everything that a deletion takes along. A denial of one list hides that list only; everything else is thrown. */
export async function readBelongings(UserName: string): Promise<Found> {
  const refused: ApiError[] = []
  const orElse =
    <T>(otherwise: T) =>
    (error: unknown): T => {
      if (!(error instanceof ApiError) || !(error.isDenied || error.code === 'NoSuchEntity')) throw error
      if (error.isDenied) refused.push(error)
      return otherwise
    }
  const { User } = await call('iam', 'GetUser', { UserName })
  // One page holds all of each: the quotas of a user are far below a hundred.
  const [loginProfile, accessKeys, inlinePolicies, attachedPolicies] = await Promise.all([
    call('iam', 'GetLoginProfile', { UserName }).then(() => true, orElse(false)),
    call('iam', 'ListAccessKeys', { UserName }).then(({ AccessKeyMetadata }) => AccessKeyMetadata, orElse([])),
    call('iam', 'ListUserPolicies', { UserName }).then(({ PolicyNames }) => PolicyNames, orElse([])),
    call('iam', 'ListAttachedUserPolicies', { UserName }).then((output) => output.AttachedPolicies, orElse([])),
  ])
  return {
    id: User.UserId,
    tags: User.Tags?.length ?? 0,
    loginProfile,
    accessKeys: accessKeys.map(({ AccessKeyId = '' }) => AccessKeyId),
    inlinePolicies,
    attachedPolicies: (attachedPolicies ?? []).map(({ PolicyName = '', PolicyArn = '' }) => ({
      name: PolicyName,
      arn: PolicyArn,
    })),
    refused,
  }
}

/** The calls of a deletion, on the wire. What is gone already was done, by whomever. */
export function deletionOf(UserName: string, onStep: (step: Step) => void): Doing<ApiError> {
  return {
    onStep,
    async uniqueId() {
      try {
        return { id: (await call('iam', 'GetUser', { UserName })).User.UserId }
      } catch (error) {
        return { failure: asApiError(error) }
      }
    },
    async run(step) {
      try {
        await send(UserName, step)
        return undefined
      } catch (thrown) {
        const error = asApiError(thrown)
        return error.code === 'NoSuchEntity' ? undefined : error
      } finally {
        markStale('iam', step.operation)
      }
    },
  }
}

function send(UserName: string, step: Step): Promise<unknown> {
  switch (step.operation) {
    case 'DeleteLoginProfile':
    case 'DeleteUser':
      return call('iam', step.operation, { UserName })
    case 'DeleteAccessKey':
      return call('iam', step.operation, { UserName, AccessKeyId: step.id })
    case 'DeleteUserPolicy':
      return call('iam', step.operation, { UserName, PolicyName: step.name })
    case 'DetachUserPolicy':
      return call('iam', step.operation, { UserName, PolicyArn: step.arn })
    default:
      return step satisfies never
  }
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  throw thrown
}
