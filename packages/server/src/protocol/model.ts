import { readFileSync } from 'node:fs'
import type { ErrorCode, OperationErrorCode } from '../errors.ts'

/**
 * AWS's services by the names that signatures are scoped to, and two of our own: `keyward`, and the steps of `signin`, which only the
 * json protocol speaks.
 */
export type ServiceName = 'iam' | 'sts' | 'access-analyzer' | 'keyward' | 'signin'

export interface StructureShape {
  readonly type: 'structure'
  readonly name: string
  readonly members: readonly Member[]
}

export interface Member {
  readonly name: string
  readonly shape: Shape
  readonly required: boolean
  /** Where rest-json carries it, under which name; undefined: in the body, under its own. */
  readonly location: MemberLocation | undefined
}

export interface MemberLocation {
  readonly in: 'querystring' | 'header'
  readonly name: string
}

export interface ListShape {
  readonly type: 'list'
  readonly name: string
  readonly member: Shape
  readonly min: number | undefined
  readonly max: number | undefined
}

export interface MapShape {
  readonly type: 'map'
  readonly name: string
  readonly key: StringShape
  readonly value: Shape
  readonly min: number | undefined
  readonly max: number | undefined
}

export interface StringShape {
  readonly type: 'string'
  readonly name: string
  /** In UTF-16 code units, as AWS counts. */
  readonly min: number | undefined
  readonly max: number | undefined
  /** The model's own regular expression, Java flavour, matched against the whole text. */
  readonly pattern: string | undefined
  readonly values: readonly string[] | undefined
  /** Never printed in a refusal. */
  readonly sensitive: boolean
}

export interface IntegerShape {
  readonly type: 'integer'
  readonly name: string
  readonly min: number | undefined
  readonly max: number | undefined
}

export interface PlainShape {
  readonly type: 'boolean' | 'timestamp' | 'blob'
  readonly name: string
}

export type Shape = StructureShape | ListShape | MapShape | StringShape | IntegerShape | PlainShape

export interface OperationModel {
  readonly service: ServiceName
  readonly name: string
  /** False for AssumeRoleWithSAML, AssumeRoleWithWebIdentity and the steps of signing in: called before anyone is known. */
  readonly signed: boolean
  /** The codes that the operation itself declares, besides those any call may meet. */
  readonly errors: readonly ErrorCode[]
  readonly input: StructureShape | undefined
  readonly output: StructureShape | undefined
  /** How rest-json calls it; undefined where the service is spoken otherwise. */
  readonly http: { readonly method: string; readonly path: string } | undefined
}

export interface ServiceModel {
  readonly name: ServiceName
  readonly version: string
  /** Undefined for services that have no form in XML. */
  readonly xmlNamespace: string | undefined
  /** AWS's own protocol for it; undefined for services of ours. */
  readonly protocol: string | undefined
  readonly operationNames: readonly string[]
}

interface Reference {
  readonly shape: string
}

interface MemberReference extends Reference {
  readonly location?: 'querystring' | 'header'
  readonly locationName?: string
}

interface ShapeEntry {
  readonly type: Shape['type']
  readonly members?: Readonly<Record<string, MemberReference>>
  readonly required?: readonly string[]
  readonly member?: Reference
  readonly key?: Reference
  readonly value?: Reference
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly sensitive?: boolean
  readonly exception?: boolean
  readonly error?: { readonly code?: OperationErrorCode; readonly httpStatusCode: number }
}

interface OperationEntry {
  readonly input?: Reference
  readonly output?: Reference
  readonly errors?: readonly Reference[]
  readonly authtype?: string
  readonly http?: { readonly method: string; readonly requestUri: string }
}

interface ModelFile {
  readonly metadata: { readonly apiVersion: string; readonly xmlNamespace?: string; readonly protocol?: string }
  readonly operations: Readonly<Record<string, OperationEntry>>
  readonly shapes: Readonly<Record<string, ShapeEntry>>
}

interface Loaded {
  readonly service: ServiceModel
  readonly entries: ReadonlyMap<string, OperationEntry>
  readonly shapeEntries: Readonly<Record<string, ShapeEntry>>
  /** Filled as operations are asked for: a start prepares nothing. */
  readonly shapes: Map<string, Shape>
  readonly operations: Map<string, OperationModel>
}

