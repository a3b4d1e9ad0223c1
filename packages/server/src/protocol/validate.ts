import { ServiceError } from '../errors.ts'
import {
  checkOrders,
  constraintTexts,
  enumText,
  enumTextInList,
  patternSentence,
  policyArn,
} from './constraint-texts.ts'
import { limits } from './limits.ts'
import type {
  IntegerShape,
  ListShape,
  MapShape,
  OperationModel,
  ServiceName,
  Shape,
  StringShape,
  StructureShape,
} from './model.ts'
import { matcher } from './pattern.ts'

interface Violations {
  count: number
  /** The first few; the rest are counted only. */
  readonly printed: string[]
  /** The first refusal that IAM puts in a sentence of its own. */
  sentence: string | undefined
}

type Check = (value: unknown, path: string, found: Violations) => void

const prepared = new Map<OperationModel, Check>()

/** Checks an input, as read, against the model's constraints. Throws a ValidationError in AWS's words. */
export function validateInput(operation: OperationModel, input: unknown): void {
  if (operation.input === undefined) return
  let check = prepared.get(operation)
  if (check === undefined) {
    check = structureCheck(operation.service, operation.input)
    prepared.set(operation, check)
  }
  const found: Violations = { count: 0, printed: [], sentence: undefined }
  check(input, '', found)
  if (found.count > 0) {
    const errors = found.count === 1 ? '1 validation error' : `${found.count} validation errors`
    throw new ServiceError('ValidationError', `${errors} detected: ${found.printed.join('; ')}`)
  }
  // These are checked by IAM itself, after the constraints that its framework knows.
  if (found.sentence !== undefined) throw new ServiceError('ValidationError', found.sentence)
}

/** STS prints the value, unless it is a secret or has parts; IAM never does, nor do the services of our own. */
function violation(service: ServiceName, found: Violations, path: string, value: unknown, constraint: string): void {
  if (++found.count > limits.violationsPrintedMax) return
  const printed = service === 'sts' ? print(value) : ''
  found.printed.push(`Value${printed} at '${path}' failed to satisfy constraint: ${constraint}`)
}

/** Handed over in place of a value that must not be printed. */
const keptBack = Symbol('kept back')

function print(value: unknown): string {
  if (value === null) return ' null'
  if (typeof value === 'string' || typeof value === 'number') return ` '${value}'`
  if (!Array.isArray(value) || value.some((each) => typeof each === 'object' && each !== null)) return ''
  return ` '[${value.map((each) => String(each)).join(', ')}]'`
}

/** Undefined where the shape lets everything pass. */
function checkOf(service: ServiceName, shape: Shape): Check | undefined {
  switch (shape.type) {
    case 'structure':
      return structureCheck(service, shape)
    case 'list':
      return listCheck(service, shape)
    case 'map':
      return mapCheck(service, shape)
    case 'string':
      return stringCheck(service, shape)
    case 'integer':
      return integerCheck(service, shape)
    case 'boolean':
    case 'timestamp':
    case 'blob':
      return undefined
    default:
      return shape satisfies never
  }
}

function structureCheck(service: ServiceName, shape: StructureShape): Check {
  const order = checkOrders.get(shape.name) ?? []
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const members = shape.members
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map(({ name, shape: memberShape, required }) => ({
      name,
      part: name.charAt(0).toLowerCase() + name.slice(1),
      required,
      check:
        service === 'iam' && name === policyArn.member ? policyArnCheck(memberShape) : checkOf(service, memberShape),
    }))
  return (value, path, found) => {
    if (!isRecord(value)) return
    for (const { name, part, required, check } of members) {
      const member = value[name]
      if (member === undefined || member === null) {
        if (required) violation(service, found, below(path, part), null, constraintTexts.notNull)
      } else {
        check?.(member, below(path, part), found)
      }
    }
  }
}

