import { SigV4Error } from './errors.ts'
import { limits } from './limits.ts'

/** The last element of every SigV4 credential scope. */
export const terminator = 'aws4_request'

/** A credential as sent, taken apart. `text` is the whole of it: `keyid/date/region/service/term`. */
export interface Credential {
  readonly text: string
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly terminator: string
}

/** What the scope of a credential has to be. */
export interface ScopeDemand {
  readonly services: readonly string[]
  readonly region?: string
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
  const [accessKeyId, date, region, service, end, ...more] = text.split('/')
  if (
    accessKeyId === undefined ||
    date === undefined ||
    region === undefined ||
    service === undefined ||
    end === undefined ||
    more.length > 0
  ) {
    throw new SigV4Error(
      'IncompleteSignature',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${text}'`,
    )
  }
  return { text, accessKeyId, date, region, service, terminator: end }
}

/** Rule 13: the scope is for us and for this day. Every failing check is told, in one SignatureDoesNotMatch. */
export function checkScope(credential: Credential, timestamp: string, demand: ScopeDemand): void {
  let failures = ''
  const { date, region, service } = credential
  if (demand.region === undefined ? !wellFormedRegion.test(region) : region !== demand.region) {
    failures += `Credential should be scoped to a valid region, not '${region}'. `
  }
  if (!demand.services.includes(service)) {
    failures += `Credential should be scoped to correct service: '${closestService(service, demand.services)}'. `
  }
  if (credential.terminator !== terminator) {
    failures += `Credential should be scoped with a valid terminator: '${terminator}', not '${credential.terminator}'. `
  }
  const day = timestamp.slice(0, 8)
  if (date !== day) {
    failures += `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${timestamp}'.`
  }
  if (failures !== '') throw new SigV4Error('SignatureDoesNotMatch', failures)
}

// AWS's sentence has room for one service. The one that was meant, where only the case of the letters differs;
// otherwise the first, which the caller of this package lists as its main one.
function closestService(sent: string, services: readonly string[]): string {
  const lowered = sent.toLowerCase()
  return services.find((service) => service.toLowerCase() === lowered) ?? services[0] ?? ''
}