function load(name: ServiceName): Loaded {
  // From src/ and from dist/ alike, the model lies two folders up.
  const file = JSON.parse(readFileSync(new URL(`../../model/${name}.json`, import.meta.url), 'utf8')) as ModelFile
  const entries = new Map(Object.entries(file.operations))
  return {
    service: {
      name,
      version: file.metadata.apiVersion,
      xmlNamespace: file.metadata.xmlNamespace,
      protocol: file.metadata.protocol,
      operationNames: [...entries.keys()],
    },
    entries,
    shapeEntries: file.shapes,
    shapes: new Map(),
    operations: new Map(),
  }
}

const loaded = {
  iam: load('iam'),
  sts: load('sts'),
  'access-analyzer': load('access-analyzer'),
  keyward: load('keyward'),
  signin: load('signin'),
} as const satisfies Record<ServiceName, Loaded>

export const services: Readonly<Record<ServiceName, ServiceModel>> = {
  iam: loaded.iam.service,
  sts: loaded.sts.service,
  'access-analyzer': loaded['access-analyzer'].service,
  keyward: loaded.keyward.service,
  signin: loaded.signin.service,
}

/** The model of an operation by its wire name, or undefined where the service has none of that name. */
export function operationModel(service: ServiceName, name: string): OperationModel | undefined {
  const from = loaded[service]
  const known = from.operations.get(name)
  if (known !== undefined) return known
  const entry = from.entries.get(name)
  if (entry === undefined) return undefined
  const model: OperationModel = {
    service,
    name,
    signed: entry.authtype !== 'none',
    errors: (entry.errors ?? []).map((error) => wireCode(from, error.shape)),
    input: entry.input && structure(from, entry.input.shape),
    output: entry.output && structure(from, entry.output.shape),
    // The other models name a path too: the one they are all called at.
    http:
      from.service.protocol === 'rest-json' && entry.http
        ? { method: entry.http.method, path: entry.http.requestUri }
        : undefined,
  }
  from.operations.set(name, model)
  return model
}

/** The HTTP status that the model gives to an operation's error. */
export function modelledStatus(code: ErrorCode): number | undefined {
  return (statuses ??= readStatuses()).get(code)
}

let statuses: ReadonlyMap<string, number> | undefined

function readStatuses(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const from of Object.values(loaded)) {
    for (const [name, entry] of Object.entries(from.shapeEntries)) {
      // The few that declare no status are the sender's fault, by their descriptions.
      if (entry.exception) found.set(wireCode(from, name), entry.error?.httpStatusCode ?? 400)
    }
  }
  return found
}

/** The wire code of an error; the few error shapes that declare none go by their own name. */
function wireCode(from: Loaded, shapeName: string): OperationErrorCode {
  return from.shapeEntries[shapeName]?.error?.code ?? (shapeName as OperationErrorCode)
}

function structure(from: Loaded, name: string): StructureShape {
  const shape = resolve(from, name)
  if (shape.type !== 'structure') throw new Error(`${name} in the model of ${from.service.name} is not a structure`)
  return shape
}

// No shape of these models contains itself, so shapes nest to a fixed depth and resolving ends.
function resolve(from: Loaded, name: string): Shape {
  const known = from.shapes.get(name)
  if (known !== undefined) return known
  const entry = from.shapeEntries[name]
  if (entry === undefined) throw new Error(`the model of ${from.service.name} has no shape ${name}`)
  const shape = build(from, name, entry)
  from.shapes.set(name, shape)
  return shape
}

function build(from: Loaded, name: string, entry: ShapeEntry): Shape {
  const { min, max } = entry
  switch (entry.type) {
    case 'structure': {
      const members = Object.entries(entry.members ?? {}).map(([memberName, reference]) => ({
        name: memberName,
        shape: resolve(from, reference.shape),
        required: entry.required?.includes(memberName) ?? false,
        location: reference.location && { in: reference.location, name: reference.locationName ?? memberName },
      }))
      return { type: 'structure', name, members }
    }
    case 'list':
      return { type: 'list', name, member: part(from, name, entry.member), min, max }
    case 'map': {
      const key = part(from, name, entry.key)
      if (key.type !== 'string') throw new Error(`the keys of ${name} are not strings`)
      return { type: 'map', name, key, value: part(from, name, entry.value), min, max }
    }
    case 'string':
      return {
        type: 'string',
        name,
        min,
        max,
        pattern: entry.pattern,
        values: entry.enum,
        sensitive: entry.sensitive ?? false,
      }
    case 'integer':
      return { type: 'integer', name, min, max }
    case 'boolean':
    case 'timestamp':
    case 'blob':
      return { type: entry.type, name }
    default:
      return entry.type satisfies never
  }
}

function part(from: Loaded, name: string, reference: Reference | undefined): Shape {
  if (reference === undefined) throw new Error(`${name} does not say what it holds`)
  return resolve(from, reference.shape)
}
