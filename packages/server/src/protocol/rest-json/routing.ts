import { pathOf, type RawRequest } from '../../domain/http.ts'
import { ServiceError } from '../../errors.ts'
import { type OperationModel, operationModel, services, type ServiceName } from '../model.ts'

/** The operations that have a path of their own, by it. The models have no paths with places in them. */
const operations: ReadonlyMap<string, OperationModel> = new Map(
  Object.values(services)
    .filter(({ protocol }) => protocol === 'rest-json')
    .flatMap(({ name, operationNames }) => operationNames.flatMap((operation) => operationModel(name, operation) ?? []))
    .flatMap((operation) => (operation.http === undefined ? [] : [[operation.http.path, operation]])),
)

/** The operation that is called at a path, by whichever method; undefined for any other path. */
export function operationAt(request: RawRequest): OperationModel | undefined {
  return operations.get(pathOf(request))
}

/** The operation that a request calls. `service` is the one its signature is for. Throws UnknownOperation. */
export function operationCalled(request: RawRequest, service: ServiceName | undefined): OperationModel {
  const operation = operationAt(request)
  // A signature for a service is no proof for another.
  if (operation?.http?.method === request.method && (service === undefined || service === operation.service))
    return operation
  throw new ServiceError('UnknownOperation', 'No operation is called by this method at this path')
}
