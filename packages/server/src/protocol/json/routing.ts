import { pathOf, type RawRequest } from '../../domain/http.ts'
import { ServiceError } from '../../errors.ts'
import { type OperationModel, operationModel, services, type ServiceName } from '../model.ts'
import { excerpt } from './excerpt.ts'

const folder = '/api/'

/** Is the path one of this protocol's? */
export function isBelowApi(request: RawRequest): boolean {
  return pathOf(request).startsWith(folder)
}

/** The two names that a path `/api/<service>/<Operation>` has, known or not; undefined for any other path. */
export function namesIn(request: RawRequest): { service: string; operation: string } | undefined {
  const path = pathOf(request)
  if (!path.startsWith(folder)) return undefined
  const [service, operation, ...rest] = path.slice(folder.length).split('/', 3)
  if (service === undefined || operation === undefined || rest.length > 0) return undefined
  return service === '' || operation === '' ? undefined : { service, operation }
}

/** The operation that a path names in the exact letters of its model, or undefined. */
export function operationAt(request: RawRequest): OperationModel | undefined {
  const names = namesIn(request)
  return names !== undefined && isService(names.service) ? operationModel(names.service, names.operation) : undefined
}

/** The operation that a request calls. `service` is the one its signature is for. Throws InvalidAction, UnknownOperation or MalformedInput. */
export function operationCalled(request: RawRequest, service: ServiceName | undefined): OperationModel {
  const operation = operationAt(request) ?? refusePath(request)
  const { method, target } = request
  if (method !== 'POST') {
    throw new ServiceError('UnknownOperation', `${operation.name} is called by POST, and not by ${excerpt(method)}`)
  }
  if (target.includes('?')) {
    const message = 'The path of a call takes no query string: input and signature stand in body and headers'
    throw new ServiceError('MalformedInput', message)
  }
  if (service !== undefined && service !== operation.service) {
    const message = `${operation.name} is an operation of ${operation.service}, and the signature is for ${service}`
    throw new ServiceError('InvalidAction', message)
  }
  return operation
}

function refusePath(request: RawRequest): never {
  const names = namesIn(request)
  let message = 'The path of a call is /api/<service>/<Operation>'
  if (names !== undefined) {
    message = isService(names.service)
      ? `${names.service} has no operation ${excerpt(names.operation)}`
      : `There is no service ${excerpt(names.service)}: there are ${Object.keys(services).join(', ')}`
  }
  throw new ServiceError('InvalidAction', message)
}

function isService(name: string): name is ServiceName {
  return Object.hasOwn(services, name)
}
