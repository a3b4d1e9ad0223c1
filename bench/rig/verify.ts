import { hash } from 'node:crypto'
import { deriveSigningKey, readProof, verifyProof, type SignableRequest } from '@keyward/sigv4'
import { signedCall } from './requests.ts'

// Verifies as fast as it can, and in turn does nothing but the hashes; prints the microseconds of one for each round.
const [seconds = '', rounds = ''] = process.argv.slice(2)

const calls = Array.from({ length: 1_000 }, (_, index) => {
  const credentials = { accessKeyId: `AKIA${String(index).padStart(16, '2')}`, secretAccessKey: 'b'.repeat(40) }
  const request = signedCall({ service: 'sts', action: 'GetCallerIdentity' }, credentials)
  const proof = readProof(request, options())
  const signingKey = deriveSigningKey(credentials.secretAccessKey, proof.date, proof.region, proof.service)
  return { request, signingKey, hashes: inputsOf(request, proof.canonicalRequestHash, proof.timestamp) }
})

function options() {
  return { now: Date.now(), services: ['iam', 'sts'] }
}

/** What goes into the four hashes: body, canonical request, and the two of an HMAC, whose padded key is a block of 64 bytes. */
function inputsOf({ body, rawHeaders }: SignableRequest, canonicalRequestHash: string, timestamp: string) {
  const header = (name: string) => rawHeaders[rawHeaders.findIndex((each) => each.toLowerCase() === name) + 1] ?? ''
  const names = ['content-type', 'host', 'x-amz-date']
  const headers = names.map((name) => `${name}:${header(name)}\n`).join('')
  const canonicalRequest = `POST\n/\n\n${headers}\n${names.join(';')}\n${hash('sha256', body, 'hex')}`
  if (hash('sha256', canonicalRequest, 'hex') !== canonicalRequestHash) throw new Error('not the canonical request')
  const scope = `${timestamp.slice(0, 8)}/us-east-1/sts/aws4_request`
  const toSign = `AWS4-HMAC-SHA256\n${timestamp}\n${scope}\n${canonicalRequestHash}`
  const block = Buffer.alloc(64, 'k')
  return {
    body,
    canonicalRequest,
    inner: Buffer.concat([block, Buffer.from(toSign)]),
    outer: Buffer.concat([block, Buffer.alloc(32)]),
  }
}

function time(work: (index: number) => boolean): number {
  const started = performance.now()
  let done = 0
  while (performance.now() - started < Number(seconds) * 1000) {
    for (let index = 0; index < calls.length; index++) if (!work(index)) throw new Error('a good signature was refused')
    done += calls.length
  }
  return ((performance.now() - started) / done) * 1000
}

function verify(index: number): boolean {
  const call = calls[index]
  return call !== undefined && verifyProof(readProof(call.request, options()), call.signingKey)
}

function hashAlone(index: number): boolean {
  const inputs = calls[index]?.hashes
  if (inputs === undefined) return false
  const body = hash('sha256', inputs.body, 'hex')
  const canonicalRequest = hash('sha256', inputs.canonicalRequest, 'hex')
  const inner = hash('sha256', inputs.inner, 'binary')
  const outer = hash('sha256', inputs.outer, 'hex')
  return body.length + canonicalRequest.length + inner.length + outer.length === 224
}

const verifying: number[] = []
const hashing: number[] = []
time(verify)
time(hashAlone)
for (let round = 0; round < Number(rounds); round++) {
  verifying.push(time(verify))
  hashing.push(time(hashAlone))
}
process.stdout.write(JSON.stringify({ verifying, hashing }))
