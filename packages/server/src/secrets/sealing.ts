import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM keys are 32 bytes. */
export const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
/** Bytes that sealing adds. */
export const sealedOverhead = nonceBytes + tagBytes

/** Seals bytes under a key and bound to a context: opened under another context they fail. Nonce, ciphertext and tag, in base64url. */
export function seal(plain: Buffer, key: Buffer, context: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Undefined where the text was not sealed by this key in this context. */
export function open(sealed: string, key: Buffer, context: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
