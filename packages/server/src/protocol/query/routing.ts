import { pathOf, type RawRequest } from '../../domain/http.ts'
import { ServiceError } from '../../errors.ts'
import { type OperationModel, operationModel, services, type ServiceName } from '../model.ts'
import { firstValueOf, type Form } from './form.ts'

/** The service whose API has this version: no two have the same. */
export function serviceOfVersion(version: string | undefined): ServiceName | undefined {
  if (version === services.iam.version) return 'iam'
  if (version === services.sts.version) return 'sts'
  return undefined
}

/** The operation that a form names by Action and Version. Throws NoOperationNamed, UnknownOperation or InvalidAction. */
export function operationNamedBy(form: Form, request: RawRequest, service: ServiceName | undefined): OperationModel {
  const action = firstValueOf(form, 'Action')
  if (action === undefined || (request.method !== 'GET' && request.method !== 'POST')) {
    if (pathOf(request) === '/') throw new ServiceError('NoOperationNamed', 'No Action was named')
    throw new ServiceError('UnknownOperation', 'No Action was named')
  }
  const version = firstValueOf(form, 'Version')
  const named = serviceOfVersion(version)
  const operation =
    named === undefined || (service !== undefined && service !== named) ? undefined : operationModel(named, action)
  if (operation !== undefined) return operation
  throw new ServiceError(
    'InvalidAction',
    `Could not find operation ${action} for version ${version ?? 'NO_VERSION_SPECIFIED'}`,
  )
}
