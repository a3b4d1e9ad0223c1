import { type Draft } from '../draft.ts'
import { PolicyError } from '../errors.ts'
import { type JsonString } from '../json.ts'

const vendor = /^[A-Za-z0-9.-]+$/

/** Refuses actions that are neither `*` nor `vendor:name`. Unknown services and names are fine, as on AWS. */
export function checkActions({ statements }: Draft): void {
  for (const negated of [false, true]) {
    for (const { action } of statements) if (action?.negated === negated) action.values.forEach(checkAction)
  }
}

function checkAction({ value, span }: JsonString): void {
  if (value === '*') return
  const [service = '', name, more] = value.split(':', 3)
  if (name === undefined) {
    throw new PolicyError('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.', span)
  }
  if (more !== undefined) throw new PolicyError('Actions/Condition can contain only one colon.', span)
  if (!vendor.test(service)) throw new PolicyError(`Vendor ${service} is not valid`, span)
}
