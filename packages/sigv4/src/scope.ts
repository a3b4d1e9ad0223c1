import { SigV4Error } from './errors.ts'
import { limits } from './limits.ts'

/** The last element of every SigV4 credential scope. */
export const terminator = 'aws4_request'

/** A credential as sent, taken apart: `keyid/date/region/service/term`. */
export interface Credential {
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly terminator: string
}

/** What the scope of a credential has to be. */
export interface ScopeDemand {
  /** The services a scope may name, the main one first. */
  readonly services: readonly string[]
  /** The region a scope must name; absent: any that is well formed. */
  readonly region?: string | undefined
}

const wellFormedRegion = /^[a-z0-9-]{1,64}$/

/** Rule 12: five elements. Throws IncompleteSignature. */
export function parseCredential(text: string): Credential {
  if (text.length > limits.credentialCharsMax) {
    throw new SigV4Error(
      'IncompleteSignature',
      `Credential must not be longer than ${limits.credentialCharsMax} characters.`,
    )
  }
  const first = text.indexOf('/')
  const second = text.indexOf('/', first + 1)
  const third = text.indexOf('/', second + 1)
  const fourth = text.indexOf('/', third + 1)
  // A search that found nothing makes the next one start over, so the positions climb only if all four were found.
  if (first === -1 || second <= first || third <= second || fourth <= third || text.includes('/', fourth + 1)) {
    throw new SigV4Error(
      'IncompleteSignature',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${text}'`,
    )
  }
  return {
    accessKeyId: text.slice(0, first),
    date: text.slice(first + 1, second),
    region: text.slice(second + 1, third),
    service: text.slice(third + 1, fourth),
    terminator: text.slice(fourth + 1),
  }
}

/** Rule 13: the scope is for us and for the day of `timestamp`. Every failing check is told, in one SignatureDoesNotMatch. */
export function checkScope(credential: Credential, timestamp: string, demand: ScopeDemand): void {
  const { date, region, service } = credential
  const regionFits = demand.region === undefined ? wellFormedRegion.test(region) : region === demand.region
  const serviceFits = demand.services.includes(service)
  const terminatorFits = credential.terminator === terminator
  const dateFits = date.length === 8 && timestamp.startsWith(date)
  if (regionFits && serviceFits && terminatorFits && dateFits) return
  const day = timestamp.slice(0, 8)
  throw new SigV4Error(
    'SignatureDoesNotMatch',
    (regionFits ? '' : `Credential should be scoped to a valid region, not '${region}'. `) +
      (serviceFits
        ? ''
        : `Credential should be scoped to correct service: '${closestService(service, demand.services)}'. `) +
      (terminatorFits
        ? ''
        : `Credential should be scoped with a valid terminator: '${terminator}', not '${credential.terminator}'. `) +
      (dateFits
        ? ''
        : `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${timestamp}'.`),
  )
}

// AWS's sentence has room for one service. The one that was meant, where only the case of the letters differs;
// otherwise the first, which the caller of this package lists as its main one.
function closestService(sent: string, services: readonly string[]): string {
  const lowered = sent.toLowerCase()
  return services.find((service) => service.toLowerCase() === lowered) ?? services[0] ?? ''
}
