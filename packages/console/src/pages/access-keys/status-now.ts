import { ApiError } from '../../api/api-error.ts'
import { readNow } from '../../api/use-read.ts'
import { named, type Owner } from './owner.ts'

/** A key's status at this moment; undefined where the key is gone, an ApiError where that cannot be known. */
export async function statusNow(owner: Owner, id: string) {
  try {
    const { AccessKeyMetadata } = await readNow('iam', 'ListAccessKeys', named(owner))
    return AccessKeyMetadata.find(({ AccessKeyId }) => AccessKeyId === id)?.Status
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