function below(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`
}

function policyArnCheck(shape: Shape): Check {
  const check = checkOf('iam', shape)
  return (value, path, found) => {
    check?.(value, path, found)
    if (typeof value === 'string' && !policyArn.pattern.test(value)) found.sentence ??= policyArn.sentence
  }
}

function stringCheck(service: ServiceName, shape: StringShape): Check | undefined {
  const { min, max, values } = shape
  const matches = patternCheck(shape)
  if (min === undefined && max === undefined && values === undefined && matches === undefined) return undefined
  const allowed = values && new Set(values)
  const sentence = patternSentence(service, shape.name)
  return (value, path, found) => {
    if (typeof value !== 'string') return
    const printed = shape.sensitive ? keptBack : value
    // The order of AWS within one member: enum or pattern, then the length.
    if (allowed !== undefined && !allowed.has(value)) {
      violation(service, found, path, printed, enumText(service, values ?? []))
    }
    if (matches !== undefined && !matches(value)) {
      if (sentence !== undefined) found.sentence ??= sentence(path.slice(path.lastIndexOf('.') + 1))
      else violation(service, found, path, printed, constraintTexts.pattern(shape.pattern ?? ''))
    }
    if (max !== undefined && value.length > max) {
      violation(service, found, path, printed, constraintTexts.lengthMax(max))
    }
    if (min !== undefined && value.length < min) {
      violation(service, found, path, printed, constraintTexts.lengthMin(min))
    }
  }
}

/**
 * AWS names pattern and length where a text meets neither, so both are evaluated; but a text beyond its length
 * is refused anyway, and beyond some length it is not matched any more.
 */
function patternCheck(shape: StringShape): ((text: string) => boolean) | undefined {
  if (shape.pattern === undefined) return undefined
  const matches = matcher(shape.pattern)
  if (shape.max === undefined) return matches
  const matchedMax = Math.max(shape.max, limits.overlongTextMatchedMax)
  return (text) => text.length > matchedMax || matches(text)
}

function integerCheck(service: ServiceName, { min, max }: IntegerShape): Check | undefined {
  if (min === undefined && max === undefined) return undefined
  return (value, path, found) => {
    if (typeof value !== 'number') return
    if (max !== undefined && value > max) {
      violation(service, found, path, value, constraintTexts.valueMax(max))
    }
    if (min !== undefined && value < min) {
      violation(service, found, path, value, constraintTexts.valueMin(min))
    }
  }
}

function listCheck(service: ServiceName, shape: ListShape): Check {
  const { min, max, member } = shape
  const scalar = scalarTest(member)
  const check = scalar === undefined ? checkOf(service, member) : undefined
  return (value, path, found) => {
    if (!Array.isArray(value)) return
    const list: readonly unknown[] = value
    if (max !== undefined && list.length > max) {
      violation(service, found, path, list, constraintTexts.lengthMax(max))
    }
    if (min !== undefined && list.length < min) {
      violation(service, found, path, list, constraintTexts.lengthMin(min))
    }
    let failed = false
    for (const [index, each] of list.entries()) {
      if (each === null || each === undefined) {
        violation(service, found, `${path}.${index + 1}.member`, null, constraintTexts.notNull)
      } else if (scalar !== undefined) {
        failed ||= !scalar.passes(each)
      } else {
        check?.(each, `${path}.${index + 1}.member`, found)
      }
    }
    // However many scalars of a list fail, AWS says it once, at the list.
    if (failed && scalar !== undefined) {
      violation(service, found, path, list, constraintTexts.eachMember(scalar.constraints))
    }
  }
}

function mapCheck(service: ServiceName, shape: MapShape): Check {
  const { min, max } = shape
  const key = scalarTest(shape.key)
  const scalar = scalarTest(shape.value)
  const check = scalar === undefined ? checkOf(service, shape.value) : undefined
  return (value, path, found) => {
    if (!isRecord(value)) return
    const entries = Object.entries(value)
    if (max !== undefined && entries.length > max) {
      violation(service, found, path, value, constraintTexts.lengthMax(max))
    }
    if (min !== undefined && entries.length < min) {
      violation(service, found, path, value, constraintTexts.lengthMin(min))
    }
    let keyFailed = false
    let valueFailed = false
    for (const [name, each] of entries) {
      if (key !== undefined) keyFailed ||= !key.passes(name)
      if (each === null || each === undefined) {
        violation(service, found, `${path}.${name}.member`, null, constraintTexts.notNull)
      } else if (scalar !== undefined) {
        valueFailed ||= !scalar.passes(each)
      } else {
        check?.(each, `${path}.${name}.member`, found)
      }
    }
    if (keyFailed && key !== undefined) {
      violation(service, found, path, value, constraintTexts.eachKey(key.constraints))
    }
    if (valueFailed && scalar !== undefined) {
      violation(service, found, path, value, constraintTexts.eachValue(scalar.constraints))
    }
  }
}

/** The constraints on a scalar inside a list or a map, in the order AWS lists them; undefined for a structure or a list. */
function scalarTest(shape: Shape): { passes: (value: unknown) => boolean; constraints: readonly string[] } | undefined {
  if (shape.type !== 'string') return undefined
  const { min, max, values, pattern } = shape
  const matches = patternCheck(shape)
  const constraints: string[] = []
  if (max !== undefined) constraints.push(constraintTexts.lengthMax(max))
  if (min !== undefined) constraints.push(constraintTexts.lengthMin(min))
  if (pattern !== undefined) constraints.push(constraintTexts.pattern(pattern))
  if (values !== undefined) constraints.push(enumTextInList(shape.name, values))
  const passes = (value: unknown) =>
    typeof value === 'string' &&
    (max === undefined || value.length <= max) &&
    (min === undefined || value.length >= min) &&
    (values === undefined || values.includes(value)) &&
    (matches === undefined || matches(value))
  return { passes, constraints }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
