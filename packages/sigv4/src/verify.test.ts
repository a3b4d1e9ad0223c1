import { describe, expect, test } from 'vitest'
import { deriveSigningKey, readProof, sign, verifyProof } from './index.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const body = Buffer.from('Action=CreateAccessKey&Version=2010-05-08&UserName=alice')
const now = Date.UTC(2026, 0, 1)

describe('a request signed in its headers', () => {
  test('verifies with the published signature', () => {
    const rawHeaders = ['Host', 'iam.amazonaws.com', 'Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']
    const request = { method: 'POST', target: '/', rawHeaders, body }
    const added = sign(
      request,
      { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: secret },
      { now, region: 'us-east-1', service: 'iam' },
    )
    expect(added['authorization']).toContain('1db4dd7773216f75fd67b037b8559bd2fb726f4eb35562cddaa1abc6c33ae11c')
    const signed = { ...request, rawHeaders: [...rawHeaders, ...Object.entries(added).flat()] }
    const proof = readProof(signed, { now, services: ['iam', 'sts'] })
    expect(proof.canonicalRequestHash).toBe('4265af2bb664a5bfd3dfbad5e4bc7cd8cc7c08be9ab3df2439c6a98c0a8e8b9a')
    expect(verifyProof(proof, deriveSigningKey(secret, proof.date, proof.region, proof.service))).toBe(true)
    expect(verifyProof(proof, deriveSigningKey('other', proof.date, proof.region, proof.service))).toBe(false)
  })
})
