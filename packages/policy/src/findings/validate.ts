import { PolicyError } from '../errors.ts'
import { documentLengthMax } from '../json.ts'
import { parsePolicy, type PolicyKind } from '../parse.ts'
import { bounds } from './bounds.ts'
import { type Finding, findingTypes, type Location } from './finding.ts'
import { type Catalogue, Knowledge } from './knowledge.ts'
import { outlineOf } from './outline.ts'
import { checks } from './table.ts'
import { readTolerantly } from './tolerant-json.ts'

export interface ValidationOptions {
  /** What is known of AWS's services. Without it actions, condition keys and resource types are taken as they come. */
  readonly catalogue?: Catalogue
  /** Of a resource policy: the prefix of the service whose resource it is attached to, where that is known. */
  readonly attachedTo?: string
}

/** The code of a refusal that no check foresaw: AWS's sentence is all there is. */
export const malformedCode = 'KEYWARD_MALFORMED_POLICY'

/**
 * Finds what is wrong, risky or clumsy in a policy document, in the order of the text. Never throws: what cannot be read is a finding
 * too, and the rest is looked at all the same. Time and number of findings are bounded for every text.
 */
export function validatePolicy(text: string, kind: PolicyKind, options: ValidationOptions = {}): readonly Finding[] {
  const slices = validateInSlices(text, kind, options)
  for (;;) {
    const { done, value } = slices.next()
    if (done) return value
  }
}

/** The same in steps of a few milliseconds each, for who has others to serve in between. */
export function* validateInSlices(
  text: string,
  kind: PolicyKind,
  { catalogue, attachedTo }: ValidationOptions = {},
): Generator<undefined, readonly Finding[]> {
  const json = readTolerantly(text)
  yield
  const policy = outlineOf({ text, kind, attachedTo, knowledge: new Knowledge(catalogue) }, json)
  yield
  const findings: Finding[] = []
  for (const { code, type, find } of checks) {
    let count = 0
    find(policy, (message, ...places) => {
      if (++count > bounds.perCode) return
      findings.push({ type, code, message, locations: locationsOf(places, policy.place) })
    })
    yield
  }
  if (!findings.some(({ type }) => type === 'ERROR')) findings.push(...refusalOf(text, kind, policy.place))
  return findings.sort(byPlace)
}

function locationsOf(places: readonly Location[], document: Location): readonly Location[] {
  return places.length === 0 ? [document] : places.slice(0, bounds.locations)
}

/** Whatever the checks overlook, a document that is refused when it is saved is never called sound. */
function refusalOf(text: string, kind: PolicyKind, document: Location): readonly Finding[] {
  if (text.length > documentLengthMax) return []
  try {
    parsePolicy(text, kind)
    return []
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const locations = [{ path: [], span: error.span ?? document.span }]
    return [{ type: 'ERROR', code: malformedCode, message: error.message, locations }]
  }
}

function byPlace(a: Finding, b: Finding): number {
  const offset = (finding: Finding) => finding.locations[0]?.span.offset ?? 0
  return offset(a) - offset(b) || findingTypes.indexOf(a.type) - findingTypes.indexOf(b.type)
}
