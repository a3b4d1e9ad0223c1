import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { temporaryFolder } from './server.ts'

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

/** A certificate for 127.0.0.1, signed by itself, and its key: two files that go with the test. */
export function selfSigned(): { readonly cert: string; readonly key: string } {
  const folder = temporaryFolder()
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
  ])
  if (status !== 0) throw new Error(`openssl made no certificate: ${String(stderr)}`)
  return { cert, key }
}
