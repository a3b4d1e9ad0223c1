import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deriveSigningKey, presign, readProof, sign, type SignableRequest, verifyProof } from '../src/index.ts'
import clients from './vectors/clients.json' with { type: 'json' }
import published from './vectors/published.json' with { type: 'json' }
import { bytes, withHeaders } from './requests.ts'

interface Vector {
  readonly name: string
  readonly form: string
  readonly canonicalUri: string
  readonly secretAccessKey: string
  readonly region: string
  readonly service: string
  readonly timestamp: string
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly string[])[]
  readonly body: string
  readonly sessionToken: string | null
  readonly canonicalRequest: string
  readonly signature: string
}

const accessKeyId = 'AKIDEXAMPLE'

function requestOf(vector: Vector): SignableRequest {
  const { method, target, headers, body } = vector
  return { method, target: bytes(target), rawHeaders: headers.flat().map(bytes), body: Buffer.from(body) }
}

function optionsOf(vector: Vector) {
  const { timestamp, region, service } = vector
  const now = Date.parse(timestamp.replace(/(....)(..)(.....)(..)(...)/, '$1-$2-$3:$4:$5'))
  const canonicalUri = vector.canonicalUri === 'as-sent' ? ('as-sent' as const) : ('normalised' as const)
  return { now, region, service, canonicalUri }
}

/** The vector's request with its published signature in the place where a client puts it. */
function signedRequestOf(vector: Vector): SignableRequest {
  const request = requestOf(vector)
  if (vector.form === 'query') return request
  const scope = `${vector.timestamp.slice(0, 8)}/${vector.region}/${vector.service}/aws4_request`
  const signedHeaders = vector.canonicalRequest.split('\n').at(-2)
  return withHeaders(request, {
    Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${vector.signature}`,
  })
}

for (const [source, vectors] of Object.entries({ published, clients })) {
  describe.each(vectors.map((vector): [string, Vector] => [vector.name, vector]))(
    `${source} vector %s`,
    (_, vector) => {
      test('has the canonical request, and verifies', () => {
        const { service, ...options } = optionsOf(vector)
        const proof = readProof(signedRequestOf(vector), { ...options, services: [service] })
        expect(proof.canonicalRequestHash).toBe(createHash('sha256').update(vector.canonicalRequest).digest('hex'))
        expect(proof).toMatchObject({ form: vector.form, accessKeyId, sessionToken: vector.sessionToken ?? undefined })
        const { secretAccessKey, region, timestamp } = vector
        const date = timestamp.slice(0, 8)
        expect(verifyProof(proof, deriveSigningKey(secretAccessKey, date, region, service))).toBe(true)
        expect(verifyProof(proof, deriveSigningKey(`${secretAccessKey}.`, date, region, service))).toBe(false)
      })

      test('is signed with the same signature', () => {
        const { secretAccessKey, sessionToken } = vector
        const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === null ? {} : { sessionToken }) }
        const request = withHeaders(requestOf(vector), { 'User-Agent': 'never signed' })
        if (vector.form === 'header') {
          const added = sign(request, credentials, optionsOf(vector))
          expect(added['authorization']).toContain(`Signature=${vector.signature}`)
        } else {
          const target = request.target.replace(/&X-Amz-Algorithm.*/, '')
          const expiresSeconds = Number(/X-Amz-Expires=(\d+)/.exec(request.target)?.[1])
          const presigned = presign({ ...request, target }, credentials, { ...optionsOf(vector), expiresSeconds })
          expect(presigned).toContain(`X-Amz-Signature=${vector.signature}`)
        }
      })
    },
  )
}

describe('the published keys', () => {
  // The signing key of AWS's documentation cannot be read out of a SigningKey: its signature stands for it.
  test('sign the published string to sign', () => {
    const key = deriveSigningKey('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', '20150830', 'us-east-1', 'iam')
    expect(key.sign('20150830T123600Z', 'f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59')).toBe(
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    )
  })
})
