import { cells, glob, lookUp, substitute } from './pattern.ts'
import type { Context } from './raw.ts'
import { bytes, compareArn, compareIp, ip, number, ordered, time, type Verdict } from './values.ts'

/** Says whether the request satisfies one key of one operator. `effect` matters to a malformed ARN alone: it fails closed. */
export function holds(
  written: string,
  key: string,
  values: readonly string[],
  context: Context,
  variables: boolean,
  effect: string,
): boolean {
  let operator = written
  let quantifier = ''
  if (operator.includes(':')) [quantifier, operator] = operator.split(':') as [string, string]
  const ifExists = operator.endsWith('IfExists')
  if (ifExists) operator = operator.slice(0, -8)
  const present = lookUp(context, key)

  if (operator === 'Null') {
    const wants = (absent: boolean) => values.some((value) => (value.toLowerCase() === 'true') === absent)
    if (quantifier === '') return wants(present === undefined)
    if (present === undefined) return quantifier === 'ForAllValues'
    const items = typeof present === 'string' ? [present] : present
    return quantifier === 'ForAllValues' ? items.length === 0 || wants(false) : items.length > 0 && wants(false)
  }

  const negated = operator.includes('Not')
  const positive = operator.replace('Not', '')
  if (present === undefined) {
    if (ifExists) return true
    if (quantifier === 'ForAllValues') return true
    if (quantifier === 'ForAnyValue') return false
    return negated
  }
  const one = (requestValue: string): boolean => {
    if (!comparable(positive, requestValue)) return false
    const verdicts = values.map((value) => compare(positive, value, requestValue, context, variables))
    if (effect === 'Deny') {
      const first = verdicts.find((verdict) => verdict === 'broken' || verdict === true)
      if (first === 'broken') return true
    }
    const matched = verdicts.includes(true)
    return negated ? !matched : matched
  }
  if (quantifier === 'ForAllValues') return (typeof present === 'string' ? [present] : present).every(one)
  if (quantifier === 'ForAnyValue') return (typeof present === 'string' ? [present] : present).some(one)
  return typeof present === 'string' && one(present)
}

/** Addresses and ARNs are compared with nothing else, whatever the policy says. */
function comparable(operator: string, requestValue: string): boolean {
  if (operator === 'IpAddress') return ip(requestValue) !== undefined
  if (operator.startsWith('Arn')) return requestValue.startsWith('arn:') && requestValue.split(':').length >= 6
  return true
}

function compare(
  operator: string,
  policyValue: string,
  requestValue: string,
  context: Context,
  variables: boolean,
): Verdict {
  if (/^(String|Arn)/.test(operator)) {
    const pattern = variables ? substitute(policyValue, context) : cells(policyValue)
    if (operator.startsWith('Arn')) return compareArn(pattern, requestValue)
    if (pattern === 'unresolved') return false
    const text = pattern.map(({ character }) => character).join('')
    if (operator === 'StringEquals') return text === requestValue
    if (operator === 'StringEqualsIgnoreCase') return text.toLowerCase() === requestValue.toLowerCase()
    return glob(pattern, requestValue)
  }
  if (operator === 'Bool') return (policyValue.toLowerCase() === 'true') === (requestValue.toLowerCase() === 'true')
  if (operator === 'BinaryEquals') return bytes(policyValue) !== undefined && bytes(policyValue) === bytes(requestValue)
  if (operator === 'IpAddress') return compareIp(policyValue, requestValue)
  if (operator.startsWith('Numeric')) return ordered(operator.slice(7), number(requestValue), number(policyValue))
  return ordered(operator.slice(4), time(requestValue), time(policyValue))
}
