import { Sha256 } from '@aws-crypto/sha256-js'
import { HttpRequest } from '@smithy/protocol-http'
import { SignatureV4 } from '@smithy/signature-v4'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSigningKey, presign, readProof, sign, type SignableRequest, verifyProof } from '../src/index.ts'
import * as any from './arbitraries.ts'
import { header } from './requests.ts'

// AWS's signer for JavaScript, which shares no code with ours.

const host = 'localhost:8750'
const everything = fc.record({
  method: any.method,
  path: any.path,
  query: any.query,
  headers: any.headers,
  body: any.body,
  now: any.now,
  region: any.region,
  service: any.service,
  credentials: any.credentials,
})
type Everything = typeof everything extends fc.Arbitrary<infer T> ? T : never

function theirs(input: Everything, uriEscapePath: boolean) {
  const { region, service } = input
  const credentials = complete(input.credentials)
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256, uriEscapePath, applyChecksum: false })
  const names = new Set(input.query.map(({ name }) => name))
  const valuesOf = (wanted: string) => input.query.filter(({ name }) => name === wanted).map(({ value }) => value)
  const query = Object.fromEntries([...names].map((name) => [name, valuesOf(name)]))
  const { method, path, body } = input
  const headers = { host, ...Object.fromEntries(input.headers) }
  return { signer, request: new HttpRequest({ method, path, query, headers, body, hostname: 'localhost' }) }
}

function complete({ accessKeyId, secretAccessKey, sessionToken }: Everything['credentials']) {
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
}

/** What their request looks like on the wire. */
function onTheWire(
  request: { method: string; path: string; query?: unknown; headers: Record<string, string> },
  body: Uint8Array,
) {
  const pieces = Object.entries((request.query ?? {}) as Record<string, string | string[]>).flatMap(([name, values]) =>
    [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  )
  const target = request.path + (pieces.length > 0 ? `?${pieces.join('&')}` : '')
  return { method: request.method, target, rawHeaders: Object.entries(request.headers).flat(), body }
}

function ours(input: Everything): SignableRequest {
  const pieces = input.query.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const target = input.path + (pieces.length > 0 ? `?${pieces.join('&')}` : '')
  return { method: input.method, target, rawHeaders: ['Host', host, ...input.headers.flat()], body: input.body }
}

function verifies(request: SignableRequest, input: Everything, canonicalUri: 'normalised' | 'as-sent'): boolean {
  const { now, region, service, credentials } = input
  const proof = readProof(request, { now, region, services: ['other', service], canonicalUri })
  expect(proof.sessionToken).toBe(credentials.sessionToken)
  return verifyProof(proof, deriveSigningKey(credentials.secretAccessKey, proof.date, region, service))
}

const signature = (text: string) => /Signature=([0-9a-f]{64})/.exec(text)?.[1]

describe.each([
  ['normalised', everything],
  // Sent as it is encoded: S3's signer takes the path as it stands, and so must it be spelled.
  ['as-sent', everything.map((input) => ({ ...input, path: input.path.replace(/%2e|['()*!]/gi, 'x') }))],
] as const)('with the path %s', (canonicalUri, inputs) => {
  const uriEscapePath = canonicalUri === 'normalised'

  test('what the second signer signs in the headers verifies, and we sign it alike', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const { signer, request } = theirs(input, uriEscapePath)
        const signed = onTheWire(await signer.sign(request, { signingDate: new Date(input.now) }), input.body)
        expect(verifies(signed, input, canonicalUri)).toBe(true)
        const added = sign(ours(input), complete(input.credentials), { ...input, canonicalUri })
        expect(signature(added['authorization'] ?? '')).toBe(signature(header(signed, 'authorization')))
      }),
      { numRuns: 300 },
    )
  })

  test('what the second signer signs in the query verifies, and we sign it alike', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const { signer, request } = theirs(input, uriEscapePath)
        const unhoistableHeaders = new Set(['x-amz-target'])
        const options = { signingDate: new Date(input.now), expiresIn: 900, unhoistableHeaders }
        const signed = onTheWire(await signer.presign(request, options), input.body)
        expect(verifies(signed, input, canonicalUri)).toBe(true)
        const target = presign(ours(input), complete(input.credentials), { ...input, canonicalUri })
        expect(signature(target)).toBe(signature(signed.target))
      }),
      { numRuns: 300 },
    )
  })
})
